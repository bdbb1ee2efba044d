import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partMilestones, partNumber, partWhole, sharesRefusal } from '../src/cascade-rules.ts';

const weights = fc.array(fc.integer({ min: 0, max: 900_000 }), { minLength: 1, maxLength: 40 });
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

describe('a whole is parted', () => {
  test('to the last one, each within one of its exact share', () =>
    fc.assert(
      fc.property(fc.integer({ min: -5000, max: 5000 }), weights, (whole, by) => {
        const parts = partWhole(whole, by);
        expect(sum(parts)).toBe(whole);
        const total = sum(by);
        for (const [i, part] of parts.entries()) {
          expect(Number.isInteger(part)).toBe(true);
          const exact = total === 0 ? whole / by.length : (whole * (by[i] ?? 0)) / total;
          expect(Math.abs(part - exact)).toBeLessThan(1);
        }
      }),
    ));

  test('who weighs more never gets less', () =>
    fc.assert(
      fc.property(fc.nat({ max: 5000 }), weights, (whole, by) => {
        const parts = partWhole(whole, by);
        for (const [i, a] of by.entries())
          for (const [j, b] of by.entries()) if (a > b) expect(parts[i] ?? 0).toBeGreaterThanOrEqual(parts[j] ?? 0);
      }),
      { numRuns: 50 },
    ));

  test('263 mosques by the population of six counties', () => {
    const counties = [596_932, 198_800, 172_600, 94_500, 122_900, 51_300];
    expect(partWhole(263, counties)).toEqual([127, 42, 37, 20, 26, 11]);
    expect(partWhole(2, [1, 1, 1])).toEqual([1, 1, 0]);
    expect(partWhole(5, [0, 0])).toEqual([3, 2]);
    expect(partWhole(-7, [1, 1])).toEqual([-4, -3]);
    expect(partWhole(0, [3, 1])).toEqual([0, 0]);
    expect(partWhole(9, [])).toEqual([]);
    expect(partNumber(1, [1, 1, 1], 2)).toEqual([0.34, 0.33, 0.33]);
  });
});

describe('milestones of parts', () => {
  const rising = fc
    .uniqueArray(fc.integer({ min: 1, max: 262 }), { maxLength: 5 })
    .map((list) => list.toSorted((a, b) => a - b));
  test('lead from each baseline to each goal without going back, and need together what the whole needs, but for a remainder', () =>
    fc.assert(
      fc.property(rising, weights, fc.boolean(), (milestones, by, isTurned) => {
        const turn = isTurned ? -1 : 1;
        const goals = partWhole(263, by);
        const parts = goals.map((goal) => ({ baselineValue: 0, goalValue: goal * turn + 0 }));
        const whole = { baselineValue: 0, goalValue: 263 * turn };
        const values = partMilestones(
          whole,
          milestones.map((value) => value * turn),
          parts,
        );
        for (const [part, steps] of values.entries()) {
          let before = 0;
          for (const step of steps) {
            expect(step * turn).toBeGreaterThanOrEqual(before);
            expect(step * turn).toBeLessThanOrEqual(goals[part] ?? 0);
            before = step * turn;
          }
        }
        for (const [i, milestone] of milestones.entries())
          expect(Math.abs(sum(values.map((steps) => steps[i] ?? 0)) * turn - milestone)).toBeLessThanOrEqual(by.length);
      }),
    ));
  test('of a known case', () => {
    const parts = [
      { baselineValue: 20, goalValue: 113 },
      { baselineValue: 20, goalValue: 150 },
    ];
    expect(partMilestones({ baselineValue: 40, goalValue: 263 }, [110, 190], parts)).toEqual([
      [49, 83],
      [61, 107],
    ]);
  });
});

describe('parts of a target', () => {
  const whole = { baselineValue: 10, goalValue: 30 };
  const share = (unitId: string, baselineValue: number, goalValue: number) => ({ unitId, baselineValue, goalValue });
  test.each([
    ['that add up are taken', [share('a', 4, 20), share('b', 6, 10)], undefined],
    ['that do not reach the goal', [share('a', 4, 20), share('b', 6, 9)], 'cascade_goal_differs'],
    ['whose baselines differ', [share('a', 4, 20), share('b', 5, 10)], 'cascade_baseline_differs'],
    ['that lead back', [share('a', 4, 24), share('b', 8, 6)], 'cascade_parts_wrong'],
    ['of one unit twice', [share('a', 4, 20), share('a', 6, 10)], 'cascade_parts_wrong'],
    ['that are nothing for one', [share('a', 10, 30), share('b', 0, 0)], undefined],
  ])('%s', (_title, shares, expected) => {
    expect(sharesRefusal(whole, shares)?.refused).toBe(expected);
  });

  test('a target that goes down is parted downwards', () => {
    expect(sharesRefusal({ baselineValue: 30, goalValue: 10 }, [share('a', 20, 5), share('b', 10, 5)])).toBeUndefined();
    expect(sharesRefusal({ baselineValue: 30, goalValue: 10 }, [share('a', 5, 8), share('b', 25, 2)])?.faults).toEqual([
      { field: 'shares.0.goalValue', reason: 'cascade_part_leads_back' },
    ]);
  });
});
