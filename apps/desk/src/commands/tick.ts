import type { DeskCommand } from '../command.ts';

/** Runs the minute's round of every province now: what the clock has changed, fresh facts, letters. */
export const tick: DeskCommand = async (desk, _args, say) => {
  const { swept } = (await desk.operator('POST', '/tick')) as { swept: string[] };
  say(`Swept ${swept.length} provinces.`);
  return 0;
};
