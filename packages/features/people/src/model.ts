import * as z from 'zod';
import { ROLE_NAMES } from '@mahalleh/access';
import { zCount, zFlag, zId, zInput, zMobile, zName, zOptional, zRevision, zTitle } from '@mahalleh/kernel';

/** The one unit of the ministry's workspace: what its roles are held over. */
export const NATION_UNIT = {
  id: 'nation',
  kind: 'nation',
  nameFa: 'وزارت کشور',
  nameEn: 'Ministry of Interior',
} as const;

/** The kinds of unit that a role can be held over. */
export const ROLE_PLACE_KINDS = [
  'nation',
  'province',
  'county',
  'district',
  'city',
  'neighbourhood',
  'village',
] as const;

/** A kind of unit that a role can be held over. */
export type RolePlaceKind = (typeof ROLE_PLACE_KINDS)[number];

/** The id of a person. */
export const zPersonId = zId('person');

/** The id of a unit, or of the ministry's one. */
export const zRoleUnitId = z.union([z.literal(NATION_UNIT.id), zId('unit')], { error: 'id_malformed' });

/** The name of a role. Fails: `role_unknown`. */
export const zRole = z.enum(ROLE_NAMES, { error: ({ input }) => (input === undefined ? 'required' : 'role_unknown') });

const details = { fullName: zName(), mobile: zOptional(zMobile), jobTitle: zOptional(zTitle(120)) };

/** A new person. */
export const zRegisterPerson = zInput(details);
/** A person's details, all of them. */
export const zAmendPerson = zInput({ personId: zPersonId, revision: zRevision, ...details });
/** A person who no longer works here. */
export const zRetirePerson = zInput({ personId: zPersonId, revision: zRevision });
/** A role for a person over a unit and all below it; an agency officer's also names the agency. */
export const zGrantRole = zInput({
  personId: zPersonId,
  role: zRole,
  unitId: zRoleUnitId,
  agencyId: zOptional(zId('agency')),
});
/** A role that ends. */
export const zRevokeRole = zInput({ grantId: zId('grant') });
/** Which people to list. */
export const zPeopleFilter = zInput({
  page: zCount({ min: 1 }).default(1),
  size: zCount({ min: 1, max: 100 }).default(25),
  q: zOptional(zName()),
  role: zOptional(zRole),
  unitId: zOptional(zRoleUnitId),
  isRetired: zOptional(zFlag),
});
/** Which person. */
export const zOnePerson = zInput({ personId: zPersonId });

/** What a command on a person answers. */
export const zPersonSaved = z.object({ id: z.string(), revision: z.number() });
/** What a command on a role answers. */
export const zRoleSaved = z.object({ id: z.string() });

/** One role that a person holds. */
export const zHeldRole = z.object({
  id: z.string(),
  role: z.string(),
  unitId: z.string(),
  unitNameFa: z.string().nullable(),
  unitNameEn: z.string().nullable(),
  agencyId: z.string().nullable(),
  grantedAtMs: z.number(),
});
/** One role that a person holds. */
export type HeldRole = z.infer<typeof zHeldRole>;

const summary = {
  id: z.string(),
  fullName: z.string(),
  jobTitle: z.string().nullable(),
  /** Absent for people who work outside the reader's units. */
  mobile: z.string().nullable(),
  isSample: z.boolean(),
  isRetired: z.boolean(),
  revision: z.number(),
  roles: z.array(zHeldRole),
};

/** A page of people. */
export const zPeoplePage = z.object({
  rows: z.array(z.object(summary)),
  total: z.number(),
  page: z.number(),
  size: z.number(),
});

/** One person with roles, and what was done about them for readers of the audit. */
export const zPersonPage = z.object({
  ...summary,
  registeredAtMs: z.number(),
  retiredAtMs: z.number().nullable(),
  /** Whether all roles lie in the reader's units, so that the reader may change the person. */
  isWithinReach: z.boolean(),
  history: z.array(
    z.object({
      atMs: z.number(),
      action: z.string(),
      actorId: z.string(),
      actorName: z.string().nullable(),
      fields: z.array(z.string()),
    }),
  ),
});
