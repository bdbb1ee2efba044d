import { agencies } from '@mahalleh/agencies/schema';
import { defineCommand, guarded, maybe, one } from '@mahalleh/gate';
import { foldText, isRefusal, whyNotInProvince } from '@mahalleh/kernel';
import { and } from 'drizzle-orm';
import type * as z from 'zod';
import { limitOf, NEVER_MS } from '../booking-rules.ts';
import { AmendCapacity, Changed } from '../model.ts';
import { isAt, isMine, type CapacityRow } from '../reach.ts';
import { domainSql, isStandingAgency, referencesOf } from '../references.ts';
import { pointOf, whyNotChange, whyNotMeasure, whyNotReferTo, whyNotRemeasure } from '../rules.ts';
import { capacities } from '../schema.ts';
import { holdsWhatIsBooked, takenWithin } from '../taken.ts';

/** What was said, and nothing else. */
const saidFields = (said: z.output<typeof AmendCapacity>): Partial<CapacityRow> => ({
  ...(said.kind === undefined ? {} : { kind: said.kind }),
  ...(said.name === undefined ? {} : { name: said.name, nameFolded: foldText(said.name) }),
  ...(said.note === undefined ? {} : { note: said.note }),
  ...(said.agencyId === undefined ? {} : { agencyId: said.agencyId }),
  ...(said.quantity === undefined ? {} : { quantity: said.quantity }),
  ...(said.amountRial === undefined ? {} : { amountRial: said.amountRial }),
  ...(said.domainKey === undefined ? {} : { domainKey: said.domainKey }),
  ...(said.availableNote === undefined ? {} : { availableNote: said.availableNote }),
  ...(said.latitude === undefined ? {} : { latitude: said.latitude }),
  ...(said.longitude === undefined ? {} : { longitude: said.longitude }),
});

/** The columns of a change as they were before. */
const asBefore = (before: CapacityRow, change: Partial<CapacityRow>): Partial<CapacityRow> =>
  Object.fromEntries(Object.entries(before).filter(([column]) => column in change));

/** Corrects a capacity that is in the bank. */
export const amendCapacity = defineCommand({
  name: 'capacity.amend',
  permission: 'capacity.amend',
  input: AmendCapacity,
  output: Changed,
  load: (db, { capacityId, agencyId, domainKey }, { nowMs }) => ({
    capacity: one(db.select().from(capacities).where(isMine(capacityId)), 'capacity_unknown'),
    agency: maybe(db.select({ id: agencies.id }).from(agencies).where(isStandingAgency(agencyId))),
    domain: maybe(db.text<{ key: string }>(domainSql(domainKey))),
    taken: takenWithin(db, capacityId, { fromMs: nowMs, toMs: NEVER_MS + 1 }),
  }),
  decide: (state, input, { workspace }) => {
    const { capacity, taken } = state;
    const change = saidFields(input);
    const after = { ...capacity, ...change };
    const no =
      whyNotChange(capacity) ??
      whyNotReferTo(referencesOf(input, state)) ??
      whyNotMeasure(after) ??
      whyNotRemeasure(capacity, after, taken) ??
      whyNotInProvince(workspace, input);
    if (no) return no;
    const point = pointOf(after);
    return isRefusal(point) ? point : { change, limit: after.kind === capacity.kind ? limitOf(after) : 0 };
  },
  save: (db, { change, limit }, _state, { capacityId, revision }, { nowMs }) => [
    guarded(
      db
        .update(capacities)
        .set({ ...change, revision: revision + 1 })
        .where(and(isAt(capacityId, revision), holdsWhatIsBooked(capacityId, limit, nowMs))),
    ),
  ],
  // Taken back, it would be a smaller measure, under which more may be booked by then.
  reversal: ({ change, limit }, { capacity }, { capacityId, revision }) =>
    limitOf(capacity) < limit || change.kind !== undefined
      ? undefined
      : { steps: [{ table: capacities, id: capacityId, revision: revision + 1, set: asBefore(capacity, change) }] },
  audit: ({ change }, { capacity }) => ({ subject: capacity.id, unitId: capacity.unitId, fields: Object.keys(change) }),
  answer: (_decision, _state, { capacityId, revision }) => ({ id: capacityId, revision: revision + 1 }),
});
