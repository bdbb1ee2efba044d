import { agencies } from '@mahalleh/agencies/schema';
import { defineCommand, guarded, isMyUnit, one } from '@mahalleh/gate';
import { domains } from '@mahalleh/problems/schema';
import { and, eq, isNull } from 'drizzle-orm';
import { Changed, ReleaseResponsibility } from '../model.ts';
import { responsibilities } from '../schema.ts';

/** Ends a declared duty; from the trash it comes back, while nobody else leads there. */
export const releaseResponsibility = defineCommand({
  name: 'responsibility.release',
  permission: 'responsibility.release',
  input: ReleaseResponsibility,
  output: Changed,
  load: (db, { responsibilityId }) => ({
    duty: one(
      db
        .select({
          id: responsibilities.id,
          unitId: responsibilities.unitId,
          agencyName: agencies.name,
          domainTitle: domains.titleFa,
        })
        .from(responsibilities)
        .innerJoin(agencies, eq(agencies.id, responsibilities.agencyId))
        .innerJoin(domains, eq(domains.key, responsibilities.domainKey))
        .where(
          and(
            eq(responsibilities.id, responsibilityId),
            isNull(responsibilities.endedAtMs),
            isMyUnit(responsibilities.unitId),
          ),
        ),
      'responsibility_unknown',
    ),
  }),
  decide: (_state, _input, { nowMs }) => ({ endedAtMs: nowMs }),
  save: (db, { endedAtMs }, { duty }, { revision }) => [
    guarded(
      db
        .update(responsibilities)
        .set({ endedAtMs, revision: revision + 1 })
        .where(and(eq(responsibilities.id, duty.id), eq(responsibilities.revision, revision))),
    ),
  ],
  reversal: (_decision, { duty }, { revision }) => ({
    trash: true,
    label: `${duty.domainTitle}، ${duty.agencyName}`,
    steps: [{ table: responsibilities, id: duty.id, revision: revision + 1, set: { endedAtMs: null } }],
  }),
  audit: (_decision, { duty }) => ({ subject: duty.id, unitId: duty.unitId, fields: ['ended'] }),
  answer: (_decision, { duty }, { revision }) => ({ id: duty.id, revision: revision + 1 }),
});
