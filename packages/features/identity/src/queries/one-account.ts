import { sql } from 'drizzle-orm';
import { defineWorkspaceQuery, one } from '@mahalleh/gate';
import { rolesOutside } from '@mahalleh/people';
import { zAccount, zOneAccount } from '../model.ts';

type Row = {
  email: string | null;
  is_suspended: number | null;
  password_set_at_ms: number | null;
  has_password: number;
  totp_enrolled_at_ms: number | null;
  link_email: string | null;
  purpose: 'invite' | 'reset' | null;
  expires_at_ms: number | null;
};

const stateOf = (row: Row) => {
  if (row.is_suspended === 1) return 'suspended' as const;
  if (row.has_password === 1) return 'active' as const;
  return row.purpose === null && row.email === null ? ('none' as const) : ('awaiting' as const);
};

/** The account of a person within the administrator's reach. */
export const oneAccount = defineWorkspaceQuery({
  name: 'account.one',
  permission: 'account.invite',
  input: zOneAccount,
  output: zAccount,
  ask: (db, { personId }, { nowMs }) => ({
    row: one(
      db.text<Row>(
        sql`select a.email, a.is_suspended, a.password_set_at_ms, a.password_hash is not null as has_password, a.totp_enrolled_at_ms, i.email as link_email, i.purpose, i.expires_at_ms from people p left join accounts a on a.person_id = p.id left join invitations i on i.person_id = p.id and i.used_at_ms is null and i.expires_at_ms > ${nowMs} where p.id = ${personId} and ${rolesOutside(sql`p.id`)} = 0 order by i.created_at_ms desc limit 1`,
      ),
      'person_unknown',
    ),
  }),
  shape: ({ row }, { personId }) => ({
    personId,
    email: row.email ?? row.link_email,
    state: stateOf(row),
    hasTotp: row.totp_enrolled_at_ms !== null,
    passwordSetAtMs: row.password_set_at_ms,
    link:
      row.purpose === null || row.expires_at_ms === null
        ? null
        : { purpose: row.purpose, expiresAtMs: row.expires_at_ms },
  }),
});
