import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ProvinceContext } from '@mahalleh/gate';
import { NATIONAL_CHARTERS, PROVINCE_CHARTERS, type CharterText } from '../src/index.ts';
import { adoptCharter } from '../src/commands/adopt-charter.ts';
import { getCharter } from '../src/queries/charter.ts';
import { listCharters } from '../src/queries/charters.ts';
import { getCouncil } from '../src/queries/council.ts';
import { nth, openWorld, type World } from './world.ts';

let world: World;
let admin: ProvinceContext;
beforeEach(async () => {
  world = await openWorld();
  admin = await world.as('province_admin');
});
afterEach(() => world.close());

const national = NATIONAL_CHARTERS[1];
const written = (seats: CharterText['seats']) => seats.map(({ id: _id, ...seat }) => seat);
const markazi = written(PROVINCE_CHARTERS['markazi']?.[0]?.seats ?? []);
const adopt = (seats: object[], more: object = {}, who = admin) =>
  adoptCharter.run(who, {
    kind: 'county_steering',
    titleFa: 'ساختار قم',
    titleEn: 'Charter of Qom',
    fromOn: '1405-08-01',
    seats,
    ...more,
  });

it("a province's version with more seats is adopted; living councils go over to it and holders keep their seats", async () => {
  const councilId = await world.council('county_steering', world.unit.county, national.id);
  await world.appointment({
    councilId,
    unitId: world.unit.county,
    seatId: nth(national.seats, 0).id,
    personId: await world.person('فرماندار نمونه'),
    fromOn: '2026-04-07',
  });
  const { id, revision } = await adopt(markazi);
  expect(revision).toBe(2);
  const council = await getCouncil.run(admin, { councilId });
  expect(council).toMatchObject({
    charter: { id, origin: 'province', version: 2 },
    conformance: { requiredSeats: 7, filledSeats: 1 },
    revision: 2,
  });
  expect(council.seats).toHaveLength(8);
  expect(council.seats[0]?.holder?.name).toBe('فرماندار نمونه');
  const charter = await getCharter.run(admin, { charterId: id });
  expect([charter.councils, charter.seats.filter(({ isNational }) => isNational).length]).toEqual([1, 6]);
  expect(await world.lastAudit()).toMatchObject({ action: 'charter.adopt', subject: id, unit_id: world.unit.province });
});

it('a version that lacks a national seat is refused with the seat named, and nothing is written', async () => {
  await expect(adopt(markazi.filter((seat) => seat.key !== 'civil_society_2'))).rejects.toMatchObject({
    kind: 'refused',
    reason: 'charter_lacks_seat',
    fields: [{ field: 'seats' }],
    detail: {
      seat: 'civil_society_2',
      seatFa: 'نماینده دوم تشکل‌های مردمی',
      seatEn: 'Second civil-society representative',
    },
  });
  expect((await world.sql('select count(*) as n from charters'))[0]).toEqual({ n: 3 });
  expect((await world.audit()).length).toBe(0);
});

it('a seat that a later version no longer has ends the mandate in it that day', async () => {
  await adopt(markazi);
  const [extra] = await world.sql(
    "select s.id, s.charter_id from charter_seats s join charters c on c.id = s.charter_id where s.key = 'city_council_1' and c.superseded_on is null",
  );
  const councilId = await world.council('county_steering', world.unit.county, String(extra?.['charter_id']));
  const appointment = await world.appointment({
    councilId,
    unitId: world.unit.county,
    seatId: String(extra?.['id']),
    personId: await world.person(),
    fromOn: '2026-10-25',
  });
  await adopt(written(national.seats), { fromOn: '1405-08-20' });
  expect((await world.sql('select ended_on, end_reason from appointments where id = ?', [appointment]))[0]).toEqual({
    ended_on: '2026-11-11',
    end_reason: 'seat_dropped',
  });
  expect((await getCouncil.run(admin, { councilId })).conformance.requiredSeats).toBe(6);
});

it('a version begins neither in the future nor before the one that it replaces', async () => {
  await expect(adopt(markazi, { fromOn: '1405-09-02' })).rejects.toMatchObject({ reason: 'date_in_future' });
  await expect(adopt(markazi, { fromOn: '1404-06-31' })).rejects.toMatchObject({ reason: 'end_before_start' });
});

it('with the neighbourhood charter a province chooses its committees; those it drops are kept for the record', async () => {
  const seats = written(NATIONAL_CHARTERS[2].seats);
  await adopt(seats, { kind: 'neighbourhood_progress', committeeSet: 'markazi' });
  const { committees, rows } = await listCharters.run(admin, {});
  expect(committees.map(({ key }) => key)).toEqual([
    'health_treatment',
    'livelihood_support',
    'public_security',
    'culture',
    'civil_works_local_services',
    'environment',
    'crisis_management',
  ]);
  expect((await world.sql('select count(*) as n from committee_kinds where retired_on is not null'))[0]).toEqual({
    n: 6,
  });
  expect(rows[0]).toMatchObject({ kind: 'province_steering', supersededOn: null, requiredSeats: 2 });
  expect(rows.at(-1)).toMatchObject({ kind: 'neighbourhood_progress', origin: 'national', supersededOn: '2026-10-23' });
  await adopt(seats, { kind: 'neighbourhood_progress', committeeSet: 'lorestan' });
  expect((await listCharters.run(admin, {})).committees.map(({ key }) => key)).toContain('vitality_sport');
});

it('only who answers for the whole province adopts a charter', async () => {
  await expect(adopt(markazi, {}, await world.as('director_general', world.unit.county))).rejects.toMatchObject({
    kind: 'not_found',
  });
  await expect(adopt(markazi, {}, await world.as('county_governor'))).rejects.toMatchObject({ kind: 'not_permitted' });
});

it('Markazi begins with its own county charter in force', async () => {
  const own = await openWorld('markazi');
  const { rows } = await listCharters.run(await own.as('province_admin'), {});
  expect(rows.find(({ kind, supersededOn }) => kind === 'county_steering' && supersededOn === null)).toMatchObject({
    origin: 'province',
    seats: 8,
    requiredSeats: 7,
  });
  own.close();
});
