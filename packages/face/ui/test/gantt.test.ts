import { dateOfDays, epochDaysOf, toJalali } from '@mahalleh/kernel/time';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { intentOf } from '../src/gantt/keys.ts';
import { arrowPath, gripAt, placeAfter, rowsInSight } from '../src/gantt/places.ts';
import {
  dayAt,
  largeTicks,
  scaleOf,
  smallTicks,
  weekdayFromSaturday,
  weekendShade,
  xOf,
  ZOOMS,
} from '../src/gantt/scale.ts';

const day = fc.integer({ min: epochDaysOf('2020-01-01'), max: epochDaysOf('2035-01-01') });
const zoom = fc.constantFrom(...ZOOMS);
const place = fc
  .record({ start: day, length: fc.nat(60) })
  .map(({ start, length }) => ({ start, due: start + length }));
const key = (code: string, more = {}) => ({
  code,
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...more,
});

describe('the calendar', () => {
  test('a line begins on a Saturday, holds its days, and a day is found again where it was drawn', () =>
    fc.assert(
      fc.property(place, zoom, ({ start, due }, at) => {
        const scale = scaleOf(start, due, at);
        expect(weekdayFromSaturday(scale.from)).toBe(0);
        expect(scale.from).toBeLessThan(start);
        expect(xOf(scale, due + 1)).toBeLessThanOrEqual(scale.width);
        for (const one of [start, due]) expect(dayAt(scale, xOf(scale, one))).toBe(one);
      }),
    ));

  test('Saturday is the first day of the week: 22 November 2026 is a Sunday', () => {
    expect(weekdayFromSaturday(epochDaysOf('2026-11-21'))).toBe(0);
    expect(weekdayFromSaturday(epochDaysOf('2026-11-22'))).toBe(1);
    expect(weekdayFromSaturday(epochDaysOf('2026-11-27'))).toBe(6);
  });

  test('ticks lie side by side over the whole line, large and small', () =>
    fc.assert(
      fc.property(place, zoom, ({ start, due }, at) => {
        const scale = scaleOf(start, due, at);
        const whole = [scale.from, scale.from + scale.days - 1] as const;
        for (const ticks of [largeTicks(scale, whole, 'fa'), smallTicks(scale, whole, 'fa')]) {
          expect(ticks[0]?.x).toBe(0);
          ticks.forEach(({ x, width }, i) => {
            const next = ticks[i + 1];
            if (next) expect(x + width).toBe(next.x);
          });
          expect(new Set(ticks.map((tick) => tick.key)).size).toBe(ticks.length);
        }
      }),
      { numRuns: 60 },
    ));

  test('months are Jalali, weeks are named by the day of their Saturday', () => {
    const scale = scaleOf(epochDaysOf('2026-11-22'), epochDaysOf('2026-12-30'), 'week');
    const range = [epochDaysOf('2026-11-21'), epochDaysOf('2026-12-25')] as const;
    expect(largeTicks(scale, range, 'fa').map(({ label }) => label)).toEqual(['آبان ۱۴۰۵', 'آذر ۱۴۰۵', 'دی ۱۴۰۵']);
    expect(smallTicks(scale, range, 'fa').map(({ label }) => label)).toEqual(['۳۰', '۷', '۱۴', '۲۱', '۲۸']);
    const quarter = scaleOf(epochDaysOf('2026-11-22'), epochDaysOf('2026-11-22'), 'quarter');
    expect(smallTicks(quarter, range, 'en').map(({ label }) => label)).toEqual(['Autumn', 'Winter']);
    expect(toJalali(dateOfDays(range[0])).day).toBe(30);
  });

  test('the weekend is shaded where a day is wide enough, and as the province has it', () => {
    const scale = scaleOf(epochDaysOf('2026-11-22'), epochDaysOf('2026-11-22'), 'day');
    expect(weekendShade(scale, [6], 'left')).toContain('var(--gantt-weekend) 216px 252px');
    expect(weekendShade(scale, [], 'left')).toBe('none');
    expect(weekendShade({ ...scale, zoom: 'quarter' }, [6], 'left')).toBe('none');
  });
});

describe('holding a bar', () => {
  test('the whole keeps its length, an end stays on its side of the other', () =>
    fc.assert(
      fc.property(place, fc.integer({ min: -90, max: 90 }), (before, days) => {
        const whole = placeAfter(before, 'whole', days);
        expect([whole.start - before.start, whole.due - before.due]).toEqual([days, days]);
        for (const grip of ['start', 'due'] as const) {
          const after = placeAfter(before, grip, days);
          expect(after.start).toBeLessThanOrEqual(after.due);
          expect(grip === 'start' ? after.due : after.start).toBe(grip === 'start' ? before.due : before.start);
        }
      }),
    ));

  test('the ends of a long bar are held by themselves, a short one only as a whole', () => {
    expect([gripAt(2, 100), gripAt(50, 100), gripAt(97, 100)]).toEqual(['start', 'whole', 'due']);
    expect([gripAt(1, 12), gripAt(11, 12)]).toEqual(['whole', 'whole']);
  });

  test('only rows in sight and a few around them are drawn', () => {
    expect(rowsInSight(0, 440, 44, 500)).toEqual([0, 18]);
    expect(rowsInSight(4400, 440, 44, 500)).toEqual([92, 118]);
    expect(rowsInSight(21_560, 440, 44, 500)).toEqual([482, 500]);
  });

  test('an arrow leaves a bar forwards and comes in forwards, also to a bar that begins before', () => {
    expect(arrowPath({ x: 100, y: 22 }, { x: 200, y: 66 }, 44)).toBe('M100 22H107V66H200');
    expect(arrowPath({ x: 100, y: 22 }, { x: 90, y: 66 }, 44)).toBe('M100 22H107V44H81V66H90');
  });
});

describe('keys', () => {
  test('arrows follow what is seen: left is later where reading goes left', () => {
    expect(intentOf(key('ArrowLeft'), true)).toEqual({ kind: 'nudge', grip: 'whole', days: 1 });
    expect(intentOf(key('ArrowLeft'), false)).toEqual({ kind: 'nudge', grip: 'whole', days: -1 });
    expect(intentOf(key('ArrowRight', { shiftKey: true }), false)).toEqual({ kind: 'nudge', grip: 'due', days: 1 });
    expect(intentOf(key('ArrowRight', { altKey: true }), true)).toEqual({ kind: 'nudge', grip: 'start', days: -1 });
    expect(intentOf(key('PageDown'), true)).toEqual({ kind: 'nudge', grip: 'whole', days: 7 });
  });

  test('letters are told by their place, so that a Persian board works; what belongs to the browser is left alone', () => {
    expect(intentOf(key('KeyL'), true)).toEqual({ kind: 'link' });
    expect(intentOf(key('Enter'), true)).toEqual({ kind: 'commit' });
    expect(intentOf(key('ArrowDown'), true)).toEqual({ kind: 'row', to: 'next' });
    for (const one of [key('KeyL', { ctrlKey: true }), key('Delete', { shiftKey: true }), key('Tab'), key('KeyA')])
      expect(intentOf(one, true)).toBeUndefined();
  });
});
