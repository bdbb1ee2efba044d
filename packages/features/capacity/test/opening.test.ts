import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  amendCapacity,
  capacityList,
  capacityPage,
  dropException,
  registerCapacity,
  setException,
  setHours,
  withdrawCapacity,
} from '../src/index.ts';
import { openSetting, type Setting } from './setting.ts';

let s: Setting;
beforeAll(async () => {
  s = await openSetting();
});
afterAll(() => s.province.close());

const lastAudit = async () => (await s.province.audit()).at(-1);
const reversal = async () => (await s.province.sql('select * from reversals order by rowid desc limit 1'))[0] ?? {};
const week = { saturday: '۸ تا ۱۲، ۱۶ تا ۲۰', thursday: '8-13', friday: '' };

describe('opening hours', () => {
  test('are set as they are typed, and SQL knows them day by day', async () => {
    const capacityId = await s.register();
    await setHours.run(s.manager, { capacityId, revision: 1, week });
    const { sql } = s.province;
    const of = [capacityId];
    expect(
      await sql('select weekday, from_min, to_min from capacity_hours where capacity_id = ? order by 1, 2', of),
    ).toEqual([
      { weekday: 0, from_min: 480, to_min: 720 },
      { weekday: 0, from_min: 960, to_min: 1200 },
      { weekday: 5, from_min: 480, to_min: 780 },
    ]);
    expect(await s.row(capacityId)).toMatchObject({ open_days: 0b0100001, revision: 2 });
    expect(await lastAudit()).toMatchObject({ action: 'capacity.amend', fields_json: '["hours"]' });
    expect(JSON.parse(String((await reversal())['steps_json']))).toMatchObject([
      { table: 'capacities', set: { hours_json: null, open_days: 0 }, where: { id: capacityId, revision: 2 } },
    ]);
    await setHours.run(s.manager, { capacityId, revision: 2, week: {} });
    expect(await s.row(capacityId)).toMatchObject({ open_days: 0, hours_json: null, is_closed_on_holidays: 0 });
    expect(await sql('select 1 from capacity_hours where capacity_id = ?', of)).toEqual([]);
  });

  test('say whether holidays are closed; left out, that stays', async () => {
    const capacityId = await s.register();
    await setHours.run(s.manager, { capacityId, revision: 1, week, isClosedOnHolidays: 'on' });
    expect(JSON.parse(String((await reversal())['steps_json']))).toMatchObject([{ set: { is_closed_on_holidays: 0 } }]);
    await setHours.run(s.manager, { capacityId, revision: 2, week });
    expect((await capacityPage.run(s.manager, { capacityId })).hours.isClosedOnHolidays).toBe(true);
    await setHours.run(s.manager, { capacityId, revision: 3, week, isClosedOnHolidays: 'false' });
    expect((await capacityPage.run(s.manager, { capacityId })).hours.isClosedOnHolidays).toBe(false);
  });

  test.each([
    ['week.saturday', { saturday: 'صبح‌ها' }, 'hours_not_understood'],
    ['week.friday', { friday: '8-12, 11-13' }, 'hours_overlap'],
    ['week.weekend', { weekend: '8-12' }, 'unknown_field'],
    ['week', undefined, 'object_expected'],
  ])('with a wrong %s names it', async (field, given, reason) => {
    const capacityId = await s.register();
    await expect(setHours.run(s.manager, { capacityId, revision: 1, week: given })).rejects.toMatchObject({
      kind: 'invalid',
      fields: [{ field, reason }],
    });
  });

  test('are not for the neighbours, nor for two editors of one revision, nor for what is withdrawn', async () => {
    const capacityId = await s.register();
    await expect(setHours.run(s.neighbour, { capacityId, revision: 1, week })).rejects.toMatchObject({
      reason: 'capacity_unknown',
    });
    await setHours.run(s.manager, { capacityId, revision: 1, week });
    await expect(setHours.run(s.manager, { capacityId, revision: 1, week })).rejects.toMatchObject({
      reason: 'revision_conflict',
    });
    await withdrawCapacity.run(s.manager, { capacityId, revision: 2, reason: 'no_longer_there' });
    await expect(setHours.run(s.manager, { capacityId, revision: 3, week })).rejects.toMatchObject({
      reason: 'capacity_is_withdrawn',
    });
  });
});

describe('exceptions', () => {
  test('close some days in a row, or open one at other hours, and are dropped one by one', async () => {
    const capacityId = await s.register();
    await setException.run(s.manager, {
      capacityId,
      revision: 1,
      on: '1406/01/01',
      until: '1406/01/04',
      note: 'نوروز',
    });
    await setException.run(s.manager, { capacityId, revision: 2, on: '1406/01/02', hours: '10 تا 12' });
    const { hours } = await capacityPage.run(s.manager, { capacityId });
    expect(hours.exceptions.map(({ on, spans, note }) => [on, spans, note])).toEqual([
      ['2027-03-21', [], 'نوروز'],
      ['2027-03-22', [[600, 720]], null],
      ['2027-03-23', [], 'نوروز'],
      ['2027-03-24', [], 'نوروز'],
    ]);
    const rows = await s.province.sql(
      'select on_date, from_min, to_min from capacity_exceptions where capacity_id = ? order by 1 limit 2',
      [capacityId],
    );
    expect(rows).toEqual([
      { on_date: '2027-03-21', from_min: null, to_min: null },
      { on_date: '2027-03-22', from_min: 600, to_min: 720 },
    ]);
    await dropException.run(s.manager, { capacityId, revision: 3, on: '1406/01/01' });
    await expect(dropException.run(s.manager, { capacityId, revision: 4, on: '1406/01/01' })).rejects.toMatchObject({
      fields: [{ field: 'on', reason: 'exception_unknown' }],
    });
    expect(await lastAudit()).toMatchObject({ fields_json: '["exceptions"]' });
  });

  test.each([
    [{ on: '1404/01/01' }, 'on', 'exception_in_past'],
    [{ on: '1406/01/02', until: '1406/01/01' }, 'until', 'exception_ends_before'],
    [{ on: '1406/01/01', until: '1407/01/01' }, 'until', 'exception_too_long'],
  ])('%o is refused at its field', async (input, field, reason) => {
    const capacityId = await s.register();
    await expect(setException.run(s.manager, { capacityId, revision: 1, ...input })).rejects.toMatchObject({
      fields: [{ field, reason }],
    });
  });
});

describe('funds', () => {
  test.each([
    [{ kind: 'fund' }, 'amountRial', 'fund_amount_missing'],
    [{ kind: 'fund', amountRial: 5, quantity: 1 }, 'quantity', 'fund_has_no_quantity'],
    [{ kind: 'place', amountRial: 5 }, 'amountRial', 'amount_only_for_funds'],
    [{ kind: 'fund', amountRial: 'پنج' }, 'amountRial', 'number_expected'],
  ])('%o is refused at its field', async (input, field, reason) => {
    await expect(
      registerCapacity.run(s.manager, { unitId: s.here, name: 'صندوق محله', ...input }),
    ).rejects.toMatchObject({ fields: [{ field, reason }] });
  });

  test('stand with what they hold', async () => {
    const capacityId = await s.register({ kind: 'fund', amountRial: '۱۰۰٬۰۰۰٬۰۰۰' });
    expect(await capacityPage.run(s.manager, { capacityId })).toMatchObject({
      kind: 'fund',
      amountRial: 100_000_000,
      earmarkedRial: 0,
    });
  });
});

describe('taking back', () => {
  test('what is withdrawn lies in the trash under its name; what is registered is withdrawn as a mistake', async () => {
    const capacityId = await s.register({ name: 'تالار' });
    expect(JSON.parse(String((await reversal())['steps_json']))).toMatchObject([
      { set: { withdraw_reason: 'registered_by_mistake' }, where: { id: capacityId, revision: 1 } },
    ]);
    await withdrawCapacity.run(s.manager, { capacityId, revision: 1, reason: 'no_longer_there' });
    expect(await reversal()).toMatchObject({ act: 'capacity.withdraw', label: 'تالار', is_trash: 1, unit_id: s.here });
  });

  test('an amendment keeps what was there, except where less could be booked afterwards', async () => {
    const capacityId = await s.register({ kind: 'equipment', quantity: 5, note: 'نو' });
    await amendCapacity.run(s.manager, { capacityId, revision: 1, note: '', quantity: 3 });
    expect(JSON.parse(String((await reversal())['steps_json']))).toMatchObject([
      { set: { note: 'نو', quantity: 5 }, where: { id: capacityId, revision: 2 } },
    ]);
    const before = await s.province.sql('select count(*) as n from reversals');
    await amendCapacity.run(s.manager, { capacityId, revision: 2, quantity: 9 });
    expect(await s.province.sql('select count(*) as n from reversals')).toEqual(before);
  });
});

describe('the list', () => {
  test('finds what opens on a weekday, what there is enough of, and what is near', async () => {
    const ids = async (input: object) =>
      (await capacityList.run(s.manager, { size: 100, ...input })).rows.map(({ id }) => id);
    const far = await s.register({ kind: 'equipment', quantity: 2, latitude: 34.66, longitude: 50.88 });
    const near = await s.register({ kind: 'equipment', quantity: 40, latitude: 34.641, longitude: 50.876 });
    await setHours.run(s.manager, { capacityId: near, revision: 1, week: { thursday: '8-12' } });
    expect(await ids({ weekday: 5, kind: 'equipment' })).toEqual([near]);
    expect(await ids({ weekday: '۶', kind: 'equipment' })).toEqual([]);
    expect(await ids({ quantity: 40 })).toEqual([near]);
    const point = { latitude: 34.64, longitude: 50.876, kind: 'equipment' };
    expect(await ids(point)).toEqual([near]);
    expect(await ids({ ...point, withinM: 5_000 })).toEqual([near, far]);
    const { rows } = await capacityList.run(s.manager, { ...point, withinM: 5_000 });
    expect(rows.map(({ distanceM }) => distanceM)).toEqual([111, 2256]);
    await expect(capacityList.run(s.manager, { weekday: 7 })).rejects.toMatchObject({
      fields: [{ field: 'weekday', reason: 'number_too_big' }],
    });
  });
});
