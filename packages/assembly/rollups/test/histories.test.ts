import fc from 'fast-check';
import { expect, test } from 'vitest';
import { play, someTurn, VERBS } from './history.ts';
import { openProvinceWorld } from './province-world.ts';

test('after any history of records, councils, units that move, split and merge, and days that pass, every figure follows from the records', async () => {
  const done = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(someTurn, { minLength: 30, maxLength: 60, size: 'max' }), async (turns) => {
      const world = await openProvinceWorld();
      try {
        for (const [i, turn] of turns.entries()) {
          if (await play(world, turn)) done.set(turn.verb, (done.get(turn.verb) ?? 0) + 1);
          if (i % 6 < 5 && i < turns.length - 1) continue;
          await world.recompute();
          expect(await world.drift()).toEqual([]);
        }
      } finally {
        world.close();
      }
    }),
    { numRuns: 8 },
  );
  // A history in which nothing happens proves nothing.
  expect([...done.values()].reduce((sum, n) => sum + n, 0)).toBeGreaterThan(120);
  expect(done.size).toBeGreaterThan(Object.keys(VERBS).length / 2);
});

test('a figure that was changed by hand, a cell that is not the sum of its facts, and a unit that waits are all found', async () => {
  const world = await openProvinceWorld();
  for (let a = 0; a < 6; a++) await play(world, { verb: 'register', a, b: a });
  await world.recompute();
  expect(await world.drift()).toEqual([]);
  await world.rows("update facts set value = value + 1 where metric = 'problem.open@1'");
  expect((await world.drift()).some((row) => String(row).startsWith('facts problem.open@1'))).toBe(true);
  await world.rows("update facts set value = value - 1 where metric = 'problem.open@1'");
  expect(await world.drift()).toEqual([]);
  await world.rows("update cells set value = value + 1 where metric = 'problem.open@1'");
  expect((await world.drift()).some((row) => String(row).startsWith('cells'))).toBe(true);
  await world.rows("update cells set value = value - 1 where metric = 'problem.open@1'");
  await play(world, { verb: 'register', a: 1, b: 1 });
  expect((await world.drift()).some((row) => String(row).startsWith('drained'))).toBe(true);
  world.close();
});

test('a task becomes late, and is counted so, when only the clock has moved', async () => {
  const world = await openProvinceWorld();
  const late = () => world.rows("select sum(value) as n from cells where metric like 'task.late@%'");
  await world.run('operation.plan', {
    unitId: (await world.rows("select id from units where kind = 'neighbourhood' order by id"))[0]?.['id'],
    domainKey: 'civil_works',
    title: 'روشنایی',
    startsOn: world.today(),
    endsOn: world.dayFromNow(20),
    tasks: [
      { title: 'نصب', responsiblePersonId: world.people[0], startsOn: world.today(), dueOn: world.dayFromNow(3) },
    ],
  });
  await world.recompute();
  expect(Number((await late())[0]?.['n'] ?? 0)).toBe(0);
  world.pass(3);
  await world.recompute();
  expect(Number((await late())[0]?.['n'] ?? 0)).toBe(0);
  world.pass(1);
  await world.recompute();
  expect(Number((await late())[0]?.['n'])).toBe(1);
  expect(await world.drift()).toEqual([]);
  world.close();
});
