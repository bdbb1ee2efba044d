import { openTestNation, openTestProvince } from '@mahalleh/gate/testing';
import { newId } from '@mahalleh/kernel';
import { expect, test } from 'vitest';
import { keepAnswer, keepEnded, keepProposal } from '../src/letters/keep.ts';
import { readLineage } from '../src/queries/lineage.ts';
import { readResults } from '../src/queries/results.ts';
import { COPY, filled, LIT, save, uuid } from './lineage-world.ts';

test('versions with what followed what, adopters by county, what was changed most, credits, and a template made from it', async () => {
  const nation = await openTestNation();
  await filled(nation);
  await nation.sql(
    "insert into counties (code, province, name_fa, name_en) values ('2601', 'qazvin', 'قزوین', 'Qazvin')",
  );
  const analyst = await nation.as({ role: 'ministry_analyst', unitId: newId() });
  const read = await readLineage.run(analyst, { templateId: LIT });
  expect(read).toMatchObject({
    ...{ templateId: LIT, title: 'روشنایی', province: 'qom', isOwn: false, latest: 2 },
    versions: [
      { version: 1, after: null, adoptions: 2, ending: null, credits: [] },
      {
        version: 2,
        after: 1,
        adoptions: 2,
        changes: 'دو درس',
        elements: 5,
        credits: [{ province: 'qazvin', elements: 1 }],
      },
    ],
    adopters: [
      { province: 'qazvin', county: '2601', nameFa: 'قزوین', version: 1, isBehind: true, adoptions: 2 },
      { province: 'qazvin', county: '2602', nameFa: 'شهرستان 2602', version: 2, isBehind: false },
      { province: 'yazd', county: '2101', nameFa: 'شهرستان 2101', nameEn: null, version: 2 },
    ],
    totals: { adoptions: 4, provinces: 2, counties: 3, behind: 2 },
    madeFrom: [],
    madeOfIt: [{ templateId: COPY, title: 'روشنایی یزد', province: 'yazd', elements: 2 }],
  });
  expect(read.totals.overlay).toEqual({
    ...{ landed: 16, changed: 4, dropped: 1, added: 1 },
    changedByKind: { problem: 2, task: 2 },
  });
  expect((await readLineage.run(analyst, { templateId: COPY })).madeFrom).toMatchObject([
    { templateId: LIT, elements: 2 },
  ]);
  // The second version is withdrawn: whoever follows the first is behind no more.
  await save(
    nation,
    keepEnded({
      ...{ templateId: LIT, version: 2, how: 'withdrawn', province: 'qom' },
      ...{ reason: 'r', author: 'a', office: 'o', atMs: 1 },
    }),
  );
  expect(await readLineage.run(analyst, { templateId: LIT })).toMatchObject({
    latest: 1,
    versions: [{ ending: null }, { ending: 'withdrawn' }],
    totals: { behind: 0 },
  });
  nation.close();
});

test('a province reads the same, counties of other provinces by the names that were told, and its own proposals; words of a proposal are not in it', async () => {
  const qom = await openTestProvince('qom');
  await filled(qom);
  const observer = await qom.as({ role: 'observer', unitId: newId() });
  await save(
    qom,
    keepProposal({
      ...{ id: newId(), templateId: LIT, baseVersion: 1, fromProvince: 'qazvin', toProvince: 'qom' },
      ...{ note: 'بهتر است', author: 'a', office: 'o', atMs: 5 },
      changes: [
        { change: 'dropped', key: uuid(4), elementId: uuid(4), kind: 'lesson', field: null, from: null, to: null },
      ],
    }),
  );
  const [row] = await qom.sql('select id from template_proposals');
  await save(
    qom,
    keepAnswer(
      {
        ...{ id: String(row?.['id']), outcome: 'accepted', taken: [uuid(4)] },
        ...{ answer: 'a', author: 'a', office: 'o', atMs: 6 },
      },
      null,
    ),
  );
  const read = await readLineage.run(observer, { templateId: LIT });
  expect(read).toMatchObject({
    isOwn: true,
    adopters: [
      { county: '2601', nameFa: 'شهرستان 2601' },
      { county: '2602' },
      { nameFa: 'شهرستان 2101', nameEn: null },
    ],
    totals: { adoptions: 4 },
    proposals: [{ province: 'qazvin', version: 1, changes: 1, outcome: 'accepted', taken: 1 }],
  });
  expect(JSON.stringify(read)).not.toContain('بهتر');
  for (const query of [readLineage, readResults])
    await expect(query.run(observer, { templateId: uuid(1) })).rejects.toMatchObject({
      kind: 'not_found',
      reason: 'template_unknown',
    });
  qom.close();
});
