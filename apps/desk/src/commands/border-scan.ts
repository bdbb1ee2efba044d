import { allLetters } from '@mahalleh/api/intakes';
import { provinceNamed } from '../arguments.ts';
import type { DeskCommand } from '../command.ts';
import { Fault } from '../fault.ts';
import { knownProvinces } from '../national.ts';
import { readNation } from '../scan/haystack.ts';
import { markedColumns } from '../scan/marked-columns.ts';
import { scanProvince } from '../scan/scan-border.ts';
import type { Ask } from '../scan/stored.ts';

/** Looks for every personal datum and every word of a case of the provinces in the whole national database. Ends with 1 when one is there; what it says is not printed. */
export const borderScan: DeskCommand = async (desk, args, say) => {
  const named = args.names.map(provinceNamed);
  const provinces = named.length > 0 ? named : (await knownProvinces(desk)).map(({ slug }) => slug);
  if (provinces.length === 0) throw new Fault('There is no province yet, so nothing could have crossed.');
  const ask: Ask = (database, sql, given = []) => desk.rows(database, sql, given);
  const marked = await markedColumns();
  const nation = await readNation(ask, allLetters, marked);
  say(`The national database: ${nation.texts} different texts in ${nation.columns} columns. Left out:`);
  for (const one of nation.leftOut) say(`  ${one}`);
  let leaking = 0;
  for (const province of provinces) {
    const { values, columns, leaks } = await scanProvince(ask, province, marked, nation);
    if (leaks.length > 0) leaking++;
    const looked = `${values} values of ${columns} columns were looked for`;
    say(`${province}: ${looked}; ${leaks.length === 0 ? 'none is at the nation.' : 'some are at the nation:'}`);
    for (const { from, to, times } of leaks) say(`  ${times} of ${from} in ${to}`);
  }
  if (leaking > 0) say(`${leaking} of ${provinces.length} provinces are known beyond their border.`);
  return leaking > 0 ? 1 : 0;
};
