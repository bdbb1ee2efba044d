import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { send, type Answer } from '../edge/refusals/caller.ts';

/** How a run of writers went. */
export type Run = {
  /** The ids that were confirmed, one for each command. */
  readonly confirmed: readonly string[];
  /** Answers that were neither a confirmation nor a request to try again. */
  readonly wrong: readonly string[];
  /** How often a command had to be sent again. */
  readonly again: number;
  /** The longest that one command took, from its first sending to its confirmation. Unit: milliseconds. */
  readonly slowestMs: number;
};

const REGISTER = { method: 'POST', path: '/problems', body: 'json' } as const;
const GIVE_UP_MS = 45_000;

/** Many people who register problems at one neighbourhood; each sends the same command until it is confirmed, and then the next. */
export const runWriters = async (
  base: string,
  cookie: string,
  { unitId, writers, forMs }: { unitId: string; writers: number; forMs: number },
): Promise<Run> => {
  const confirmed: string[] = [];
  const wrong: string[] = [];
  let again = 0;
  let slowestMs = 0;
  const endsAt = Date.now() + forMs;
  const one = async (n: number): Promise<void> => {
    for (let i = 0; Date.now() < endsAt; i++) {
      const input = { unitId, domainKey: 'civil_works', title: `problem ${n} ${i}`, severity: 3 };
      const headers = { 'idempotency-key': randomUUID() };
      const begunAt = Date.now();
      for (;;) {
        const answer: Answer | undefined = await send(base, REGISTER, input, { cookie, headers }).catch(
          () => undefined,
        );
        if (answer?.status === 201) {
          confirmed.push(String(answer.body['id']));
          slowestMs = Math.max(slowestMs, Date.now() - begunAt);
          break;
        }
        if (answer && answer.status < 500) {
          wrong.push(`${answer.status} ${answer.text}`);
          break;
        }
        if (Date.now() - begunAt > GIVE_UP_MS) {
          wrong.push(`never confirmed: ${answer?.status} ${answer?.text}`);
          break;
        }
        again += 1;
        await pause(150);
      }
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, n) => one(n)));
  return { confirmed, wrong, again, slowestMs };
};
