import type { DeskCommand } from '../command.ts';
import { Fault } from '../fault.ts';

/** Fills in invented records. */
export const seed: DeskCommand = async () => {
  throw new Fault('not yet');
};
