import { and, eq, isNull } from 'drizzle-orm';
import { change, defineCommand, isMyUnit, maybe, one } from '@mahalleh/gate';
import { foldText, refuse, whyNotInProvince } from '@mahalleh/kernel';
import { point } from '@mahalleh/units/rules';
import { units } from '@mahalleh/units/schema';
import { makeLead } from '../lead.ts';
import { Changed, RegisterBase } from '../model.ts';
import { mayStandIn } from '../rules.ts';
import { agencies, bases } from '../schema.ts';
import { isAgencyInSight, mayPlaceBase } from '../scope.ts';

/** Registers a base in a neighbourhood of the actor's. */
export const registerBase = defineCommand({
  name: 'base.register',
  permission: 'base.register',
  input: RegisterBase,
  output: Changed,
  load: (db, { unitId, agencyId }) => ({
    unit: one(
      db
        .select({ kind: units.kind, endedOn: units.endedOn })
        .from(units)
        .where(and(eq(units.id, unitId), isMyUnit(units.id))),
      'unit_unknown',
    ),
    place: maybe(db.text<{ yes: number }>(mayPlaceBase(unitId, agencyId))),
    agency: maybe(
      db
        .select({ id: agencies.id })
        .from(agencies)
        .where(and(eq(agencies.id, agencyId ?? ''), isNull(agencies.retiredAtMs), isAgencyInSight(agencies.unitId))),
    ),
  }),
  decide: ({ unit, place, agency }, { agencyId, latitude, longitude }, { newId, workspace }) => {
    if (agencyId !== undefined && !agency) return refuse('agency_unknown', { field: 'agencyId' });
    if (!place) return refuse('base_not_of_your_agency', { field: 'agencyId' });
    const fault =
      mayStandIn(unit) ?? point(latitude, longitude) ?? whyNotInProvince(workspace, { latitude, longitude });
    return fault ?? { id: newId() };
  },
  save: (db, { id }, _state, input, { nowMs }) => [
    change(
      db.insert(bases).values({
        id,
        unitId: input.unitId,
        kind: input.kind,
        name: input.name,
        nameFolded: foldText(input.name),
        officialCode: input.officialCode ?? null,
        agencyId: input.agencyId ?? null,
        activation: input.activation ?? 'inactive',
        isLead: input.isLead ?? false,
        latitude: input.latitude ?? null,
        longitude: input.longitude ?? null,
        registeredAtMs: nowMs,
      }),
    ),
    ...(input.isLead ? makeLead(db, id, input.unitId) : []),
  ],
  audit: ({ id }, _state, { unitId }) => ({
    subject: id,
    unitId,
    fields: ['unitId', 'kind', 'name', 'officialCode', 'agencyId', 'activation', 'isLead', 'latitude', 'longitude'],
  }),
  answer: ({ id }) => ({ id, revision: 1 }),
  conflicts: { 'bases.official_code': 'base_code_taken', 'bases.unit_id': 'base_name_taken' },
});
