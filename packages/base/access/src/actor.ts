import type { Id, ProvinceSlug } from '@mahalleh/kernel';
import type { Permission } from './permissions.ts';
import { grants, type NationRole, type ProvinceRole, type Role } from './roles.ts';

/** A role held in a province, for a unit and all below it. */
export type ProvinceSeat = { readonly role: ProvinceRole; readonly unitId: Id<'unit'> };

/** A role held at the ministry. */
export type NationSeat = { readonly role: NationRole };

/** Who is asking: a person of one province, a person of the ministry, or a job of the machine. */
export type Actor =
  | {
      readonly kind: 'person';
      readonly province: ProvinceSlug;
      readonly personId: Id<'person'>;
      readonly seats: readonly ProvinceSeat[];
    }
  | { readonly kind: 'ministry'; readonly personId: Id<'person'>; readonly seats: readonly NationSeat[] }
  | { readonly kind: 'job'; readonly name: string };

/** The roles that the actor holds anywhere; a job holds none. */
export const rolesOf = (actor: Actor): Role[] =>
  actor.kind === 'job' ? [] : [...new Set(actor.seats.map((seat): Role => seat.role))];

/** Whether some seat of the actor allows it; where it does is for the unit scope to say. */
export const mayAnywhere = (actor: Actor, permission: Permission): boolean =>
  rolesOf(actor).some((role) => grants(role, permission));
