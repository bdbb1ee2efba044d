import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closeUpkeep } from '../src/close-period.ts';
import { closedLetter } from '../src/letters/closed-letter.ts';
import { NOW, openReporting } from './world.ts';

const EVER = { numRuns: 12 };

test('the month that ended is frozen once: stocks as they stand, flows of its months, with a draft and a letter', async () => {
  const { db, ids, cell, run } = await openReporting();
  await cell(ids.qom, 'problem.open@1', 'domain=health', '', 7);
  await cell(ids.qom, 'problem.solved@2', 'domain=health', '1405-08', 3);
  await cell(ids.qom, 'problem.solved@2', 'domain=health', '1405-07', 90);
  await cell(ids.kahak, 'problem.solved@2', 'domain=health', '1405-08', 2);
  await run(closeUpkeep(NOW));
  await cell(ids.qom, 'problem.open@1', 'domain=health', '', 1);
  await run(closeUpkeep(NOW + 60_000));
  expect(
    await db.sql('select period, version, metric, county, value from frozen_cells order by metric, county'),
  ).toEqual([
    { period: '1405-08', version: 1, metric: 'problem.open@1', county: '2501', value: 7 },
    { period: '1405-08', version: 1, metric: 'problem.solved@2', county: '2501', value: 3 },
    { period: '1405-08', version: 1, metric: 'problem.solved@2', county: '2502', value: 2 },
  ]);
  expect(await db.sql('select period, version, status, due_on from reports')).toEqual([
    { period: '1405-08', version: 1, status: 'draft', due_on: '2026-12-01' },
  ]);
  const letters = await db.sql("select number, body_json from letters_out where kind = 'period.closed'");
  expect(letters).toHaveLength(1);
  const body = closedLetter.body.parse(JSON.parse(String(letters[0]?.['body_json'])));
  expect(body.cells).toHaveLength(3);
  expect(body.closedAtMs).toBe(NOW);
  db.close();
});

test('a quarter is frozen with its last month, its flows added up', async () => {
  const { db, ids, cell, run } = await openReporting();
  for (const [month, value] of [
    ['1405-07', 1],
    ['1405-08', 2],
    ['1405-09', 4],
    ['1405-06', 100],
  ] as const)
    await cell(ids.qom, 'problem.solved@2', '', month, value);
  await run(closeUpkeep(Date.parse('2026-12-24T08:00:00Z')));
  expect(await db.sql('select period, value from frozen_cells order by period')).toEqual([
    { period: '1405-09', value: 4 },
    { period: '1405-q3', value: 7 },
  ]);
  db.close();
});

test('in a quarter a distribution joins bucket by bucket, each county for itself, and what stands is as at its end', async () => {
  const { db, ids, cell, run } = await openReporting();
  const buckets = [
    ['1405-07', 'days=0-7', 3],
    ['1405-08', 'days=0-7', 2],
    ['1405-08', 'days=8-30', 5],
    ['1405-09', 'days=8-30', 1],
  ] as const;
  for (const [month, dims, value] of buckets) await cell(ids.qom, 'problem.days_to_solve@1', dims, month, value);
  await cell(ids.kahak, 'problem.days_to_solve@1', 'days=0-7', '1405-09', 9);
  await cell(ids.qom, 'problem.open@1', 'domain=health', '', 6);
  await run(closeUpkeep(Date.parse('2026-12-24T08:00:00Z')));
  expect(
    await db.sql(
      "select metric, county, dims, value from frozen_cells where period = '1405-q3' order by metric, county, dims",
    ),
  ).toEqual([
    { metric: 'problem.days_to_solve@1', county: '2501', dims: 'days=0-7', value: 5 },
    { metric: 'problem.days_to_solve@1', county: '2501', dims: 'days=8-30', value: 6 },
    { metric: 'problem.days_to_solve@1', county: '2502', dims: 'days=0-7', value: 9 },
    { metric: 'problem.open@1', county: '2501', dims: 'domain=health', value: 6 },
  ]);
  db.close();
});

test('nothing is frozen while something is being recomputed, nor for a period before the province began', async () => {
  const { db, ids, cell, run } = await openReporting();
  await cell(ids.qom, 'problem.open@1', '', '', 7);
  await db.sql("insert into dirty (unit_id, feature) values (?, 'problems')", [ids.qom]);
  await run(closeUpkeep(NOW));
  expect(await db.sql('select * from closings')).toEqual([]);
  await db.sql('delete from dirty');
  await db.sql("update meta set value = ? where key = 'provisioned_at_ms'", [String(NOW - 1000)]);
  await run(closeUpkeep(NOW));
  expect(await db.sql('select * from closings')).toEqual([]);
  db.close();
});

test('whatever happens to the records, a frozen version never changes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom('qom', 'kahak'), fc.constantFrom('', '1405-08'), fc.nat(50)), {
        minLength: 1,
        maxLength: 8,
      }),
      async (changes) => {
        const { db, ids, cell, run } = await openReporting();
        await cell(ids.qom, 'problem.open@1', '', '', 5);
        await run(closeUpkeep(NOW));
        const before = await db.sql('select * from frozen_cells');
        for (const [county, period, value] of changes) {
          await cell(ids[county as 'qom' | 'kahak'], 'problem.open@1', '', period, value);
          await run(closeUpkeep(NOW + value));
        }
        expect(await db.sql('select * from frozen_cells')).toEqual(before);
        await expect(db.sql('update frozen_cells set value = value + 1')).rejects.toThrow('refused:frozen');
        await expect(db.sql('delete from frozen_cells')).rejects.toThrow('refused:frozen');
        db.close();
      },
    ),
    EVER,
  );
});
