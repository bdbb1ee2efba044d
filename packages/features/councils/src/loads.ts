import { and, eq, isNull, sql, type SQL } from 'drizzle-orm';
import { isMyUnit, many, maybe, one, type ReadDb } from '@mahalleh/gate';
import { people } from '@mahalleh/people/schema';
import { appointments, charterSeats, councils } from './schema.ts';

type Db = ReadDb<'province'>;

/** The council of this id, when it is within the actor's reach. Fails: not_found `council_unknown`. */
export const askCouncil = (db: Db, councilId: string) =>
  one(
    db
      .select()
      .from(councils)
      .where(and(eq(councils.id, councilId), isMyUnit(councils.unitId))),
    'council_unknown',
  );

const mandatesWhere = (db: Db, where: SQL) =>
  many(
    db
      .select({
        id: appointments.id,
        seatId: appointments.seatId,
        personId: appointments.personId,
        fromOn: appointments.fromOn,
        toOn: appointments.toOn,
        endedOn: appointments.endedOn,
        titleFa: charterSeats.titleFa,
        titleEn: charterSeats.titleEn,
      })
      .from(appointments)
      .innerJoin(charterSeats, eq(charterSeats.id, appointments.seatId))
      .where(where),
  );

/** Every mandate in a council, with the seat's titles. */
export const askMandates = (db: Db, councilId: string) => mandatesWhere(db, eq(appointments.councilId, councilId));

/** Every mandate in the council of an appointment. */
export const askMandatesBeside = (db: Db, appointmentId: string) =>
  mandatesWhere(
    db,
    sql`${appointments.councilId} = (select x.council_id from appointments x where x.id = ${appointmentId})`,
  );

/** The person of this id, when still among the people of the province. Fails: not_found `person_unknown`. */
export const askPerson = (db: Db, personId: string) =>
  one(
    db
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.id, personId), isNull(people.retiredAtMs))),
    'person_unknown',
  );

/** The same person where naming one is optional. */
export const askPersonIfNamed = (db: Db, personId: string | undefined) =>
  maybe(
    db
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.id, personId ?? ''), isNull(people.retiredAtMs))),
  );

/** The appointment of this id with its council, when it is within the actor's reach. Fails: not_found `appointment_unknown`. */
export const askAppointment = (db: Db, appointmentId: string) =>
  one(
    db
      .select({
        id: appointments.id,
        councilId: appointments.councilId,
        unitId: appointments.unitId,
        seatId: appointments.seatId,
        personId: appointments.personId,
        fromOn: appointments.fromOn,
        toOn: appointments.toOn,
        endedOn: appointments.endedOn,
        endReason: appointments.endReason,
        swornOn: appointments.swornOn,
        revision: appointments.revision,
        dissolvedOn: councils.dissolvedOn,
      })
      .from(appointments)
      .innerJoin(councils, eq(councils.id, appointments.councilId))
      .where(and(eq(appointments.id, appointmentId), isMyUnit(appointments.unitId))),
    'appointment_unknown',
  );
