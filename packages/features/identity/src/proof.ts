import { sql } from 'drizzle-orm';
import { maybe, type Asked, type Change, type Home, type ReadDb, type WriteDb } from '@mahalleh/gate';
import { Failure } from '@mahalleh/kernel';
import { attemptKey, countWrong, forgetWrong, locked } from './attempts.ts';
import { passwordMatches } from './password-hash.ts';
import { ATTEMPTS, lockedForMs } from './rules.ts';

/** Whoever is signed in, as far as an act needs that asks for their password again. */
export type Prover = {
  readonly personId: string;
  readonly fullName: string;
  readonly jobTitle: string | null;
  readonly passwordHash: string | null;
};

type Row = Prover & { lockedUntilMs: number | null };

/** Reads who is to prove themselves. Fails: not_found without an account, locked after too many wrong proofs. */
export const askProver = (db: Pick<ReadDb<Home>, 'text'>, nowMs: number): Asked<Prover> => {
  const asked = maybe(
    db.text<Row>(
      sql`select a.person_id as "personId", p.full_name as "fullName", p.job_title as "jobTitle", a.password_hash as "passwordHash", (select l.locked_until_ms from lockouts l where l.key = ${attemptKey.proof('')} || a.person_id) as "lockedUntilMs" from accounts a join people p on p.id = a.person_id where a.person_id = (select person_id from me)`,
    ),
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

/** Whether the password is theirs. */
export const isProven = (password: string, { passwordHash }: Prover): Promise<boolean> =>
  passwordMatches(password, passwordHash);

/** What is written of an attempt: a wrong one is counted and locks at the limit, a right one begins the count anew. */
export const countProof = (
  db: Pick<WriteDb<Home>, 'text'>,
  { personId }: Prover,
  isRight: boolean,
  nowMs: number,
): Change[] => {
  const key = attemptKey.proof(personId);
  return isRight ? forgetWrong(db, key, nowMs) : countWrong(db, key, ATTEMPTS.perAccount, nowMs);
};

export { ATTEMPT_CONFLICT } from './attempts.ts';
export { wrongProof } from './own-account.ts';
