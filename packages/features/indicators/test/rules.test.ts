import { addDays, isRefusal, type CivilDate } from '@mahalleh/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { courseRefusal, paceOf, VERDICTS, type Course } from '../src/rules.ts';

const START: CivilDate = '2026-03-21';
const value = fc.integer({ min: -1000, max: 1000 });
const course = fc
  .record({ baseline: value, goal: value, days: fc.integer({ min: 1, max: 800 }) })
  .filter(({ baseline, goal }) => baseline !== goal)
  .map(({ baseline, goal, days }): Course => ({ baseline, goal, fromOn: START, dueOn: addDays(START, days) }));
const today = fc.integer({ min: -100, max: 900 }).map((n) => addDays(START, n));
const towards = ({ baseline, goal }: Course) => Math.sign(goal - baseline);

describe('pace', () => {
  test('263 mosques in a year: 118 by today, 141 needed, 23 behind', () => {
    const mosques: Course = { baseline: 0, goal: 263, fromOn: '2026-03-21', dueOn: '2027-03-20' };
    expect(paceOf(mosques, 118, '2026-10-01', true)).toMatchObject({ needed: 141, gap: -23, verdict: 'behind' });
    expect(paceOf(mosques, 140, '2026-10-01', true).verdict).toBe('behind');
    expect(paceOf(mosques, 141, '2026-10-01', true)).toMatchObject({ gap: 0, verdict: 'on_pace' });
    expect(paceOf(mosques, 263, '2026-10-01', true)).toMatchObject({ gap: 122, verdict: 'done' });
    expect(paceOf(mosques, 262, '2027-03-20', true)).toMatchObject({ needed: 263, verdict: 'behind' });
    expect(paceOf(mosques, 262, '2027-03-21', true)).toMatchObject({ needed: 263, gap: -1, verdict: 'late' });
    expect(paceOf(mosques, 263, '2027-06-01', true).verdict).toBe('done');
  });

  test('fewer is better when the goal lies below: 64 who left school to 30', () => {
    const fewer: Course = { baseline: 64, goal: 30, fromOn: '2026-01-01', dueOn: '2026-01-11' };
    expect(paceOf(fewer, 47, '2026-01-06', true)).toMatchObject({ share: 0.5, needed: 47, gap: 0, verdict: 'on_pace' });
    expect(paceOf(fewer, 48, '2026-01-06', true)).toMatchObject({ gap: -1, verdict: 'behind' });
    expect(paceOf(fewer, 29, '2026-01-06', true).verdict).toBe('done');
    expect(paceOf(fewer, 60, '2026-01-02', true)).toMatchObject({ needed: 60, verdict: 'on_pace' });
  });

  test('the line begins at the baseline, ends at the goal, and is cut off outside', () =>
    fc.assert(
      fc.property(course, today, (c, day) => {
        const { needed, share } = paceOf(c, null, day, false);
        if (day <= c.fromOn) expect([needed, share]).toEqual([c.baseline, 0]);
        if (day >= c.dueOn) expect([needed, share]).toEqual([c.goal, 1]);
        expect(needed).toBeGreaterThanOrEqual(Math.min(c.baseline, c.goal));
        expect(needed).toBeLessThanOrEqual(Math.max(c.baseline, c.goal));
      }),
    ));

  test('as days pass, never less is needed on the way to the goal', () =>
    fc.assert(
      fc.property(course, today, fc.nat({ max: 60 }), fc.boolean(), (c, day, n, isWhole) => {
        const now = paceOf(c, null, day, isWhole).needed;
        const later = paceOf(c, null, addDays(day, n), isWhole).needed;
        expect((later - now) * towards(c)).toBeGreaterThanOrEqual(0);
      }),
    ));

  test('whole things: a whole number reaches what is needed exactly when it reaches the line', () =>
    fc.assert(
      fc.property(course, today, value, (c, day, have) => {
        const whole = paceOf(c, have, day, true);
        const exact = paceOf(c, have, day, false);
        expect(Number.isInteger(whole.needed)).toBe(true);
        expect((whole.gap ?? 0) >= 0).toBe((exact.gap ?? 0) >= 0);
        expect(whole.verdict).toBe(exact.verdict);
      }),
    ));

  test('steps of equal size give equal parts of the way', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 40 }), (days, perDay) => {
        const c: Course = { baseline: 5, goal: 5 + days * perDay, fromOn: START, dueOn: addDays(START, days) };
        for (const n of [0, 1, Math.floor(days / 2), days])
          expect(paceOf(c, null, addDays(START, n), true).needed).toBe(5 + n * perDay);
      }),
    ));
});

describe('verdict', () => {
  test('is one of five, and says done exactly when the goal is reached', () =>
    fc.assert(
      fc.property(course, today, fc.option(value), fc.boolean(), (c, day, have, isWhole) => {
        const { verdict } = paceOf(c, have, day, isWhole);
        expect(VERDICTS).toContain(verdict);
        expect(verdict === 'done').toBe(have !== null && (have - c.goal) * towards(c) >= 0);
        expect(verdict === 'late').toBe(verdict !== 'done' && day > c.dueOn);
      }),
    ));

  test('more of what is wanted never makes it worse', () =>
    fc.assert(
      fc.property(course, today, value, fc.nat({ max: 500 }), (c, day, have, more) => {
        const order = ['late', 'behind', 'on_pace', 'done'];
        const better = paceOf(c, have + more * towards(c), day, true).verdict;
        expect(order.indexOf(better)).toBeGreaterThanOrEqual(order.indexOf(paceOf(c, have, day, true).verdict));
      }),
    ));

  test('what nobody has reported is unreported, until it is late', () => {
    const c: Course = { baseline: 0, goal: 10, fromOn: '2026-01-01', dueOn: '2026-02-01' };
    expect(paceOf(c, null, '2026-01-15', true)).toMatchObject({ gap: null, verdict: 'unreported' });
    expect(paceOf(c, null, '2026-02-02', true).verdict).toBe('late');
    expect(paceOf(c, 0, '2026-01-01', true).verdict).toBe('on_pace');
  });
});

test('a target goes somewhere, in some time', () =>
  fc.assert(
    fc.property(value, value, fc.integer({ min: -5, max: 5 }), (baseline, goal, days) => {
      const refusal = courseRefusal({ baseline, goal, fromOn: START, dueOn: addDays(START, days) });
      const expected = days <= 0 ? 'target_due_before_start' : baseline === goal ? 'target_goes_nowhere' : undefined;
      expect(isRefusal(refusal) ? refusal.refused : undefined).toBe(expected);
    }),
  ));
