import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addPeriods, isPeriodKey, msOf, periodBounds, periodOf, periodsBetween, type PeriodKey } from '../src/time.ts';

const anyPeriod = fc.integer({ min: 0, max: 149 * 12 }).map((months) => addPeriods('1300-01', months));

describe('periods', () => {
  test('the bounds hold exactly the instants of the period, and meet the next without a gap', () => {
    fc.assert(
      fc.property(anyPeriod, (key) => {
        const { fromMs, toMs } = periodBounds(key);
        expect(periodOf(fromMs)).toBe(key);
        expect(periodOf(toMs - 1)).toBe(key);
        expect(periodOf(fromMs - 1)).toBe(addPeriods(key, -1));
        expect(periodBounds(addPeriods(key, 1)).fromMs).toBe(toMs);
      }),
    );
  });

  test('Mehr 1405 runs from 23 September to 22 October 2026', () => {
    expect(periodBounds('1405-07')).toEqual({ fromMs: msOf('2026-09-23'), toMs: msOf('2026-10-23') });
  });

  test('between two periods both ends count, over the year’s end too', () => {
    expect(periodsBetween('1404-11', '1405-02')).toEqual(['1404-11', '1404-12', '1405-01', '1405-02']);
    expect(periodsBetween('1405-02', '1405-02')).toEqual(['1405-02']);
    expect(periodsBetween('1405-02', '1405-01')).toEqual([]);
  });

  test('a key names a month from 01 to 12', () => {
    expect(['1405-01', '1405-12'].every(isPeriodKey)).toBe(true);
    expect(['1405-00', '1405-13', '1405-1', '405-01', '1405/01'].some(isPeriodKey)).toBe(false);
  });

  test('what is no period has no bounds', () => {
    expect(() => periodBounds('1405-13' satisfies PeriodKey)).toThrow(RangeError);
  });
});
