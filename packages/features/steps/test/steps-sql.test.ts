import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays, type CivilDate } from '@mahalleh/kernel';
import { readCounts, stepsSql, stepOf, type CountsRow } from '../src/index.ts';
import { openWorld, TODAY, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const clear = async () => {
  for (const table of ['evidence', 'tasks', 'operations', 'capacities', 'problems', 'appointments', 'councils'])
    await world.sql(`delete from ${table}`);
};
const small = (max: number) => fc.integer({ min: 0, max });
const records = fc.record({
  council: fc.option(
    fc.record({
      filled: fc.integer({ min: 5, max: 7 }),
      unsworn: small(1),
      hasMet: fc.boolean(),
      ends: fc.option(fc.integer({ min: -3, max: 3 })),
    }),
  ),
  problems: fc.array(fc.constantFrom('registered', 'triaged', 'started', 'solved', 'closed', 'merged'), {
    maxLength: 3,
  }),
  capacities: fc.array(fc.boolean(), { maxLength: 2 }),
  operations: fc.array(
    fc.record({
      status: fc.constantFrom('planned', 'running', 'done', 'cancelled'),
      hasResult: fc.boolean(),
      tasks: fc.array(
        fc.record({
          status: fc.constantFrom('open', 'done', 'cancelled'),
          evidence: fc.constantFrom('none', 'note', 'attached', 'removed'),
        }),
        { maxLength: 2 },
      ),
    }),
    { maxLength: 3 },
  ),
});

const write = async (unitId: string, random: typeof records extends fc.Arbitrary<infer T> ? T : never) => {
  if (random.council) {
    const { filled, unsworn, hasMet, ends } = random.council;
    await world.council(unitId, {
      filled,
      sworn: filled - unsworn,
      hasMet,
      ...(ends === null ? {} : { toOn: addDays(TODAY as CivilDate, ends) }),
    });
  }
  for (const status of random.problems) await world.problem(unitId, status);
  for (const isWithdrawn of random.capacities) await world.capacity(unitId, isWithdrawn ? 1 : null);
  for (const { status, hasResult, tasks } of random.operations) {
    const id = await world.operation(unitId, status, hasResult ? { result_note: 'نتیجه' } : {});
    for (const task of tasks) {
      const taskId = await world.task(
        id,
        unitId,
        task.status,
        task.evidence === 'note' ? { done_note: 'انجام شد' } : {},
      );
      if (task.evidence === 'attached') await world.evidence(taskId, unitId);
      if (task.evidence === 'removed') await world.evidence(taskId, unitId, 1);
    }
  }
};

type Row = CountsRow & Record<string, number | string>;
const ask = async (counting: 'exact' | 'bounded', units: string) =>
  (await world.sql(stepsSql(units, counting).replaceAll(':today', `'${TODAY}'`))) as unknown as Row[];

it('the rule and its SQL say the same of every neighbourhood, whether counted exactly or only as far as it matters', async () => {
  const seen = new Set<number>();
  await fc.assert(
    fc.asyncProperty(records, async (random) => {
      await clear();
      await write(world.unit.sheikhabad, random);
      const one = `select id from units where id = '${world.unit.sheikhabad}'`;
      const [exact, ...others] = await ask('exact', one);
      const [bounded] = await ask('bounded', one);
      if (!exact || !bounded) throw new Error('no row');
      expect(others).toEqual([]);
      const { step, steps, missing } = stepOf(readCounts(exact));
      seen.add(step);
      const isMet = (code: string) =>
        Number(steps.some(({ conditions }) => conditions.some((c) => c.code === code && c.isMet)));
      const flags = {
        step,
        lack: missing?.code ?? 'none',
        seats_filled: isMet('seats_filled'),
        triaged: isMet('triaged'),
        evidenced: isMet('evidenced'),
        measured: isMet('measured'),
      };
      expect(exact).toMatchObject({
        ...flags,
        sworn: isMet('sworn'),
        step1: Number(steps[0]?.state === 'full'),
        step2: Number(steps[1]?.state === 'full'),
        step3: Number(steps[2]?.state === 'full'),
      });
      expect(bounded).toMatchObject(flags);
    }),
    // A fixed seed: what was seen is part of what is asserted.
    { numRuns: 120, seed: 1405 },
  );
  expect(seen.size).toBeGreaterThan(1);
});

it('a done task needs a note or something attached; what was removed does not count', async () => {
  await clear();
  const unitId = world.unit.sheikhabad;
  await world.council(unitId);
  await world.problem(unitId);
  await world.capacity(unitId);
  const operationId = await world.operation(unitId, 'done', { result_note: 'نتیجه' });
  const taskId = await world.task(operationId, unitId, 'done');
  const where = async () =>
    (await ask('bounded', `select id from units where id = '${unitId}'`)).map(({ step, lack }) => [step, lack]);
  expect(await where()).toEqual([[2, 'evidence_missing']]);
  await world.evidence(taskId, unitId, 1);
  expect(await where()).toEqual([[2, 'evidence_missing']]);
  await world.evidence(taskId, unitId);
  expect(await where()).toEqual([[3, 'none']]);
});

it('the records of one neighbourhood do not move the step of another', async () => {
  await clear();
  await world.council(world.unit.pardisan);
  const rows = await ask('bounded', "select id from units where kind = 'neighbourhood'");
  expect(rows.map(({ unit_id, step }) => [unit_id, step]).sort()).toEqual(
    [
      [world.unit.sheikhabad, 0],
      [world.unit.pardisan, 1],
      [world.unit.chaharmardan, 0],
    ].sort(),
  );
});

it('stored figures follow the records, and a mandate that will end is announced to the clock', async () => {
  await clear();
  await world.council(world.unit.sheikhabad, { toOn: '2026-12-01' });
  await world.refresh();
  const facts = await world.sql(
    "select unit_id, dims from facts where metric = 'neighbourhood.by_step@1' order by dims",
  );
  expect(facts.map(({ dims }) => dims)).toEqual(['step=0', 'step=0', 'step=1']);
  expect(await world.sql("select unit_id, at_ms from clock_marks where feature = 'steps'")).toEqual([
    { unit_id: world.unit.sheikhabad, at_ms: Date.parse('2026-12-01T20:30:00Z') },
  ]);
  await world.sql('delete from appointments');
  expect((await world.sql("select unit_id from dirty where feature = 'steps'")).map(({ unit_id }) => unit_id)).toEqual([
    world.unit.sheikhabad,
  ]);
  await world.refresh();
  expect(
    (
      await world.sql(
        "select sum(value) as n from cells where metric = 'neighbourhood.by_lack@1' and dims = 'lack=seat_vacant'",
      )
    )[0],
  ).toEqual({ n: 1 });
});
