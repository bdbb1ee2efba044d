import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FATES, openBorder, openNation, provinceCells, type Fate } from './border-world.ts';
import { play, someTurn } from './history.ts';
import { openProvinceWorld } from './province-world.ts';
import { replayed } from './replay-world.ts';

const someFates = fc.array(fc.constantFrom(...FATES), { minLength: 1, maxLength: 3 });

test('letters lost, doubled, delayed, out of order, a save that fails or is not heard of, a crash between handing over and remembering it: the nation ends with the cells of the province, and replaying its letters gives them again', async () => {
  const met = new Set<Fate>();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.array(someTurn, { minLength: 3, maxLength: 8 }), someFates), {
        minLength: 3,
        maxLength: 6,
      }),
      async (stages) => {
        const world = await openProvinceWorld();
        const nation = await openNation();
        const border = await openBorder(world, nation);
        try {
          for (const [turns, fates] of stages) {
            for (const turn of turns) await play(world, turn);
            await world.recompute();
            await border.round(fates);
            for (const fate of fates) met.add(fate);
          }
          await border.settle();
          for (const letter of border.late) await nation.take(letter);
          expect(await provinceCells(world)).not.toEqual([]);
          expect(await nation.cells()).toEqual(await provinceCells(world));
          const { letters, rows, discrepancies } = await replayed(nation);
          expect(discrepancies).toEqual([]);
          expect([letters > 0, rows > 0]).toEqual([true, true]);
          // The numbers of what was taken in have no gap.
          for (const { n, last } of (await nation.sql(
            'select count(*) as n, max(number) as last from letters_in group by kind',
          )) as { n: number; last: number }[])
            expect(n).toBe(last);
        } finally {
          world.close();
          nation.close();
        }
      },
    ),
    { numRuns: 12 },
  );
  expect([...met].toSorted()).toEqual([...FATES].toSorted());
});

test('a province that was away for a week catches up by itself, in order', async () => {
  const nation = await openNation();
  const world = await openProvinceWorld();
  const border = await openBorder(world, nation);
  await play(world, { verb: 'register', a: 0, b: 0 });
  await world.recompute();
  await border.settle();
  const before = await nation.cells();
  for (let day = 1; day <= 7; day++) {
    await play(world, { verb: 'register', a: day, b: day });
    world.pass(1);
    await world.recompute();
    expect(await border.round(['lost', 'lost'])).toBe(-1);
    expect(await nation.cells()).toEqual(before);
  }
  // Nobody does anything about it: the next minutes' rounds do.
  await border.settle();
  expect(await nation.cells()).toEqual(await provinceCells(world));
  expect(await nation.cells()).not.toEqual(before);
  const numbers = await nation.sql('select kind, group_concat(number) as n from letters_in group by kind');
  for (const { n } of numbers) {
    const taken = String(n).split(',').map(Number);
    expect(taken).toEqual(taken.map((_, i) => i + 1));
  }
  expect((await replayed(nation)).discrepancies).toEqual([]);
  const [coverage] = await nation.sql("select min(as_of_ms) as at from coverage where province = 'qom'");
  expect(coverage?.['at']).toBe(world.nowMs());
  nation.close();
  world.close();
});

test('after a restore the new epoch makes the nation right again, and a letter of the old one is refused', async () => {
  const nation = await openNation();
  const before = await openProvinceWorld();
  const border = await openBorder(before, nation);
  for (let n = 0; n < 8; n++) await play(before, { verb: 'register', a: n, b: n });
  await before.run('capacity.register', {
    unitId: (await before.rows("select id from units where kind = 'village'"))[0]?.['id'],
    kind: 'place',
    name: 'زمین بازی',
  });
  await before.recompute();
  await border.settle();
  const stray = border.past.at(-1);
  expect(await nation.cells()).toEqual(await provinceCells(before));

  // The copy of an earlier day: fewer problems, and no capacity at all.
  const restored = await openProvinceWorld();
  for (let n = 0; n < 3; n++) await play(restored, { verb: 'register', a: n, b: n });
  await restored.recompute();
  await nation.sql("update provinces set epoch = 2 where slug = 'qom'");
  const again = await openBorder(restored, nation, 2);
  await again.settle();
  expect(await nation.cells()).toEqual(await provinceCells(restored));
  expect((await nation.cells()).some((cell) => cell.includes('capacity'))).toBe(false);
  expect(stray && (await nation.take(stray))).toMatchObject({ outcome: 'refused', reason: 'epoch_is_past' });
  expect(await nation.cells()).toEqual(await provinceCells(restored));
  for (const open of [nation, before, restored]) open.close();
});

test('what is covered and has no cell is zero; what is not covered is missing', async () => {
  const nation = await openNation();
  const world = await openProvinceWorld();
  const border = await openBorder(world, nation);
  expect((await nation.page('problem.open')).nation).toMatchObject({ value: null, missing: ['qazvin', 'qom'] });
  await world.recompute();
  await border.settle();
  const page = await nation.page('problem.open');
  expect(page.nation).toMatchObject({ value: 0, reported: 1, missing: ['qazvin'] });
  expect(page.provinces.map(({ slug, value }) => [slug, value])).toEqual([
    ['qazvin', null],
    ['qom', 0],
  ]);
  await play(world, { verb: 'register', a: 1, b: 1 });
  await world.recompute();
  await border.settle();
  expect((await nation.page('problem.open')).nation).toMatchObject({ value: 1, reported: 1, missing: ['qazvin'] });
  nation.close();
  world.close();
});
