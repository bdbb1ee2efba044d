import { newId } from '@mahalleh/kernel';
import { undoAct } from '@mahalleh/undo';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dryRunImport } from '../src/dry-run-import.ts';
import { inspectImport } from '../src/inspect-import.ts';
import { runImport } from '../src/run-import.ts';
import { utf8 } from './support/encode.ts';
import { openProvince } from './support/province.ts';

let world: Awaited<ReturnType<typeof openProvince>>;
beforeEach(async () => {
  world = await openProvince();
  const define = async (key: string, title: string, unit: string, population: string) => {
    const id = newId();
    await world.sql(
      "insert into indicators (id, key, aim, title_fa, title_folded, source, frequency, population, adds_up, defined_at_ms) values (?, ?, 'conditions', ?, ?, 's', 'month', ?, 0, 0)",
      [id, key, title, title, population],
    );
    await world.sql(
      "insert into indicator_versions (indicator_id, version, unit, direction, since_ms) values (?, 1, ?, 'less', 0)",
      [id, unit],
    );
  };
  await define('dark', 'گذرهای تاریک', 'count', 'things');
  await define('left', 'بازماندگان از تحصیل', 'person', 'people');
});
afterEach(() => world.close());

const file = (text: string) => ({ kind: 'measurements', bytes: utf8(text) });
const dryRun = (text: string) => dryRunImport.run(world.admin, file(text));
const run = (text: string, commandId = newId()) => runImport.run(world.admin, file(text), commandId);
const kept = () =>
  world.sql('select period, value, n, is_suppressed, via from measurements order by indicator_id, period');

const FILE =
  'شاخص;محله;دوره;مقدار\nگذرهای تاريك;راه آهن;مهر ۱۴۰۵;۲۰\ndark;راه‌آهن;1405/08;۱۸\nبازماندگان از تحصیل;راه‌آهن;1405-08;۳\n';

test('rows as people write them come in; a second time changes nothing; a changed value is a correction', async () => {
  const { columns } = await inspectImport.run(world.admin, file(FILE));
  expect(Object.fromEntries(columns.map(({ key, header }) => [key, header]))).toMatchObject({
    indicator: 0,
    unitName: 1,
    period: 2,
    value: 3,
  });
  expect(await run(FILE)).toMatchObject({
    counts: { new: 3, changed: 0, unchanged: 0, rejected: 0 },
    isReversible: true,
  });
  expect(await kept()).toEqual([
    { period: '1405-07', value: 20, n: null, is_suppressed: 0, via: 'file' },
    { period: '1405-08', value: 18, n: null, is_suppressed: 0, via: 'file' },
    { period: '1405-08', value: null, n: null, is_suppressed: 1, via: 'file' },
  ]);
  expect((await run(FILE)).counts).toEqual({ new: 0, changed: 0, unchanged: 3, rejected: 0 });
  const commandId = newId();
  expect((await run(FILE.replace('۲۰', '21'), commandId)).counts).toEqual({
    new: 0,
    changed: 1,
    unchanged: 2,
    rejected: 0,
  });
  expect(await world.sql('select value_before, value_after, reason from measurement_corrections')).toEqual([
    { value_before: 20, value_after: 21, reason: 'از پرونده' },
  ]);
  await undoAct.run(world.admin, { commandId });
  expect((await kept())[0]).toMatchObject({ value: 20 });
});

test('a run is taken back as one, while none of its values has changed', async () => {
  const commandId = newId();
  await run(FILE, commandId);
  await world.sql("update measurements set revision = 2 where period = '1405-07'");
  await expect(undoAct.run(world.admin, { commandId })).rejects.toMatchObject({ kind: 'conflict' });
  await world.sql('update measurements set revision = 1');
  await undoAct.run(world.admin, { commandId });
  expect(await kept()).toEqual([]);
});

test('rows that cannot be taken say why', async () => {
  const { errors } = await dryRun(
    'شاخص,محله,دوره,مقدار,کد\nناشناس,راه‌آهن,1405/07,1,\ndark,ناکجا,1405/07,1,\ndark,,1405/07,1,\ndark,راه‌آهن,پاییز 1405,1,\ndark,راه‌آهن,دیروز,1,\ndark,راه‌آهن,1405/12,1,\ndark,راه‌آهن,1405/07,1.5,\ndark,راه‌آهن,1405/07,12,\ndark,راه‌آهن,1405/07,13,\n',
  );
  expect(errors.map(({ line, field, reason }) => [line, field, reason])).toEqual([
    [2, 'indicator', 'import_indicator_unknown'],
    [3, 'unitName', 'import_place_unknown'],
    [4, 'unitName', 'import_place_missing'],
    [5, 'period', 'period_not_a_month'],
    [6, 'period', 'period_unknown'],
    [7, 'period', 'period_not_begun'],
    [8, 'value', 'integer_expected'],
    [10, 'period', 'import_row_twice'],
  ]);
  expect(errors.every(({ text }) => text.fa !== '' && text.en !== '' && !text.fa.includes('{'))).toBe(true);
});

test('what looks odd waits for a reason in its row, which is kept', async () => {
  const months = ['1404/12', '1405/01', '1405/02', '1405/03', '1405/04'];
  await run(`شاخص,محله,دوره,مقدار\n${months.map((month, i) => `dark,راه‌آهن,${month},${50 + (i % 2)}`).join('\n')}\n`);
  const odd = (why: string) => `شاخص,محله,دوره,مقدار,دلیل\ndark,راه‌آهن,1405/07,500,${why}\n`;
  expect((await dryRun(odd(''))).errors.map(({ field, reason }) => [field, reason])).toEqual([
    ['why', 'doubt_jump'],
    ['why', 'doubt_gap'],
  ]);
  expect((await run(odd('خیابان تازه'))).counts.new).toBe(1);
  expect(await world.sql("select doubt_reason from measurements where period = '1405-07'")).toEqual([
    { doubt_reason: 'خیابان تازه' },
  ]);
});

test('a file never writes into a unit of another area', async () => {
  const local = await world.as({ role: 'province_admin', unitId: world.ids.alborz });
  const { errors } = await dryRunImport.run(local, file(FILE));
  expect(new Set(errors.map(({ reason }) => reason))).toEqual(new Set(['import_place_unknown']));
});
