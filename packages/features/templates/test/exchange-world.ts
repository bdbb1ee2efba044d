import { makeSealKey, postLetter, unwrapSealKey, type Intake, type SealKeyPair } from '@mahalleh/border';
import type { Statement } from '@mahalleh/gate';
import { openTestNation, openTestProvince, type TestWorkspace } from '@mahalleh/gate/testing';
import { newId } from '@mahalleh/kernel';
import { canonicalText, digestOf, sealDigest, type TemplateDocument } from '../src/document/index.ts';
import { submittedLetter, templateIntakes, templateProvinceIntakes } from '../src/letters/index.ts';
import { signTemplate } from '../src/nation/sign-template.ts';
import { elementId, sampleDocument } from '../src/testing.ts';

/** An instant in Azar 1405. */
export const NOW = Date.parse('2026-11-24T08:00:00Z');
/** The provinces of these tests. */
export const SLUGS = ['qom', 'qazvin', 'yazd'] as const;
/** One of them. */
export type Slug = (typeof SLUGS)[number];
type Workspace = TestWorkspace<'province'> | TestWorkspace<'national'>;
type Sent = { province: string; kind: string; bodyJson: string };

/** Saves statements of an intake, all or nothing. */
export const saved = async (workspace: Workspace, statements: readonly Statement[]): Promise<void> => {
  const outcome = await workspace.ports.databases.lane('').write({ commandId: newId(), statements });
  if (outcome.outcome === 'failed') throw new Error(outcome.message);
};

/** Takes a letter in as the border does: its shape, its check, its statements. Shape: whether it was taken in. */
export const takeIn = async (
  workspace: Workspace,
  intakes: readonly Intake[],
  { province, kind, bodyJson }: Sent,
  keys: Record<string, string> = {},
): Promise<boolean> => {
  const intake = intakes.find((known) => known.letter.kind === kind);
  if (!intake) throw new Error(`nobody takes in ${kind}`);
  const letter = { province, kind, bodyJson, epoch: 1, number: 1, sentAtMs: NOW, keyId: '', seal: '' };
  const body = intake.letter.body.parse(JSON.parse(bodyJson)) as never;
  if ((await intake.check?.(letter, body, keys)) === false) return false;
  await saved(workspace, intake.apply(letter, body));
  return true;
};

const openProvince = async (slug: Slug, nationKeys: Record<string, string>) => {
  const db = await openTestProvince(slug);
  db.setNow(NOW);
  const root = newId();
  await db.sql(
    "insert into units (id, kind, name_fa, name_folded, from_on, registered_at_ms) values (?, 'province', 'استان', 'استان', '2016-03-20', 0)",
    [root],
  );
  await db.sql('insert into unit_closure (ancestor_id, unit_id) values (?, ?)', [root, root]);
  await db.sql("insert into meta (key, value) values ('nation_keys', ?)", [JSON.stringify(nationKeys)]);
  // Tests send letters of the border: there is one row of where the province stands.
  await db.sql(
    'insert or ignore into border_state (id, epoch, cell_number, cell_seq, coverage_number, coverage_at_ms) values (1, 1, 0, 0, 0, 0)',
  );
  const secret = await db.ports.secretFor(slug, 'seal-key');
  const pair = await makeSealKey(secret);
  const director = await db.as({ role: 'director_general', unitId: root });
  return { db, root, director, key: { ...pair, key: await unwrapSealKey(pair.wrappedPrivate, secret) } };
};

/** Three provinces and the nation, with their keys; `carry` takes every letter across, both ways. */
export const openExchange = async () => {
  const nation = await openTestNation();
  nation.setNow(NOW);
  const secret = await nation.ports.secretFor('nation', 'seal-key');
  const nationKey: SealKeyPair = await makeSealKey(secret);
  await nation.sql('insert into nation_keys (key_id, wrapped_private, public_jwk, from_ms) values (?, ?, ?, 0)', [
    ...[nationKey.keyId, nationKey.wrappedPrivate, nationKey.publicJwk],
  ]);
  const keys = { [nationKey.keyId]: nationKey.publicJwk };
  const opened = await Promise.all(SLUGS.map((slug) => openProvince(slug, keys)));
  const provinces = Object.fromEntries(SLUGS.map((slug, i) => [slug, opened[i]])) as Record<
    Slug,
    Awaited<ReturnType<typeof openProvince>>
  >;
  for (const slug of SLUGS) {
    await nation.sql(
      "insert into provinces (slug, code, name_fa, name_en, status, epoch, schema_version, provisioned_at_ms) values (?, '25', ?, ?, 'active', 1, 1, 0)",
      [slug, slug, slug],
    );
    const { keyId, publicJwk } = provinces[slug].key;
    await nation.sql('insert into province_keys (key_id, province, public_jwk, from_ms) values (?, ?, ?, 0)', [
      ...[keyId, slug, publicJwk],
    ]);
  }
  const reviewer = await nation.as({ role: 'ministry_reviewer', unitId: newId() });
  const up = new Map<string, number>();
  const down = new Map<string, number>();
  const carryUp = async () => {
    for (const slug of SLUGS)
      for (const { n, kind, body_json } of await provinces[slug].db.sql(
        'select rowid as n, kind, body_json from letters_out where rowid > ? order by rowid',
        [up.get(slug) ?? 0],
      )) {
        up.set(slug, Number(n));
        await takeIn(nation, templateIntakes, { province: slug, kind: String(kind), bodyJson: String(body_json) });
      }
  };
  const carryDown = async () => {
    for (const slug of SLUGS)
      for (const { number, kind, body_json } of await nation.sql(
        'select number, kind, body_json from letters_to_provinces where province = ? and number > ? order by number',
        [slug, down.get(slug) ?? 0],
      )) {
        down.set(slug, Number(number));
        const letter = { province: slug, kind: String(kind), bodyJson: String(body_json) };
        if (!(await takeIn(provinces[slug].db, templateProvinceIntakes, letter, keys)))
          throw new Error(`${slug} did not take in ${String(kind)}`);
      }
  };
  /** What a province submits: sealed with its key, in a letter that waits to be carried. Shape: the digest. */
  const submit = async (slug: Slug, document: TemplateDocument): Promise<string> => {
    const text = canonicalText(document);
    const digest = await digestOf(text);
    const { db, key } = provinces[slug];
    const letter = {
      ...{ templateId: document.templateId, version: document.version, digest, document: text },
      ...{ seal: await sealDigest(digest, key), note: 'برای بازبینی', author: 'الف', office: 'دبیر' },
      submittedAtMs: NOW,
    };
    await saved(db, [postLetter(submittedLetter, letter, NOW)]);
    return digest;
  };
  return {
    ...{ nation, nationKey, nationSecret: secret, keys, reviewer, provinces, ...provinces, submit },
    carryUp,
    carry: async () => {
      await carryUp();
      await carryDown();
    },
    close: () => {
      nation.close();
      for (const slug of SLUGS) provinces[slug].db.close();
    },
  };
};
/** The whole exchange of these tests. */
export type Exchange = Awaited<ReturnType<typeof openExchange>>;

/** What happens to a document of Qom in an exchange that is open when it is asked for: submitted, signed, each with its letters carried. */
export const submitting = (exchange: () => Exchange) => {
  let count = 200;
  const fresh = (over: Partial<TemplateDocument> = {}): TemplateDocument =>
    sampleDocument({ templateId: elementId(++count), ...over });
  const submitted = async (document: TemplateDocument): Promise<string> => {
    const digest = await exchange().submit('qom', document);
    await exchange().carry();
    return digest;
  };
  const sign = (digest: string, mandates: { part: string; reason: string }[] = [], more: object = {}) =>
    signTemplate.run(exchange().reviewer, { digest, revision: 1, mandates, ...more });
  const signed = async (document: TemplateDocument): Promise<string> => {
    const digest = await submitted(document);
    await sign(digest);
    await exchange().carry();
    return digest;
  };
  return { fresh, submitted, sign, signed };
};
