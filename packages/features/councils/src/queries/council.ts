import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { defineQuery, isMyUnit, many, one } from '@mahalleh/gate';
import { auditLog } from '@mahalleh/gate/tables';
import { civilDateOf } from '@mahalleh/kernel';
import { people } from '@mahalleh/people/schema';
import { units } from '@mahalleh/units/schema';
import { OneCouncil, zCouncil } from '../model.ts';
import { charters, committeeKinds, committees, councils } from '../schema.ts';
import { askHolders, askSeats, conformanceFrom, seatsOf } from '../seats.ts';

/** One council: its seats and who holds them, whether it is formed, its committees and its history. */
export const getCouncil = defineQuery({
  name: 'council',
  permission: 'council.read',
  input: OneCouncil,
  output: zCouncil,
  ask: (db, { councilId }) => ({
    council: one(
      db
        .select({
          council: councils,
          unitKind: units.kind,
          nameFa: units.nameFa,
          nameEn: units.nameEn,
          countyId: units.countyId,
          charter: charters,
        })
        .from(councils)
        .innerJoin(units, eq(units.id, councils.unitId))
        .innerJoin(charters, eq(charters.id, councils.charterId))
        .where(and(eq(councils.id, councilId), isMyUnit(councils.unitId))),
      'council_unknown',
    ),
    counties: many(
      db
        .select({ id: units.id, nameFa: units.nameFa, nameEn: units.nameEn })
        .from(units)
        .where(
          sql`${units.id} = (select cu.county_id from councils cc join units cu on cu.id = cc.unit_id where cc.id = ${councilId})`,
        ),
    ),
    seats: askSeats(db, sql`${councilId}`),
    holders: askHolders(db, sql`${councilId}`),
    committees: many(
      db
        .select({ kind: committeeKinds, id: committees.id, formedOn: committees.formedOn, leadName: people.fullName })
        .from(committeeKinds)
        .leftJoin(committees, and(eq(committees.kindKey, committeeKinds.key), eq(committees.councilId, councilId)))
        .leftJoin(people, eq(people.id, committees.leadPersonId))
        .where(sql`${committeeKinds.retiredOn} is null or ${committees.id} is not null`)
        .orderBy(asc(committeeKinds.ord)),
    ),
    history: many(
      db
        .select({
          atMs: auditLog.atMs,
          action: auditLog.action,
          actorId: auditLog.actorId,
          actorName: people.fullName,
          fields: auditLog.fieldsJson,
        })
        .from(auditLog)
        .leftJoin(people, eq(people.id, auditLog.actorId))
        .where(eq(auditLog.subject, councilId))
        .orderBy(desc(auditLog.seq))
        .limit(50),
    ),
  }),
  shape: ({ council: row, counties, seats, holders, committees: kinds, history }, _input, { nowMs }) => {
    const { council, charter } = row;
    const today = civilDateOf(nowMs);
    const [county] = counties;
    return {
      id: council.id,
      kind: council.kind,
      unit: { id: council.unitId, kind: row.unitKind, nameFa: row.nameFa, nameEn: row.nameEn },
      county: county ?? null,
      establishedOn: council.establishedOn,
      firstMeetingOn: council.firstMeetingOn,
      dissolvedOn: council.dissolvedOn,
      revision: council.revision,
      charter,
      conformance: conformanceFrom(seats, holders, council, today),
      seats: seatsOf(seats, holders, council, today),
      committees:
        council.kind === 'neighbourhood_progress'
          ? kinds.map(({ kind, id, formedOn, leadName }) => ({
              kindKey: kind.key,
              titleFa: kind.titleFa,
              titleEn: kind.titleEn,
              isEmergency: kind.isEmergency,
              formed: id === null || formedOn === null ? null : { id, onDate: formedOn, leadName },
            }))
          : [],
      history: history.map(({ fields, ...change }) => ({ ...change, fields: JSON.parse(fields) as string[] })),
    };
  },
});
