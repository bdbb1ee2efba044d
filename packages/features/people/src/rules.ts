import { grants, NATION_ROLES, PROVINCE_ROLES, type Role } from '@mahalleh/access';
import { refuse, type Refusal } from '@mahalleh/kernel';
import type { RolePlaceKind } from './model.ts';

/** A role held over one unit and all below it. */
export type Grant = { readonly role: Role; readonly unitId: string; readonly agencyId: string | null };

/** A unit with everything above it and itself. */
export type Place = Reach & { readonly kind: RolePlaceKind };

/** Everything above a unit, and itself. */
export type Reach = { readonly ancestorIds: readonly string[] };

const ANYWHERE = ['province', 'county', 'district', 'city', 'neighbourhood', 'village'] as const;
const BELOW_COUNTY = ['district', 'city', 'neighbourhood', 'village'] as const;

/** The kinds of unit that each role can be held over. */
export const ROLE_PLACES: Readonly<Record<Role, readonly RolePlaceKind[]>> = {
  province_admin: ['province', 'county'],
  director_general: ['province'],
  governor: ['province'],
  county_governor: ['county'],
  county_secretary: ['county'],
  neighbourhood_manager: BELOW_COUNTY,
  council_member: ANYWHERE,
  facilitator: ANYWHERE,
  agency_officer: ANYWHERE,
  observer: ANYWHERE,
  ministry_admin: ['nation'],
  ministry_analyst: ['nation'],
  ministry_reviewer: ['nation'],
  // Given by a grant to look in alone, never as a role of somebody who works here.
  guest_places: [],
  guest_councils: [],
  guest_problems: [],
  guest_operations: [],
  guest_targets: [],
};

/** The cast is safe: an object literal has no other keys. */
const names = (table: object): readonly Role[] => Object.keys(table) as Role[];

const GIVES: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  province_admin: names(PROVINCE_ROLES),
  ministry_admin: names(NATION_ROLES),
};

/** The roles that holders of a role may give to others. */
export const givenBy = (role: Role): readonly Role[] => GIVES[role] ?? [];

/** Whether a held role reaches a unit. */
export const covers = (held: Grant, place: Reach): boolean => place.ancestorIds.includes(held.unitId);

const mayHandle = (held: readonly Grant[], role: Role, place: Reach): boolean =>
  held.some((own) => own.agencyId === null && covers(own, place) && givenBy(own.role).includes(role));

/** Whether the holder of these roles may give this one there: only within one's own units, and only a role that one's own may give. */
export const mayGrant = (held: readonly Grant[], wanted: Omit<Grant, 'unitId'>, place: Place): true | Refusal => {
  if (!ROLE_PLACES[wanted.role].includes(place.kind)) return refuse('role_unsuited_to_unit', { field: 'unitId' });
  if (!mayHandle(held, wanted.role, place)) return refuse('role_above_own', { field: 'role' });
  if (wanted.role === 'agency_officer' && wanted.agencyId === null)
    return refuse('agency_required', { field: 'agencyId' });
  if (wanted.role !== 'agency_officer' && wanted.agencyId !== null)
    return refuse('agency_not_for_role', { field: 'agencyId' });
  return true;
};

const isSame = (a: Grant, b: Grant): boolean => a.role === b.role && a.unitId === b.unitId && a.agencyId === b.agencyId;

/**
 * Whether the holder of these roles may end this one. Nobody ends the role by which they themselves administer: whoever
 * does it to others stays, so an administrator always remains.
 */
export const mayRevoke = (
  held: readonly Grant[],
  ending: Grant & { readonly isOwn: boolean },
  place: Reach,
): true | Refusal => {
  if (!mayHandle(held, ending.role, place)) return refuse('role_above_own');
  const left = ending.isOwn ? held.filter((own) => !isSame(own, ending)) : held;
  const administers = left.some((own) => grants(own.role, 'role.revoke') && covers(own, place));
  return administers || !grants(ending.role, 'role.revoke') ? true : refuse('own_administration_stays');
};

/** A person as seen by somebody who wants to change them. */
export type Subject = { readonly isSelf: boolean; readonly isRetired: boolean; readonly rolesOutside: number };

/** Whether details may be amended: all of the person's roles lie in the units of who amends. */
export const mayAmend = ({ isRetired, rolesOutside }: Subject): true | Refusal => {
  if (isRetired) return refuse('person_retired');
  return rolesOutside > 0 ? refuse('person_outside_scope') : true;
};

/** Whether a person may be taken off: as for amending, and never oneself, so that the last administrator stays. */
export const mayRemove = (subject: Subject): true | Refusal =>
  subject.isSelf ? refuse('own_administration_stays') : mayAmend(subject);
