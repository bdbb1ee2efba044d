import { openTestNation, openTestProvince } from '@mahalleh/gate/testing';
import { newId } from '@mahalleh/kernel';
import { expect, test } from 'vitest';
import { catchUpTemplates, templateProvinceIntakes } from '../src/letters/index.ts';
import { keepResults } from '../src/letters/keep.ts';
import { readResults } from '../src/queries/results.ts';
import { takeIn } from './exchange-world.ts';
import { filled, LIT, save } from './lineage-world.ts';

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
