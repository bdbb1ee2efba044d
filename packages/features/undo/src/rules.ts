import { grants, isPermission, type Role } from '@mahalleh/access';
import { refuse, type Refusal } from '@mahalleh/kernel';

/** What must be known of a reversal before it is used. */
export type Kept = {
  readonly act: string;
  readonly actorId: string;
  readonly isTrash: boolean;
  readonly reversedAtMs: number | null;
  readonly unitId: string | null;
};

/** Who wants to use it: the person, and the roles with their units. */
export type Asking = {
  readonly personId: string;
  readonly grants: readonly { readonly role: Role; readonly unitId: string }[];
};

/** Why it may not be taken back by this person, or undefined. `above`: the unit of the act and every unit above it. */
export const whyNotUndo = (kept: Kept, asking: Asking, above: readonly string[]): Refusal | undefined => {
  const { act, unitId } = kept;
  const isAllowed =
    isPermission(act) &&
    asking.grants.some((held) => grants(held.role, act) && (unitId === null || above.includes(held.unitId)));
  // Saved views and the like are about oneself: no role is asked for them.
  const isOwn = !isPermission(act) && kept.actorId === asking.personId;
  if (!isAllowed && !isOwn) return refuse('reversal_not_permitted');
  if (kept.reversedAtMs !== null) return refuse('reversal_done');
  return kept.isTrash || kept.actorId === asking.personId ? undefined : refuse('reversal_of_other');
};
