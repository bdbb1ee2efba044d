import { openTestNation, openTestProvince, type TestWorkspace } from '@mahalleh/gate/testing';
import { newId } from '@mahalleh/kernel';
import { expect, test } from 'vitest';
import type { TemplateDocument, TemplateElement } from '../src/document/template-document.ts';
import { catchUpTemplates, templateProvinceIntakes } from '../src/letters/index.ts';
import { keepAdopters, keepAnswer, keepEnded, keepProposal, keepResults, keepSigned } from '../src/letters/keep.ts';
import { readLineage } from '../src/queries/lineage.ts';
import { readResults } from '../src/queries/results.ts';
import { takeIn } from './exchange-world.ts';

const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const [LIT, COPY] = [uuid(900), uuid(901)];

const indicator = (id: number, more: object = {}): TemplateElement => ({
  id: uuid(id),
  kind: 'indicator',
  fields: {
    ...{ key: `i_${id}`, titleFa: 'کوچه‌های روشن', titleEn: null, aim: 'conditions', unit: 'count', direction: 'more' },
    ...{ formula: null, about: null, ofFa: null, ofEn: null, source: 'بازدید', frequency: 'month', addsUp: true },
    ...{ population: 'things', expectedChange: 3, expectedMonths: 6 },
    ...more,
  },
});
const lesson = (id: number): TemplateElement => ({
  id: uuid(id),
  kind: 'lesson',
  fields: { title: 'درس', text: 'درس' },
});

const written = (more: Partial<TemplateDocument>): TemplateDocument => ({
  ...{ format: 'mahalleh-template', formatVersion: 1, templateId: LIT, version: 1, previous: null, province: 'qom' },
  ...{ title: 'روشنایی', summary: '', changes: '', tags: [], setting: 'urban', size: 'small', isSample: false },
  ...{ elements: [], results: [], credits: [], attachments: [] },
  ...more,
});

type Home = TestWorkspace<'province'> | TestWorkspace<'national'>;
const save = async (
  home: Home,
  statements: Parameters<ReturnType<Home['ports']['databases']['lane']>['write']>[0]['statements'],
) => {
  const outcome = await home.ports.databases.lane('').write({ commandId: newId(), statements });
  if (outcome.outcome === 'failed') throw new Error(outcome.message);
};
const sign = (home: Home, document: TemplateDocument, digest: string, signedAtMs: number) =>
  save(
    home,
    keepSigned(
      {
        ...{ templateId: document.templateId, version: document.version, digest, document: JSON.stringify(document) },
        ...{ province: document.province, comments: [], seal: { keyId: 'k', publicJwk: '{}', seal: 's' } },
        endorsement: {
          ...{ digest, province: document.province, provinceKeyId: 'k', mandates: [], note: '', author: '' },
          ...{ office: '', signedAtMs, keyId: 'n', seal: 's' },
        },
      },
      document,
      'letter',
    ),
  );
const NONE = { landed: 0, changed: 0, dropped: 0, added: 0, changedByKind: {} };

/** Two versions of Qom's template, one of Yazd made from it, adopters of three provinces. */
const filled = async (home: Home) => {
  const elements = [indicator(1), indicator(2, { population: 'people' }), indicator(3), lesson(4)];
  await sign(home, written({ elements }), 'one', 1000);
  await sign(
    home,
    written({
      ...{ version: 2, previous: 'one', changes: 'دو درس', elements: [...elements, lesson(5)] },
      credits: [{ province: 'qazvin', note: 'n', elementIds: [uuid(5)] }],
    }),
    'two',
    2000,
  );
  await sign(
    home,
    written({ templateId: COPY, province: 'yazd', title: 'روشنایی یزد', elements: [lesson(4), lesson(5), lesson(6)] }),
    'copy',
    3000,
  );
  const told = (
    province: 'qom' | 'qazvin' | 'yazd',
    county: string,
    version: number,
    adoptions: number,
    overlay: object = {},
  ) =>
    save(
      home,
      keepAdopters({
        templateId: LIT,
        version,
        province,
        county,
        ...{ nameFa: `شهرستان ${county}`, nameEn: null },
        turn: 1,
        adoptions,
        overlay: { ...NONE, ...overlay },
        atMs: 5,
      }),
    );
  await told('qazvin', '2601', 1, 2, { landed: 8, changed: 3, added: 1, changedByKind: { task: 2, problem: 1 } });
  await told('qazvin', '2602', 2, 1, { landed: 4, changed: 1, changedByKind: { problem: 1 } });
  await told('yazd', '2101', 2, 1, { landed: 4, dropped: 1 });
  await told('qom', '2501', 1, 0);
};

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

test('results are joined over provinces; too few is no number, people are never told, and what nobody told of says so', async () => {
  const nation = await openTestNation();
  await filled(nation);
  const analyst = await nation.as({ role: 'ministry_analyst', unitId: newId() });
  const line = (side: 'treated' | 'untreated', changes: readonly number[], more: object = {}) => ({
    ...{ indicator: 'i_1', side, setting: 'urban' as const, size: 'small' as const, n: changes.length, sumBefore: 0 },
    sumAfter: changes.reduce((sum, change) => sum + change, 0),
    sumSquaredChange: changes.reduce((sum, change) => sum + change ** 2, 0),
    ...more,
  });
  const tell = (province: 'qazvin' | 'yazd', turn: number, lines: ReturnType<typeof line>[]) =>
    save(nation, keepResults({ templateId: LIT, version: 1, province, turn, asOfMs: 10 + turn, lines }));
  const read = (more: object = {}) => readResults.run(analyst, { templateId: LIT, ...more });
  expect(await read()).toMatchObject({
    ...{ version: 2, asOfMs: null, indicators: [] },
    without: [
      { key: 'i_1', why: 'untold' },
      { key: 'i_2', why: 'people' },
      { key: 'i_3', why: 'untold' },
    ],
  });
  await tell('qazvin', 1, [line('treated', [4, 6]), line('untreated', [1, 1, 2])]);
  expect(await read()).toMatchObject({
    version: 1,
    indicators: [{ key: 'i_1', promised: 3, months: 6, verdict: 'too_few', effect: { state: 'too_few', treated: 2 } }],
  });
  // What is of people does not become a result even if a letter had held it.
  await tell('yazd', 2, [
    line('treated', [5, 7]),
    line('untreated', [2, 2, 3]),
    line('treated', [9], { indicator: 'i_2' }),
  ]);
  const joined = await read({ version: 1 });
  expect(joined).toMatchObject({
    adoptions: 2,
    asOfMs: 11,
    versions: [
      { version: 1, treated: 4 },
      { version: 2, treated: 0 },
    ],
  });
  expect(joined.indicators).toHaveLength(1);
  const [told] = joined.indicators;
  expect(told).toMatchObject({
    ...{ key: 'i_1', verdict: 'helps', told: { treated: 4, untreated: 6 } },
    effect: { state: 'told', provinces: 2, treated: { n: 4, before: 0, after: 5.5 }, untreated: { n: 6 } },
    where: [
      { by: 'province', value: 'qazvin', verdict: 'too_few' },
      { by: 'province', value: 'yazd', verdict: 'too_few' },
    ],
  });
  if (told?.effect.state !== 'told') throw new Error('nothing was told');
  expect(told.effect.effect).toBeCloseTo(11 / 3, 9);
  expect(joined.without.map(({ key }) => key)).toEqual(['i_2', 'i_3']);
  await expect(read({ version: 7 })).rejects.toMatchObject({ reason: 'template_unknown' });
  nation.close();
});

test('where a province has too few, it says how many and no sum: they are named beside the effect and are not in it', async () => {
  const nation = await openTestNation();
  await filled(nation);
  const analyst = await nation.as({ role: 'ministry_analyst', unitId: newId() });
  const line = (
    side: 'treated' | 'untreated',
    n: number,
    sumAfter: number | null,
    size: 'small' | 'mixed' = 'small',
  ) => ({
    ...{
      indicator: 'i_1',
      side,
      setting: 'urban' as const,
      size,
      n,
      sumBefore: sumAfter === null ? null : 0,
      sumAfter,
    },
    sumSquaredChange: sumAfter === null ? null : sumAfter ** 2 / n + 1,
  });
  const tell = (province: 'qazvin' | 'yazd' | 'fars', lines: ReturnType<typeof line>[]) =>
    save(nation, keepResults({ templateId: LIT, version: 1, province, turn: 1, asOfMs: 10, lines }));
  await tell('qazvin', [line('treated', 2, null), line('untreated', 5, null)]);
  const read = async () => (await readResults.run(analyst, { templateId: LIT, version: 1 })).indicators[0];
  expect(await read()).toMatchObject({
    ...{ verdict: 'too_few', effect: { state: 'too_few', treated: 2, untreated: 5 } },
    ...{ told: { treated: 0, untreated: 0 }, untold: [{ province: 'qazvin', treated: 2 }], where: [] },
  });
  await tell('yazd', [line('treated', 3, 30), line('untreated', 3, 3), line('treated', 1, null, 'mixed')]);
  await tell('fars', [line('treated', 3, 24, 'mixed'), line('untreated', 6, 6, 'mixed')]);
  const told = await read();
  expect(told).toMatchObject({
    effect: { state: 'told', provinces: 2, treated: { n: 6, after: 9 }, untreated: { n: 9, after: 1 } },
    told: { treated: 6, untreated: 9 },
    untold: [
      { province: 'qazvin', treated: 2 },
      { province: 'yazd', treated: 1 },
    ],
  });
  expect(told?.where.map(({ by, value, verdict }) => [by, value, verdict])).toEqual([
    ['province', 'fars', 'as_promised'],
    ['province', 'qazvin', 'too_few'],
    ['province', 'yazd', 'as_promised'],
  ]);
  const rows = 'select province, is_few, sum_after from template_results order by province, side, size';
  // A province that comes in later is told the same.
  await nation.sql(
    "insert into provinces (slug, code, name_fa, name_en, status, epoch, schema_version, provisioned_at_ms) values ('qom', '25', 'قم', 'Qom', 'active', 1, 1, 0)",
  );
  await save(nation, catchUpTemplates('qom', 0));
  const qom = await openTestProvince('qom');
  for (const { kind, body_json } of await nation.sql('select kind, body_json from letters_to_provinces'))
    if (kind === 'template.results_shared')
      await takeIn(qom, templateProvinceIntakes, { province: 'qom', kind, bodyJson: String(body_json) });
  expect(await qom.sql(rows)).toEqual(await nation.sql(rows));
  qom.close();
  nation.close();
});
