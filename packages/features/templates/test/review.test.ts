import { unwrapSealKey } from '@mahalleh/border';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalText, digestOf, sealDigest, sealEndorsement, type TemplateDocument } from '../src/document/index.ts';
import { signedLetter, submittedLetter, templateIntakes, templateProvinceIntakes } from '../src/letters/index.ts';
import { commentTemplate } from '../src/nation/comment-template.ts';
import { returnTemplate } from '../src/nation/return-template.ts';
import { readSubmission } from '../src/nation/submission.ts';
import { listSubmissions } from '../src/nation/submissions.ts';
import { compareTemplates } from '../src/queries/template-comparison.ts';
import { readTemplate } from '../src/queries/template.ts';
import { listTemplates } from '../src/queries/templates.ts';
import { NOW, openExchange, submitting, takeIn, type Exchange } from './exchange-world.ts';
import { elementId, sampleElements } from '../src/testing.ts';

let x: Exchange;
beforeAll(async () => {
  x = await openExchange();
});
afterAll(() => x.close());

const { fresh, submitted, sign, signed } = submitting(() => x);

describe('review', () => {
  test('what a province submits waits for a reviewer, with what the nation found', async () => {
    const digest = await submitted(fresh());
    const { rows, waiting } = await listSubmissions.run(x.reviewer, { status: 'submitted' });
    expect(rows.map((row) => row.digest)).toContain(digest);
    expect(waiting).toBeGreaterThan(0);
    const read = await readSubmission.run(x.reviewer, { digest });
    expect(read.checks).toEqual({ isWhole: true, isSealed: true, isNext: true, faults: [], leaks: [] });
    expect(read.elements.find(({ kind }) => kind === 'link')?.name).toBe('نصب – شمارش چراغ‌ها');
    expect(read.before).toBeNull();
  });

  test('nothing is returned without a word; what was written goes to the province, and the same text may come again', async () => {
    const document = fresh();
    const digest = await submitted(document);
    await expect(returnTemplate.run(x.reviewer, { digest, revision: 1 })).rejects.toMatchObject({
      reason: 'template_comment_missing',
    });
    const comment = (more: object) => commentTemplate.run(x.reviewer, { digest, body: 'روشن‌تر بنویسید.', ...more });
    await comment({});
    await comment({ part: 'operations' });
    await comment({ elementId: elementId(7) });
    await expect(comment({ part: 'media' })).rejects.toMatchObject({ reason: 'template_part_unknown' });
    await expect(comment({ elementId: elementId(999) })).rejects.toMatchObject({ reason: 'template_element_unknown' });
    await expect(comment({ body: 'با ۰۹۱۲۳۴۵۶۷۸۹ تماس بگیرید' })).rejects.toMatchObject({ kind: 'invalid' });
    await returnTemplate.run(x.reviewer, { digest, revision: 1 });
    await x.carry();
    expect(
      await x.qom.db.sql('select part, element_id from template_comments where digest = ? order by id', [digest]),
    ).toEqual([
      { part: null, element_id: null },
      { part: 'operations', element_id: null },
      { part: null, element_id: elementId(7) },
    ]);
    expect(await x.qazvin.db.sql('select 1 from template_comments where digest = ?', [digest])).toEqual([]);
    await expect(sign(digest)).rejects.toMatchObject({ reason: 'submission_decided' });
    expect(await submitted(document)).toBe(digest);
    const again = await readSubmission.run(x.reviewer, { digest });
    expect([again.status, again.revision, again.comments.length]).toEqual(['submitted', 3, 3]);
  });

  test('what is signed is in every catalogue; only the publisher reads the comments', async () => {
    const document = fresh({ title: 'محله‌ی سبز' });
    const { templateId } = document;
    const digest = await submitted(document);
    await commentTemplate.run(x.reviewer, { digest, body: 'بسیار خوب.' });
    await sign(digest, [{ part: 'operations', reason: 'بی آن کاری نمی‌ماند.' }], { note: 'سپاس' });
    await x.carry();
    for (const { db, director } of Object.values(x.provinces)) {
      const list = await listTemplates.run(director, { q: 'محله سبز' });
      expect(list.rows.map((row) => row.digest)).toEqual([digest]);
      const read = await readTemplate.run(director, { templateId });
      expect(read.endorsement).toMatchObject({ note: 'سپاس', mandates: [{ part: 'operations' }] });
      expect(read.isOwn).toBe(db === x.qom.db);
      const comments = await db.sql('select 1 from template_comments where digest = ?', [digest]);
      expect(comments.length).toBe(db === x.qom.db ? 1 : 0);
    }
    expect((await x.nation.audit()).at(-1)).toMatchObject({ action: 'template.sign' });
  });

  test.each<[string, { part: string; reason: string }[], object]>([
    ['that is not in the document', [{ part: 'media', reason: 'ر' }], { reason: 'template_part_unknown' }],
    [
      'that is named twice',
      ['duties', 'duties'].map((part) => ({ part, reason: 'ر' })),
      { reason: 'template_part_unknown' },
    ],
    [
      'that is named twice',
      ['roles', 'roles'].map((part) => ({ part, reason: 'ر' })),
      { reason: 'template_mandate_twice' },
    ],
    ['without a reason', [{ part: 'roles', reason: '' }], { kind: 'invalid' }],
  ])('refused: a mandatory part %s', async (_name, mandates, failure) => {
    await expect(sign(await submitted(fresh()), mandates)).rejects.toMatchObject(failure);
  });

  test('versions are signed in their order, each naming the one before; a number is never signed twice', async () => {
    const first = fresh();
    const digest = await signed(first);
    const refusedAs = async (over: Partial<TemplateDocument>, reason: string) =>
      expect(sign(await submitted({ ...first, ...over }))).rejects.toMatchObject({ reason });
    await refusedAs({ version: 3, previous: digest }, 'template_version_order');
    await refusedAs({ version: 2, previous: null }, 'template_version_order');
    await refusedAs({ version: 2, previous: await digestOf('x') }, 'template_version_order');
    // The publisher edits after signing: another text under the number that is signed is not even kept.
    const edited = await submitted({ ...first, title: 'پس از امضا' });
    await expect(sign(edited)).rejects.toMatchObject({ reason: 'submission_unknown' });
    const second = await submitted({
      ...first,
      ...{ version: 2, previous: digest, changes: 'تازه' },
      elements: sampleElements().map((one) =>
        one.id === elementId(2) ? { ...one, fields: { ...one.fields, severity: 5 } } : one,
      ),
    });
    const read = await readSubmission.run(x.reviewer, { digest: second });
    expect(read.before).toEqual({ version: 1, digest });
    expect(read.parts.flatMap(({ lines }) => lines).filter(({ standing }) => standing !== 'same')).toMatchObject([
      { standing: 'changed', differs: ['severity'] },
    ]);
    await sign(second);
    await x.carry();
    const { director } = x.qazvin;
    const list = await listTemplates.run(director, { province: 'qom', perPage: 100 });
    const row = list.rows.find(({ templateId }) => templateId === first.templateId);
    expect([row?.version, row?.versions]).toEqual([2, 2]);
    const compared = await compareTemplates.run(director, {
      ...{ one: first.templateId, oneVersion: 1, other: first.templateId },
    });
    expect(compared.other.version).toBe(2);
  });

  test('two reviewers at once: one signature', async () => {
    const digest = await submitted(fresh());
    const outcomes = await Promise.allSettled([sign(digest), sign(digest)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBe(1);
    expect(await x.nation.sql('select 1 from templates where digest = ?', [digest])).toHaveLength(1);
  });

  test('a seal of a key that is not the province’s, or was not at that time, is not signed', async () => {
    const digest = await submitted(fresh());
    const { keyId } = x.qom.key;
    await x.nation.sql('update province_keys set to_ms = ? where key_id = ?', [NOW - 1, keyId]);
    await expect(sign(digest)).rejects.toMatchObject({ reason: 'template_seal_broken' });
    await x.nation.sql('update province_keys set to_ms = null, province = ? where key_id = ?', ['yazd', keyId]);
    await expect(sign(digest)).rejects.toMatchObject({ reason: 'template_seal_broken' });
    await x.nation.sql('update province_keys set province = ? where key_id = ?', ['qom', keyId]);
    await sign(digest);
  });

  test('a number of a person is seen again, and is signed only by who says that it is nobody’s', async () => {
    const digest = await submitted(fresh({ summary: 'تلفن خانه محله ۰۲۵۳۷۷۴۴۵۵۶ است.' }));
    expect((await readSubmission.run(x.reviewer, { digest })).checks.leaks).toEqual([
      { elementId: null, field: 'summary', found: 'phone' },
    ]);
    await expect(sign(digest)).rejects.toMatchObject({ reason: 'template_leaks' });
    await sign(digest, [], { leaksSeen: true });
  });
});

describe('what does not hold is not taken in', () => {
  const letter = async (over: object, document = fresh()) => {
    const text = canonicalText(document);
    const digest = await digestOf(text);
    const body = {
      ...{ templateId: document.templateId, version: document.version, digest, document: text },
      ...{ seal: await sealDigest(digest, x.qom.key), note: '', author: '', office: '', submittedAtMs: NOW, ...over },
    };
    return { province: 'qom', kind: submittedLetter.kind, bodyJson: JSON.stringify(body) };
  };

  test('at the nation: another text, another number, another province, no seal', async () => {
    const taken = async (sent: Promise<{ province: string; kind: string; bodyJson: string }>) =>
      takeIn(x.nation, templateIntakes, await sent);
    expect(await taken(letter({}))).toBe(true);
    expect(await taken(letter({ document: canonicalText(fresh({ title: 'دیگر' })) }))).toBe(false);
    expect(await taken(letter({ document: JSON.stringify(fresh()) }))).toBe(false);
    expect(await taken(letter({ document: 'x' }))).toBe(false);
    expect(await taken(letter({ version: 2 }))).toBe(false);
    expect(await taken(letter({}, fresh({ province: 'yazd' })))).toBe(false);
    expect(await taken(letter({ seal: { ...(await sealDigest('x', x.qom.key)) } }))).toBe(false);
  });

  test('in a province: a signature that is not the ministry’s, or is of another document', async () => {
    const document = fresh();
    const text = canonicalText(document);
    const digest = await digestOf(text);
    const seal = await sealDigest(digest, x.qom.key);
    const unsealed = {
      ...{ digest, province: 'qom' as const, provinceKeyId: seal.keyId, mandates: [], note: '' },
      ...{ author: '', office: '', signedAtMs: NOW },
    };
    const key = await unwrapSealKey(x.nationKey.wrappedPrivate, x.nationSecret);
    const endorsement = await sealEndorsement(unsealed, { keyId: x.nationKey.keyId, key });
    const taken = (over: object) =>
      takeIn(
        x.yazd.db,
        templateProvinceIntakes,
        {
          ...{ province: 'yazd', kind: signedLetter.kind },
          bodyJson: JSON.stringify({
            ...{ templateId: document.templateId, version: 1, digest, document: text, seal, province: 'qom' },
            ...{ endorsement, comments: [], ...over },
          }),
        },
        x.keys,
      );
    expect(await taken({ endorsement: { ...endorsement, note: 'x' } })).toBe(false);
    expect(await taken({ endorsement: { ...endorsement, keyId: 'other' } })).toBe(false);
    expect(
      await taken({ endorsement: await sealEndorsement(unsealed, { keyId: x.nationKey.keyId, key: x.qom.key.key }) }),
    ).toBe(false);
    expect(await taken({ document: canonicalText(fresh()) })).toBe(false);
    expect(await taken({})).toBe(true);
  });
});
