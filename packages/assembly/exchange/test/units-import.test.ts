import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dryRunImport } from '../src/dry-run-import.ts';
import { inspectImport } from '../src/inspect-import.ts';
import { runImport } from '../src/run-import.ts';
import { inUtf16, inWindows1256, utf8 } from './support/encode.ts';
import { openProvince } from './support/province.ts';

let world: Awaited<ReturnType<typeof openProvince>>;
beforeEach(async () => void (world = await openProvince()));
afterEach(() => world.close());

const file = (text: string, mapping?: object) => ({
  kind: 'units',
  bytes: utf8(text),
  contentType: 'text/csv',
  ...(mapping && { mapping: JSON.stringify(mapping) }),
});
const dryRun = (text: string, mapping?: object) => dryRunImport.run(world.admin, file(text, mapping));
const run = (text: string) => runImport.run(world.admin, file(text));
const reasons = async (text: string) =>
  (await dryRun(text)).errors.map(({ line, field, reason }) => [line, field, reason]);
const named = (name: string) => world.sql('select * from units where name_fa = ?', [name]);

const FILE = 'نام محله;شهر;جمعيت;کد\nمینودر;قزوین;«۱۲٬۰۰۰»;۰۰۱\nراه آهن;قزوین;۹۰۰۰;\nکوثر;الوند;;٠٠٢\n'
  .replaceAll('«', '')
  .replaceAll('»', '')
  .replaceAll('ک', 'ك')
  .replaceAll('ی', 'ي');

describe('a list of neighbourhoods', () => {
  test('is looked at: encoding, separator, guessed columns and the first rows', async () => {
    const seen = await inspectImport.run(world.admin, file(FILE));
    expect(seen).toMatchObject({ encoding: 'utf-8', separator: ';', rowCount: 3 });
    expect(Object.fromEntries(seen.columns.map(({ key, header }) => [key, header]))).toMatchObject({
      nameFa: 0,
      parentName: 1,
      population: 2,
      officialCode: 3,
      kind: null,
    });
  });

  test('a dry run counts and writes nothing; a run writes in one command; the same file again changes nothing', async () => {
    expect((await dryRun(FILE)).counts).toEqual({ new: 2, changed: 1, unchanged: 0, rejected: 0 });
    expect(await world.audit()).toEqual([]);
    expect((await run(FILE)).counts).toEqual({ new: 2, changed: 1, unchanged: 0, rejected: 0 });
    expect((await named('مینودر'))[0]).toMatchObject({
      official_code: '001',
      population: 12000,
      parent_id: world.ids.city,
      county_id: world.ids.qazvin,
      kind: 'neighbourhood',
    });
    expect((await named('راه‌آهن'))[0]).toMatchObject({ population: 9000, revision: 2 });
    expect(
      await world.sql(
        'select count(*) n from unit_memberships m join units u on u.id = m.unit_id where u.name_fa = ?',
        ['کوثر'],
      ),
    ).toEqual([{ n: 1 }]);
    const before = await world.sql('select * from units order by id');
    expect((await dryRun(FILE)).counts).toEqual({ new: 0, changed: 0, unchanged: 3, rejected: 0 });
    expect((await run(FILE)).counts).toEqual({ new: 0, changed: 0, unchanged: 3, rejected: 0 });
    expect(await world.sql('select * from units order by id')).toEqual(before);
    expect((await world.audit()).map(({ action, fields_json }) => [action, fields_json])).toEqual([
      ['import.run', '["units"]'],
      ['import.run', '["units"]'],
    ]);
  });

  test('every encoding gives the same result', async () => {
    const text = FILE.replaceAll('۱۲٬۰۰۰', '12000')
      .replaceAll('۹۰۰۰', '9000')
      .replaceAll('۰۰۱', '001')
      .replaceAll('٠٠٢', '002');
    for (const bytes of [
      utf8(`\ufeff${text}`),
      inUtf16(`\ufeff${text}`, 'le'),
      inUtf16(text, 'be'),
      inWindows1256(text),
    ])
      expect((await dryRunImport.run(world.admin, { kind: 'units', bytes })).counts).toEqual({
        new: 2,
        changed: 1,
        unchanged: 0,
        rejected: 0,
      });
  });

  test('new units may lie under new units of the same file, in any order', async () => {
    const text =
      'نوع,نام,کد,کد واحد بالاتر\nروستا,رزجرد,31,30\nبخش,رودبار,30,2601\nمحله,میدان,33,32\nشهر,معلم‌کلایه,32,30\n';
    expect((await run(text)).counts).toEqual({ new: 4, changed: 0, unchanged: 0, rejected: 0 });
    expect((await named('میدان'))[0]).toMatchObject({ county_id: world.ids.qazvin });
    expect(
      await world.sql('select count(*) n from unit_closure c join units u on u.id = c.unit_id where u.name_fa = ?', [
        'میدان',
      ]),
    ).toEqual([{ n: 5 }]);
  });

  test('a new name for a known code is a rename, kept in the history', async () => {
    await run('نام,شهر,کد\nمینودر,قزوین,001\n');
    expect((await dryRun('نام,کد\nنادری,۰۰۱\n')).changes).toEqual([{ line: 2, status: 'changed', fields: ['nameFa'] }]);
    await run('نام,کد\nنادری,۰۰۱\n');
    expect(await world.sql('select kind, old_name from unit_successions')).toEqual([
      { kind: 'rename', old_name: 'مینودر' },
    ]);
  });

  test('only accepted rows are written; the others say why, in both languages, by column', async () => {
    const text =
      'نام,شهر,جمعیت,عرض,طول\nخوب,قزوین,10,36.2,50\nبد,ناکجا,10,,\n,قزوین,1,,\nبدتر,قزوین,ده,,\nنیمه,قزوین,1,36.2,\nدور,قزوین,1,50,36\nخوب,قزوین,10,36.2,50\n';
    const { counts, errors } = await dryRun(text);
    expect(counts).toEqual({ new: 1, changed: 0, unchanged: 0, rejected: 6 });
    expect(errors.map(({ line, field, reason }) => [line, field, reason])).toEqual([
      [3, 'parentName', 'import_parent_unknown'],
      [4, 'nameFa', 'required'],
      [5, 'population', 'number_expected'],
      [6, 'longitude', 'point_incomplete'],
      [7, 'latitude', 'coordinates_swapped'],
      [7, 'longitude', 'coordinates_swapped'],
      [8, 'nameFa', 'import_row_twice'],
    ]);
    expect(errors[0]).toMatchObject({
      column: { fa: 'واحد بالاتر', en: 'Parent' },
      text: { fa: expect.any(String), en: 'There is no such parent in your area.' },
    });
    expect(errors.at(-1)?.text.en).toBe('The same stands in row 2.');
    expect((await run(text)).counts).toMatchObject({ new: 1, rejected: 6 });
  });

  test('a file moves nothing, changes no kind, and knows an ambiguous name when it sees one', async () => {
    await run('نام,شهر,کد\nمینودر,قزوین,001\n');
    await run('نوع,نام,شهرستان\nشهر,مهر,قزوین\nشهر,مهر,البرز\n');
    expect(await reasons('نام,شهر,کد\nمینودر,الوند,001\n')).toEqual([[2, 'parentName', 'import_parent_differs']]);
    expect(await reasons('نوع,نام,کد\nروستا,مینودر,001\n')).toEqual([[2, 'kind', 'import_kind_differs']]);
    expect(await reasons('نام,شهر\nیک,مهر\n')).toEqual([[2, 'parentName', 'import_parent_ambiguous']]);
    expect(await reasons('نام,شهر,شهرستان\nیک,مهر,البرز\n')).toEqual([]);
    expect(await reasons('نام,جمعیت\nیک,5\n')).toEqual([[2, 'parentName', 'import_parent_missing']]);
    expect(await reasons('نوع,نام,شهر\nشهر,نو,قزوین\n')).toEqual([]);
    expect(await reasons('نوع,نام,کد واحد بالاتر\nشهر,نو,2601011230\n')).toEqual([
      [2, 'parentCode', 'unit_parent_unfit'],
    ]);
  });
});

describe('whose area it is', () => {
  test('an administrator of one county writes there; rows of the other are rejected without saying what is there', async () => {
    const local = await world.as({ role: 'province_admin', unitId: world.ids.alborz });
    const given = file('نام,کد واحد بالاتر,کد\nیک,2605011240,\nدو,2601011230,\nالبرز,,2605\nقزوین,,2601\n');
    const { counts, errors } = await dryRunImport.run(local, given);
    expect(counts).toEqual({ new: 1, changed: 0, unchanged: 1, rejected: 2 });
    expect(errors.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'import_parent_unknown'],
      [5, 'import_outside_area'],
    ]);
  });

  test('only who may import may look, rehearse or run', async () => {
    const manager = await world.as({ role: 'neighbourhood_manager', unitId: world.ids.rail });
    for (const act of [inspectImport, dryRunImport, runImport])
      await expect(act.run(manager, file(FILE))).rejects.toMatchObject({ kind: 'not_permitted' });
    await expect(runImport.run(world.visitor(), file(FILE))).rejects.toMatchObject({ kind: 'signed_out' });
  });
});

describe('bad input names the field', () => {
  const fieldsOf = (given: object) =>
    dryRunImport.run(world.admin, given).then(
      () => [],
      (failure: { fields?: { field: string; reason: string }[] }) => failure.fields,
    );
  test.each([
    ['a workbook', { ...file(''), bytes: Uint8Array.of(0x50, 0x4b, 3, 4) }, 'bytes', 'import_is_workbook'],
    ['a mapping that is no JSON', { ...file(FILE), mapping: '{' }, 'mapping', 'import_mapping_malformed'],
    ['a mapping beyond the columns', file(FILE, { nameFa: 9 }), 'mapping', 'import_mapping_malformed'],
    ['a mapping of a column we have not', file(FILE, { household: 1 }), 'mapping', 'import_mapping_malformed'],
    ['no column for the name', file(FILE, { population: 2 }), 'mapping', 'import_column_unmapped'],
    ['an unknown kind', { ...file(FILE), kind: 'households' }, 'kind', 'choice_unknown'],
    ['an extra field', { ...file(FILE), force: 'yes' }, 'force', 'unknown_field'],
    ['no file', { kind: 'units' }, 'bytes', 'required'],
  ])('%s', async (_name, given, field, reason) => {
    expect(await fieldsOf(given)).toMatchObject([{ field, reason }]);
  });

  test('a row with a stray separator is rejected by its number', async () => {
    expect(await reasons('نام,شهر\nیک,قزوین,چیزی\n')).toEqual([[2, '', 'import_row_too_long']]);
  });
});

test('the same command id with another file of the same length is refused', async () => {
  const commandId = '0192f0a0-0000-7000-8000-0000000000aa';
  const padded = (name: string) => file(`نام,شهر,${'x'.repeat(200)}\n${name},قزوین,\n`);
  const first = await runImport.run(world.admin, padded('یکم'), commandId);
  expect(await runImport.run(world.admin, padded('یکم'), commandId)).toEqual(first);
  await expect(runImport.run(world.admin, padded('دوم'), commandId)).rejects.toMatchObject({
    reason: 'command_id_reused',
  });
});

test('20,000 rows are planned and written, and a second time none', async () => {
  const text = `نام,شهر,کد\n${Array.from({ length: 20_000 }, (_, i) => `محله ${i},${i % 2 ? 'قزوین' : 'الوند'},N${i}`).join('\n')}\n`;
  expect((await run(text)).counts).toEqual({ new: 20_000, changed: 0, unchanged: 0, rejected: 0 });
  expect((await dryRun(text)).counts).toEqual({ new: 0, changed: 0, unchanged: 20_000, rejected: 0 });
});
