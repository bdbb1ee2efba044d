import { and, eq, sql } from 'drizzle-orm';
import { change, defineCommand, guarded, isMyUnit, many, one } from '@mahalleh/gate';
import { refuse, whyNotInProvince } from '@mahalleh/kernel';
import { AmendPassport, UnitChanged } from '../model.ts';
import { point } from '../rules.ts';
import { units } from '../schema.ts';

/** Writes the whole passport of a unit: facts, point or boundary, house, lead base, manager, summary. */
export const amendPassport = defineCommand({
  name: 'passport.amend',
  permission: 'passport.amend',
  input: AmendPassport,
  output: UnitChanged,
  load: (db, { unitId, houseBaseId, leadBaseId, managerPersonId }) => {
    const baseIds = JSON.stringify([houseBaseId ?? null, leadBaseId ?? null]);
    return {
      unit: one(
        db
          .select()
          .from(units)
          .where(and(eq(units.id, unitId), isMyUnit(units.id))),
        'unit_unknown',
      ),
      bases: many(
        db.text<{ id: string }>(
          sql`select b.id from bases b where b.unit_id = ${unitId} and b.retired_at_ms is null and b.id in (select value from json_each(${baseIds}))`,
        ),
      ),
      people: many(
        db.text<{ id: string }>(
          sql`select p.id from people p where p.id = ${managerPersonId ?? null} and p.retired_at_ms is null`,
        ),
      ),
    };
  },
  decide: ({ unit, bases, people }, input, { workspace }) => {
    if (unit.endedOn !== null) return refuse('unit_ended', { field: 'unitId' });
    const here = new Set(bases.map(({ id }) => id));
    for (const field of ['houseBaseId', 'leadBaseId'] as const) {
      const id = input[field];
      // A base that was already there stays, even retired since.
      if (id !== undefined && id !== unit[field] && !here.has(id)) return refuse('passport_base_unknown', { field });
    }
    if (input.managerPersonId !== undefined && input.managerPersonId !== unit.managerPersonId && people.length === 0)
      return refuse('passport_person_unknown', { field: 'managerPersonId' });
    const after = {
      population: input.population ?? null,
      areaM2: input.areaM2 ?? null,
      latitude: input.latitude ?? null,
      longitude: input.longitude ?? null,
      boundaryGeojson: input.boundaryGeojson ?? null,
      houseBaseId: input.houseBaseId ?? null,
      leadBaseId: input.leadBaseId ?? null,
      managerPersonId: input.managerPersonId ?? null,
      summary: input.summary ?? null,
    };
    const fields = (Object.keys(after) as (keyof typeof after)[]).filter((key) => after[key] !== unit[key]);
    return point(input.latitude, input.longitude) ?? whyNotInProvince(workspace, input) ?? { after, fields };
  },
  save: (db, { after, fields }, _state, { unitId, revision }) => [
    guarded(
      db
        .update(units)
        .set({ ...after, revision: revision + 1 })
        .where(and(eq(units.id, unitId), eq(units.revision, revision))),
    ),
    ...(fields.includes('leadBaseId')
      ? [
          change(
            db.text(
              sql`update bases set is_lead = (id is ${after.leadBaseId}), revision = revision + 1 where unit_id = ${unitId} and is_lead <> (id is ${after.leadBaseId})`,
            ),
          ),
        ]
      : []),
  ],
  // Which base leads stands in the bases too: that is changed by another act, not taken back.
  reversal: ({ fields }, { unit }, { unitId, revision }) =>
    fields.includes('leadBaseId')
      ? undefined
      : {
          steps: [
            {
              table: units,
              id: unitId,
              revision: revision + 1,
              set: Object.fromEntries(fields.map((field) => [field, unit[field]])),
            },
          ],
        },
  audit: ({ fields }, _state, { unitId }) => ({ subject: unitId, unitId, fields }),
  answer: (_decision, _state, { unitId, revision }) => ({ id: unitId, revision: revision + 1 }),
});
