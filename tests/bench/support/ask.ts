import type { SqlValue } from '@mahalleh/gate';
import { atomicBatch, pipeline, type TokenMint } from '@mahalleh/gate/lane';
import type { TestNation } from '../../support/nation.ts';
import type { Ask } from './world.ts';

/** A namespace as the libSQL server wants it in a header. */
export const namespaceHeader = (database: string): string =>
  Buffer.from(database).toString('base64').replace(/=+$/, '');

/** Asks one database of a test's nation with a token of its own. */
export const askerOf =
  (nation: Pick<TestNation, 'databaseServer'>, mint: TokenMint, database: string): Ask =>
  async (sql): Promise<SqlValue[][]> => {
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${await mint(database, 'ro', Date.now())}`,
      'x-namespace-bin': namespaceHeader(database),
    };
    const [outcome] = await pipeline(
      { url: nation.databaseServer.url, headers },
      [atomicBatch([{ sql, args: [] }], 'read')],
      60_000,
    );
    if (!outcome || 'error' in outcome) throw new Error(outcome?.error.message ?? 'no answer');
    return (outcome.results[0]?.rows ?? []).map((row) => [...row]);
  };
