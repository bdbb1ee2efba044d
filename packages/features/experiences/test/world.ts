import type { Intake, SealedLetter } from '@mahalleh/border';
import type { Statement } from '@mahalleh/gate';
import { openTestNation, openTestProvince, type TestWorkspace } from '@mahalleh/gate/testing';
import { newId } from '@mahalleh/kernel';
import { experienceIntakes, experienceProvinceIntakes } from '../src/letters/intakes.ts';

/** An instant in Azar 1405. */
export const NOW = Date.parse('2026-11-24T08:00:00Z');
/** The provinces of these tests. */
export const SLUGS = ['qom', 'qazvin', 'yazd'] as const;
/** One of them. */
export type Slug = (typeof SLUGS)[number];

/** Saves statements of an intake, all or nothing. */
export const saved = async (
  workspace: TestWorkspace<'province'> | TestWorkspace<'national'>,
  statements: readonly Statement[],
) => {
  const outcome = await workspace.ports.databases.lane('').write({ commandId: newId(), statements });
  if (outcome.outcome === 'failed') throw new Error(outcome.message);
};

/** The statements with which one of these intakes takes in a letter. */
export const opened = (
  intakes: readonly Intake[],
  letter: Pick<SealedLetter, 'province' | 'kind' | 'bodyJson'>,
): Statement[] => {
  const intake = intakes.find((known) => known.letter.kind === letter.kind);
  if (!intake) throw new Error(`nobody takes in ${letter.kind}`);
  const sealed = { epoch: 1, number: 1, sentAtMs: NOW, keyId: '', seal: '', ...letter };
  return intake.apply(sealed, intake.letter.body.parse(JSON.parse(letter.bodyJson)) as never);
};

/** The nation alone, with these provinces in its list. */
export const openNation = async () => {
  const nation = await openTestNation();
  nation.setNow(NOW);
  for (const slug of SLUGS)
    await nation.sql(
      "insert into provinces (slug, code, name_fa, name_en, status, epoch, schema_version, provisioned_at_ms) values (?, '25', ?, ?, 'active', 1, 1, 0)",
      [slug, slug, slug],
    );
  return nation;
};

/** A province with one neighbourhood, two operations of which one is in a sensitive domain, and some cells. */
const openProvince = async (slug: Slug) => {
  const db = await openTestProvince(slug);
  db.setNow(NOW);
  const ids = { province: newId(), county: newId(), place: newId(), lights: newId(), harms: newId(), note: newId() };
  for (const [id, kind] of [
    [ids.province, 'province'],
    [ids.county, 'county'],
    [ids.place, 'neighbourhood'],
  ] as const) {
    await db.sql(
      "insert into units (id, kind, name_fa, name_folded, county_id, from_on, registered_at_ms) values (?, ?, 'راه‌آهن', 'راهآهن', ?, '2016-03-20', 0)",
      [id, kind, kind === 'province' ? null : ids.county],
    );
    for (const ancestor of new Set([ids.province, id]))
      await db.sql('insert into unit_closure (ancestor_id, unit_id) values (?, ?)', [ancestor, id]);
  }
  const person = await db.as({ role: 'observer', unitId: ids.province });
  for (const [key, isSensitive] of [
    ['civil_works', 0],
    ['social_harms', 1],
  ] as const)
    await db.sql(
      'insert or replace into domains (key, title_fa, title_en, national_key, is_sensitive, ord) values (?, ?, ?, ?, ?, 1)',
      [key, key, key, key, isSensitive],
    );
  for (const [id, domain, title] of [
    [ids.lights, 'civil_works', 'روشنایی سه کوچه'],
    [ids.harms, 'social_harms', 'همراهی با خانواده‌ها'],
  ] as const)
    await db.sql(
      "insert into operations (id, code, unit_id, domain_key, title, title_folded, status, starts_on, ends_on, planned_at_ms) values (?, ?, ?, ?, ?, ?, 'done', '2026-09-01', '2026-10-01', 0)",
      [id, id.slice(-6), ids.place, domain, title, title],
    );
  await db.sql(
    "insert into evidence (id, subject_kind, subject_id, unit_id, kind, note, taken_on, phase, added_at_ms, added_by) values (?, 'operation', ?, ?, 'text', 'دوازده چراغ روشن است.', '2026-10-01', 'after', 0, ?)",
    [ids.note, ids.lights, ids.place, person.personId],
  );
  await db.sql(
    "insert into evidence (id, subject_kind, subject_id, unit_id, kind, blob_key, added_at_ms, added_by) values (?, 'operation', ?, ?, 'photo', 'x', 0, ?)",
    [newId(), ids.lights, ids.place, person.personId],
  );
  const cell = (metric: string, dims: string, period: string, value: number) =>
    db.sql(
      'insert into cells (county_id, metric, dims, period, value, seq) values (?, ?, ?, ?, ?, 1) on conflict (county_id, metric, dims, period) do update set value = excluded.value',
      [ids.county, metric, dims, period, value],
    );
  await cell('neighbourhood.count@1', '', '', 40);
  await cell('council.progress@1', 'state=formed', '', 10);
  await cell('problem.solved@2', 'domain=health', '1405-08', 7);
  const governor = await db.as({ role: 'governor', unitId: ids.province });
  return { db, ids, cell, governor };
};

/** Three provinces and the nation; `carry` takes every letter across, both ways. */
export const openExchange = async () => {
  const nation = await openNation();
  const [qom, qazvin, yazd] = await Promise.all(SLUGS.map(openProvince));
  if (!qom || !qazvin || !yazd) throw new Error('a province is missing');
  const reviewer = await nation.as({ role: 'ministry_reviewer', unitId: newId() });
  const analyst = await nation.as({ role: 'ministry_analyst', unitId: newId() });
  const provinces = { qom, qazvin, yazd };
  const up = new Map<string, number>();
  const down = new Map<string, number>();
  const carry = async () => {
    for (const slug of SLUGS) {
      const rows = await provinces[slug].db.sql(
        'select rowid as n, kind, body_json from letters_out where rowid > ? order by rowid',
        [up.get(slug) ?? 0],
      );
      for (const { n, kind, body_json } of rows) {
        up.set(slug, Number(n));
        await saved(
          nation,
          opened(experienceIntakes, { province: slug, kind: String(kind), bodyJson: String(body_json) }),
        );
      }
    }
    for (const slug of SLUGS) {
      const rows = await nation.sql(
        'select number, kind, body_json from letters_to_provinces where province = ? and number > ? order by number',
        [slug, down.get(slug) ?? 0],
      );
      for (const { number, kind, body_json } of rows) {
        down.set(slug, Number(number));
        await saved(
          provinces[slug].db,
          opened(experienceProvinceIntakes, { province: slug, kind: String(kind), bodyJson: String(body_json) }),
        );
      }
    }
  };
  const close = () => {
    nation.close();
    for (const slug of SLUGS) provinces[slug].db.close();
  };
  return { nation, reviewer, analyst, ...provinces, carry, close };
};
