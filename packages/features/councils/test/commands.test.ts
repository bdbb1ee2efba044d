import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ProvinceContext } from '@mahalleh/gate';
import { NATIONAL_CHARTERS } from '../src/index.ts';
import { establishCouncil } from '../src/commands/establish-council.ts';
import { holdFirstMeeting } from '../src/commands/hold-first-meeting.ts';
import { swearAppointment } from '../src/commands/swear-appointment.ts';
import { vacateSeat } from '../src/commands/vacate-seat.ts';
import { getCouncil } from '../src/queries/council.ts';
import { clerkOf, seatId, seats } from './clerk.ts';
import { nth, openWorld, type World } from './world.ts';

let world: World;
let dg: ProvinceContext;
let clerk: ReturnType<typeof clerkOf>;
beforeEach(async () => {
  world = await openWorld();
  dg = await world.as('director_general');
  clerk = clerkOf(world, dg);
});
afterEach(() => world.close());

describe('from establishing to formed', () => {
  it('a council is formed when every seat is held and sworn and it has met, and the page says what is missing until then', async () => {
    const councilId = await clerk.establish();
    const page = () => getCouncil.run(dg, { councilId });
    expect((await page()).conformance).toMatchObject({ isFormed: false, requiredSeats: 6, filledSeats: 0 });
    await clerk.fill(councilId);
    expect((await page()).conformance.reasons).toEqual([{ code: 'first_meeting_missing' }]);
    await holdFirstMeeting.run(dg, { councilId, on: '1405-06-12', revision: 1 });
    const done = await page();
    expect(done.conformance).toEqual({
      isFormed: true,
      requiredSeats: 6,
      filledSeats: 6,
      sworn: 6,
      hasMet: true,
      reasons: [],
    });
    expect(done).toMatchObject({ establishedOn: '2026-09-03', unit: { nameFa: 'شهرستان قم' }, revision: 2 });
    expect(done.seats[0]).toMatchObject({
      key: 'county_governor',
      isChair: true,
      vacantSinceOn: null,
      holder: { decreeNumber: '12403', fromOn: '2026-04-07' },
    });
    expect(done.history.map(({ action }) => action).slice(0, 2)).toEqual(['meeting.hold', 'seat.swear']);
    expect(done.history.at(-1)).toMatchObject({ action: 'council.establish', actorName: 'Sample Person' });
  });
  it('each change leaves its audit row, which names fields and no values', async () => {
    const councilId = await clerk.establish();
    expect(await world.lastAudit()).toMatchObject({
      action: 'council.establish',
      subject: councilId,
      unit_id: world.unit.county,
    });
    await clerk.appoint(councilId, seatId(0));
    const row = await world.lastAudit();
    expect(row).toMatchObject({
      action: 'seat.appoint',
      subject: councilId,
      fields_json: '["seatId","personId","decreeNumber","fromOn","toOn"]',
    });
    expect(JSON.stringify(row)).not.toContain('12403');
  });
  it('a second council of the kind in the unit is a conflict, and nothing is written', async () => {
    await clerk.establish();
    await expect(clerk.establish()).rejects.toMatchObject({ kind: 'conflict', reason: 'council_exists' });
    expect([await clerk.count('councils'), await clerk.count('audit_log')]).toEqual([1, 1]);
  });
  it('a neighbourhood gets no county council, and nobody establishes one in the future', async () => {
    const asked = { kind: 'county_steering', unitId: world.unit.pardisan, establishedOn: '1405-06-12' };
    await expect(establishCouncil.run(dg, asked)).rejects.toMatchObject({
      reason: 'council_kind_not_for_unit',
      fields: [{ field: 'kind' }],
    });
    await expect(
      establishCouncil.run(dg, { ...asked, kind: 'neighbourhood_progress', establishedOn: '1405-09-02' }),
    ).rejects.toMatchObject({ reason: 'date_in_future' });
    expect(await clerk.count('councils')).toBe(0);
  });
});

describe('appointments', () => {
  it('an appointment that overlaps another in the seat is refused; the day after its end it is not', async () => {
    const councilId = await clerk.establish();
    await clerk.appoint(councilId, seatId(0), { toOn: '1405-07-30' });
    await expect(clerk.appoint(councilId, seatId(0), { fromOn: '1405-07-30' })).rejects.toMatchObject({
      reason: 'appointment_overlaps',
      fields: [{ field: 'fromOn' }],
    });
    await clerk.appoint(councilId, seatId(0), { fromOn: '1405-08-01' });
    expect(await clerk.count('appointments')).toBe(2);
  });
  it('one person does not hold two seats of one council at a time, and the other seat is named', async () => {
    const councilId = await clerk.establish();
    const personId = await world.person();
    await clerk.appoint(councilId, seatId(0), { personId });
    await expect(clerk.appoint(councilId, seatId(1), { personId })).rejects.toMatchObject({
      reason: 'person_holds_other_seat',
      detail: { seatEn: 'County governor' },
    });
    await clerk.appoint(councilId, seatId(1), { personId: await world.person() });
  });
  it('an end before the start and a day that does not exist are refused with the field', async () => {
    const councilId = await clerk.establish();
    await expect(clerk.appoint(councilId, seatId(0), { toOn: '1405-01-17' })).rejects.toMatchObject({
      reason: 'end_before_start',
      fields: [{ field: 'toOn' }],
    });
    await expect(clerk.appoint(councilId, seatId(0), { fromOn: '1404-12-30' })).rejects.toMatchObject({
      kind: 'invalid',
      fields: [{ field: 'fromOn', reason: 'date_does_not_exist' }],
    });
    await clerk.appoint(councilId, seatId(0), { toOn: '1405-01-18' });
  });
  it('of two clerks who appoint to the same seat at once, one is let through', async () => {
    const councilId = await clerk.establish();
    const both = await Promise.allSettled([clerk.appoint(councilId, seatId(0)), clerk.appoint(councilId, seatId(0))]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await clerk.count('appointments')).toBe(1);
  });
  it('a seat of another charter and an unknown person are not found', async () => {
    const councilId = await clerk.establish();
    await expect(clerk.appoint(councilId, nth(NATIONAL_CHARTERS[2].seats, 0).id)).rejects.toMatchObject({
      kind: 'not_found',
      reason: 'seat_unknown',
    });
    await expect(clerk.appoint(councilId, seatId(0), { personId: councilId })).rejects.toMatchObject({
      kind: 'not_found',
      reason: 'person_unknown',
    });
  });
  it('nobody is sworn twice, before the appointment, or in the future', async () => {
    const { id, revision } = await clerk.appoint(await clerk.establish(), seatId(0));
    const swear = (on: string, at = revision) => swearAppointment.run(dg, { appointmentId: id, on, revision: at });
    await expect(swear('1405-01-17')).rejects.toMatchObject({ reason: 'sworn_before_appointment' });
    await expect(swear('1405-09-02')).rejects.toMatchObject({ reason: 'date_in_future' });
    expect(await swear('1405-01-18')).toEqual({ id, revision: 2 });
    await expect(swear('1405-01-19', 2)).rejects.toMatchObject({ reason: 'already_sworn' });
  });
});

describe('leaving a seat', () => {
  it('a vacated seat is vacant from that day on, and the council is no longer formed', async () => {
    const councilId = await clerk.establish();
    const ids = await clerk.fill(councilId);
    await holdFirstMeeting.run(dg, { councilId, on: '1405-06-12', revision: 1 });
    await vacateSeat.run(dg, { appointmentId: ids[5], on: '1405-07-12', reason: 'resigned', revision: 2 });
    const { conformance, seats: shown } = await getCouncil.run(dg, { councilId });
    expect(conformance).toMatchObject({
      isFormed: false,
      reasons: [{ code: 'seat_vacant', seat: 'civil_society_2', sinceOn: '2026-10-04' }],
    });
    expect(shown[5]).toMatchObject({
      holder: null,
      vacantSinceOn: '2026-10-04',
      others: [{ endReason: 'resigned', endedOn: '2026-10-04' }],
    });
  });
  it('a handover leaves the seat empty for no day', async () => {
    const councilId = await clerk.establish();
    const [first] = await clerk.fill(councilId, seats.slice(0, 1));
    const successor = { personId: await world.person('جانشین نمونه'), decreeNumber: '13017' };
    await vacateSeat.run(dg, { appointmentId: first, on: '1405-08-01', reason: 'replaced', successor, revision: 2 });
    const { seats: shown } = await getCouncil.run(dg, { councilId });
    expect(shown[0]).toMatchObject({
      holder: { name: 'جانشین نمونه', fromOn: '2026-10-23', swornOn: null },
      others: [{ endedOn: '2026-10-23' }],
    });
  });
  it('a handover to somebody who holds another seat is refused, and the first holder stays', async () => {
    const councilId = await clerk.establish();
    const [first] = await clerk.fill(councilId, seats.slice(0, 1));
    const personId = await world.person();
    await clerk.appoint(councilId, seatId(1), { personId });
    const handover = vacateSeat.run(dg, {
      appointmentId: first,
      on: '1405-08-01',
      reason: 'replaced',
      successor: { personId, decreeNumber: '1' },
      revision: 2,
    });
    await expect(handover).rejects.toMatchObject({
      reason: 'person_holds_other_seat',
      fields: [{ field: 'successor.personId' }],
    });
    expect((await getCouncil.run(dg, { councilId })).seats[0]?.holder?.appointmentId).toBe(first);
  });
  it('nobody leaves twice, or before coming; and who has read an old record is told', async () => {
    const [id] = await clerk.fill(await clerk.establish(), seats.slice(0, 1));
    const vacate = (on: string, revision: number) =>
      vacateSeat.run(dg, { appointmentId: id, on, reason: 'resigned', revision });
    await expect(vacate('1405-01-17', 2)).rejects.toMatchObject({ reason: 'end_before_start' });
    await expect(vacate('1405-08-01', 1)).rejects.toMatchObject({ kind: 'conflict', reason: 'revision_conflict' });
    await vacate('1405-08-01', 2);
    await expect(vacate('1405-08-02', 3)).rejects.toMatchObject({ reason: 'appointment_ended' });
  });
});
