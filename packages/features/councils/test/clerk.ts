import type { ProvinceContext } from '@mahalleh/gate';
import { appointToSeat } from '../src/commands/appoint-to-seat.ts';
import { establishCouncil } from '../src/commands/establish-council.ts';
import { swearAppointment } from '../src/commands/swear-appointment.ts';
import { NATIONAL_CHARTERS } from '../src/index.ts';
import { nth, type World } from './world.ts';

/** The seats of the county steering council. */
export const seats = NATIONAL_CHARTERS[1].seats;
/** The id of its nth seat. */
export const seatId = (n: number) => nth(seats, n).id;

/** Somebody who establishes the county's council and fills its seats, each by the command that does it. */
export const clerkOf = (world: World, dg: ProvinceContext) => {
  const establish = async () =>
    (
      await establishCouncil.run(dg, {
        kind: 'county_steering',
        unitId: world.unit.county,
        establishedOn: '۱۴۰۵/۰۶/۱۲',
      })
    ).id;
  const appoint = async (councilId: string, seatId: string, more: object = {}) =>
    appointToSeat.run(dg, {
      councilId,
      seatId,
      personId: await world.person(),
      decreeNumber: '۱۲۴۰۳',
      fromOn: '1405-01-18',
      ...more,
    });
  const fill = async (councilId: string, chosen: readonly { id: string }[] = seats) => {
    const ids: string[] = [];
    for (const seat of chosen) {
      const { id, revision } = await appoint(councilId, seat.id);
      await swearAppointment.run(dg, { appointmentId: id, on: '1405-02-01', revision });
      ids.push(id);
    }
    return ids;
  };
  const count = async (table: string) => (await world.sql(`select count(*) as n from ${table}`))[0]?.['n'];
  return { establish, appoint, fill, count };
};
