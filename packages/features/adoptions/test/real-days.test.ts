import { addDays, holidayOn, newId, toJalali, weekdayFrom, type CivilDate } from '@mahalleh/kernel';
import { workCalendar } from '@mahalleh/templates/dates';
import type { TemplateElement } from '@mahalleh/templates/document';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { realDays, type RealDays } from '../src/dates/index.ts';

const FIRST = '2024-03-01' as CivilDate;
/** From Esfand 1402 to Farvardin 1409: both leap years, 1403 and 1408, lie within. */
const arbDay = fc.integer({ min: 0, max: 365 * 6 }).map((n) => addDays(FIRST, n));
const arbWeekend = fc.constantFrom('6', '5,6', '0,5,6', '');
const isFree = (day: CivilDate, weekend: string): boolean =>
  weekend.split(',').includes(String(weekdayFrom(day))) || holidayOn(day) !== undefined;

const operation = (id: string, after: string | null, startDays: number, lastsDays: number): TemplateElement => ({
  id,
  kind: 'operation',
  fields: { startAfterRef: after, startDays, lastsDays },
});
const task = (
  id: string,
  of: string,
  after: string | null,
  startDays: number,
  lastsDays: number,
  isMilestone = false,
): TemplateElement => ({
  id,
  kind: 'task',
  fields: { operationRef: of, startAfterRef: after, startDays, lastsDays, isMilestone },
});
const link = (of: string, after: string, lagDays: number): TemplateElement => ({
  id: newId(),
  kind: 'link',
  fields: { taskRef: of, afterRef: after, lagDays },
});

const daysOf = (elements: readonly TemplateElement[], start: CivilDate, weekend: string) => {
  const result = realDays(elements, start, workCalendar(weekend));
  if ('circleAt' in result) throw new Error('a circle');
  return result.days;
};
const at = (days: ReadonlyMap<string, RealDays>, id: string): RealDays => {
  const found = days.get(id);
  if (!found) throw new Error('no days');
  return found;
};

/** Some operations, each perhaps after an earlier one, with tasks that follow and wait for earlier ones. */
const arbPlan = fc
  .record({
    operations: fc.array(
      fc.record({ after: fc.nat(), start: fc.integer({ min: -20, max: 60 }), lasts: fc.integer({ min: 1, max: 30 }) }),
      { minLength: 1, maxLength: 5 },
    ),
    tasks: fc.array(
      fc.record({
        of: fc.nat(),
        after: fc.option(fc.nat()),
        waits: fc.option(fc.nat()),
        lag: fc.integer({ min: 0, max: 20 }),
        start: fc.integer({ min: -10, max: 40 }),
        lasts: fc.integer({ min: 1, max: 20 }),
        isMilestone: fc.boolean(),
      }),
      { maxLength: 10 },
    ),
  })
  .map(({ operations, tasks }) => {
    const elements: TemplateElement[] = operations.map(({ after, start, lasts }, i) =>
      operation(`o${i}`, i > 0 && after % 2 === 0 ? `o${after % i}` : null, start, lasts),
    );
    // Tasks stand by operation and wait for earlier ones alone, so that no plan closes a circle.
    const placed = tasks.map((one) => ({ ...one, of: one.of % operations.length })).toSorted((a, b) => a.of - b.of);
    for (const [i, one] of placed.entries()) {
      const after = one.after !== null && i > 0 ? `t${one.after % i}` : null;
      elements.push(task(`t${i}`, `o${one.of}`, after, one.start, one.lasts, one.isMilestone));
      if (one.waits !== null && i > 0) elements.push(link(`t${i}`, `t${one.waits % i}`, one.lag));
    }
    return elements;
  });

/** The days of one stretch, counted one by one. */
const byHand = (anchor: CivilDate, startDays: number, lastsDays: number, weekend: string): RealDays => {
  let start = anchor;
  for (let i = 0; i < Math.abs(startDays); i++) start = addDays(start, Math.sign(startDays));
  while (isFree(start, weekend)) start = addDays(start, 1);
  let end = start;
  for (let worked = 1; worked < lastsDays;) {
    end = addDays(end, 1);
    if (!isFree(end, weekend)) worked += 1;
  }
  return { startsOn: start, endsOn: end };
};

describe('real days', () => {
  test('of a chain are those counted one by one on a calendar, over both leap years', () => {
    fc.assert(
      fc.property(
        arbDay,
        arbWeekend,
        fc.integer({ min: -30, max: 200 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: -5, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        (start, weekend, startDays, lasts, nextDays, nextLasts) => {
          const days = daysOf(
            [operation('b', 'a', nextDays, nextLasts), operation('a', null, startDays, lasts)],
            start,
            weekend,
          );
          const first = byHand(start, startDays, lasts, weekend);
          expect(at(days, 'a')).toEqual(first);
          expect(at(days, 'b')).toEqual(byHand(addDays(first.endsOn, 1), nextDays, nextLasts, weekend));
        },
      ),
      { numRuns: 300 },
    );
  });

  test.each([
    ['1403', '2025-03-20', 12, 30],
    ['1408', '2030-03-20', 12, 30],
  ])('know the thirtieth of Esfand of %s', (year, leap, month, day) => {
    expect(toJalali(leap as CivilDate)).toMatchObject({ year: Number(year), month, day });
    const days = daysOf([operation('a', null, 1, 1)], addDays(leap as CivilDate, -1), '6');
    expect(at(days, 'a').startsOn).toBe(leap);
    // Nowruz is four days and the second of them no Friday in either year: work begins on the fifth or after.
    const next = daysOf([operation('a', null, 2, 1)], addDays(leap as CivilDate, -1), '6');
    expect(toJalali(at(next, 'a').startsOn)).toMatchObject({ year: Number(year) + 1, month: 1 });
    expect(toJalali(at(next, 'a').startsOn).day).toBeGreaterThanOrEqual(5);
  });

  test('begin and end on working days alone', () => {
    fc.assert(
      fc.property(arbPlan, arbDay, arbWeekend, (elements, start, weekend) => {
        for (const { startsOn, endsOn } of daysOf(elements, start, weekend).values()) {
          expect(isFree(startsOn, weekend)).toBe(false);
          expect(isFree(endsOn, weekend)).toBe(false);
          expect(startsOn <= endsOn).toBe(true);
        }
      }),
    );
  });

  test('keep the order: nothing begins before what it waits for is over, and tasks lie within their operation', () => {
    fc.assert(
      fc.property(arbPlan, arbDay, arbWeekend, (elements, start, weekend) => {
        const days = daysOf(elements, start, weekend);
        for (const { kind, id, fields } of elements) {
          if (kind === 'link') {
            const [waits, before] = [at(days, String(fields['taskRef'])), at(days, String(fields['afterRef']))];
            expect(waits.startsOn >= addDays(before.endsOn, 1 + Number(fields['lagDays']))).toBe(true);
          }
          if (kind === 'task') {
            const [own, of] = [at(days, id), at(days, String(fields['operationRef']))];
            expect(own.startsOn >= of.startsOn && own.endsOn <= of.endsOn).toBe(true);
            if (fields['isMilestone']) expect(own.startsOn).toBe(own.endsOn);
          }
        }
      }),
    );
  });

  test('of a plan that begins later are never earlier', () => {
    fc.assert(
      fc.property(arbPlan, arbDay, arbWeekend, fc.nat({ max: 40 }), (elements, start, weekend, by) => {
        const [before, after] = [daysOf(elements, start, weekend), daysOf(elements, addDays(start, by), weekend)];
        for (const [id, { startsOn, endsOn }] of before) {
          expect(at(after, id).startsOn >= startsOn).toBe(true);
          expect(at(after, id).endsOn >= endsOn).toBe(true);
        }
      }),
    );
  });

  test('do not depend on the order in which elements are listed', () => {
    fc.assert(
      fc.property(arbPlan, arbDay, (elements, start) => {
        const turned = new Map([...daysOf(elements.toReversed(), start, '6')].toSorted());
        expect(turned).toEqual(new Map([...daysOf(elements, start, '6')].toSorted()));
      }),
    );
  });

  test('an operation lasts until its last task is over', () => {
    const days = daysOf([operation('a', null, 0, 2), task('t', 'a', null, 10, 5)], '2026-11-28' as CivilDate, '6');
    expect(at(days, 'a').endsOn).toBe(at(days, 't').endsOn);
  });

  test('what waits for itself is named instead of being given days', () => {
    const circle = [operation('a', 'b', 0, 1), operation('b', 'a', 0, 1)];
    expect(realDays(circle, FIRST, workCalendar('6'))).toEqual({ circleAt: expect.stringMatching(/^[ab]$/) });
    const through = [
      ...[
        operation('a', null, 0, 1),
        operation('b', 'a', 0, 1),
        task('t', 'a', null, 0, 1),
        task('u', 'b', null, 0, 1),
      ],
      link('t', 'u', 0),
    ];
    expect('circleAt' in realDays(through, FIRST, workCalendar('6'))).toBe(true);
  });

  test('a target is due so many working days after the first day, which counts', () => {
    const target: TemplateElement = { id: 'g', kind: 'target', fields: { lastsDays: 6 } };
    const days = daysOf([target], '2026-11-28' as CivilDate, '6');
    expect(at(days, 'g')).toEqual({ startsOn: '2026-11-28', endsOn: '2026-12-03' });
    const short: TemplateElement = { id: 'g', kind: 'target', fields: { lastsDays: 1 } };
    expect(at(daysOf([short], '2026-11-28' as CivilDate, '6'), 'g').endsOn).toBe('2026-11-29');
  });
});
