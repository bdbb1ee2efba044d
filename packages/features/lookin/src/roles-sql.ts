import type { GuestRole } from '@mahalleh/access';
import { newId } from '@mahalleh/kernel';
import { rolesOfAreas, type Area } from './model.ts';

/** A row of `role_grants` about to be. */
export type GuestRoleRow = { readonly id: string; readonly role: GuestRole };

/** The roles of a grant: the first row bears the id of the grant, by which a session knows by what it was opened. */
export const guestRoleRows = (lookinId: string, areas: readonly Area[], fresh: () => string = newId): GuestRoleRow[] =>
  rolesOfAreas(areas).map((role, i) => ({ id: i === 0 ? lookinId : fresh(), role }));
