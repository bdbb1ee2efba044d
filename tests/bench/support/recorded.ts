import { enterProvince, fromBase64url, secretsFrom, type GatePorts, type Query, type Statement } from '@mahalleh/gate';
import { atomicBatch } from '@mahalleh/gate/lane';
import { newId } from '@mahalleh/kernel';

/** The very request that a query sends to the database, as text: the bare handler sends the same. */
export const recordRead = async (
  query: Pick<Query<'province', unknown, unknown>, 'run'>,
  input: unknown,
  cookie: string,
  province: string,
  secret: string,
): Promise<string> => {
  let sent: readonly Statement[] | undefined;
  const stop = new Error('recorded');
  const ports: GatePorts = {
    nowMs: Date.now,
    newId,
    secretFor: secretsFrom(fromBase64url(secret)),
    blobs: { put: () => Promise.reject(stop), get: () => Promise.reject(stop), remove: () => Promise.reject(stop) },
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
  const value = decodeURIComponent(cookie.slice(cookie.indexOf('=') + 1));
  await query.run(await enterProvince(ports, province, value), input).catch((error: unknown) => {
    if (error !== stop) throw error;
  });
  if (!sent) throw new Error('the query sent nothing');
  return JSON.stringify({ requests: [atomicBatch(sent, 'read'), { type: 'close' }] });
};
