import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { assignResponsibility, responsibilityCell, responsibilityMatrix } from '../src/index.ts';
import { CellDetail, Matrix } from '../src/model.ts';
import { openSetting, reasonOf, type Setting } from './setting.ts';

let s: Setting;
beforeEach(async () => {
  s = await openSetting();
});
afterEach(() => s.db.close());

const matrix = async (input: object = {}, who = s.dg) =>
  Matrix.strict().parse(await responsibilityMatrix.run(who, input));
const cellOf = async (unitId: string, domainKey: string) => {
  const { rows } = await matrix();
  const cell = rows.find((row) => row.unitId === unitId)?.cells.find((one) => one.domainKey === domainKey);
  if (!cell) throw new Error('no such cell');
  return cell;
};

describe('the matrix', () => {
  test('has a row for every neighbourhood of the reader’s topmost unit, county by county, and a column for every top of the tree', async () => {
    const { rows, domains, scope, total } = await matrix();
    expect(scope.nameFa).toBe('قم');
    expect(rows.map(({ nameEn }) => nameEn)).toEqual(['Sheikhabad', 'Pardisan', 'Fordo']);
    expect(total).toBe(3);
    expect(domains.map(({ key }) => key)).toEqual(['civil_works', 'health', 'sport']);
    expect(domains.map(({ unled }) => unled)).toEqual([3, 3, 3]);
    expect(rows[0]?.countyNameEn).toBe('Qom county');
    for (const row of rows) expect(row.cells.map(({ state }) => state)).toEqual(['empty', 'empty', 'empty']);
  });

  test('keeps to one county, one page, one name, and the units of the reader', async () => {
    expect((await matrix({ unitId: s.ids.kahak })).rows.map(({ unitId }) => unitId)).toEqual([s.ids.fordo]);
    expect((await matrix({ page: 2, size: 2 })).rows.map(({ unitId }) => unitId)).toEqual([s.ids.fordo]);
    expect((await matrix({ q: 'شيخ‌آباد' })).rows.map(({ unitId }) => unitId)).toEqual([s.ids.sheikhabad]);
    const { scope, above, below, rows } = await matrix({}, s.governor);
    expect([scope.id, above, below.length, rows.length]).toEqual([s.ids.kahak, [], 0, 1]);
    expect(await reasonOf(matrix({ unitId: s.ids.qom }, s.governor))).toBe('not_found unit_unknown');
    expect((await matrix()).below.map(({ id }) => id).toSorted()).toEqual([s.ids.qom, s.ids.kahak].toSorted());
    expect((await matrix({ unitId: s.ids.qom })).above.map(({ id }) => id)).toEqual([s.ids.province]);
  });

  test('says who leads, and where that is declared: the nearest declaration wins', async () => {
    await s.lead(s.ids.province, 'civil_works', s.agencies.municipality);
    await s.lead(s.ids.sheikhabad, 'civil_works', s.agencies.basij);
    expect((await cellOf(s.ids.fordo, 'civil_works')).lead).toMatchObject({
      agencyName: 'municipality',
      isOwn: false,
      unitNameFa: 'قم',
    });
    expect((await cellOf(s.ids.sheikhabad, 'civil_works')).lead).toMatchObject({ agencyName: 'basij', isOwn: true });
    const { domains } = await matrix();
    expect(domains.map(({ unled }) => unled)).toEqual([0, 3, 3]);
    await s.lead(s.ids.qom, 'sport', s.agencies.basij);
    await s.lead(s.ids.pardisan, 'sport', s.agencies.power);
    expect((await matrix()).domains[2]?.unled).toBe(1);
  });

  test('counts problems below a domain with it, and as with nobody those for which nobody leads and nothing is done', async () => {
    await s.problem(s.ids.sheikhabad, 'civil_works');
    const dark = await s.problem(s.ids.sheikhabad, 'lighting');
    await s.problem(s.ids.sheikhabad, 'lighting', { status: 'closed' });
    await s.problem(s.ids.sheikhabad, 'lighting', { discarded_at_ms: 1 });
    expect(await cellOf(s.ids.sheikhabad, 'civil_works')).toMatchObject({ open: 2, gap: 2, state: 'gap' });
    await s.operation(s.ids.sheikhabad, 'lighting', null, { problem_id: dark });
    expect(await cellOf(s.ids.sheikhabad, 'civil_works')).toMatchObject({ open: 2, gap: 1, state: 'gap' });
    await s.lead(s.ids.qom, 'lighting', s.agencies.power);
    expect(await cellOf(s.ids.sheikhabad, 'civil_works')).toMatchObject({ open: 2, gap: 1, lead: null });
    await s.lead(s.ids.qom, 'civil_works', s.agencies.municipality);
    expect(await cellOf(s.ids.sheikhabad, 'civil_works')).toMatchObject({ open: 2, gap: 0, state: 'others' });
    expect((await matrix()).domains[0]).toMatchObject({ key: 'civil_works', open: 2 });
  });

  test('says who acts, and when several do', async () => {
    await s.lead(s.ids.qom, 'sport', s.agencies.municipality);
    await s.problem(s.ids.sheikhabad, 'sport');
    expect(await cellOf(s.ids.sheikhabad, 'sport')).toMatchObject({ state: 'idle', isOverlap: false });
    await s.operation(s.ids.sheikhabad, 'sport', s.agencies.basij);
    expect(await cellOf(s.ids.sheikhabad, 'sport')).toMatchObject({ state: 'others', isOverlap: false });
    await s.operation(s.ids.sheikhabad, 'sport', s.agencies.municipality);
    await s.operation(s.ids.sheikhabad, 'sport', s.agencies.power, { status: 'done' });
    expect(await cellOf(s.ids.sheikhabad, 'sport')).toMatchObject({
      state: 'led',
      isOverlap: true,
      acting: [
        { agencyName: 'basij', operations: 1 },
        { agencyName: 'municipality', operations: 1 },
      ],
    });
    expect(await cellOf(s.ids.pardisan, 'sport')).toMatchObject({ state: 'quiet', acting: [] });
  });

  test('who helps with tasks acts, and does not collide', async () => {
    const operationId = await s.operation(s.ids.sheikhabad, 'sport', s.agencies.municipality);
    await s.db.sql(
      "insert into tasks (id, operation_id, unit_id, title, responsible_person_id, agency_id, starts_on, due_on, status) values ('t', ?, ?, 't', ?, ?, '2026-11-01', '2026-11-30', 'open')",
      [operationId, s.ids.sheikhabad, s.dg.personId, s.agencies.basij],
    );
    expect(await cellOf(s.ids.sheikhabad, 'sport')).toMatchObject({
      isOverlap: false,
      acting: [
        { agencyName: 'municipality', operations: 1, tasks: 0 },
        { agencyName: 'basij', operations: 0, tasks: 1 },
      ],
    });
  });
});

describe('one cell', () => {
  const cell = async (input: object, who = s.dg) => CellDetail.strict().parse(await responsibilityCell.run(who, input));

  test('shows the duties that hold there, the nearest first, the operations, the problems, and whom a duty can be given to', async () => {
    await s.lead(s.ids.province, 'civil_works', s.agencies.municipality, { note: 'حکم ۱۲۴' });
    await s.lead(s.ids.sheikhabad, 'lighting', s.agencies.power);
    await assignResponsibility.run(s.dg, {
      unitId: s.ids.qom,
      domainKey: 'civil_works',
      agencyId: s.agencies.basij,
      role: 'partner',
    });
    await s.lead(s.ids.pardisan, 'civil_works', s.agencies.health);
    await s.lead(s.ids.province, 'sport', s.agencies.health);
    const dark = await s.problem(s.ids.sheikhabad, 'lighting', { severity: 5 });
    await s.problem(s.ids.pardisan, 'lighting');
    await s.operation(s.ids.sheikhabad, 'lighting', s.agencies.basij, { ends_on: '2026-11-20' });
    const input = { unitId: s.ids.sheikhabad, domainKey: 'civil_works' };
    const found = await cell(input);
    expect(found.duties.map(({ agencyName, unitNameEn }) => `${agencyName} ${unitNameEn}`)).toEqual([
      'power Sheikhabad',
      'basij Qom county',
      'municipality Qom',
    ]);
    expect(found.duties.map(({ isMine }) => isMine)).toEqual([true, true, true]);
    expect((await cell(input, s.manager)).duties.map(({ isMine }) => isMine)).toEqual([true, false, false]);
    expect(found.cell).toMatchObject({ open: 1, gap: 0, state: 'others', partners: 1 });
    expect(found.problems).toMatchObject([{ id: dark, isWithNobody: false, daysOpen: 10, weight: 5 * 100 * 10 }]);
    expect(found.operations).toMatchObject([{ agencyName: 'basij', isLate: true }]);
    expect(found.agencies.map(({ name }) => name)).toEqual(['basij', 'health', 'municipality', 'power']);
    const lighting = await cell({ ...input, domainKey: 'lighting' });
    expect(lighting.cell.lead?.agencyName).toBe('power');
    expect(await reasonOf(cell({ ...input, domainKey: 'chess' }))).toBe('not_found domain_unknown');
    expect(await reasonOf(cell(input, s.governor))).toBe('not_found unit_unknown');
  });

  test('says which of the problems are with nobody', async () => {
    const dark = await s.problem(s.ids.sheikhabad, 'sport');
    const wet = await s.problem(s.ids.sheikhabad, 'sport', { people_affected: 9000 });
    await s.operation(s.ids.sheikhabad, 'sport', null, { problem_id: wet });
    const { problems } = await cell({ unitId: s.ids.sheikhabad, domainKey: 'sport' });
    expect(problems.map(({ id, isWithNobody }) => [id, isWithNobody])).toEqual([
      [dark, true],
      [wet, false],
    ]);
  });
});
