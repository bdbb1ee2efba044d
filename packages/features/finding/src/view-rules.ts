import { grants, type Role } from '@mahalleh/access';
import { refuse, type Refusal } from '@mahalleh/kernel';

/** The most views that one person saves of one list. */
export const MOST_VIEWS = 30;

type View = { readonly ownerId: string; readonly droppedAtMs: number | null };
type Asking = {
  readonly personId: string;
  readonly grants: readonly { readonly role: Role; readonly unitId: string }[];
};

/** Why a view may not be changed by this person, or undefined: it is its owner's. */
export const whyNotAmend = (view: View, { personId }: Asking): Refusal | undefined => {
  if (view.droppedAtMs !== null) return refuse('view_unknown');
  return view.ownerId === personId ? undefined : refuse('view_of_other');
};

/** As `whyNotAmend`; but what is shared may be taken away by whoever shares in that unit. `above`: its unit and every unit above it. */
export const whyNotDrop = (view: View, asking: Asking, above: readonly string[]): Refusal | undefined => {
  const mayShareThere = asking.grants.some(({ role, unitId }) => grants(role, 'view.share') && above.includes(unitId));
  return view.droppedAtMs === null && mayShareThere ? undefined : whyNotAmend(view, asking);
};
