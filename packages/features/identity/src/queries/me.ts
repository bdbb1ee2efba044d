import { eq, sql } from 'drizzle-orm';
import { grants, PERMISSIONS, ROLE_TITLES } from '@mahalleh/access';
import { defineWorkspaceQuery, many, maybe, NATION } from '@mahalleh/gate';
import { provinceOf, isProvinceSlug } from '@mahalleh/kernel';
import { unitsOf } from '@mahalleh/people';
import { NATION_UNIT } from '@mahalleh/people/model';
import { people } from '@mahalleh/people/schema';
import { guestColumns } from '../guest-in-force.ts';
import { zMe, zNothing } from '../model.ts';
import { accounts } from '../schema.ts';

type UnitRow = { id: string; kind: string; name_fa: string; name_en: string | null };

const workspaceOf = (slug: string) => {
  if (slug === NATION || !isProvinceSlug(slug))
    return { slug, kind: 'nation' as const, nameFa: NATION_UNIT.nameFa, nameEn: NATION_UNIT.nameEn };
  const { nameFa, nameEn } = provinceOf(slug);
  return { slug, kind: 'province' as const, nameFa, nameEn };
};

/** Who is signed in, in which workspace, with which roles and rights. */
export const me = defineWorkspaceQuery({
  name: 'account.me',
  permission: null,
  input: zNothing,
  output: zMe,
  ask: (db, _input, { workspace, nowMs }) => ({
    person: maybe(
      db
        .select({
          fullName: people.fullName,
          isGuest: people.isGuest,
          ...guestColumns(sql`${people.id}`, nowMs),
        })
        .from(people)
        .where(sql`${people.id} = (select person_id from me)`),
    ),
    account: maybe(
      db
        .select({
          email: accounts.email,
          totpEnrolledAtMs: accounts.totpEnrolledAtMs,
          codesLeft: sql<number>`(select count(*) from recovery_codes rc where rc.person_id = accounts.person_id and rc.used_at_ms is null)`,
        })
        .from(accounts)
        .where(eq(accounts.personId, sql`(select person_id from me)`)),
    ),
    units: many(
      db.text<UnitRow>(
        sql`select u.id, u.kind, u.name_fa, u.name_en from ${unitsOf(workspace)} u where u.id in (select g.unit_id from role_grants g join me on me.person_id = g.person_id where g.revoked_at_ms is null)`,
      ),
    ),
  }),
  shape: ({ person, account, units }, _input, someone) => ({
    personId: someone.personId,
    name: person?.fullName ?? '',
    email: account?.email ?? null,
    workspace: workspaceOf(someone.workspace),
    roles: someone.grants.map(({ role, unitId, agencyId }) => {
      const unit = units.find(({ id }) => id === unitId);
      const { fa, en } = ROLE_TITLES[role];
      return {
        role,
        titleFa: fa,
        titleEn: en,
        unitId,
        unitKind: unit?.kind ?? null,
        unitNameFa: unit?.name_fa ?? null,
        unitNameEn: unit?.name_en ?? null,
        agencyId,
      };
    }),
    permissions: PERMISSIONS.filter((permission) => someone.grants.some(({ role }) => grants(role, permission))),
    totp: { isEnrolled: Boolean(account?.totpEnrolledAtMs), recoveryCodesLeft: account?.codesLeft ?? 0 },
    guest: person?.isGuest && person.untilMs !== null ? { untilMs: person.untilMs } : null,
  }),
});
