import { keysOver, type Blobs, type GatePorts, type PersonKeys, type Reader } from '@mahalleh/gate';
import { gatheredReader, remoteReader } from '@mahalleh/gate/lane';
import { Failure, newId } from '@mahalleh/kernel';
import { deploymentOf, type Env } from './env.ts';

/** Counts the database requests of one HTTP request: printed by the bench, kept by a test. */
export type Tally = { requests: number };

/** The store of files. */
export const blobsOf = ({ BLOBS: store }: Pick<Env, 'BLOBS'>): Blobs => {
  const address = (key: string): string => `http://blobs/${key.split('/').map(encodeURIComponent).join('/')}`;
  return {
    put: async (key, bytes, contentType) => {
      const response = await store.fetch(address(key), {
        method: 'PUT',
        body: bytes,
        headers: { 'content-type': contentType },
      });
      if (!response.ok) throw new Failure('unavailable', 'storage_unavailable');
    },
    get: async (key) => {
      const response = await store.fetch(address(key));
      return response.ok ? response.body : null;
    },
    remove: async (key) => {
      await store.fetch(address(key), { method: 'DELETE' });
    },
  };
};

/** The store of people's keys that this Worker is bound to. */
export const personKeys = (env: Env): PersonKeys =>
  keysOver((path, init) => env.KEYS.fetch(`http://keys${path}`, init), deploymentOf(env).keysToken);

const counted = (reader: Reader, tally: Tally): Reader => ({
  batch: (statements) => {
    tally.requests++;
    return reader.batch(statements);
  },
});

/** The gate's ports for one HTTP request. */
export const gatePorts = (env: Env, tally: Tally): GatePorts => {
  const { fleet, secretFor } = deploymentOf(env);
  const laneOf = (database: string) => env.LANE.get(env.LANE.idFromName(database));
  return {
    nowMs: Date.now,
    newId,
    secretFor,
    blobs: blobsOf(env),
    keys: personKeys(env),
    databases: {
      reader: (database) => counted(remoteReader(fleet, database), tally),
      loader: (database) =>
        counted(
          gatheredReader((statements) => laneOf(database).read(database, statements)),
          tally,
        ),
      lane: (database) => ({
        write: async (job) => {
          tally.requests++;
          return laneOf(database).write(database, job);
        },
      }),
    },
  };
};
