import {
  enterNation,
  enterProvince,
  fromBase64url,
  secretsFrom,
  type GatePorts,
  type Query,
  type Statement,
} from '@mahalleh/gate';
import { atomicBatch } from '@mahalleh/gate/lane';
import { newId } from '@mahalleh/kernel';

/** Runs a query over ports that send nothing, and keeps the request it would have sent. */
const recordedBy = async (secret: string, run: (ports: GatePorts) => Promise<unknown>): Promise<string> => {
  let sent: readonly Statement[] | undefined;
  const stop = new Error('recorded');
  const ports: GatePorts = {
    nowMs: Date.now,
    newId,
    secretFor: secretsFrom(fromBase64url(secret)),
    blobs: { put: () => Promise.reject(stop), get: () => Promise.reject(stop), remove: () => Promise.reject(stop) },
    keys: {
      create: () => Promise.reject(stop),
      read: () => Promise.reject(stop),
      destroy: () => Promise.reject(stop),
    },
    databases: {
      reader: () => ({
        batch: (statements) => {
          sent = statements;
          return Promise.reject(stop);
        },
      }),
      loader: () => ({ batch: () => Promise.reject(stop) }),
      lane: () => ({ write: () => Promise.reject(stop) }),
    },
  };
  await run(ports).catch((error: unknown) => {
    if (error !== stop) throw error;
  });
  if (!sent) throw new Error('the query sent nothing');
  return JSON.stringify({ requests: [atomicBatch(sent, 'read'), { type: 'close' }] });
};

const tokenIn = (cookie: string): string => decodeURIComponent(cookie.slice(cookie.indexOf('=') + 1));

/** The very request that a query sends to the database, as text: the bare handler sends the same. */
export const recordRead = (
  query: Pick<Query<'province', unknown, unknown>, 'run'>,
  input: unknown,
  cookie: string,
  province: string,
  secret: string,
): Promise<string> =>
  recordedBy(secret, async (ports) => query.run(await enterProvince(ports, province, tokenIn(cookie)), input));

/** The very request that a query of the nation sends to its database. */
export const recordNationRead = (
  query: Pick<Query<'national', unknown, unknown>, 'run'>,
  input: unknown,
  cookie: string,
  secret: string,
): Promise<string> => recordedBy(secret, async (ports) => query.run(await enterNation(ports, tokenIn(cookie)), input));
