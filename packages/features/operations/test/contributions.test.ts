import { newId } from '@mahalleh/kernel';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cancelOperation } from '../src/commands/cancel-operation.ts';
import { recordContribution } from '../src/commands/record-contribution.ts';
import { removeContribution } from '../src/commands/remove-contribution.ts';
import { valueWork } from '../src/commands/value-work.ts';
import { readWorkSettings } from '../src/queries/work-settings.ts';
import { readOperation } from '../src/queries/operation.ts';
import { openFixture, planned, reasonOf, rowOf, type Fixture } from './fixture.ts';

let fixture: Fixture;
beforeEach(async () => {
  fixture = await openFixture();
});
afterEach(() => fixture.db.close());

test('money, work and goods are added up apart, in whole rials, and a removed one counts no more', async () => {
  const { manager, operationId } = await planned(fixture);
  const record = (more: object) => recordContribution.run(manager, { operationId, ...more });
  await record({ kind: 'work', hours: '۱۲', valueRial: '۵٬۰۰۰٬۰۰۰' });
  await record({ kind: 'place', note: 'حیاط مدرسه' });
  const totals = async () => (await readOperation.run(manager, { operationId })).totals;
  const none = { estimatedRial: 0, unvalued: 1 };
  expect(await totals()).toEqual({ moneyRial: 0, inKindRial: 5_000_000, hours: 12, isZeroBudget: true, ...none });
  const money = await record({ kind: 'money', valueRial: 30_000_000, agencyId: fixture.ids.basij });
  expect(await totals()).toEqual({
    moneyRial: 30_000_000,
    inKindRial: 5_000_000,
    hours: 12,
    isZeroBudget: false,
    ...none,
  });
  await removeContribution.run(manager, { contributionId: money.id });
  expect(await totals()).toMatchObject({ moneyRial: 0, isZeroBudget: true });
  expect(await rowOf(fixture.db, 'contributions', money.id)).toMatchObject({
    value_rial: 30_000_000,
    removed_at_ms: fixture.db.ports.nowMs(),
  });
  expect(await reasonOf(removeContribution.run(manager, { contributionId: money.id }))).toBe(
    'not_found contribution_unknown',
  );
});

test('hours of work are valued at what an hour is worth in the province, from then on, and it is said how', async () => {
  const { manager, operationId } = await planned(fixture);
  const work = async () => {
    const { id } = await recordContribution.run(manager, { operationId, kind: 'work', hours: '۴۰' });
    const { value_rial, valued_by, hour_rial } = await rowOf(fixture.db, 'contributions', id);
    return [value_rial, valued_by, hour_rial];
  };
  expect(await work()).toEqual([null, null, null]);
  const dg = await fixture.db.as({ role: 'director_general', unitId: fixture.ids.province });
  const valued = { revision: 1, hourRial: '۸۰۰٬۰۰۰', weekend: '5,6' };
  expect(await reasonOf(valueWork.run(manager, valued))).toBe('not_permitted not_permitted');
  await valueWork.run(dg, valued);
  expect(await readWorkSettings.run(dg, {})).toEqual({ revision: 2, hourRial: 800_000, weekend: '5,6' });
  expect(await work()).toEqual([32_000_000, 'estimated', 800_000]);
  const page = await readOperation.run(manager, { operationId });
  expect(page).toMatchObject({
    hourRial: 800_000,
    totals: { inKindRial: 32_000_000, estimatedRial: 32_000_000, unvalued: 1 },
  });
  expect(await reasonOf(valueWork.run(dg, valued))).toBe('conflict revision_conflict');
  expect(await reasonOf(valueWork.run(dg, { ...valued, weekend: '8' }))).toBe(
    'invalid input_invalid weekend choice_unknown',
  );
  expect((await fixture.db.audit()).at(-1)).toMatchObject({ action: 'contribution.record' });
});

test.each([
  ['money without an amount', { kind: 'money' }, 'refused contribution_without_value valueRial'],
  ['a fraction of a rial', { kind: 'money', valueRial: '10.5' }, 'invalid input_invalid valueRial integer_expected'],
  ['less than nothing', { kind: 'goods', valueRial: -1 }, 'invalid input_invalid valueRial number_too_small'],
  ['hours of goods', { kind: 'goods', hours: 2 }, 'refused contribution_hours_of_no_work hours'],
  ['a kind that there is not', { kind: 'prayer' }, 'invalid input_invalid kind choice_unknown'],
  ['an agency that is not there', { kind: 'place', agencyId: newId() }, 'refused agency_unknown agencyId'],
])('%s is refused', async (_title, more, expected) => {
  const { manager, operationId } = await planned(fixture);
  expect(await reasonOf(recordContribution.run(manager, { operationId, ...more }))).toBe(expected);
  expect(await fixture.db.sql('select * from contributions')).toEqual([]);
});

test('an officer records what the own agency gave, and nothing for another or for nobody', async () => {
  const { db, ids } = fixture;
  const { operationId } = await planned(fixture);
  const officer = await db.as({ role: 'agency_officer', unitId: ids.county, agencyId: ids.basij });
  const record = (agencyId?: string) =>
    recordContribution.run(officer, { operationId, kind: 'work', ...(agencyId ? { agencyId } : {}) });
  expect(await reasonOf(record(ids.municipality))).toBe('refused contribution_of_other_agency agencyId');
  expect(await reasonOf(record())).toBe('refused contribution_of_other_agency agencyId');
  expect(await record(ids.basij)).toHaveProperty('id');
});

test('a done operation still takes a contribution, a cancelled one does not', async () => {
  const { manager, operationId } = await planned(fixture);
  await fixture.db.sql("update operations set status = 'done'");
  expect(await recordContribution.run(manager, { operationId, kind: 'place' })).toHaveProperty('id');
  await fixture.db.sql("update operations set status = 'planned'");
  await cancelOperation.run(manager, { operationId, revision: 1, reason: 'نشد' });
  expect(await reasonOf(recordContribution.run(manager, { operationId, kind: 'place' }))).toBe(
    'refused operation_ended',
  );
});
