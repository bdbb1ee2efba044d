import { newId } from '@mahalleh/kernel';
import { undoAct } from '@mahalleh/undo';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { amendIndicator } from '../src/commands/amend-indicator.ts';
import { defineIndicator } from '../src/commands/define-indicator.ts';
import { retireIndicator } from '../src/commands/retire-indicator.ts';
import { IndicatorChoices, IndicatorDetail, IndicatorList } from '../src/model.ts';
import { readIndicator } from '../src/queries/indicator.ts';
import { chooseIndicators, listIndicators } from '../src/queries/indicators.ts';
import { readSeries } from '../src/queries/series.ts';
import { defined, lamps, measured, openIndicators, reasonOf, type Setting } from './setting.ts';

let the: Setting;
beforeEach(async () => void (the = await openIndicators()));
afterEach(() => the.db.close());

const define = (more: object) => reasonOf(defineIndicator.run(the.dg, lamps(more)));
const page = async (indicatorId: string) =>
  IndicatorDetail.strict().parse(await readIndicator.run(the.dg, { indicatorId }));

describe('indicator.define', () => {
  test('is on record with its version, its inputs and one audit row; undone, nothing of it is left', async () => {
    const { db, dg, ids } = the;
    await defined(the);
    const commandId = newId();
    const { id } = await defineIndicator.run(
      dg,
      lamps({
        key: 'lit_share',
        unit: 'per_1000',
        addsUp: false,
        formula: "۱۰۰۰ × lamps ÷ population + 0 × metric('problem.solved')",
      }),
      commandId,
    );
    expect(await db.sql('select kind, ref from indicator_inputs where indicator_id = ? order by kind', [id])).toEqual([
      { kind: 'indicator', ref: expect.any(String) },
      { kind: 'metric', ref: 'problem.solved' },
    ]);
    const [, row] = await db.audit();
    expect(row).toMatchObject({ action: 'indicator.define', subject: id, unit_id: ids.province });
    expect((await page(id)).reads.map(({ key }) => key)).toEqual(['lamps']);
    await undoAct.run(dg, { commandId });
    expect(await db.sql('select key from indicators')).toEqual([{ key: 'lamps' }]);
    expect(await db.sql('select * from indicator_inputs')).toEqual([]);
    expect(await db.sql('select version from indicator_versions')).toEqual([{ version: 1 }]);
  });

  test.each([
    ['without a name', { key: '' }, 'invalid input_invalid key required'],
    ['with a Persian name', { key: 'چراغ' }, 'invalid input_invalid key indicator_key_malformed'],
    ['called as a word of formulas', { key: 'population' }, 'refused indicator_key_reserved key'],
    ['in an unknown group', { aim: 'happiness' }, 'invalid input_invalid aim choice_unknown'],
    ['adding up shares', { unit: 'percent' }, 'refused indicator_not_additive addsUp'],
    ['adding up a formula', { formula: 'population' }, 'refused indicator_sum_of_formula addsUp'],
    ['with a bracket open', { addsUp: false, formula: '(1 + population' }, 'refused formula_bracket_open formula'],
    ['of an unknown name', { addsUp: false, formula: 'lamps + 1' }, 'refused formula_loop formula'],
    ['of another unknown name', { addsUp: false, formula: 'bulbs + 1' }, 'refused formula_name_unknown formula'],
    ['that is a number', { addsUp: false, formula: '42' }, 'refused formula_reads_nothing formula'],
    [
      'with somebody’s number in its title',
      { titleFa: 'تماس ۰۹۱۲۱۲۳۴۵۶۷' },
      'invalid input_invalid titleFa personal_number_in_text',
    ],
  ])('%s is refused, and nothing is written', async (_title, more, expected) => {
    expect(await define(more)).toBe(expected);
    expect(await the.db.sql('select * from indicators')).toEqual([]);
    expect(await the.db.audit()).toEqual([]);
  });

  test('a name is taken once', async () => {
    await defined(the);
    expect(await define({})).toBe('conflict indicator_key_taken');
  });

  test('a part measured more often, or of people, does not go in', async () => {
    await defined(the, { key: 'left', population: 'people', unit: 'person' });
    const computed = { key: 'share', addsUp: false, unit: 'percent', formula: '100 * left / population' };
    expect(await define({ ...computed, frequency: 'year', population: 'people' })).toBe(
      'refused formula_part_more_often formula',
    );
    expect(await define(computed)).toBe('refused formula_of_people formula');
    expect(await define({ ...computed, population: 'people' })).toBe('no refusal');
  });

  test('who holds less than the province defines nothing', async () => {
    const local = await the.db.as({ role: 'director_general', unitId: the.ids.qazvin });
    expect(await reasonOf(defineIndicator.run(local, lamps()))).toBe('not_found indicator_province_only');
    const manager = await the.db.as({ role: 'neighbourhood_manager', unitId: the.ids.far });
    expect(await reasonOf(defineIndicator.run(manager, lamps()))).toBe('not_permitted not_permitted');
  });
});

describe('indicator.amend', () => {
  test('of words keeps the version; of the meaning begins another, and says why', async () => {
    const { dg } = the;
    const id = await defined(the);
    await amendIndicator.run(dg, { indicatorId: id, revision: 1, titleFa: 'چراغ‌های سالم', titleEn: '' });
    expect(await page(id)).toMatchObject({ titleFa: 'چراغ‌های سالم', titleEn: null, version: 1, revision: 2 });
    const less = { indicatorId: id, revision: 2, direction: 'less' };
    expect(await reasonOf(amendIndicator.run(dg, less))).toBe('refused indicator_version_needs_reason why');
    await amendIndicator.run(dg, { ...less, why: 'چراغ‌های خراب شمرده می‌شود.' });
    const detail = await page(id);
    expect(detail).toMatchObject({ version: 2, direction: 'less' });
    expect(detail.versions.map(({ version, why }) => [version, why])).toEqual([
      [2, 'چراغ‌های خراب شمرده می‌شود.'],
      [1, null],
    ]);
    expect(detail.history.map(({ action }) => action)).toEqual([
      'indicator.amend',
      'indicator.amend',
      'indicator.define',
    ]);
  });

  test('series of old and new are never joined', async () => {
    const { dg, places } = the;
    const id = await defined(the);
    await measured(the, id, places[0], { '1405-05': 10, '1405-06': 12 });
    await amendIndicator.run(dg, { indicatorId: id, revision: 1, direction: 'less', why: 'وارونه' });
    await measured(the, id, places[0], { '1405-07': 3 });
    const { points, earlier } = await readSeries.run(dg, { indicatorId: id, unitId: String(places[0]) });
    expect(points.map(({ period, value }) => [period, value])).toEqual([['1405-07', 3]]);
    expect(earlier.map(({ period, value, version }) => [period, value, version])).toEqual([
      ['1405-05', 10, 1],
      ['1405-06', 12, 1],
    ]);
  });

  test('a loop through others is refused with its way named', async () => {
    const { dg } = the;
    await defined(the);
    const computed = { addsUp: false, unit: 'count' };
    const b = await defined(the, { ...computed, key: 'b_sum', formula: 'lamps + 1' });
    await defined(the, { ...computed, key: 'c_sum', formula: 'b_sum + 2' });
    const loop = amendIndicator.run(dg, { indicatorId: b, revision: 1, formula: 'lamps + c_sum', why: 'آزمون' });
    await expect(loop).rejects.toMatchObject({
      reason: 'formula_loop',
      detail: { loop: ['b_sum', 'c_sum', 'b_sum'].map((key) => `\u2068${key}\u2069`).join(' ← ') },
    });
  });

  test('a unit that a formula needs stays', async () => {
    const { dg } = the;
    const id = await defined(the);
    await defined(the, { key: 'doubled', addsUp: false, formula: "lamps + metric('problem.solved')" });
    expect(await reasonOf(amendIndicator.run(dg, { indicatorId: id, revision: 1, unit: 'rial', why: 'آزمون' }))).toBe(
      'refused indicator_unit_needed unit',
    );
  });

  test('taken back, the old version holds again – unless it was measured under the new one', async () => {
    const { dg, db, places } = the;
    const id = await defined(the);
    const first = newId();
    const amend = (revision: number, commandId: string) =>
      amendIndicator.run(dg, { indicatorId: id, revision, addsUp: false, unit: 'percent', why: 'سهم' }, commandId);
    await amend(1, first);
    await undoAct.run(dg, { commandId: first });
    expect(await page(id)).toMatchObject({ version: 1, unit: 'count', addsUp: true, revision: 3 });
    const second = newId();
    await amend(3, second);
    await measured(the, id, places[0], { '1405-07': 40 });
    expect(await reasonOf(undoAct.run(dg, { commandId: second }))).not.toBe('no refusal');
    expect(await db.sql('select version from indicators')).toEqual([{ version: 2 }]);
  });
});

describe('indicator.retire', () => {
  test('what others read stays; what is retired is measured no more, and comes back from the trash', async () => {
    const { dg, db, places } = the;
    const id = await defined(the);
    const reader = await defined(the, { key: 'doubled', addsUp: false, formula: '2 * lamps' });
    const retire = (indicatorId: string, commandId = newId()) =>
      retireIndicator.run(dg, { indicatorId, revision: 1, reason: 'دیگر منتشر نمی‌شود' }, commandId);
    expect(await reasonOf(retire(id))).toBe('refused indicator_is_read');
    await retire(reader);
    const commandId = newId();
    await retire(id, commandId);
    expect(await reasonOf(measured(the, id, places[0], { '1405-07': 1 }))).toBe('refused indicator_retired');
    expect((await listIndicators.run(dg, {})).rows).toEqual([]);
    expect((await listIndicators.run(dg, { withRetired: 'true' })).rows).toHaveLength(2);
    expect(await db.sql('select label, is_trash from reversals where command_id = ?', [commandId])).toEqual([
      { label: 'چراغ‌های روشن', is_trash: 1 },
    ]);
    await undoAct.run(dg, { commandId });
    expect((await page(id)).retiredAtMs).toBeNull();
  });
});

test('the list stands by groups of aims and is found by words; choices say what can be chosen', async () => {
  await defined(the, { key: 'harm', aim: 'harms', titleFa: 'نزاع‌های گزارش‌شده' });
  const id = await defined(the);
  await measured(the, id, the.places[0], { '1405-06': 2, '1405-07': 3 });
  const list = IndicatorList.strict().parse(await listIndicators.run(the.dg, {}));
  expect(list.rows.map(({ key, lastPeriod, measured: n }) => [key, lastPeriod, n])).toEqual([
    ['lamps', '1405-07', 1],
    ['harm', null, 0],
  ]);
  expect(list.places).toBe(11);
  expect((await listIndicators.run(the.dg, { q: 'چراغ هاي' })).rows.map(({ key }) => key)).toEqual(['lamps']);
  expect((await listIndicators.run(the.dg, { aim: 'harms' })).rows.map(({ key }) => key)).toEqual(['harm']);
  expect(IndicatorChoices.strict().parse(await chooseIndicators.run(the.dg, { q: 'harm' })).rows).toMatchObject([
    { key: 'harm', isComputed: false, addsUp: true },
  ]);
});
