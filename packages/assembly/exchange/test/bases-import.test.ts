import { afterEach, beforeEach, expect, test } from 'vitest';
import { dryRunImport } from '../src/dry-run-import.ts';
import { inspectImport } from '../src/inspect-import.ts';
import { runImport } from '../src/run-import.ts';
import { utf8 } from './support/encode.ts';
import { openProvince } from './support/province.ts';

let world: Awaited<ReturnType<typeof openProvince>>;
beforeEach(async () => void (world = await openProvince()));
afterEach(() => world.close());

const file = (text: string) => ({ kind: 'bases', bytes: utf8(text) });
const dryRun = (text: string) => dryRunImport.run(world.admin, file(text));
const run = (text: string) => runImport.run(world.admin, file(text));
const reasons = async (text: string) =>
  (await dryRun(text)).errors.map(({ line, field, reason }) => [line, field, reason]);

const MOSQUES =
  'نام مسجد\tنوع\tنام محله\tوضعیت\tتاریخ فعال‌سازی\tکد\n' +
  'جوادالائمه\tمسجد\tراه آهن\tفعال\t۱۴۰۴/۰۷/۰۱\t۰۰۷\n' +
  'النبي\tمسجد\tراه‌آهن\tغیر فعال\t\t\n' +
  'شهید فهمیده\tمدرسه\tراه‌آهن\tدر حال آماده سازی\t\t\n';

test('a tab-separated list of mosques comes in, dates and words as people write them, and a second time changes nothing', async () => {
  const { columns, separator } = await inspectImport.run(world.admin, file(MOSQUES));
  expect(separator).toBe('\t');
  expect(Object.fromEntries(columns.map(({ key, header }) => [key, header]))).toMatchObject({
    name: 0,
    kind: 1,
    unitName: 2,
    activation: 3,
    activatedOn: 4,
    officialCode: 5,
  });
  expect((await run(MOSQUES)).counts).toEqual({ new: 3, changed: 0, unchanged: 0, rejected: 0 });
  expect(
    await world.sql(
      'select name, kind, activation, activated_on, official_code, unit_id from bases order by official_code is null, name',
    ),
  ).toEqual([
    {
      name: 'جوادالائمه',
      kind: 'mosque',
      activation: 'active',
      activated_on: '2025-09-23',
      official_code: '007',
      unit_id: world.ids.rail,
    },
    {
      name: 'النبی',
      kind: 'mosque',
      activation: 'inactive',
      activated_on: null,
      official_code: null,
      unit_id: world.ids.rail,
    },
    {
      name: 'شهید فهمیده',
      kind: 'school',
      activation: 'preparing',
      activated_on: null,
      official_code: null,
      unit_id: world.ids.rail,
    },
  ]);
  expect((await run(MOSQUES)).counts).toEqual({ new: 0, changed: 0, unchanged: 3, rejected: 0 });
});

test('a changed state is a change; a blank cell says nothing; without a day an active base is active from today', async () => {
  await run(MOSQUES);
  const later = 'نام,محله,وضعیت,کد\nالنبی,راه‌آهن,فعال,۰۰۸\nجوادالائمه,راه‌آهن,,007\n';
  expect((await dryRun(later)).changes).toEqual([
    { line: 2, status: 'changed', fields: ['officialCode', 'activation', 'activatedOn'] },
  ]);
  expect((await run(later)).counts).toEqual({ new: 0, changed: 1, unchanged: 1, rejected: 0 });
  expect(await world.sql("select activated_on, revision from bases where official_code = '008'")).toEqual([
    { activated_on: '2026-11-22', revision: 2 },
  ]);
  expect((await run(later)).counts).toEqual({ new: 0, changed: 0, unchanged: 2, rejected: 0 });
});

test('rows that cannot be taken say why', async () => {
  await run(MOSQUES);
  expect(
    await reasons(
      'نام,محله,نوع,وضعیت,تاریخ,کد,دستگاه\nیک,ناکجا,,,,,\nدو,,,,,,\nسه,راه‌آهن,کلیسا,,,,\nچهار,راه‌آهن,,غیرفعال,1404/1/1,,\nپنج,راه‌آهن,,فعال,1404/12/30,,\nشش,راه‌آهن,,فعال,1420/1/1,,\nهفت,راه‌آهن,,,,,بی‌نام\nهشت,راه‌آهن,مدرسه,,,007,\nالنبی,راه‌آهن,مسجد,,,009,\nالنبی,راه‌آهن,مسجد,,,010,\n',
    ),
  ).toEqual([
    [2, 'unitName', 'import_place_unknown'],
    [3, 'unitName', 'import_place_missing'],
    [4, 'kind', 'choice_unknown'],
    [5, 'activatedOn', 'import_day_without_activation'],
    [6, 'activatedOn', 'date_does_not_exist'],
    [7, 'activatedOn', 'date_in_future'],
    [8, 'agencyName', 'import_agency_unknown'],
    [9, 'kind', 'import_base_kind_differs'],
    [11, 'officialCode', 'import_row_twice'],
  ]);
});

test('a file never writes into a neighbourhood of another area', async () => {
  await run(MOSQUES);
  const local = await world.as({ role: 'province_admin', unitId: world.ids.alborz });
  const { errors } = await dryRunImport.run(local, file('نام,محله,کد\nنو,راه‌آهن,\nجوادالائمه,,007\n'));
  expect(errors.map(({ line, reason }) => [line, reason])).toEqual([
    [2, 'import_place_unknown'],
    [3, 'import_outside_area'],
  ]);
});
