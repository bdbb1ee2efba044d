import { eq, sql } from 'drizzle-orm';
import { maybe, type Asked, type Home, type ReadDb } from '@mahalleh/gate';
import { Failure } from '@mahalleh/kernel';
import { people } from '@mahalleh/people/schema';
import { attemptKey, locked } from './attempts.ts';
import { lockedForMs } from './rules.ts';
import { accounts } from './schema.ts';

/** The account of whoever is signed in. */
export type OwnAccount = {
  readonly personId: string;
  readonly fullName: string;
  readonly email: string;
  readonly passwordHash: string | null;
  readonly totpSecretSealed: string | null;
  readonly totpEnrolledAtMs: number | null;
};

/** Reads one's own account. Fails: not_found without one, locked after too many wrong proofs of the password. */
export const ownAccount = (db: ReadDb<Home>, nowMs: number): Asked<OwnAccount> => {
  const asked = maybe(
    db
      .select({
        personId: accounts.personId,
        fullName: people.fullName,
        email: accounts.email,
        passwordHash: accounts.passwordHash,
        totpSecretSealed: accounts.totpSecretSealed,
        totpEnrolledAtMs: accounts.totpEnrolledAtMs,
        lockedUntilMs: sql<
          number | null
        >`(select locked_until_ms from lockouts where key = ${attemptKey.proof('')} || ${accounts.personId})`,
      })
      .from(accounts)
      .innerJoin(people, eq(people.id, accounts.personId))
      .where(sql`${accounts.personId} = (select person_id from me)`),
  );
  return {
    query: asked.query,
    read: (rows) => {
      const found = asked.read(rows);
      if (!found) throw new Failure('not_found', 'account_unknown');
      const forMs = lockedForMs(found.lockedUntilMs, nowMs);
      if (forMs > 0) throw locked(forMs);
      return found;
    },
  };
};

/** How a wrong proof of one's own password ends: it is counted, and the field is named. */
export const wrongProof = (outcome: string, field: string): Failure | undefined =>
  outcome === 'wrong'
    ? new Failure('refused', 'current_password_wrong', { fields: [{ field, reason: 'current_password_wrong' }] })
    : undefined;
