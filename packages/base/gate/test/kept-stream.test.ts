import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { atomicBatch, HttpRefusal, KeptStream, pipeline } from '../src/lane/index.ts';

type Heard = { baton: string | null; closes: boolean; namespace: string };

let server: Server;
let url: string;
let heard: Heard[];
/** Which streams the server knows, and what it answers to the next request. */
let streams: Set<string>;
let next: 'done' | 'left open' | 'refused';

const step = (isDone: boolean) => (isDone ? { cols: [], rows: [], affected_row_count: 0 } : null);
const answer = (isOver: boolean) => ({
  type: 'ok',
  response: {
    type: 'batch',
    result: {
      step_results: [step(true), step(true), step(isOver), step(false)],
      step_errors: [null, null, null, null],
    },
  },
});

beforeEach(async () => {
  [heard, streams, next] = [[], new Set(), 'done'];
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (part: Buffer) => (text += part.toString()));
    request.on('end', () => {
      const { baton, requests } = JSON.parse(text) as { baton: string | null; requests: { type: string }[] };
      const closes = requests.at(-1)?.type === 'close';
      heard.push({ baton, closes, namespace: String(request.headers['x-namespace-bin']) });
      if (next === 'refused') return response.writeHead(503).end();
      if (baton !== null && !streams.delete(baton)) return response.writeHead(400).end('STREAM_EXPIRED');
      const going = closes ? null : `stream ${heard.length}`;
      if (going) streams.add(going);
      response.end(JSON.stringify({ baton: going, base_url: null, results: [answer(next === 'done')] }));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const ask = (kept: KeptStream, namespace = 'qom') =>
  pipeline(
    { url, headers: { 'x-namespace-bin': namespace } },
    [atomicBatch([{ sql: 'select 1', args: [] }], 'read')],
    2_000,
    kept,
  );

test('the next request goes on where the last one ended', async () => {
  const kept = new KeptStream(() => 0);
  for (let n = 0; n < 3; n++) await ask(kept);
  expect(heard.map(({ baton }) => baton)).toEqual([null, 'stream 1', 'stream 2']);
  expect(heard.some(({ closes }) => closes)).toBe(false);
});

test('a stream is never taken to another database', async () => {
  const kept = new KeptStream(() => 0);
  await ask(kept, 'qom');
  await ask(kept, 'qazvin');
  await ask(kept, 'qom');
  expect(heard.map(({ baton, namespace }) => [namespace, baton])).toEqual([
    ['qom', null],
    ['qazvin', null],
    ['qom', null],
  ]);
});

test('after a silence in which the server closes it, a new stream begins', async () => {
  let nowMs = 0;
  const kept = new KeptStream(() => nowMs);
  await ask(kept);
  nowMs = 7_999;
  await ask(kept);
  nowMs += 8_000;
  await ask(kept);
  expect(heard.map(({ baton }) => baton)).toEqual([null, 'stream 1', null]);
});

test('a stream that the server no longer knows is begun anew, and the question is answered', async () => {
  const kept = new KeptStream(() => 0);
  await ask(kept);
  streams.clear();
  expect(await ask(kept)).toEqual([{ results: [{ columns: [], rows: [], affected: 0 }] }]);
  expect(heard.map(({ baton }) => baton)).toEqual([null, 'stream 1', null]);
});

test('a request whose transaction may still be open leaves its stream behind', async () => {
  const kept = new KeptStream(() => 0);
  next = 'left open';
  await ask(kept);
  next = 'done';
  await ask(kept);
  expect(heard.map(({ baton }) => baton)).toEqual([null, null]);
});

test('a request that failed is not sent twice, and leaves its stream behind', async () => {
  const kept = new KeptStream(() => 0);
  await ask(kept);
  next = 'refused';
  await expect(ask(kept)).rejects.toThrow(HttpRefusal);
  next = 'done';
  await ask(kept);
  expect(heard.map(({ baton }) => baton)).toEqual([null, 'stream 1', null]);
});

test('while a database is exchanged nothing is kept, not even by a request that was under way', async () => {
  const kept = new KeptStream(() => 0);
  await ask(kept);
  kept.pause();
  await ask(kept);
  kept.resume();
  const underWay = ask(kept);
  kept.pause();
  await underWay;
  kept.resume();
  await ask(kept);
  expect(heard.map(({ baton, closes }) => [baton, closes])).toEqual([
    [null, false],
    [null, true],
    [null, false],
    [null, false],
  ]);
});
