import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ProvinceContext } from '@mahalleh/gate';
import { dissolveCouncil } from '../src/commands/dissolve-council.ts';
import { establishCouncil } from '../src/commands/establish-council.ts';
import { formCommittee } from '../src/commands/form-committee.ts';
import { holdFirstMeeting } from '../src/commands/hold-first-meeting.ts';
import { swearAppointment } from '../src/commands/swear-appointment.ts';
import { vacateSeat } from '../src/commands/vacate-seat.ts';
import { getCouncil } from '../src/queries/council.ts';
import { listCouncils } from '../src/queries/councils.ts';
import { clerkOf, seatId, seats } from './clerk.ts';
import { openWorld, type World } from './world.ts';

let world: World;
let dg: ProvinceContext;
let clerk: ReturnType<typeof clerkOf>;
beforeEach(async () => {
  world = await openWorld();
  dg = await world.as('director_general');
  clerk = clerkOf(world, dg);
});
afterEach(() => world.close());

describe('the life of a council', () => {
  it('the first meeting is held once, not before the council, and not tomorrow', async () => {
    const councilId = await clerk.establish();
    const hold = (on: string, revision = 1) => holdFirstMeeting.run(dg, { councilId, on, revision });
    await expect(hold('1405-06-11')).rejects.toMatchObject({ reason: 'meeting_before_established' });
    await expect(hold('1405-09-02')).rejects.toMatchObject({ reason: 'date_in_future' });
    await hold('1405-09-01');
    await expect(hold('1405-09-01', 2)).rejects.toMatchObject({ reason: 'first_meeting_already_held' });
  });
  it('a dissolved council ends its mandates, takes nobody in, and makes room for another', async () => {
    const councilId = await clerk.establish();
    const [id] = await clerk.fill(councilId, seats.slice(0, 1));
    expect(await dissolveCouncil.run(dg, { councilId, on: '1405-08-01', revision: 1 })).toEqual({
      id: councilId,
      revision: 2,
    });
    expect((await world.sql('select ended_on, end_reason from appointments where id = ?', [id ?? '']))[0]).toEqual({
      ended_on: '2026-10-23',
      end_reason: 'council_dissolved',
    });
    await expect(clerk.appoint(councilId, seatId(1))).rejects.toMatchObject({ reason: 'council_dissolved' });
    expect(await clerk.establish()).not.toBe(councilId);
  });
  it('a neighbourhood council forms each committee once; a county council forms none', async () => {
    const { id: councilId } = await establishCouncil.run(dg, {
      kind: 'neighbourhood_progress',
      unitId: world.unit.sheikhabad,
      establishedOn: '1405-07-14',
    });
    const form = (id: string, kindKey = 'health') =>
      formCommittee.run(dg, { councilId: id, kindKey, formedOn: '1405-08-01' });
    await form(councilId);
    await expect(form(councilId)).rejects.toMatchObject({ kind: 'conflict', reason: 'committee_exists' });
    await expect(form(councilId, 'environment')).rejects.toMatchObject({
      kind: 'not_found',
      reason: 'committee_kind_unknown',
    });
    await expect(form(await clerk.establish())).rejects.toMatchObject({ reason: 'committee_not_for_council' });
    const { committees } = await getCouncil.run(dg, { councilId });
    expect(committees.map(({ kindKey, formed }) => [kindKey, formed?.onDate ?? null])).toContainEqual([
      'health',
      '2026-10-23',
    ]);
    expect(committees).toHaveLength(6);
  });
});

describe('the list', () => {
  it('counts every unit that must have a council, and filters by state, kind, county and name', async () => {
    const councilId = await clerk.establish();
    const list = (filter: object) => listCouncils.run(dg, filter);
    expect((await list({})).rows.map(({ unit, state }) => [unit.nameFa, state])).toEqual([
      ['قم', 'absent'],
      ['شهرستان قم', 'not_formed'],
      ['پردیسان', 'absent'],
      ['شیخ‌آباد', 'absent'],
    ]);
    expect(await list({ state: 'not_formed' })).toMatchObject({
      total: 1,
      rows: [{ id: councilId, conformance: { filledSeats: 0, requiredSeats: 6 } }],
    });
    expect((await list({ kind: 'neighbourhood_progress', countyId: world.unit.county })).total).toBe(2);
    expect((await list({ q: 'پردیس' })).rows).toMatchObject([
      { id: null, conformance: { reasons: [{ code: 'council_absent' }] }, county: { nameFa: 'شهرستان قم' } },
    ]);
    expect((await list({ formed: 'true' })).total).toBe(0);
    await clerk.fill(councilId);
    await holdFirstMeeting.run(dg, { councilId, on: '1405-06-12', revision: 1 });
    expect((await list({ formed: 'true' })).rows).toMatchObject([{ state: 'formed', conformance: { isFormed: true } }]);
  });
  it("a neighbourhood's manager reads and changes that neighbourhood alone", async () => {
    const councilId = await clerk.establish();
    const manager = await world.as('neighbourhood_manager', world.unit.pardisan);
    expect((await listCouncils.run(manager, {})).rows.map(({ unit }) => unit.nameFa)).toEqual(['پردیسان']);
    await expect(getCouncil.run(manager, { councilId })).rejects.toMatchObject({
      kind: 'not_found',
      reason: 'council_unknown',
    });
    await expect(holdFirstMeeting.run(manager, { councilId, on: '1405-06-12', revision: 1 })).rejects.toMatchObject({
      kind: 'not_found',
    });
    expect(
      (
        await establishCouncil.run(manager, {
          kind: 'neighbourhood_progress',
          unitId: world.unit.pardisan,
          establishedOn: '1405-07-14',
        })
      ).revision,
    ).toBe(1);
  });
  it("a neighbourhood's manager does not find the appointments of another unit", async () => {
    const [id] = await clerk.fill(await clerk.establish(), seats.slice(0, 1));
    const manager = await world.as('neighbourhood_manager', world.unit.pardisan);
    const vacate = (who: ProvinceContext) =>
      vacateSeat.run(who, { appointmentId: id, on: '1405-08-01', reason: 'resigned', revision: 2 });
    await expect(vacate(manager)).rejects.toMatchObject({ kind: 'not_found', reason: 'appointment_unknown' });
    await expect(
      swearAppointment.run(manager, { appointmentId: id, on: '1405-08-01', revision: 2 }),
    ).rejects.toMatchObject({ kind: 'not_found' });
    expect(await vacate(dg)).toEqual({ id, revision: 3 });
  });
  it('an observer reads and may change nothing', async () => {
    const observer = await world.as('observer');
    expect((await listCouncils.run(observer, {})).total).toBe(4);
    await expect(
      establishCouncil.run(observer, {
        kind: 'county_steering',
        unitId: world.unit.county,
        establishedOn: '1405-06-12',
      }),
    ).rejects.toMatchObject({ kind: 'not_permitted' });
  });
});
