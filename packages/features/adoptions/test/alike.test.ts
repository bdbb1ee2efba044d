import type { CivilDate } from '@mahalleh/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alikeGroups, pairOf, sizeOf, type Comparison, type Place, type Treated } from '../src/standing/alike.ts';

const day = (text: string): CivilDate => text as CivilDate;
const LIKE = { setting: 'urban', size: 'medium' } as const;
/** Values by neighbourhood and period. */
const table =
  (values: Readonly<Record<string, Readonly<Record<string, number>>>>): Comparison['valueAt'] =>
  (unitId, period) =>
    values[unitId]?.[period] ?? null;
const base = { frequency: 'month', months: 3, today: day('2026-11-24') } as const;
const began = { unitId: 'a', startsOn: day('2026-06-10') };

describe('which two periods are held against each other', () => {
  // It began in Khordad 1405; the change is promised for Shahrivar; today is in Azar.
  test.each<[string, Record<string, number>, ReturnType<typeof pairOf>]>([
    [
      'the last before and the promised month',
      { '1405-01': 1, '1405-02': 2, '1405-06': 5, '1405-08': 9 },
      { before: '1405-02', after: '1405-06' },
    ],
    [
      'the first measured after the promised month',
      { '1405-02': 2, '1405-07': 6, '1405-08': 9 },
      { before: '1405-02', after: '1405-07' },
    ],
    [
      'until then, the last one since',
      { '1405-02': 2, '1405-04': 3, '1405-05': 4 },
      { before: '1405-02', after: '1405-05' },
    ],
    ['the month in which it began tells neither', { '1405-02': 2, '1405-03': 9 }, undefined],
    ['the month that runs is not over', { '1405-02': 2, '1405-09': 9 }, undefined],
    ['half a year back at most', { '1404-08': 2, '1405-06': 9 }, undefined],
    ['nothing measured', {}, undefined],
  ])('%s', (_what, values, pair) => {
    expect(pairOf(began, { ...base, valueAt: table({ a: values }) })).toEqual(pair);
  });

  test('seasons and years', () => {
    const of = (frequency: 'season' | 'year', values: Record<string, number>, startsOn = began.startsOn) =>
      pairOf({ unitId: 'a', startsOn }, { ...base, frequency, valueAt: table({ a: values }) });
    expect(of('season', { '1404-s4': 1, '1405-s1': 2, '1405-s2': 3, '1405-s3': 4 })).toEqual({
      before: '1404-s4',
      after: '1405-s2',
    });
    expect(of('year', { '1404': 1, '1405': 2 })).toBeUndefined();
    expect(of('year', { '1402': 1, '1404': 2 }, day('2024-06-10'))).toEqual({ before: '1402', after: '1404' });
  });

  test('an adoption younger than a full period tells nothing', () => {
    const young = { unitId: 'a', startsOn: day('2026-11-01') };
    expect(pairOf(young, { ...base, valueAt: () => 1 })).toBeUndefined();
  });
});

test('a neighbourhood is large by its residents, and of no size where nobody counted them', () => {
  expect([null, 0, 2999, 3000, 9999, 10_000].map(sizeOf)).toEqual([
    ...[undefined, 'small', 'small', 'medium', 'medium', 'large'],
  ]);
});

test('both sides over the same times; who is not alike, or has no values, is in none', () => {
  const values = {
    a: { '1405-02': 10, '1405-06': 16 },
    b: { '1405-02': 4, '1405-06': 5 },
    c: { '1405-02': 8, '1405-06': 9 },
    d: { '1405-02': 8 },
    far: { '1405-02': 100, '1405-06': 200 },
  };
  const place = (unitId: string, more: object = {}): Place => ({ ...LIKE, unitId, ...more });
  const asked: Comparison = {
    ...base,
    treated: [{ ...place('a'), startsOn: began.startsOn }],
    untreated: [place('b'), place('c'), place('d'), place('far', { setting: 'rural' })],
    valueAt: table(values),
  };
  expect(alikeGroups(asked)).toEqual([
    {
      ...LIKE,
      treated: new Map([['a', { before: 10, after: 16 }]]),
      untreated: new Map([
        ['b', { before: 4, after: 5 }],
        ['c', { before: 8, after: 9 }],
      ]),
    },
  ]);
});

test('of any neighbourhoods, each is on one side at most, those without take the times of those with in turn, and the order of the lists is nothing', () => {
  const months = ['1405-01', '1405-02', '1405-03', '1405-04', '1405-05', '1405-06', '1405-07', '1405-08'];
  const starts = ['2026-04-25', '2026-05-10', '2026-06-25', '2026-07-25'].map(day);
  const some = fc.record({
    setting: fc.constantFrom('urban' as const, 'rural' as const),
    size: fc.constantFrom('small' as const, 'large' as const),
    startsOn: fc.constantFrom(...starts),
    missing: fc.subarray(months),
    seed: fc.nat(50),
  });
  fc.assert(
    fc.property(fc.array(some, { maxLength: 14 }), fc.array(some, { maxLength: 20 }), (withIt, without) => {
      const named = [...withIt, ...without].map((one, i) => ({ ...one, unitId: `u${String(i).padStart(2, '0')}` }));
      const byId = new Map(named.map((one) => [one.unitId, one]));
      const valueAt: Comparison['valueAt'] = (unitId, period) => {
        const one = byId.get(unitId);
        return !one || one.missing.includes(period) ? null : one.seed + months.indexOf(period);
      };
      const treated: Treated[] = named.slice(0, withIt.length);
      const untreated: Place[] = named.slice(withIt.length);
      const groups = alikeGroups({ ...base, treated, untreated, valueAt });
      const mirrored = alikeGroups({
        ...base,
        treated: treated.toReversed(),
        untreated: untreated.toReversed(),
        valueAt,
      });
      expect(mirrored).toEqual(groups);
      for (const { setting, size, ...sides } of groups) {
        // A side without it stands only beside a side with it.
        expect(sides.treated.size).toBeGreaterThan(0);
        for (const [unitIds, of] of [
          [sides.treated, treated],
          [sides.untreated, untreated],
        ] as const)
          for (const unitId of unitIds.keys())
            expect(of.find((one) => one.unitId === unitId)).toMatchObject({ setting, size });
      }
      const counted = groups.reduce((sum, group) => sum + group.treated.size, 0);
      expect(counted).toBe(treated.filter((one) => pairOf(one, { ...base, valueAt })).length);
      expect(new Set(groups.flatMap((group) => [...group.treated.keys(), ...group.untreated.keys()])).size).toBe(
        groups.reduce((sum, group) => sum + group.treated.size + group.untreated.size, 0),
      );
    }),
    { numRuns: 300 },
  );
});
