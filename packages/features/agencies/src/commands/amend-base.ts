import { and, eq, isNull } from 'drizzle-orm';
import { defineCommand, guarded, maybe, one } from '@mahalleh/gate';
import { foldText, refuse, whyNotInProvince } from '@mahalleh/kernel';
import { point } from '@mahalleh/units/rules';
import { leaveLead, makeLead } from '../lead.ts';
import { AmendBase, Changed } from '../model.ts';
import { agencies, bases } from '../schema.ts';
import { isAgencyInSight, isMyBase, mayKeepBase } from '../scope.ts';

/** Amends the details of a base of the actor's. An officer of one agency cannot give it away. */
export const amendBase = defineCommand({
  name: 'base.amend',
  permission: 'base.amend',
  input: AmendBase,
  output: Changed,
  load: (db, { baseId, agencyId }) => ({
    base: one(
      db
        .select()
        .from(bases)
        .where(and(eq(bases.id, baseId), isNull(bases.retiredAtMs), isMyBase)),
      'base_unknown',
    ),
    place: maybe(db.text<{ yes: number }>(mayKeepBase(baseId, agencyId))),
    agency: maybe(
      db
        .select({ id: agencies.id })
        .from(agencies)
        .where(and(eq(agencies.id, agencyId ?? ''), isNull(agencies.retiredAtMs), isAgencyInSight(agencies.unitId))),
    ),
  }),
  decide: ({ base, agency, place }, input, { workspace }) => {
    if (input.agencyId !== undefined && input.agencyId !== base.agencyId && !agency)
      return refuse('agency_unknown', { field: 'agencyId' });
    if (!place) return refuse('base_not_of_your_agency', { field: 'agencyId' });
    const after = {
      kind: input.kind,
      name: input.name,
      officialCode: input.officialCode ?? null,
      agencyId: input.agencyId ?? null,
      isLead: input.isLead ?? false,
      latitude: input.latitude ?? null,
      longitude: input.longitude ?? null,
    };
    const fields = (Object.keys(after) as (keyof typeof after)[]).filter((key) => after[key] !== base[key]);
    return point(input.latitude, input.longitude) ?? whyNotInProvince(workspace, input) ?? { after, fields };
  },
  save: (db, { after, fields }, { base }, { revision }) => [
    guarded(
      db
        .update(bases)
        .set({ ...after, nameFolded: foldText(after.name), revision: revision + 1 })
        .where(and(eq(bases.id, base.id), eq(bases.revision, revision))),
    ),
    ...(fields.includes('isLead') ? (after.isLead ? makeLead : leaveLead)(db, base.id, base.unitId) : []),
  ],
  // Who leads a neighbourhood stands in other rows too: that is changed by another act, not taken back.
  reversal: ({ fields }, { base }, { revision }) =>
    fields.includes('isLead')
      ? undefined
      : {
          steps: [
            {
              table: bases,
              id: base.id,
              revision: revision + 1,
              set: {
                kind: base.kind,
                name: base.name,
                nameFolded: base.nameFolded,
                officialCode: base.officialCode,
                agencyId: base.agencyId,
                latitude: base.latitude,
                longitude: base.longitude,
              },
            },
          ],
        },
  audit: ({ fields }, { base }) => ({ subject: base.id, unitId: base.unitId, fields }),
  answer: (_decision, { base }, { revision }) => ({ id: base.id, revision: revision + 1 }),
  conflicts: { 'bases.official_code': 'base_code_taken', 'bases.unit_id': 'base_name_taken' },
});
