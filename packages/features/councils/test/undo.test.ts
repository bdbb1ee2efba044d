import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ProvinceContext } from '@mahalleh/gate';
import { newId } from '@mahalleh/kernel';
import { undoAct } from '@mahalleh/undo';
import { appointToSeat } from '../src/commands/appoint-to-seat.ts';
import { establishCouncil } from '../src/commands/establish-council.ts';
import { formCommittee } from '../src/commands/form-committee.ts';
import { holdFirstMeeting } from '../src/commands/hold-first-meeting.ts';
import { swearAppointment } from '../src/commands/swear-appointment.ts';
import { vacateSeat } from '../src/commands/vacate-seat.ts';
import { clerkOf, seatId, seats } from './clerk.ts';
import { openWorld, type World } from './world.ts';

let world: World;
let dg: ProvinceContext;
let clerk: ReturnType<typeof clerkOf>;
let councilId: string;
beforeEach(async () => {
  world = await openWorld();
  dg = await world.as('director_general');
  clerk = clerkOf(world, dg);
  councilId = await clerk.establish();
});
afterEach(() => world.close());

const held = () => world.sql('select seat_id, sworn_on, ended_on, end_reason from appointments order by id');

describe('what is done with a council is taken back', () => {
  it('an appointment, an oath and a first meeting', async () => {
    const [appointing, swearing, meeting] = [newId(), newId(), newId()];
    const input = { councilId, seatId: seatId(1), decreeNumber: '۱', fromOn: '1405-06-12' };
    const { id } = await appointToSeat.run(dg, { ...input, personId: await world.person() }, appointing);
    await swearAppointment.run(dg, { appointmentId: id, on: '1405-06-12', revision: 1 }, swearing);
    await holdFirstMeeting.run(dg, { councilId, on: '1405-06-12', revision: 1 }, meeting);
    // Sworn since: what the appointment wrote does not stand as it wrote it.
    await expect(undoAct.run(dg, { commandId: appointing })).rejects.toMatchObject({ kind: 'conflict' });
    await undoAct.run(dg, { commandId: meeting });
    expect(await world.sql('select first_meeting_on, revision from councils')).toEqual([
      { first_meeting_on: null, revision: 3 },
    ]);
    await undoAct.run(dg, { commandId: swearing });
    expect(await held()).toMatchObject([{ seat_id: seatId(1), sworn_on: null }]);
  });

  it('an appointment that nobody has touched goes', async () => {
    const commandId = newId();
    const input = { councilId, seatId: seatId(1), decreeNumber: '۱', fromOn: '1405-06-12' };
    await appointToSeat.run(dg, { ...input, personId: await world.person() }, commandId);
    await undoAct.run(dg, { commandId });
    expect(await held()).toEqual([]);
  });

  it('a seat that was vacated, with a successor or without; not while another holds it', async () => {
    const [first] = await clerk.fill(councilId, seats.slice(0, 1));
    const [vacating, handing] = [newId(), newId()];
    const seatOf = String(seats[0]?.id);
    await vacateSeat.run(dg, { appointmentId: first, on: '1405-08-01', reason: 'resigned', revision: 2 }, vacating);
    const later = await clerk.appoint(councilId, seatOf, { fromOn: '1405-08-10' });
    await expect(undoAct.run(dg, { commandId: vacating })).rejects.toMatchObject({
      kind: 'conflict',
      reason: 'appointment_overlaps',
    });
    const successor = { personId: await world.person(), decreeNumber: '۲' };
    const ending = { appointmentId: later.id, on: '1405-08-20', reason: 'resigned', revision: 1, successor };
    await vacateSeat.run(dg, ending, handing);
    expect(await held()).toHaveLength(3);
    await undoAct.run(dg, { commandId: handing });
    expect(await held()).toMatchObject([{ end_reason: 'resigned' }, { ended_on: null, end_reason: null }]);
  });

  it('a committee', async () => {
    const { id } = await establishCouncil.run(dg, {
      kind: 'neighbourhood_progress',
      unitId: world.unit.sheikhabad,
      establishedOn: '1405-07-14',
    });
    const commandId = newId();
    await formCommittee.run(dg, { councilId: id, kindKey: 'health', formedOn: '1405-08-01' }, commandId);
    await undoAct.run(dg, { commandId });
    expect(await clerk.count('committees')).toBe(0);
  });
});
