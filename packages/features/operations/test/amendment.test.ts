import { newId } from '@mahalleh/kernel';
import { undoAct } from '@mahalleh/undo';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { amendOperation } from '../src/commands/amend-operation.ts';
import { planOperation } from '../src/commands/plan-operation.ts';
import { readOperation } from '../src/queries/operation.ts';
import { openFixture, planInput, planned, reasonOf, rowOf, type Fixture } from './fixture.ts';

let fixture: Fixture;
beforeEach(async () => {
  fixture = await openFixture();
});
afterEach(() => fixture.db.close());

test('an operation ends later only with a reason, and every reason is kept with the end that was planned first', async () => {
  const { manager, operationId } = await planned(fixture);
  const later = { operationId, revision: 1, endsOn: '1405-10-10' };
  expect(await reasonOf(amendOperation.run(manager, later))).toBe('refused later_needs_reason reason');
  await amendOperation.run(manager, { ...later, reason: 'لوله‌ها نرسید' });
  await amendOperation.run(manager, { ...later, revision: 2, endsOn: '1405-10-20', reason: 'برف' });
  const page = await readOperation.run(manager, { operationId });
  expect(page.baselineEndsOn).toBe('2026-12-21');
  expect(page.extensions.map(({ fromOn, toOn, reason }) => [fromOn, toOn, reason])).toEqual([
    ['2026-12-21', '2026-12-31', 'لوله‌ها نرسید'],
    ['2026-12-31', '2027-01-10', 'برف'],
  ]);
  await amendOperation.run(manager, { ...later, revision: 3, endsOn: '1405-10-05' });
  expect((await readOperation.run(manager, { operationId })).extensions).toHaveLength(2);
});

test('an amendment is taken back with the capacities it took away, but never to fewer days', async () => {
  const { manager, operationId } = await planned(fixture);
  const [first, second] = [newId(), newId()];
  const amend = { operationId, revision: 1, title: 'روشنایی تازه', audience: 'women', capacityIds: [] };
  await amendOperation.run(manager, amend, first);
  await undoAct.run(manager, { commandId: first });
  expect(await rowOf(fixture.db, 'operations', operationId)).toMatchObject({
    title: 'روشنایی کوچه‌ها',
    audience: null,
  });
  expect(await fixture.db.sql('select capacity_id from operation_capacities')).toEqual([
    { capacity_id: fixture.ids.lamps },
  ]);
  await amendOperation.run(manager, { operationId, revision: 3, endsOn: '1405-10-10', reason: 'برف' }, second);
  expect(await reasonOf(undoAct.run(manager, { commandId: second }))).toBe('not_found reversal_unknown');
});

test('whom it addresses and where it is are kept and cleared', async () => {
  const { manager, operationId } = await planned(fixture, {
    audience: 'elderly',
    placeKind: 'point',
    latitude: '۳۴٫۶۴',
    longitude: '50.88',
  });
  const row = () => rowOf(fixture.db, 'operations', operationId);
  expect(await row()).toMatchObject({ audience: 'elderly', place_kind: 'point', latitude: 34.64, longitude: 50.88 });
  await amendOperation.run(manager, { operationId, revision: 1, title: 'دیگر' });
  expect(await row()).toMatchObject({ place_kind: 'point', latitude: 34.64 });
  await amendOperation.run(manager, { operationId, revision: 2, placeKind: 'whole', audience: '' });
  expect(await row()).toMatchObject({ audience: null, place_kind: 'whole', latitude: null, longitude: null });
});

test.each([
  ['a point without its longitude', { latitude: 34.6 }, 'refused point_needs_coordinates longitude'],
  [
    'a point that is the whole place',
    { placeKind: 'whole', latitude: 34.6, longitude: 50.9 },
    'refused whole_has_no_point placeKind',
  ],
  ['a group that there is not', { audience: 'somebody' }, 'invalid input_invalid audience choice_unknown'],
  [
    'a point whose coordinates are swapped',
    { latitude: 50.9, longitude: 34.6 },
    'invalid input_invalid latitude coordinates_swapped longitude coordinates_swapped',
  ],
])('%s is refused, naming the field', async (_title, more, expected) => {
  const manager = await fixture.db.as({ role: 'neighbourhood_manager', unitId: fixture.ids.sheikhabad });
  expect(await reasonOf(planOperation.run(manager, { ...planInput(fixture), ...more }))).toBe(expected);
});

test('an operation in a sensitive domain has its neighbourhood and no point, planned or amended', async () => {
  await fixture.db.sql("update domains set is_sensitive = 1 where key = 'civil_works'");
  const manager = await fixture.db.as({ role: 'neighbourhood_manager', unitId: fixture.ids.sheikhabad });
  const point = { placeKind: 'point', latitude: 34.6, longitude: 50.9 };
  expect(await reasonOf(planOperation.run(manager, { ...planInput(fixture), ...point }))).toBe(
    'refused sensitive_has_no_point latitude',
  );
  const { operationId } = await planned(fixture);
  expect(await reasonOf(amendOperation.run(manager, { operationId, revision: 1, ...point }))).toBe(
    'refused sensitive_has_no_point latitude',
  );
  expect((await readOperation.run(manager, { operationId })).isSensitive).toBe(true);
});
