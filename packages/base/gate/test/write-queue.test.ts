import { expect, test } from 'vitest';
import {
  GroupUnclear,
  HttpRefusal,
  WriteQueue,
  type BatchOutcome,
  type GroupOutcome,
  type QueuePorts,
} from '../src/lane/index.ts';
import type { Statement } from '../src/statement.ts';

const ok: BatchOutcome = { results: [] };
const job = (commandId: string, size = 10) => ({
  commandId,
  statements: [{ sql: commandId, args: ['x'.repeat(size)] }],
});
type Jobs = readonly (readonly Statement[])[];
const idOf = (statements: readonly Statement[]): string => statements[0]?.sql ?? '';

/** A database that remembers what was committed, and can be told to lose requests or answers, or to choke on one job. */
const fakeServer = (faults: ('fine' | 'lost-request' | 'lost-answer' | 'busy')[] = [], poison?: string) => {
  const committed: string[] = [];
  const requests: number[] = [];
  const send = async (jobs: Jobs, asks: readonly Statement[]): Promise<GroupOutcome> => {
    await Promise.resolve();
    if (jobs.length === 0) {
      const args = asks[0]?.args as string[] | undefined;
      const asked = JSON.parse(args?.[0] ?? '[]') as string[];
      const rows = asked.filter((id) => committed.includes(id)).map((id) => [id]);
      return { saves: [], asked: [{ columns: [], rows, affected: 0 }] };
    }
    const fault = faults.shift() ?? 'fine';
    if (fault === 'lost-request') throw new TypeError('network');
    requests.push(jobs.length);
    if (jobs.some((statements) => idOf(statements) === poison)) throw new GroupUnclear();
    const saves = jobs.map((statements): BatchOutcome => {
      if (fault === 'busy') return { error: { code: 'SQLITE_BUSY', message: 'database is locked' } };
      if (committed.includes(idOf(statements)))
        return { error: { code: 'SQLITE_CONSTRAINT', message: 'UNIQUE constraint failed: audit_log.command_id' } };
      committed.push(idOf(statements));
      return ok;
    });
    if (fault === 'lost-answer') throw new TypeError('network');
    return { saves, asked: [] };
  };
  return { send, committed, requests };
};
const queueOver = (send: QueuePorts['send'], nowMs: () => number = () => 0) =>
  new WriteQueue({ send, nowMs, pause: () => Promise.resolve() });

test('one job on which a whole group fails does not take the others down with it', async () => {
  let nowMs = 0;
  const server = fakeServer([], 'poison');
  const queue = queueOver(server.send, () => (nowMs += 500));
  const outcomes = await Promise.all(['a', 'poison', 'b'].map((id) => queue.write(job(id))));
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['saved', 'failed', 'saved']);
  expect(server.committed.toSorted()).toEqual(['a', 'b']);
});

test('what arrives while a request is under way travels together in the next one', async () => {
  const server = fakeServer();
  const queue = queueOver(server.send);
  const first = queue.write(job('a'));
  await Promise.resolve();
  await Promise.all([first, ...['b', 'c', 'd'].map((id) => queue.write(job(id)))]);
  expect(server.committed).toEqual(['a', 'b', 'c', 'd']);
  expect(server.requests.length).toBeLessThan(4);
});

test('a large save travels alone', async () => {
  const server = fakeServer();
  const queue = queueOver(server.send);
  await Promise.all([queue.write(job('small')), queue.write(job('large', 400_000)), queue.write(job('after'))]);
  expect(server.requests).toEqual([1, 1, 1]);
});

test('a lost answer is looked up, so that a save that happened is not done twice', async () => {
  const server = fakeServer(['lost-answer']);
  const queue = queueOver(server.send);
  expect(await queue.write(job('a'))).toEqual({ outcome: 'saved', results: [] });
  expect(server.committed).toEqual(['a']);
});

test('a lost request is sent again', async () => {
  const server = fakeServer(['lost-request', 'lost-request']);
  expect((await queueOver(server.send).write(job('a'))).outcome).toBe('saved');
  expect(server.committed).toEqual(['a']);
});

test('a busy database is asked again, a wrong statement is not', async () => {
  const server = fakeServer(['busy', 'busy']);
  const queue = queueOver(server.send);
  expect((await queue.write(job('a'))).outcome).toBe('saved');
  expect(await queue.write(job('a'))).toMatchObject({
    outcome: 'failed',
    message: expect.stringContaining('command_id') as string,
  });
});

test('a save that waited too long fails as unavailable instead of hanging', async () => {
  let nowMs = 0;
  const queue = queueOver(
    () => {
      nowMs += 10_000;
      return Promise.reject(new TypeError('network'));
    },
    () => nowMs,
  );
  expect(await queue.write(job('a'))).toMatchObject({ outcome: 'failed', code: 'UNAVAILABLE' });
});

test('a database that is not there is a failure at once', async () => {
  const queue = queueOver(() => Promise.reject(new HttpRefusal(404)));
  expect(await queue.write(job('a'))).toMatchObject({ outcome: 'failed', code: 'HTTP_404' });
});

test('while it is held nothing is sent, and after release everything is', async () => {
  const server = fakeServer();
  const queue = queueOver(server.send);
  await queue.hold();
  const waiting = queue.write(job('a'));
  await new Promise((done) => setTimeout(done, 5));
  expect(server.committed).toEqual([]);
  queue.release();
  expect((await waiting).outcome).toBe('saved');
});
