import { nationIntakes } from '@mahalleh/api/intakes';
import { replayProvince, type Discrepancy } from '@mahalleh/border/replay';
import { NATION } from '@mahalleh/gate';
import { provinceNamed } from '../arguments.ts';
import type { DeskCommand } from '../command.ts';
import type { Desk } from '../desk.ts';
import { Fault } from '../fault.ts';
import { knownProvinces } from '../national.ts';
import { openScratch } from '../scratch.ts';

const SHOWN = 20;

/** How far the nation has confirmed letters to the province, as the province remembers it. */
const CONFIRMED =
  "select 'rollup.cells', epoch, cell_number from border_state union all select 'rollup.coverage', epoch, coverage_number from border_state union all select kind, epoch, max(number) from letters_out where acked_at_ms is not null group by 1, 2";

/** Letters that the nation confirmed and no longer has: what a gap cannot show when they were the newest. */
const lostAtTheEnd = async (desk: Desk, province: string, confirmed: readonly (readonly unknown[])[]) => {
  const held = new Map(
    (
      await desk.rows(NATION, 'select kind, epoch, max(number) from letters_in where province = ? group by 1, 2', [
        province,
      ])
    ).map(([kind, epoch, number]) => [`${kind} ${epoch}`, Number(number)]),
  );
  return confirmed.flatMap(([kind, epoch, number]): Discrepancy[] => {
    const there = held.get(`${kind} ${epoch}`) ?? 0;
    return there >= Number(number)
      ? []
      : [
          {
            place: String(kind),
            what: `the province was told that letter ${Number(number)} of epoch ${Number(epoch)} had come; the last one there is ${there}`,
          },
        ];
  });
};

/** Takes in again the letters of provinces since their last checkpoint, in memory, and compares with what stands. Ends with 1 on a difference. */
export const replay: DeskCommand = async (desk, args, say) => {
  const named = args.names.map(provinceNamed);
  const provinces = named.length > 0 ? named : (await knownProvinces(desk)).map(({ slug }) => slug);
  if (provinces.length === 0) throw new Fault('There is no province yet, so there are no letters.');
  const nation = { batch: (statements: Parameters<Desk['read']>[1]) => desk.read(NATION, statements) };
  let differing = 0;
  for (const province of provinces) {
    // Before the nation is read: what is confirmed meanwhile is then there as well.
    const confirmed = await desk.rows(province, CONFIRMED);
    const scratch = openScratch();
    try {
      const { sinceMs, letters, rows, discrepancies } = await replayProvince(
        { nation, scratch, intakes: nationIntakes, isWhole: args.all },
        province,
      );
      // First what explains the others.
      const all = [...(await lostAtTheEnd(desk, province, confirmed)), ...discrepancies];
      const since = sinceMs === null ? 'from the first' : `since ${new Date(sinceMs).toISOString()}`;
      say(
        `${province}: ${letters} letters ${since}, ${rows} rows: ${all.length === 0 ? 'the same figures' : 'NOT the same'}.`,
      );
      for (const { place, what } of all.slice(0, SHOWN)) say(`  ${place}: ${what}`);
      if (all.length > 0) differing++;
    } finally {
      scratch.close();
    }
  }
  if (differing > 0) say(`${differing} of ${provinces.length} provinces differ.`);
  return differing > 0 ? 1 : 0;
};
