import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recomputeAllStatements } from '../src/index.ts';
import { openBorder, openNation, provinceCells } from './border-world.ts';
import { play, someTurn } from './history.ts';
import { openProvinceWorld, type ProvinceWorld } from './province-world.ts';

/** As after a bulk: the triggers on the facts are away while everything is computed. */
const recomputeAll = async (world: ProvinceWorld): Promise<void> => {
  const triggers = await world.rows(
    "select name, sql from sqlite_master where type = 'trigger' and tbl_name = 'facts'",
  );
  expect(triggers.length).toBe(3);
  await world.batch([
    ...triggers.map(({ name }) => ({ sql: `drop trigger ${String(name)}`, args: [] })),
    ...recomputeAllStatements(world.nowMs()),
    ...triggers.map(({ sql }) => ({ sql: String(sql), args: [] })),
  ]);
};

const stored = (world: ProvinceWorld) =>
  world.rows(
    "select unit_id, metric, dims || ' ' || period as key, value from facts where value <> 0 union all select unit_id, feature, 'clock', at_ms from clock_marks order by 1, 2, 3",
  );

test(
  'computed at once, everything is as it is unit by unit, whatever lay there before; and the nation hears of what changed',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(someTurn, { minLength: 4, maxLength: 12 }),
        fc.array(someTurn, { minLength: 2, maxLength: 6 }),
        async (turns, more) => {
          const world = await openProvinceWorld();
          const nation = await openNation();
          const border = await openBorder(world, nation);
          try {
            for (const turn of turns) await play(world, turn);
            await world.recompute();
            await border.settle();
            for (const turn of more) await play(world, turn);
            await world.recompute();
            const [facts, cells] = [await stored(world), await provinceCells(world)];

            await world.rows("update facts set value = value + 5 where metric like 'problem.%'");
            await world.rows("delete from facts where metric like 'neighbourhood.%'");
            await world.rows(
              "insert into facts (unit_id, county_id, metric, dims, period, value) select id, county_id, 'problem.open@1', 'domain=none', '', 3 from units where county_id is not null limit 1",
            );
            await world.rows('delete from clock_marks');
            await recomputeAll(world);
            expect(await stored(world)).toEqual(facts);
            expect(await provinceCells(world)).toEqual(cells);
            expect(await world.drift()).toEqual([]);
            // Letters hold cells by their sequence numbers, so many at a time: no two may share one.
            expect(
              await world.rows('select seq from cells group by seq having count(*) > 1 and max(value) > 0'),
            ).toEqual([]);
            await border.settle();
            expect(await nation.cells()).toEqual(cells);
          } finally {
            world.close();
            nation.close();
          }
        },
      ),
      { numRuns: 6 },
    );
  },
);
