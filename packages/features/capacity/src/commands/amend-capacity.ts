import { agencies } from '@mahalleh/agencies/schema';
import { defineCommand, guarded, maybe, one } from '@mahalleh/gate';
import { foldText, isRefusal } from '@mahalleh/kernel';
import type * as z from 'zod';
import { AmendCapacity, Changed } from '../model.ts';
import { isAt, isMine, type CapacityRow } from '../reach.ts';
import { domainSql, isStandingAgency, referencesOf } from '../references.ts';
import { pointOf, whyNotChange, whyNotReferTo } from '../rules.ts';
import { capacities } from '../schema.ts';

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

/** Corrects a capacity that is in the bank. */
export const amendCapacity = defineCommand({
  name: 'capacity.amend',
  permission: 'capacity.amend',
  input: AmendCapacity,
  output: Changed,
  load: (db, { capacityId, agencyId, domainKey }) => ({
    capacity: one(db.select().from(capacities).where(isMine(capacityId)), 'capacity_unknown'),
    agency: maybe(db.select({ id: agencies.id }).from(agencies).where(isStandingAgency(agencyId))),
    domain: maybe(db.text<{ key: string }>(domainSql(domainKey))),
  }),
  decide: (state, input) => {
    const no = whyNotChange(state.capacity) ?? whyNotReferTo(referencesOf(input, state));
    if (no) return no;
    const change = saidFields(input);
    const point = pointOf({ ...state.capacity, ...change });
    return isRefusal(point) ? point : { change };
  },
  save: (db, { change }, _state, { capacityId, revision }) => [
    guarded(
      db
        .update(capacities)
        .set({ ...change, revision: revision + 1 })
        .where(isAt(capacityId, revision)),
    ),
  ],
  audit: ({ change }, { capacity }) => ({ subject: capacity.id, unitId: capacity.unitId, fields: Object.keys(change) }),
  answer: (_decision, _state, { capacityId, revision }) => ({ id: capacityId, revision: revision + 1 }),
});
