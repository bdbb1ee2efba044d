import { ALL_UNITS, factsSql } from '@mahalleh/metric';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { amendCapacity, capacityList, capacityPage, registerCapacity, withdrawCapacity } from '../src/index.ts';
import { capacityCount, marks } from '../src/metrics.ts';
import { CapacityDetail, CapacityList } from '../src/model.ts';
import { openSetting, type Setting } from './setting.ts';

let s: Setting;
beforeAll(async () => {
  s = await openSetting();
});
afterAll(() => s.province.close());
const lastAudit = async () => (await s.province.audit()).at(-1);

describe('registering', () => {
  test('keeps the words in one spelling, a folded name for search, and leaves an audit row without words', async () => {
    const { id } = await registerCapacity.run(s.manager, {
      unitId: s.here,
      kind: 'equipment',
      name: 'چراغ‌هاي انبار شهرداري',
      quantity: '۱۲',
      agencyId: s.agency,
      domainKey: 'civil_works',
      availableNote: 'شنبه تا چهارشنبه',
    });
    expect(await s.row(id)).toMatchObject({
      unit_id: s.here,
      kind: 'equipment',
      name: 'چراغ‌های انبار شهرداری',
      name_folded: 'چراغهای انبار شهرداری',
      quantity: 12,
      agency_id: s.agency,
      domain_key: 'civil_works',
      revision: 1,
    });
    expect(await lastAudit()).toMatchObject({ action: 'capacity.register', subject: id, unit_id: s.here });
    expect(JSON.stringify(await lastAudit())).not.toContain('چراغ');
  });

  test.each([
    ['name', 'خیاط 09123456789', 'personal_number_in_text'],
    ['note', 'کد ملی ۰۰۱۲۳۴۵۶۷۹', 'personal_number_in_text'],
    ['availableNote', 'تماس 025-37201234', 'personal_number_in_text'],
    ['kind', 'volunteer', 'choice_unknown'],
    ['quantity', 0, 'number_too_small'],
    ['longitude', 2.35, 'coordinates_outside'],
    ['personName', 'x', 'unknown_field'],
  ])('with a wrong %s names the field', async (field, value, reason) => {
    const refusal = registerCapacity.run(s.manager, { unitId: s.here, kind: 'skill', name: 'Sewing', [field]: value });
    await expect(refusal).rejects.toMatchObject({ kind: 'invalid', fields: [{ field, reason }] });
  });

  test.each([
    ['latitude', 34.6, 'longitude', 'point_needs_coordinates'],
    ['domainKey', 'astronomy', 'domainKey', 'domain_unknown'],
    ['agencyId', '01980000-0000-7000-8000-000000000001', 'agencyId', 'agency_unknown'],
  ])('with %s %s is refused at %s', async (field, value, at, reason) => {
    const refusal = registerCapacity.run(s.manager, { unitId: s.here, kind: 'place', name: 'Hall', [field]: value });
    await expect(refusal).rejects.toMatchObject({ kind: 'refused', fields: [{ field: at, reason }] });
  });

  test('for a retired agency, or outside the scope, is refused', async () => {
    const input = { unitId: s.here, kind: 'place', name: 'Hall' };
    await expect(registerCapacity.run(s.manager, { ...input, agencyId: s.retiredAgency })).rejects.toMatchObject({
      reason: 'agency_unknown',
    });
    await expect(registerCapacity.run(s.manager, { ...input, unitId: s.there })).rejects.toMatchObject({
      kind: 'not_found',
      reason: 'unit_unknown',
    });
    await expect(registerCapacity.run(s.neighbour, { ...input, unitId: s.there })).resolves.toHaveProperty('id');
  });
});

describe('a capacity', () => {
  test('is amended in what is said, emptied in what is emptied, and keeps the rest', async () => {
    const capacityId = await s.register({
      note: 'Dusty',
      quantity: 3,
      latitude: 34.6,
      longitude: 50.8,
      agencyId: s.agency,
    });
    await amendCapacity.run(s.manager, { capacityId, revision: 1, name: 'زمين ورزش', note: '', agencyId: null });
    expect(await s.row(capacityId)).toMatchObject({
      name: 'زمین ورزش',
      name_folded: 'زمین ورزش',
      note: null,
      agency_id: null,
      quantity: 3,
      latitude: 34.6,
      revision: 2,
    });
    expect(await lastAudit()).toMatchObject({ fields_json: '["name","nameFolded","note","agencyId"]' });
    await expect(amendCapacity.run(s.manager, { capacityId, revision: 2, latitude: '' })).rejects.toMatchObject({
      fields: [{ field: 'latitude', reason: 'point_needs_coordinates' }],
    });
    await expect(amendCapacity.run(s.manager, { capacityId, revision: 1, quantity: 4 })).rejects.toMatchObject({
      kind: 'conflict',
      reason: 'revision_conflict',
    });
  });

  test('once withdrawn leaves the bank for good, with the reason', async () => {
    const capacityId = await s.register();
    await withdrawCapacity.run(s.manager, { capacityId, revision: 1, reason: 'no_longer_there' });
    expect(await s.row(capacityId)).toMatchObject({ withdraw_reason: 'no_longer_there', revision: 2 });
    await expect(amendCapacity.run(s.manager, { capacityId, revision: 2, name: 'x' })).rejects.toMatchObject({
      reason: 'capacity_is_withdrawn',
    });
    await expect(
      withdrawCapacity.run(s.manager, { capacityId, revision: 2, reason: 'no_longer_there' }),
    ).rejects.toMatchObject({ reason: 'capacity_is_withdrawn' });
    const rows = async (more: object) =>
      (await capacityList.run(s.manager, { size: 100, ...more })).rows.map(({ id }) => id);
    expect(await rows({})).not.toContain(capacityId);
    expect(await rows({ withdrawn: 'true' })).toEqual([capacityId]);
  });

  test('is not for the neighbours to see or change; a facilitator may amend but not withdraw', async () => {
    const capacityId = await s.register();
    const facilitator = await s.province.as({ role: 'facilitator', unitId: s.here });
    await expect(capacityPage.run(s.neighbour, { capacityId })).rejects.toMatchObject({
      kind: 'not_found',
      reason: 'capacity_unknown',
    });
    await expect(
      withdrawCapacity.run(s.neighbour, { capacityId, revision: 1, reason: 'no_longer_there' }),
    ).rejects.toMatchObject({ kind: 'not_found' });
    await expect(
      withdrawCapacity.run(facilitator, { capacityId, revision: 1, reason: 'no_longer_there' }),
    ).rejects.toMatchObject({ kind: 'not_permitted' });
    await expect(amendCapacity.run(facilitator, { capacityId, revision: 1, quantity: 2 })).resolves.toEqual({
      id: capacityId,
      revision: 2,
    });
  });

  test('has a page with its agency and history', async () => {
    const capacityId = await s.register({ agencyId: s.agency, note: 'Dusty' });
    await amendCapacity.run(s.manager, { capacityId, revision: 1, quantity: 2 });
    const page = await capacityPage.run(s.manager, { capacityId });
    expect(CapacityDetail.parse(page)).toEqual(page);
    expect(page).toMatchObject({ agencyName: 'شهرداری قم', unitNameFa: 'شیخ‌آباد', note: 'Dusty', quantity: 2 });
    expect(page.history.map(({ action, actorName, fields }) => [action, actorName, fields.length])).toEqual([
      ['capacity.amend', 'Sample Person', 1],
      ['capacity.register', 'Sample Person', 5],
    ]);
  });
});

test('the list is filtered by kind, domain, agency, unit and words, and paged', async () => {
  const id = await s.register({
    kind: 'skill',
    name: 'خیاطی ۱۰۰٪ صنعتی',
    domainKey: 'civil_works',
    agencyId: s.agency,
  });
  const list = await capacityList.run(s.manager, { kind: 'skill' });
  expect(CapacityList.parse(list)).toEqual(list);
  expect(list).toMatchObject({ total: 1, rows: [{ id }] });
  const ids = async (input: object, who = s.manager) => (await capacityList.run(who, input)).rows.map((row) => row.id);
  expect(await ids({ q: 'خياطي 100' })).toEqual([id]);
  expect(await ids({ q: '%' })).toEqual([]);
  expect(await ids({ domain: 'civil_works', agencyId: s.agency, kind: 'skill' })).toEqual([id]);
  expect(await ids({ unitId: s.county, kind: 'skill' })).toEqual([id]);
  expect(await ids({ unitId: s.there })).toEqual([]);
  const { total } = await capacityList.run(s.manager, {});
  expect(await capacityList.run(s.manager, { page: total, size: 1 })).toMatchObject({
    total,
    page: total,
    size: 1,
    rows: [{}],
  });
});

test('the figure counts what is in the bank, by kind, and every change marks the unit', async () => {
  const { sql } = s.province;
  const inBank = await sql(
    'select kind, count(*) as n from capacities where unit_id = ? and withdrawn_at_ms is null group by 1 order by 1',
    [s.here],
  );
  const facts = await sql(
    `select dims, value from (${factsSql(capacityCount, ALL_UNITS)}) where unit_id = ? order by dims`,
    [s.here],
  );
  expect(inBank.length).toBeGreaterThan(1);
  expect(facts).toEqual(inBank.map(({ kind, n }) => ({ dims: `kind=${kind}`, value: n })));
  expect(marks).toEqual([{ table: 'capacities', feature: 'capacity' }]);
  await sql('delete from dirty');
  await s.register();
  expect(await sql("select unit_id from dirty where feature = 'capacity'")).toEqual([{ unit_id: s.here }]);
});
