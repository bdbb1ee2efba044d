import { addDays, type CivilDate } from '@mahalleh/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AUDIENCES } from '../src/choices.ts';
import {
  daysTogether,
  degreeOf,
  NEAR_M,
  OVERLAP_DEGREES,
  OVERLAP_RESPECTS,
  overlapOf,
  RECENT_DAYS,
  unnotedRefusal,
  type Held,
  type Likeness,
  type Other,
} from '../src/overlap-rules.ts';
import { overlapReasons, type Told } from '../src/overlap-text.ts';

const TODAY = '2026-11-22' as CivilDate;
const day = (n: number): CivilDate => addDays(TODAY, n);

const own: Held = {
  unitId: 'sheikhabad',
  countyId: 'qom',
  problemId: null,
  domainKey: 'education',
  audience: 'students',
  status: 'planned',
  startsOn: day(10),
  endsOn: day(40),
  doneOn: null,
};
const other = (more: Partial<Other> = {}): Other => ({ ...own, status: 'running', distanceM: null, ...more });
const degree = (more: Partial<Other>, mine: Partial<Held> = {}) => overlapOf({ ...own, ...mine }, other(more), TODAY);

const likeness: fc.Arbitrary<Likeness> = fc.record({
  domain: fc.constantFrom(...OVERLAP_RESPECTS.domain),
  place: fc.constantFrom(...OVERLAP_RESPECTS.place),
  time: fc.constantFrom(...OVERLAP_RESPECTS.time),
  audience: fc.constantFrom(...OVERLAP_RESPECTS.audience),
});
const strength = (of: Likeness): number => {
  const found = degreeOf(of);
  return found === undefined ? 0 : 3 - OVERLAP_DEGREES.indexOf(found);
};

describe('how strongly two operations overlap', () => {
  test.each([
    ['the same work, here, at once, for the same group', {}, 'strong'],
    ['the same, but nobody said for whom', { audience: null }, 'strong'],
    ['a related domain, here, at once, for the same group', { domainKey: 'tutoring' }, 'strong'],
    ['a few steps away, across the border of the neighbourhood', { unitId: 'bajak', distanceM: NEAR_M }, 'strong'],
    ['the same, done a month before', { status: 'done', doneOn: day(-20) }, 'strong'],
    ['the same, done a month before, for nobody in particular', { doneOn: day(-20), audience: 'everyone' }, 'partial'],
    ['the same work, here, at once, for another group', { audience: 'elderly' }, 'partial'],
    ['the same work for the same group elsewhere in the county', { unitId: 'bajak' }, 'partial'],
    ['the same work elsewhere in the county, for everyone', { unitId: 'bajak', audience: 'everyone' }, 'slight'],
    ['the same work elsewhere in the county, for others', { unitId: 'bajak', audience: 'elderly' }, undefined],
    ['the same work in another county', { unitId: 'kahak', countyId: 'kahak' }, undefined],
    ['just farther than near', { unitId: 'kahak', countyId: 'kahak', distanceM: NEAR_M + 1 }, undefined],
    ['one that ended before', { endsOn: day(9), startsOn: day(0), status: 'planned' }, undefined],
    ['one that begins after', { startsOn: day(41), endsOn: day(50) }, undefined],
    ['one that was given up', { status: 'cancelled' }, undefined],
    ['one that was done long ago', { doneOn: day(10 - RECENT_DAYS - 1) }, undefined],
  ] as const)('%s', (_title, more, expected) => {
    expect(degree(more)?.degree).toBe(expected);
  });

  test('for the same problem is for the same people, whatever was said', () => {
    const mine = { problemId: 'dark', audience: 'women' } as const;
    expect(degree({ problemId: 'dark', audience: 'traders' }, mine)).toMatchObject({ audience: 'same' });
    expect(degree({ problemId: 'wet', audience: 'traders' }, mine)).toMatchObject({ audience: 'other' });
  });

  test('what still runs after its end runs until today', () => {
    const late = { startsOn: day(-60), endsOn: day(-30) };
    expect(degree(late, { startsOn: day(-5) })?.time).toBe('together');
    expect(degree(late, { startsOn: day(1) })).toBeUndefined();
    expect(degree({ ...late, status: 'planned' }, { startsOn: day(-5) })).toBeUndefined();
    expect(daysTogether({ ...own, startsOn: day(-5) }, other(late), TODAY)).toBe(6);
  });

  test('the more alike, the stronger: no respect in which more likeness makes less of an overlap', () =>
    fc.assert(
      fc.property(likeness, fc.constantFrom('domain', 'place', 'time', 'audience' as const), (of, respect) => {
        const order: readonly string[] = OVERLAP_RESPECTS[respect];
        const closer = order.slice(0, order.indexOf(of[respect]) + 1);
        for (const value of closer)
          expect(strength({ ...of, [respect]: value } as Likeness)).toBeGreaterThanOrEqual(strength(of));
      }),
    ));

  test('what is strong is in the same place, at one', () =>
    fc.assert(
      fc.property(likeness, (of) => {
        if (degreeOf(of) === 'strong') expect(of.place).not.toBe('county');
      }),
    ));

  test('it is mutual while both last', () =>
    fc.assert(
      fc.property(
        fc.record({ from: fc.integer({ min: 1, max: 40 }), length: fc.integer({ min: 0, max: 40 }) }),
        fc.constantFrom(null, ...AUDIENCES),
        fc.constantFrom(null, ...AUDIENCES),
        fc.constantFrom('sheikhabad', 'bajak'),
        ({ from, length }, audience, theirs, unitId) => {
          const mine = { ...own, audience };
          const them = other({ audience: theirs, unitId, startsOn: day(from), endsOn: day(from + length) });
          expect(overlapOf(mine, them, TODAY)).toEqual(overlapOf(them, { ...mine, distanceM: null }, TODAY));
          expect(daysTogether(mine, them, TODAY)).toBe(daysTogether(them, { ...mine, distanceM: null }, TODAY));
        },
      ),
    ));
});

describe('the approval', () => {
  const overlaps = [
    { operationId: 'a', code: 'A-1', degree: 'strong' },
    { operationId: 'b', code: 'A-2', degree: 'strong' },
    { operationId: 'c', code: 'A-3', degree: 'partial' },
  ] as const;

  test('names every strong overlap; the others may be left', () => {
    expect(unnotedRefusal(overlaps, ['a', 'b'])).toBeUndefined();
    expect(unnotedRefusal(overlaps, ['b', 'c'])).toMatchObject({
      refused: 'operation_overlaps_unnoted',
      field: 'notedOverlaps',
      detail: { count: 1, codes: 'A-1' },
    });
  });
});

describe('reasons', () => {
  const told: Told = {
    domain: 'same',
    place: 'near',
    time: 'together',
    audience: 'same',
    domainTitle: { fa: 'آموزش', en: 'Education' },
    unit: { fa: 'باجک', en: 'Bajak' },
    distanceM: 312.4,
    days: 21,
    isSameProblem: false,
    theirAudience: 'students',
  };

  test('say what, where, when and for whom, in both languages', () => {
    expect(overlapReasons(told).map(({ fa }) => fa)).toEqual([
      'همین حوزه: آموزش',
      '۳۱۲ متر آن‌سوتر، در باجک',
      '۲۱ روز هم‌زمان',
      'همین مخاطبان: دانش‌آموزان',
    ]);
    expect(overlapReasons(told)[1]?.en).toBe('312 metres away, in Bajak');
  });

  test('of what may not be seen they name no place and no distance', () => {
    const said = JSON.stringify(overlapReasons({ ...told, unit: null }));
    expect(said).not.toMatch(/باجک|Bajak|312|۳۱۲/);
  });

  test('never leave a gap to be filled', () =>
    fc.assert(
      fc.property(
        likeness,
        fc.integer({ min: -90, max: 90 }),
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom(...AUDIENCES),
        (of, days, isSameProblem, isHidden, theirAudience) => {
          const reasons = overlapReasons({
            ...told,
            ...of,
            days,
            isSameProblem,
            theirAudience,
            unit: isHidden ? null : told.unit,
          });
          expect(reasons).toHaveLength(4);
          for (const { fa, en } of reasons) expect(`${fa}${en}`).not.toMatch(/[{}]|undefined/);
        },
      ),
    ));
});
