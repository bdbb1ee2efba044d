/** The sums that the national home reads are what the cells come to, whatever letters do to the cells. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestNation, type TestWorkspace } from '@mahalleh/gate/testing';
import fc from 'fast-check';
import { rollupIntakes } from '../src/index.ts';

let nation: TestWorkspace<'national'>;
beforeAll(async () => {
  nation = await openTestNation();
});
afterAll(() => nation.close());

const intake = rollupIntakes.find(({ letter }) => letter.kind === 'rollup.cells');
const cell = fc.record({
  county: fc.constantFrom('2501', '2502'),
  metric: fc.constantFrom('problem.open@1', 'problem.solved@2'),
  dims: fc.constantFrom('', 'domain=water'),
  period: fc.constantFrom('', '1404-12', '1405-01', '1405-02'),
  value: fc.integer({ min: 0, max: 9 }),
});
const letters = fc.array(
  fc.record({
    province: fc.constantFrom('qom', 'qazvin'),
    epoch: fc.integer({ min: 1, max: 3 }),
    isComplete: fc.boolean(),
    cells: fc.array(cell, { maxLength: 12 }),
  }),
  { minLength: 1, maxLength: 8 },
);

const summed =
  'select metric, substr(period, 1, 4) as span, province, dims, sum(value) as value from national_cells group by 1, 2, 3, 4 having sum(value) <> 0 order by 1, 2, 3, 4';
const held =
  'select metric, span, province, dims, value from national_sums where value <> 0 order by metric, span, province, dims';

test('after any letters, new epochs among them', async () => {
  let number = 0;
  let largest = 0;
  await fc.assert(
    fc.asyncProperty(letters, async (sent) => {
      await nation.sql('delete from national_cells');
      for (const { province, epoch, ...body } of sent) {
        const letter = {
          province,
          epoch,
          number: ++number,
          sentAtMs: 0,
          kind: 'rollup.cells',
          keyId: '',
          seal: '',
          bodyJson: '',
        };
        const statements = intake?.apply(letter, { ...body, upTo: 0, asOfMs: null } as never) ?? [];
        const outcome = await nation.ports.databases.lane('nation').write({ commandId: '', statements });
        expect(outcome.outcome).toBe('saved');
      }
      const sums = await nation.sql(held);
      largest = Math.max(largest, sums.length);
      expect(sums).toEqual(await nation.sql(summed));
    }),
    { numRuns: 60 },
  );
  expect(largest).toBeGreaterThan(3);
});
