import { provinceNamed } from '../arguments.ts';
import type { DeskCommand } from '../command.ts';
import { driftOf } from '../drift.ts';
import { Fault } from '../fault.ts';
import { knownProvinces } from '../national.ts';
import { settle } from '../settle.ts';

const TRIES = 6;
const SHOWN = 20;

/** Recomputes the figures of provinces from their records and compares them, and the nation's with theirs. Ends with 1 on drift. */
export const verify: DeskCommand = async (desk, args, say) => {
  const named = args.names.map(provinceNamed);
  const provinces = named.length > 0 ? named : (await knownProvinces(desk)).map(({ slug }) => slug);
  if (provinces.length === 0) throw new Fault('There is no province to verify yet.');
  let drifting = 0;
  for (const province of provinces) {
    let isSettled = await settle(desk, province);
    let { drift, undrained } = await driftOf(desk, province);
    // People go on working meanwhile: what was written between the round and the reading is no drift, so it is looked at again.
    for (let attempt = 1; attempt < TRIES && (drift.length > 0 || undrained); attempt++) {
      isSettled = await settle(desk, province);
      ({ drift, undrained } = await driftOf(desk, province));
    }
    if (drift.length === 0 && !undrained) {
      say(`${province}: every figure follows from the records${isSettled ? '' : ', but letters wait'}.`);
      continue;
    }
    drifting++;
    say(
      `${province}: ${drift.length > 0 ? `${drift.length} figures do not follow from the records` : 'figures are still being recomputed'}.`,
    );
    for (const { check, row } of drift.slice(0, SHOWN)) say(`  ${check}: ${row}`);
  }
  if (drifting > 0) say(`${drifting} of ${provinces.length} provinces drift.`);
  return drifting > 0 ? 1 : 0;
};
