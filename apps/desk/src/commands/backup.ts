import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { oneProvince } from '../arguments.ts';
import type { DeskCommand } from '../command.ts';
import { Fault } from '../fault.ts';

/** Copies a province into one file, as it is at one instant, while it is written to. */
export const backup: DeskCommand = async (desk, args, say) => {
  const province = oneProvince(args);
  if (!args.to) throw new Fault('backup needs --to FILE.');
  const file = resolve(args.to);
  if (existsSync(file)) throw new Fault(`${file} is already there; nothing was written.`);
  const source = join(desk.data, 'libsql/dbs', province, 'data');
  if (!existsSync(source)) throw new Fault(`There is no database ${province} in ${desk.data}.`);
  const part = `${file}.part`;
  rmSync(part, { force: true });
  const database = new DatabaseSync(source, { readOnly: true });
  try {
    database.prepare('vacuum into ?').run(part);
  } finally {
    database.close();
  }
  renameSync(part, file);
  say(`${province}: ${(statSync(file).size / 1_000_000).toFixed(1)} MB in ${file}.`);
  return 0;
};
