import { Agent } from 'node:http';
import type { TokenMint } from '@mahalleh/gate/lane';
import type { TestNation } from '../../support/nation.ts';
import { namespaceHeader } from './ask.ts';
import { send } from './load.ts';

/** Sends a recorded request to one database and times it. Unit: milliseconds. */
export type Stopwatch = (body: string) => Promise<number>;

/** A stopwatch at one database, over a connection that is kept. Fails: when an answer is not what was asked. */
export const stopwatchAt = (
  nation: Pick<TestNation, 'databaseServer'>,
  mint: TokenMint,
  database: string,
): Stopwatch => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return async (body) => {
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${await mint(database, 'ro', Date.now())}`,
      'x-namespace-bin': namespaceHeader(database),
    };
    const startedAt = performance.now();
    const answer = await send(agent, nation.databaseServer.url, {
      method: 'POST',
      path: '/v2/pipeline',
      headers,
      body,
    });
    const elapsed = performance.now() - startedAt;
    if (answer.status !== 200 || /"step_errors":\[[^\]]*\{/.test(answer.body))
      throw new Error(`${database}: ${answer.status} ${answer.body.slice(0, 300)}`);
    return elapsed;
  };
};
