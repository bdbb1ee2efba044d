import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Fault } from './fault.ts';

/** A nation that runs on this machine: where it listens, and what opens it. */
export type Run = {
  readonly data: string;
  readonly url: string;
  readonly operatorToken: string;
  readonly deploymentSecret: string;
  readonly keysToken: string;
  readonly dbTokenJwk: JsonWebKey;
  readonly ports: { readonly operator: number; readonly db: number; readonly dbAdmin: number; readonly keys: number };
};

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** Finds the nation that runs on a data folder. Fails: with one sentence when none does. */
export const findRun = (folder: string): Run => {
  const data = resolve(folder);
  const run = join(data, 'run.json');
  if (!existsSync(run))
    throw new Fault(`No nation runs on ${data}; start it with npm start, or name another folder with --data.`);
  const { url, operatorToken, ports } = read(run) as Pick<Run, 'url' | 'operatorToken' | 'ports'>;
  const { deploymentSecret, dbTokenJwk, keysToken } = read(join(data, 'secrets.json')) as Pick<
    Run,
    'deploymentSecret' | 'dbTokenJwk' | 'keysToken'
  >;
  return { data, url, operatorToken, ports, deploymentSecret, dbTokenJwk, keysToken };
};
