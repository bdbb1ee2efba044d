import { and, eq, gt, isNull } from 'drizzle-orm';
import { one, type Asked, type Home, type ReadDb } from '@mahalleh/gate';
import { people } from '@mahalleh/people/schema';
import { digest } from './one-time.ts';
import { invitations } from './schema.ts';

/** A one-time link that still works. */
export type LinkInForce = {
  readonly id: string;
  readonly personId: string;
  readonly fullName: string;
  readonly email: string;
  readonly purpose: 'invite' | 'reset';
  readonly expiresAtMs: number;
  /** Whether it opens the account of a guest, which needs a second factor from the beginning. */
  readonly isGuest: boolean;
  readonly totpSecretSealed: string | null;
};

/** Finds a link by its token. Fails: not_found, the same for one that never was, was used or has expired. */
export const linkInForce = (db: ReadDb<Home>, token: string, nowMs: number): Asked<LinkInForce> =>
  one(
    db
      .select({
        id: invitations.id,
        personId: invitations.personId,
        fullName: people.fullName,
        email: invitations.email,
        purpose: invitations.purpose,
        expiresAtMs: invitations.expiresAtMs,
        isGuest: people.isGuest,
        totpSecretSealed: invitations.totpSecretSealed,
      })
      .from(invitations)
      .innerJoin(people, and(eq(people.id, invitations.personId), isNull(people.retiredAtMs)))
      .where(
        and(eq(invitations.tokenHash, digest(token)), isNull(invitations.usedAtMs), gt(invitations.expiresAtMs, nowMs)),
      ),
    'link_over',
  );
