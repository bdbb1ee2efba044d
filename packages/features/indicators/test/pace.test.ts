import { addDays, daysBetween, isRefusal, type CivilDate } from '@mahalleh/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { milestoneRefusal, plannedOn, type Course } from '../src/milestone-rules.ts';
import { courseRefusal, paceOf, pastRefusal } from '../src/rules.ts';

const START: CivilDate = '2026-03-21';
const DAYS = 400;
const DUE = addDays(START, DAYS);

/** A course with milestones that are on the way, in any order. */
const course = fc
  .record({
    baseline: fc.integer({ min: -500, max: 500 }),
    goal: fc.integer({ min: -500, max: 500 }),
    days: fc.uniqueArray(fc.integer({ min: 1, max: DAYS - 1 }), { maxLength: 6 }),
    shares: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 }),
  })
  .filter(({ baseline, goal }) => baseline !== goal)
  .map(({ baseline, goal, days, shares }): Course => {
    const rising = shares.toSorted((a, b) => a - b);
    const milestones = days
      .toSorted((a, b) => a - b)
      .map((day, i) => ({ onDate: addDays(START, day), value: baseline + (goal - baseline) * (rising[i] ?? 1) }));
    return { baseline, goal, fromOn: START, dueOn: DUE, milestones: milestones.toReversed() };
  });
const day = fc.integer({ min: -20, max: DAYS + 20 }).map((n) => addDays(START, n));
const towards = ({ baseline, goal }: Course) => Math.sign(goal - baseline);

describe('the plan through milestones', () => {
  test('asks for the baseline at first, each milestone on its day, the goal at last', () =>
    fc.assert(
      fc.property(course, (c) => {
        expect(courseRefusal(c)).toBeUndefined();
        expect(plannedOn(c, START)).toBe(c.baseline);
        expect(plannedOn(c, addDays(START, -3))).toBe(c.baseline);
        expect(plannedOn(c, DUE)).toBe(c.goal);
        expect(plannedOn(c, addDays(DUE, 3))).toBe(c.goal);
        for (const { onDate, value } of c.milestones ?? []) expect(plannedOn(c, onDate)).toBeCloseTo(value, 9);
      }),
    ));

  test('never asks for less a day later', () =>
    fc.assert(
      fc.property(course, day, fc.integer({ min: 0, max: 60 }), (c, on, n) => {
        expect((plannedOn(c, addDays(on, n)) - plannedOn(c, on)) * towards(c)).toBeGreaterThanOrEqual(-1e-9);
      }),
    ));

  test('a milestone on the straight line changes nothing', () =>
    fc.assert(
      fc.property(course, fc.integer({ min: 1, max: DAYS - 1 }), day, (c, at, on) => {
        const straight = { ...c, milestones: [] };
        const onDate = addDays(START, at);
        const through = { ...straight, milestones: [{ onDate, value: plannedOn(straight, onDate) }] };
        expect(plannedOn(through, on)).toBeCloseTo(plannedOn(straight, on), 9);
      }),
    ));

  test('turned over, so that less is better, it asks for the same distance', () =>
    fc.assert(
      fc.property(course, day, (c, on) => {
        const turned: Course = {
          ...c,
          baseline: -c.baseline,
          goal: -c.goal,
          milestones: (c.milestones ?? []).map(({ onDate, value }) => ({ onDate, value: -value })),
        };
        expect(plannedOn(turned, on)).toBeCloseTo(-plannedOn(c, on), 9);
        const here = paceOf(c, c.baseline + 7, on, true);
        const there = paceOf(turned, -(c.baseline + 7), on, true);
        expect(there.gap).toBeCloseTo(here.gap ?? Number.NaN, 9);
        expect(there.verdict).toBe(here.verdict);
      }),
    ));

  test('263 mosques, of which 100 by the end of summer: what is needed follows the bend', () => {
    const mosques: Course = {
      baseline: 0,
      goal: 263,
      fromOn: '2026-03-21',
      dueOn: '2027-03-20',
      milestones: [{ onDate: '2026-09-22', value: 100 }],
    };
    expect(paceOf(mosques, 118, '2026-09-22', true)).toMatchObject({ needed: 100, gap: 18, verdict: 'on_pace' });
    expect(daysBetween('2026-09-22', '2027-03-20')).toBe(179);
    expect(paceOf(mosques, 118, '2026-12-20', true)).toMatchObject({ needed: 182, gap: -64, verdict: 'behind' });
  });
});

describe('what is no plan', () => {
  const base: Course = { baseline: 10, goal: 30, fromOn: '2026-03-21', dueOn: '2027-03-20' };
  test.each([
    ['before the start', [{ onDate: '2026-03-21', value: 12 }], 'milestone_outside_span milestones.0.onDate'],
    ['on the due day', [{ onDate: '2027-03-20', value: 12 }], 'milestone_outside_span milestones.0.onDate'],
    [
      'twice on a day',
      [
        { onDate: '2026-06-01', value: 12 },
        { onDate: '2026-06-01', value: 14 },
      ],
      'milestone_day_twice milestones.1.onDate',
    ],
    [
      'that leads back',
      [
        { onDate: '2026-06-01', value: 20 },
        { onDate: '2026-07-01', value: 18 },
      ],
      'milestone_off_the_way milestones.1.value',
    ],
    ['below the baseline', [{ onDate: '2026-06-01', value: 9 }], 'milestone_off_the_way milestones.0.value'],
    ['beyond the goal', [{ onDate: '2026-06-01', value: 31 }], 'milestone_off_the_way milestones.0.value'],
  ] as const)('a milestone %s is refused by name', (_title, milestones, expected) => {
    const refusal = milestoneRefusal({ ...base, milestones });
    expect(isRefusal(refusal) ? `${refusal.refused} ${refusal.field}` : 'none').toBe(expected);
  });

  test('a target is due after today', () => {
    expect(pastRefusal('2026-11-22', '2026-11-22')?.refused).toBe('target_due_in_past');
    expect(pastRefusal('2026-11-23', '2026-11-22')).toBeUndefined();
  });
});
