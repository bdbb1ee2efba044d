import type { Input } from './caller.ts';
import { recordMakers } from './makers.ts';
import type { Account, Workspace } from './world.ts';

/** What makes the records that a right request is about. */
export type Makers = ReturnType<typeof recordMakers>;

/** A right request of this account, made of records that it needs. */
export const by = (as: Account, make: (m: Makers, w: Workspace) => Promise<Input>) => async (w: Workspace) => ({
  as,
  input: await make(recordMakers(w), w),
});

/** A right request of this account that needs nothing made. */
export const plain = (as: Account, input: Input = {}) => by(as, () => Promise.resolve(input));
