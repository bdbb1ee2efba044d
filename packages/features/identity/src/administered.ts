import { eq, sql } from 'drizzle-orm';
import { one, type Asked, type Home, type ReadDb } from '@mahalleh/gate';
import { rolesOutside } from '@mahalleh/people';
import { people } from '@mahalleh/people/schema';
import { accounts } from './schema.ts';

/** An account as an administrator finds it. */
export type Administered = {
  readonly email: string;
  readonly isSuspended: boolean;
  readonly retiredAtMs: number | null;
  readonly rolesOutside: number;
};

/** Reads somebody's account, and whether it is within the administrator's reach. Fails: not_found. */
export const administered = (db: ReadDb<Home>, personId: string): Asked<Administered> =>
  one(
    db
      .select({
        email: accounts.email,
        isSuspended: accounts.isSuspended,
        retiredAtMs: people.retiredAtMs,
        rolesOutside: rolesOutside(sql`people.id`),
      })
      .from(accounts)
      .innerJoin(people, eq(people.id, accounts.personId))
      .where(eq(accounts.personId, personId)),
    'account_unknown',
  );
