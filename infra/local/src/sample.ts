import { randomInt } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deskAloud } from './desk.ts';
import { Fault } from './fault.ts';
import type { StartOptions } from './start-options.ts';

const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';
const PASSWORD_LENGTH = 16;

/** The sample accounts' names before the @, by where they sign in. */
export const SAMPLE_ACCOUNTS = {
  province: ['admin', 'dg', 'governor', 'secretary', 'manager', 'facilitator', 'agency', 'observer'],
  ministry: ['admin', 'analyst', 'reviewer'],
} as const;

/** The sample accounts' password: SAMPLE_PASSWORD, else the one kept in the data folder, else made up and kept there. */
export function samplePassword(data: string, asked: string | undefined): string {
  const file = join(data, 'sample-password');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const made = Array.from({ length: PASSWORD_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  const password = asked || made;
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  return password;
}

/** What a data folder was filled with, or undefined while it has not been. */
export const sampleIn = (data: string): string | undefined => {
  const file = join(data, 'sample');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
};

/** Brings the databases to this version and fills in the sample at the first start. Fails: with the step that did not succeed. */
export async function prepareData(
  data: string,
  options: StartOptions,
  password: string,
  signal: AbortSignal,
): Promise<void> {
  const run = async (...args: string[]) => {
    const code = await deskAloud(args, data, { SAMPLE_PASSWORD: password }, signal);
    if (signal.aborted) return;
    if (code !== 0)
      throw new Fault(`desk ${args.slice(0, 1).join(' ')} did not succeed; its last lines above say why.`);
  };
  await run('migrate');
  const filled = sampleIn(data);
  if (filled !== undefined || signal.aborted) return;
  if (options.sample !== 'none') {
    await run('provision', '--all');
    const size = [
      '--problems',
      String(options.problems),
      ...(options.province ? ['--province', options.province] : []),
    ];
    if (!signal.aborted) await run('seed', '--sample', options.sample, ...(options.sample === 'large' ? size : []));
  }
  if (!signal.aborted) writeFileSync(join(data, 'sample'), `${options.sample}\n`);
}
