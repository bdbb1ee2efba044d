import { and, desc, eq, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { defineQuery, isMyUnit, many, one } from '@mahalleh/gate';
import { auditLog } from '@mahalleh/gate/tables';
import { UNIT_KINDS, UnitById, UnitDetail, type UnitKind } from '../model.ts';
import { unitMemberships, units, unitSuccessions } from '../schema.ts';
import { fromUnits } from './units.ts';

const HISTORY_ROWS = 50;
const parents = alias(units, 'parents');
const counties = alias(units, 'counties');
const before = alias(units, 'before');
const after = alias(units, 'after');

/** One unit: its place from top to bottom, its passport, where it lay and what became of it. */
export const unitDetail = defineQuery({
  name: 'unit',
  permission: 'unit.read',
  input: UnitById,
  output: UnitDetail,
  ask: (db, { unitId }) => {
    const isIt = and(eq(units.id, unitId), isMyUnit(units.id));
    // Everything but the first answer is thrown away with it when the unit is not the actor's: `one` fails first.
    return {
      row: one(fromUnits(db, isIt), 'unit_unknown'),
      passport: one(db.select().from(units).where(isIt), 'unit_unknown'),
      names: one(
        db.text<{ house: string | null; lead: string | null; manager: string | null }>(
          sql`select (select b.name from bases b where b.id = u.house_base_id) as house, (select b.name from bases b where b.id = u.lead_base_id) as lead, (select p.full_name from people p where p.id = u.manager_person_id) as manager from units u where u.id = ${unitId}`,
        ),
        'unit_unknown',
      ),
      ancestors: many(
        db.text<{ id: string; kind: string; nameFa: string; nameEn: string | null }>(
          sql`select a.id, a.kind, a.name_fa as nameFa, a.name_en as nameEn from unit_closure c join units a on a.id = c.ancestor_id where c.unit_id = ${unitId} and a.id <> ${unitId} order by (select count(*) from unit_closure d where d.unit_id = a.id)`,
        ),
      ),
      below: many(
        db.text<{ kind: string; count: number }>(
          sql`select u.kind, count(*) as count from unit_closure c join units u on u.id = c.unit_id where c.ancestor_id = ${unitId} and u.id <> ${unitId} and u.ended_on is null group by u.kind`,
        ),
      ),
      memberships: many(
        db
          .select({
            parentId: unitMemberships.parentId,
            parentNameFa: parents.nameFa,
            countyId: unitMemberships.countyId,
            countyNameFa: counties.nameFa,
            fromOn: unitMemberships.fromOn,
            toOn: unitMemberships.toOn,
          })
          .from(unitMemberships)
          .leftJoin(parents, eq(parents.id, unitMemberships.parentId))
          .leftJoin(counties, eq(counties.id, unitMemberships.countyId))
          .where(eq(unitMemberships.unitId, unitId))
          .orderBy(desc(unitMemberships.fromOn)),
      ),
      successions: many(
        db
          .select({
            kind: unitSuccessions.kind,
            fromUnitId: unitSuccessions.fromUnitId,
            fromNameFa: before.nameFa,
            toUnitId: unitSuccessions.toUnitId,
            toNameFa: after.nameFa,
            onDate: unitSuccessions.onDate,
            oldName: unitSuccessions.oldName,
            decreeNumber: unitSuccessions.decreeNumber,
          })
          .from(unitSuccessions)
          .innerJoin(before, eq(before.id, unitSuccessions.fromUnitId))
          .innerJoin(after, eq(after.id, unitSuccessions.toUnitId))
          .where(or(eq(unitSuccessions.fromUnitId, unitId), eq(unitSuccessions.toUnitId, unitId)))
          .orderBy(desc(unitSuccessions.onDate), desc(unitSuccessions.id)),
      ),
      history: many(
        db
          .select({
            atMs: auditLog.atMs,
            action: auditLog.action,
            actorId: auditLog.actorId,
            actorName: sql<string | null>`(select p.full_name from people p where p.id = ${auditLog.actorId})`,
            fieldsJson: auditLog.fieldsJson,
          })
          .from(auditLog)
          .where(eq(auditLog.subject, unitId))
          .orderBy(desc(auditLog.seq))
          .limit(HISTORY_ROWS),
      ),
    };
  },
  shape: ({ row, passport, names, ancestors, below, memberships, successions, history }) => ({
    unit: {
      ...row,
      fromOn: passport.fromOn,
      areaM2: passport.areaM2,
      latitude: passport.latitude,
      longitude: passport.longitude,
      boundaryGeojson: passport.boundaryGeojson,
      summary: passport.summary,
      houseBaseId: passport.houseBaseId,
      houseBaseName: names.house,
      leadBaseId: passport.leadBaseId,
      leadBaseName: names.lead,
      managerPersonId: passport.managerPersonId,
      managerName: names.manager,
    },
    ancestors: ancestors.map((ancestor) => ({ ...ancestor, kind: kindOf(ancestor.kind) })),
    below: UNIT_KINDS.flatMap((kind) => {
      const found = below.find((row) => row.kind === kind);
      return found ? [{ kind, count: found.count }] : [];
    }),
    memberships,
    successions,
    history: history.map(({ fieldsJson, ...entry }) => ({ ...entry, fields: JSON.parse(fieldsJson) as string[] })),
  }),
});

/** The cast is safe: the column holds nothing but kinds of unit. */
const kindOf = (stored: string): UnitKind => stored as UnitKind;
