import { NATION, type Statement } from '@mahalleh/gate';
import { newId } from '@mahalleh/kernel';
import { peopleSql, rolesSql } from '@mahalleh/people/planting';
import { NATION_UNIT } from '@mahalleh/people/model';
import { mintLink } from './one-time.ts';
import { linkEnds } from './one-time-link.ts';

/** An account about to be, in bulk. */
export type SampleAccount = { readonly personId: string; readonly email: string };

/** The statement that opens any number of accounts with one password hash. For samples: people choose their own passwords. */
export const accountsSql = (accounts: readonly SampleAccount[], passwordHash: string, nowMs: number): Statement => ({
  sql:
    'insert into accounts (person_id, email, password_hash, password_set_at_ms, is_suspended, created_at_ms, revision)' +
    " select json_extract(j.value, '$.personId'), lower(json_extract(j.value, '$.email')), ?, ?, 0, ?, 1 from json_each(?) j",
  args: [passwordHash, nowMs, nowMs, JSON.stringify(accounts)],
});

/** The first administrator of a workspace. For the ministry, `unitId` is not needed. */
export type FirstAdministrator = {
  readonly workspace: string;
  readonly unitId?: string;
  readonly fullName: string;
  readonly email: string;
};

/** The statements that make the first administrator, and the token of the one-time link, which is stored nowhere. Fails: TypeError for a province without its unit. */
export const firstAdministrator = (
  who: FirstAdministrator,
  nowMs: number,
): { personId: string; token: string; expiresAtMs: number; statements: Statement[] } => {
  const isNation = who.workspace === NATION;
  const unitId = isNation ? NATION_UNIT.id : who.unitId;
  if (unitId === undefined) throw new TypeError('the province unit is needed');
  const personId = newId();
  const { token, tokenHash } = mintLink();
  const expiresAtMs = linkEnds('invite', nowMs);
  return {
    personId,
    token,
    expiresAtMs,
    statements: [
      ...peopleSql([{ id: personId, fullName: who.fullName }], nowMs),
      ...rolesSql([{ personId, role: isNation ? 'ministry_admin' : 'province_admin', unitId }], nowMs),
      {
        sql: 'insert into invitations (id, person_id, email, token_hash, purpose, expires_at_ms, created_at_ms) values (?, ?, ?, ?, ?, ?, ?)',
        args: [newId(), personId, who.email.toLowerCase(), tokenHash, 'invite', expiresAtMs, nowMs],
      },
    ],
  };
};
