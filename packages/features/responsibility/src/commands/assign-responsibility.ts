import { agencies } from '@mahalleh/agencies/schema';
import { change, defineCommand, guarded, isMyUnit, many, maybe, NOW, one } from '@mahalleh/gate';
import { refuse } from '@mahalleh/kernel';
import { domains } from '@mahalleh/problems/schema';
import { units } from '@mahalleh/units/schema';
import { and, eq, isNull } from 'drizzle-orm';
import { AssignResponsibility, Changed } from '../model.ts';
import { whyNotAssign } from '../rules.ts';
import { responsibilities } from '../schema.ts';

/** Declares what an agency is to a domain in a unit and everything below it; it may take the place of another one. One lead at the most. */
export const assignResponsibility = defineCommand({
  name: 'responsibility.assign',
  permission: 'responsibility.assign',
  input: AssignResponsibility,
  output: Changed,
  load: (db, { unitId, domainKey, agencyId }) => ({
    unit: one(
      db
        .select({ id: units.id, endedOn: units.endedOn })
        .from(units)
        .where(and(eq(units.id, unitId), isMyUnit(units.id))),
      'unit_unknown',
    ),
    domain: maybe(db.select({ retiredAtMs: domains.retiredAtMs }).from(domains).where(eq(domains.key, domainKey))),
    agency: maybe(db.select({ retiredAtMs: agencies.retiredAtMs }).from(agencies).where(eq(agencies.id, agencyId))),
    duties: many(
      db
        .select({
          id: responsibilities.id,
          unitId: responsibilities.unitId,
          domainKey: responsibilities.domainKey,
          agencyId: responsibilities.agencyId,
          agencyName: agencies.name,
          role: responsibilities.role,
          revision: responsibilities.revision,
        })
        .from(responsibilities)
        .innerJoin(agencies, eq(agencies.id, responsibilities.agencyId))
        .where(
          and(
            eq(responsibilities.unitId, unitId),
            eq(responsibilities.domainKey, domainKey),
            isNull(responsibilities.endedAtMs),
          ),
        ),
    ),
  }),
  decide: ({ unit, domain, agency, duties }, input, { today, newId }) => {
    if (input.fromOn !== undefined && input.fromOn > today)
      return refuse('responsibility_from_future', { field: 'fromOn' });
    const fault = whyNotAssign(
      {
        isUnitEnded: unit.endedOn !== null && unit.endedOn <= today,
        isDomainLiving: domain?.retiredAtMs === null,
        isAgencyLiving: agency?.retiredAtMs === null,
        duties,
      },
      input,
    );
    if (fault) return fault;
    return {
      id: newId(),
      fromOn: input.fromOn ?? today,
      replaced: duties.find(({ id }) => id === input.replacesId),
    };
  },
  save: (db, { id, fromOn, replaced }, _state, { unitId, domainKey, agencyId, role, note }, { nowMs }) => [
    ...(replaced
      ? [
          guarded(
            db
              .update(responsibilities)
              .set({ endedAtMs: nowMs, revision: replaced.revision + 1 })
              .where(and(eq(responsibilities.id, replaced.id), eq(responsibilities.revision, replaced.revision))),
          ),
        ]
      : []),
    change(
      db
        .insert(responsibilities)
        .values({ id, unitId, domainKey, agencyId, role, note: note ?? null, fromOn, declaredAtMs: nowMs }),
    ),
  ],
  // The steps run from the last: the new one ends before the old one stands again, for there is one lead.
  reversal: ({ id, replaced }) => ({
    steps: [
      ...(replaced
        ? [{ table: responsibilities, id: replaced.id, revision: replaced.revision + 1, set: { endedAtMs: null } }]
        : []),
      { table: responsibilities, id, revision: 1, set: { endedAtMs: NOW } },
    ],
  }),
  audit: ({ id, replaced }, { unit }) => ({
    subject: id,
    unitId: unit.id,
    fields: ['domain', 'agency', 'role'],
    ...(replaced ? { also: [replaced.id] } : {}),
  }),
  answer: ({ id }) => ({ id, revision: 1 }),
  conflicts: {
    'responsibilities.unit_id': 'responsibility_lead_taken_now',
    'responsibilities.agency_id': 'responsibility_declared_before',
  },
});
