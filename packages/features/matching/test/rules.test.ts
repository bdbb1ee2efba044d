import { CAPACITY_KINDS } from '@mahalleh/capacity/statuses';
import { NATIONAL_DOMAINS } from '@mahalleh/problems/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AGAINST, FACTORS, type Factor } from '../src/factor-model.ts';
import { matchReasons, type Told } from '../src/match-text.ts';
import { pointsOf, rankMatches, scoreOf, valuesOf, weightsOf, type PairFacts, type Values } from '../src/rules.ts';
import { paramsSaid, weightRefusal } from '../src/tuning-rules.ts';
import { defaultRules, LAMPS, PARAMS, WEIGHTS } from './defaults.ts';

const THURSDAY = 1 << 5;
const ALL_DAYS = 127;
const scored = (facts: Partial<PairFacts>): number => scoreOf(valuesOf({ ...LAMPS, ...facts }, PARAMS), WEIGHTS);

const facts: fc.Arbitrary<PairFacts> = fc.record({
  domain: fc.constantFrom('same', 'related', 'general'),
  nationalKey: fc.constantFrom(...NATIONAL_DOMAINS.map(({ key }) => key)),
  kind: fc.constantFrom(...CAPACITY_KINDS),
  place: fc.constantFrom('same', 'above', 'county', 'far'),
  distanceM: fc.option(fc.nat(20_000), { nil: null }),
  hasHours: fc.boolean(),
  freeDays: fc.nat(ALL_DAYS),
  solved: fc.nat(9),
  duty: fc.constantFrom('lead', 'partner', null),
  available: fc.option(fc.nat(2_000_000_000), { nil: null }),
  peopleAffected: fc.option(fc.integer({ min: 1, max: 50_000 }), { nil: null }),
  promised: fc.nat(5),
});
const values: fc.Arbitrary<Values> = fc.record(
  Object.fromEntries(FACTORS.map((factor) => [factor, fc.double({ min: 0, max: 1, noNaN: true })])),
) as fc.Arbitrary<Values>;
const weights = fc.record(Object.fromEntries(FACTORS.map((factor) => [factor, fc.nat(100)]))) as fc.Arbitrary<
  Record<Factor, number>
>;

describe('the defaults of the nation', () => {
  test('are one rule for each factor, and fit their schemas', () => {
    expect(defaultRules().map(({ key }) => key)).toEqual([...FACTORS]);
  });

  test('know how every kind serves every domain', () => {
    for (const { key } of NATIONAL_DOMAINS)
      expect(Object.keys(PARAMS.kind.fits[key] ?? {}).toSorted(), key).toEqual([...CAPACITY_KINDS].toSorted());
  });
});

describe('named cases', () => {
  test.each([
    ['lamps of the same neighbourhood', {}, 65],
    ['the same lamps, of the lead, that solved three like it', { duty: 'lead', solved: 3 }, 85],
    ['the same, forty metres away', { duty: 'lead', solved: 3, distanceM: 40 }, 89],
    ['the same, free every day', { duty: 'lead', solved: 3, distanceM: 40, hasHours: true, freeDays: ALL_DAYS }, 95],
    [
      'and more than are needed',
      { duty: 'lead', solved: 3, distanceM: 40, hasHours: true, freeDays: 127, available: 10 },
      100,
    ],
    ['lamps that two others use', { promised: 2 }, 50],
    ['lamps with no free day', { hasHours: true }, 61],
    ['lamps of the county', { place: 'above' }, 59],
    ['lamps three kilometres away', { distanceM: 3_000 }, 49],
    ['a hall for dark alleys', { domain: 'general', kind: 'place', available: null }, 39],
    ['two lamps for a thousand people', { available: 2 }, 62],
  ] as const)('%s: %s', (_title, more, expected) => {
    const adjusted = 'available' in more ? more : { available: 5, ...more };
    expect(Math.round(scored(adjusted))).toBe(expected);
  });

  test('rank as a person would: near and free before far, another’s before none', () => {
    const cases: [string, Partial<PairFacts>][] = [
      ['far', { distanceM: 2_900 }],
      ['near and taken', { distanceM: 100, promised: 2 }],
      ['near', { distanceM: 100 }],
      ['near, free on Thursdays, of the lead', { distanceM: 100, hasHours: true, freeDays: THURSDAY, duty: 'lead' }],
    ];
    const ranked = rankMatches(
      cases.map(([id, more]) => ({
        id,
        values: valuesOf({ ...LAMPS, ...more }, PARAMS),
        distanceM: more.distanceM ?? null,
      })),
      WEIGHTS,
    );
    expect(ranked.map(({ id }) => id)).toEqual([
      'near, free on Thursdays, of the lead',
      'near',
      'near and taken',
      'far',
    ]);
  });
});

describe('a score', () => {
  test('lies between 0 and 100, and is the sum of its points unless it would be less than nothing', () =>
    fc.assert(
      fc.property(values, weights, (of, weigh) => {
        const score = scoreOf(of, weigh);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100 + 1e-9);
        const sum = Object.values(pointsOf(of, weigh)).reduce((all, points) => all + points, 0);
        expect(score).toBeCloseTo(Math.max(0, sum), 6);
      }),
    ));

  test('never falls when something does better, and never rises when it is promised to more', () =>
    fc.assert(
      fc.property(
        values,
        weights,
        fc.constantFrom(...FACTORS),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (of, weigh, factor, more) => {
          const better = { ...of, [factor]: Math.min(1, of[factor] + more) };
          const change = scoreOf(better, weigh) - scoreOf(of, weigh);
          expect(AGAINST.includes(factor) ? -change : change).toBeGreaterThanOrEqual(-1e-9);
        },
      ),
    ));

  test('does not follow what weighs nothing', () =>
    fc.assert(
      fc.property(
        values,
        weights,
        fc.constantFrom(...FACTORS),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (of, weigh, factor, other) => {
          const none = { ...weigh, [factor]: 0 };
          expect(scoreOf({ ...of, [factor]: other }, none)).toBe(scoreOf(of, none));
          expect(pointsOf(of, none)[factor]).toBeCloseTo(0);
        },
      ),
    ));

  test('a rule that is not in force weighs nothing', () => {
    const off = weightsOf(defaultRules().map((rule) => ({ ...rule, isActive: rule.key !== 'distance' })));
    expect(off).toEqual({ ...WEIGHTS, distance: 0 });
  });

  test('follows the facts: nearer, freer, more of it, more solved, the lead – never worse', () =>
    fc.assert(
      fc.property(facts, fc.nat(5_000), fc.nat(6), (one, metres, day) => {
        const score = scoreOf(valuesOf(one, PARAMS), WEIGHTS);
        const better: Partial<PairFacts>[] = [
          { solved: one.solved + 1 },
          { duty: 'lead' },
          { domain: 'same' },
          ...(one.distanceM === null ? [] : [{ distanceM: Math.max(0, one.distanceM - metres) }]),
          ...(one.available === null ? [] : [{ available: one.available + metres }]),
          ...(one.hasHours ? [{ freeDays: one.freeDays | (1 << day) }] : []),
          ...(one.promised === 0 ? [] : [{ promised: one.promised - 1 }]),
        ];
        for (const more of better)
          expect(scoreOf(valuesOf({ ...one, ...more }, PARAMS), WEIGHTS)).toBeGreaterThanOrEqual(score - 1e-9);
      }),
    ));
});

describe('the order', () => {
  const matches = fc
    .uniqueArray(
      fc.record({ id: fc.string({ minLength: 1 }), values, distanceM: fc.option(fc.nat(3), { nil: null }) }),
      {
        selector: ({ id }) => id,
        maxLength: 12,
      },
    )
    .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));

  test('does not follow the order in which they came', () =>
    fc.assert(
      fc.property(matches, weights, ([all, shuffled], weigh) => {
        expect(rankMatches(shuffled, weigh)).toEqual(rankMatches(all, weigh));
      }),
    ));

  test('between equals: the nearer, then the id', () => {
    const same = valuesOf(LAMPS, PARAMS);
    const ranked = rankMatches(
      [
        { id: 'c', values: same, distanceM: null },
        { id: 'b', values: same, distanceM: 200 },
        { id: 'd', values: same, distanceM: 100 },
        { id: 'a', values: same, distanceM: null },
      ],
      WEIGHTS,
    );
    expect(ranked.map(({ id }) => id)).toEqual(['d', 'b', 'a', 'c']);
  });
});

describe('reasons', () => {
  const told = (more: Partial<Told> = {}): Told => ({
    ...LAMPS,
    domainTitle: { fa: 'عمران', en: 'Civil works' },
    unit: { fa: 'شیخ‌آباد', en: 'Sheikhabad' },
    agencyName: 'شهرداری قم',
    ...more,
  });
  const words = (more: Partial<Told> = {}, locale: 'fa' | 'en' = 'fa') => {
    const one = told(more);
    return matchReasons(one, valuesOf(one, PARAMS), PARAMS).map((reason) => reason[locale]);
  };

  test('say what the issue asks for', () => {
    expect(words({ distanceM: 403, hasHours: true, freeDays: THURSDAY, solved: 3, duty: 'lead' })).toEqual([
      'همین حوزه: عمران',
      'تجهیزات خوب به کار این حوزه می‌آید',
      '۴۰۰ متر فاصله',
      'پنجشنبه‌ها آزاد است',
      '۳ مسئله مانند این را حل کرده است',
      'شهرداری قم متولی این حوزه در اینجاست',
      'موجودی کافی است: ۱۲',
    ]);
    expect(words({ distanceM: 1_240, hasHours: true, freeDays: 3, available: 2, promised: 1 }, 'en')).toEqual([
      'the same domain: Civil works',
      'Equipment: serves this domain well',
      '1.2 km away',
      'free on Saturdays and Sundays',
      '2 of about 10 that are needed',
      'in use by other operations: 1',
    ]);
    expect(words({ hasHours: true, freeDays: 0 })).toContain('تا دو هفته دیگر نوبت آزاد ندارد');
    expect(words({ hasHours: true, freeDays: ALL_DAYS })).toContain('همه روزهای هفته آزاد است');
    expect(words({ kind: 'fund', available: 900_000_000, peopleAffected: 1_000 })).toContain(
      'مانده کافی است: ۹۰۰٬۰۰۰٬۰۰۰ ریال',
    );
  });

  test('name no distance where there is no point: as for sensitive problems', () => {
    expect(words({ distanceM: null, place: 'county' })).toContain('در همین شهرستان: شیخ‌آباد');
    expect(words({ distanceM: null }).join(' ')).not.toMatch(/متر/);
  });

  test('whatever is known, none has a gap, and none comes twice', () =>
    fc.assert(
      fc.property(facts, (one) => {
        const reasons = matchReasons(told(one), valuesOf(one, PARAMS), PARAMS);
        expect(new Set(reasons.map(({ key }) => key)).size).toBe(reasons.length);
        for (const { fa, en } of reasons) {
          expect(`${fa} ${en}`).not.toMatch(/[{}]|undefined|NaN/);
          expect(fa).not.toMatch(/[0-9]/);
        }
      }),
    ));
});

describe('tuning', () => {
  test('reads the numbers of each rule by its own schema', () => {
    expect(paramsSaid('solved', { enough: '۵' })).toEqual({ params: { enough: 5 } });
    expect(paramsSaid('solved', { enough: 0 })).toMatchObject({
      refused: 'match_params_unfit',
      field: 'params.enough',
    });
    expect(paramsSaid('solved', { enough: 3, more: 1 })).toMatchObject({ refused: 'match_params_unfit' });
    expect(paramsSaid('domain', { related: 2, general: 0 })).toMatchObject({ field: 'params.related' });
    expect(paramsSaid('kind', { fits: { magic: {} } })).toMatchObject({ refused: 'match_params_unfit' });
    expect(paramsSaid('distance', { ...PARAMS.distance, nearM: 3_000 })).toMatchObject({
      refused: 'match_near_beyond_far',
    });
  });

  test('leaves something that speaks for a match', () => {
    const none = defaultRules().map((rule) => ({ ...rule, weight: AGAINST.includes(rule.key) ? 15 : 0 }));
    expect(weightRefusal(none)?.refused).toBe('match_needs_weight');
    expect(weightRefusal(none.map((rule) => (rule.key === 'solved' ? { ...rule, weight: 1 } : rule)))).toBeUndefined();
  });
});
