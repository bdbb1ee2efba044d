import { asc, desc, eq, sql, type SQL } from 'drizzle-orm';
import { many, type ReadDb } from '@mahalleh/gate';
import { people } from '@mahalleh/people/schema';
import type { Conformance, CouncilSeat } from './model.ts';
import { conformanceOf, isInForce, vacantSince } from './rules.ts';
import { appointments, charterSeats } from './schema.ts';

type Db = ReadDb<'province'>;

/** SQL for the id of a unit's living council of a kind, for `askSeats` and `askHolders`. */
export const councilIdOf = (unitId: string, kind: string): SQL =>
  sql`(select lc.id from councils lc where lc.unit_id = ${unitId} and lc.kind = ${kind} and lc.dissolved_on is null)`;

/** The seats of a council, in the order of its charter. `councilId` is SQL or a bound value. */
export const askSeats = (db: Db, councilId: SQL) =>
  many(
    db
      .select({
        id: charterSeats.id,
        key: charterSeats.key,
        titleFa: charterSeats.titleFa,
        titleEn: charterSeats.titleEn,
        office: charterSeats.office,
        isRequired: charterSeats.isRequired,
        isChair: charterSeats.isChair,
        isSecretary: charterSeats.isSecretary,
      })
      .from(charterSeats)
      .where(sql`${charterSeats.charterId} = (select sc.charter_id from councils sc where sc.id = ${councilId})`)
      .orderBy(asc(charterSeats.ord)),
  );

/** Everybody who ever held, holds or will hold a seat of a council, newest first. */
export const askHolders = (db: Db, councilId: SQL) =>
  many(
    db
      .select({
        seatId: appointments.seatId,
        appointmentId: appointments.id,
        personId: appointments.personId,
        name: people.fullName,
        decreeNumber: appointments.decreeNumber,
        fromOn: appointments.fromOn,
        toOn: appointments.toOn,
        swornOn: appointments.swornOn,
        endedOn: appointments.endedOn,
        endReason: appointments.endReason,
        revision: appointments.revision,
      })
      .from(appointments)
      .innerJoin(people, eq(people.id, appointments.personId))
      .where(sql`${appointments.councilId} = ${councilId}`)
      .orderBy(desc(appointments.fromOn), desc(appointments.id)),
  );

type Seat = Omit<CouncilSeat, 'holder' | 'vacantSinceOn' | 'others'>;
type Holder = NonNullable<CouncilSeat['holder']> & { readonly seatId: string };
type Dates = { readonly establishedOn: string; readonly firstMeetingOn: string | null };

const holderOf = ({ seatId: _seatId, ...holder }: Holder): NonNullable<CouncilSeat['holder']> => holder;

/** Joins seats and holders: who holds each seat on a day, who else did or will, and since when it is empty. */
export const seatsOf = (
  seats: readonly Seat[],
  holders: readonly Holder[],
  council: Dates,
  today: string,
): CouncilSeat[] =>
  seats.map((seat) => {
    const all = holders.filter(({ seatId }) => seatId === seat.id);
    const now = all.find((holder) => isInForce(holder, today));
    return {
      ...seat,
      holder: now ? holderOf(now) : null,
      vacantSinceOn: now ? null : vacantSince(all, council.establishedOn, today).sinceOn,
      others: all.filter((holder) => holder !== now).map(holderOf),
    };
  });

/** The conformance of a council from its seats and holders. */
export const conformanceFrom = (
  seats: readonly Seat[],
  holders: readonly Holder[],
  council: Dates,
  today: string,
): Conformance =>
  conformanceOf(
    {
      ...council,
      required: seats
        .filter(({ isRequired }) => isRequired)
        .map((seat) => ({ ...seat, holdings: holders.filter(({ seatId }) => seatId === seat.id) })),
    },
    today,
  );

/** Reads what `requiredSeatsJson` gave; the cast is safe because that SQL makes exactly this shape. */
export const readRequiredSeats = (json: string) => JSON.parse(json) as Parameters<typeof conformanceOf>[0]['required'];
