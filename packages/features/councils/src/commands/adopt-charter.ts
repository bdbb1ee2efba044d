import { and, eq, isNull, notInArray, sql } from 'drizzle-orm';
import { change, defineCommand, guarded, isMyUnit, many, one } from '@mahalleh/gate';
import { refuse } from '@mahalleh/kernel';
import { units } from '@mahalleh/units/schema';
import { COMMITTEE_SETS } from '../committee-sets.ts';
import { AdoptCharter, zChanged } from '../model.ts';
import { moveCouncils } from '../move-councils.ts';
import { charterFault } from '../rules.ts';
import { charters, charterSeats, committeeKinds } from '../schema.ts';

/**
 * Adopts a province's own version of a charter. Living councils of the kind go over to it; who holds a seat that stays, keeps it.
 * Fails: charter_lacks_seat, charter_changes_seat, charter_repeats_seat, charter_needs_one_chair, charter_not_in_force.
 */
export const adoptCharter = defineCommand({
  name: 'charter.adopt',
  permission: 'charter.adopt',
  input: AdoptCharter,
  output: zChanged,
  load: (db, input) => ({
    province: one(
      db
        .select({ id: units.id })
        .from(units)
        .where(and(eq(units.kind, 'province'), isMyUnit(units.id))),
      'unit_unknown',
    ),
    versions: many(db.select().from(charters).where(eq(charters.kind, input.kind))),
    seats: many(
      db
        .select({
          charterId: charterSeats.charterId,
          key: charterSeats.key,
          titleFa: charterSeats.titleFa,
          titleEn: charterSeats.titleEn,
          office: charterSeats.office,
          isRequired: charterSeats.isRequired,
          isChair: charterSeats.isChair,
          isSecretary: charterSeats.isSecretary,
        })
        .from(charterSeats)
        .innerJoin(charters, eq(charters.id, charterSeats.charterId))
        .where(eq(charters.kind, input.kind)),
    ),
  }),
  decide: ({ versions, seats }, input, facts) => {
    const newest = (rows: typeof versions) =>
      rows.reduce<(typeof versions)[number] | undefined>((a, b) => (a && a.version > b.version ? a : b), undefined);
    const national = newest(versions.filter(({ origin }) => origin === 'national'));
    const current = versions.find(({ supersededOn }) => supersededOn === null);
    if (!national || !current) return refuse('charter_not_in_force', { field: 'kind' });
    if (input.fromOn > facts.today) return refuse('date_in_future', { field: 'fromOn' });
    if (input.fromOn < current.fromOn) return refuse('end_before_start', { field: 'fromOn' });
    if (input.committeeSet && input.kind !== 'neighbourhood_progress')
      return refuse('committee_not_for_council', { field: 'committeeSet' });
    const fault = charterFault(
      seats.filter(({ charterId }) => charterId === national.id),
      input.seats,
    );
    if (fault) {
      const detail =
        'seat' in fault ? { seat: fault.seat.key, seatFa: fault.seat.titleFa, seatEn: fault.seat.titleEn } : undefined;
      return refuse(fault.reason, { field: 'seats', ...(detail && { detail }) });
    }
    const version = (newest(versions)?.version ?? 0) + 1;
    return {
      id: facts.newId(),
      version,
      currentId: current.id,
      seats: input.seats.map((seat, i) => ({ ...seat, id: facts.newId(), ord: i + 1 })),
    };
  },
  save: (db, { id, version, currentId, seats }, _state, { kind, titleFa, titleEn, fromOn, committeeSet }) => [
    guarded(
      db
        .update(charters)
        .set({ supersededOn: fromOn })
        .where(and(eq(charters.id, currentId), isNull(charters.supersededOn))),
    ),
    change(db.insert(charters).values({ id, kind, version, titleFa, titleEn, origin: 'province', fromOn })),
    change(db.insert(charterSeats).values(seats.map((seat) => ({ ...seat, charterId: id })))),
    ...moveCouncils(db, { kind, charterId: id, fromOn }).map(change),
    ...(committeeSet
      ? [
          change(
            db
              .update(committeeKinds)
              .set({ retiredOn: fromOn })
              .where(
                and(
                  isNull(committeeKinds.retiredOn),
                  notInArray(
                    committeeKinds.key,
                    COMMITTEE_SETS[committeeSet].map(({ key }) => key),
                  ),
                ),
              ),
          ),
          change(
            db
              .insert(committeeKinds)
              .values(COMMITTEE_SETS[committeeSet].map((committee, i) => ({ ...committee, ord: i + 1 })))
              .onConflictDoUpdate({
                target: committeeKinds.key,
                set: { retiredOn: sql`null`, ord: sql`excluded.ord` },
              }),
          ),
        ]
      : []),
  ],
  audit: ({ id }, { province }, { committeeSet }) => ({
    subject: id,
    unitId: province.id,
    fields: ['kind', 'titleFa', 'titleEn', 'fromOn', 'seats', ...(committeeSet ? ['committeeSet'] : [])],
  }),
  answer: ({ id, version }) => ({ id, revision: version }),
  conflicts: { 'charters.kind': 'charter_version_taken' },
});
