import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addPeriods } from '../src/time.ts';
import { isSpanKey, monthsBegun, monthsOfSpan, shiftSpan, spanBounds, spanOf, yearBefore } from '../src/spans.ts';

const anySpan = fc
  .tuple(fc.integer({ min: 12, max: 149 * 12 }), fc.constantFrom('month', 'quarter', 'year'))
  .map(([months, kind]) => spanOf(addPeriods('1300-01', months), kind));

test('spans of one kind follow each other without a gap, and a step back undoes a step on', () => {
  fc.assert(
    fc.property(anySpan, fc.integer({ min: -8, max: 8 }), (span, n) => {
      expect(isSpanKey(span)).toBe(true);
      expect(spanBounds(shiftSpan(span, 1)).fromMs).toBe(spanBounds(span).toMs);
      expect(shiftSpan(shiftSpan(span, n), -n)).toBe(span);
      expect(
        monthsOfSpan(span).map((month) =>
          spanOf(
            month,
            monthsOfSpan(span).length === 1 ? 'month' : monthsOfSpan(span).length === 3 ? 'quarter' : 'year',
          ),
        ),
      ).toEqual(monthsOfSpan(span).map(() => span));
    }),
  );
});

test('a quarter has its three months, a year its twelve, and each its counterpart of the year before', () => {
  expect(monthsOfSpan('1405-q3')).toEqual(['1405-07', '1405-08', '1405-09']);
  expect(monthsOfSpan('1405')).toHaveLength(12);
  expect(['1405-08', '1405-q1', '1405'].map((span) => isSpanKey(span) && yearBefore(span))).toEqual([
    '1404-08',
    '1404-q1',
    '1404',
  ]);
  expect(shiftSpan('1405-q1', -1)).toBe('1404-q4');
});

test('of a span that runs only the months begun count, so that a year that is not over is held against as much of the last', () => {
  const inAban = spanBounds('1405-08').fromMs + 1;
  expect(monthsBegun('1405-q3', inAban)).toEqual(['1405-07', '1405-08']);
  expect(monthsBegun('1404', inAban)).toHaveLength(12);
});

test('other texts are no spans', () => {
  expect(['1405-q5', '1405-13', '405', '1405-', ''].some(isSpanKey)).toBe(false);
});
