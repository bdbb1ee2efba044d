import { Agent, request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';

/** One request of a load. */
export type Shot = { method: 'GET' | 'POST'; path: string; headers?: Record<string, string>; body?: string };
/** What a load came to. Unit: requests a second; milliseconds. */
export type LoadResult = { perSecond: number; done: number; failed: number; p50Ms: number; p95Ms: number };

/** The value below which a share of the sorted numbers lies. */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** The middle of an odd number of values. */
export const median = (values: readonly number[]): number =>
  quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );

/** Sends one request over a kept connection. Shape: status, headers and body. */
export const send = (
  agent: Agent,
  origin: string,
  { method, path, headers, body }: Shot,
): Promise<{ status: number; headers: IncomingHttpHeaders; body: string }> =>
  new Promise((done, fail) => {
    const outgoing = request(
      `${origin}${path}`,
      {
        method,
        agent,
        headers: { ...headers, ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }) },
      },
      (answer) => {
        let text = '';
        answer
          .setEncoding('utf8')
          .on('data', (part: string) => (text += part))
          .on('end', () => done({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }));
      },
    );
    outgoing.on('error', fail);
    outgoing.end(body);
  });

/** Keeps `connections` requests under way for `seconds`, and counts. */
export const load = async (
  origin: string,
  connections: number,
  seconds: number,
  shot: () => Shot,
): Promise<LoadResult> => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let failed = 0;
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1_000;
  const worker = async (): Promise<void> => {
    while (performance.now() < endsAt) {
      const sentAt = performance.now();
      const answer = await send(agent, origin, shot()).catch(() => undefined);
      if (!answer || answer.status >= 300) failed++;
      else times.push(performance.now() - sentAt);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const elapsed = (performance.now() - startedAt) / 1_000;
  agent.destroy();
  const sorted = times.toSorted((a, b) => a - b);
  return {
    perSecond: times.length / elapsed,
    done: times.length,
    failed,
    p50Ms: quantile(sorted, 0.5),
    p95Ms: quantile(sorted, 0.95),
  };
};
