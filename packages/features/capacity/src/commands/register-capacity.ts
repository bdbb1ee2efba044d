import { agencies } from '@mahalleh/agencies/schema';
import { change, defineCommand, isMyUnit, maybe, NOW, one } from '@mahalleh/gate';
import { foldText, isRefusal, whyNotInProvince } from '@mahalleh/kernel';
import { units } from '@mahalleh/units/schema';
import { and, eq } from 'drizzle-orm';
import { Changed, RegisterCapacity } from '../model.ts';
import { domainSql, isStandingAgency, referencesOf } from '../references.ts';
import { pointOf, whyNotIn, whyNotMeasure, whyNotReferTo } from '../rules.ts';
import { capacities } from '../schema.ts';

/** Enters a capacity into the bank of a unit. */
export const registerCapacity = defineCommand({
  name: 'capacity.register',
  permission: 'capacity.register',
  input: RegisterCapacity,
  output: Changed,
  load: (db, { unitId, agencyId, domainKey }) => ({
    unit: one(
      db
        .select({ endedOn: units.endedOn })
        .from(units)
        .where(and(eq(units.id, unitId), isMyUnit(units.id))),
      'unit_unknown',
    ),
    agency: maybe(db.select({ id: agencies.id }).from(agencies).where(isStandingAgency(agencyId))),
    domain: maybe(db.text<{ key: string }>(domainSql(domainKey))),
  }),
  decide: (state, input, facts) => {
    const no =
      whyNotIn(state.unit, facts.today) ??
      whyNotReferTo(referencesOf(input, state)) ??
      whyNotMeasure({ ...input, quantity: input.quantity ?? null, amountRial: input.amountRial ?? null });
    if (no) return no;
    const point = pointOf({ latitude: input.latitude ?? null, longitude: input.longitude ?? null });
    if (isRefusal(point)) return point;
    return whyNotInProvince(facts.workspace, point) ?? { point, id: facts.newId() };
  },
  save: (db, { point, id }, _state, input, facts) => [
    change(
      db.insert(capacities).values({
        id,
        unitId: input.unitId,
        kind: input.kind,
        name: input.name,
        nameFolded: foldText(input.name),
        note: input.note ?? null,
        agencyId: input.agencyId ?? null,
        quantity: input.quantity ?? null,
        amountRial: input.amountRial ?? null,
        domainKey: input.domainKey ?? null,
        availableNote: input.availableNote ?? null,
        ...point,
        registeredAtMs: facts.nowMs,
      }),
    ),
  ],
  reversal: ({ id }) => ({
    steps: [
      {
        table: capacities,
        id,
        revision: 1,
        set: { withdrawnAtMs: NOW, withdrawReason: 'registered_by_mistake' },
      },
    ],
  }),
  audit: ({ id }, _state, input) => ({ subject: id, unitId: input.unitId, fields: Object.keys(input) }),
  answer: ({ id }) => ({ id, revision: 1 }),
});
