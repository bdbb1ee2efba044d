/** What sums of neighbourhoods may leave a province: none that says what a single one measured, by itself or beside another. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Alike, Parts } from '../src/standing/alike.ts';
import { differing, fewLines, givesAway, groupsToTell, sumLines } from '../src/standing/few.ts';
import type { PartsRow, ToldRow } from '../src/standing/results-sql.ts';
import { toldBefore } from '../src/standing/told-before.ts';

const parts = (values: Readonly<Record<string, number>>): Parts =>
  new Map(Object.entries(values).map(([unitId, after]) => [unitId, { before: 0, after }]));
const named = (prefix: string, n: number): Parts =>
  parts(Object.fromEntries(Array.from({ length: n }, (_, i) => [`${prefix}${i}`, i + 1])));
const alike = (setting: 'urban' | 'rural', size: 'small' | 'large', withIt: number, without: number): Alike => ({
  ...{ setting, size },
  treated: named(`t ${setting} ${size} `, withIt),
  untreated: named(`u ${setting} ${size} `, without),
});
const sizes = ({ told, few }: ReturnType<typeof groupsToTell>) =>
  [told, few].map((groups) =>
    groups.map((one) => [`${one.setting} ${one.size}`, one.treated.size, one.untreated.size]),
  );

describe('which neighbourhoods are added up', () => {
  test('three of a kind and three alike are enough by themselves', () => {
    expect(sizes(groupsToTell([alike('urban', 'small', 3, 3)]))).toEqual([[['urban small', 3, 3]], []]);
    expect(sizes(groupsToTell([alike('urban', 'small', 2, 9)]))).toEqual([[], [['urban small', 2, 9]]]);
    expect(sizes(groupsToTell([alike('urban', 'small', 9, 2)]))).toEqual([[], [['urban small', 9, 2]]]);
  });

  test('kinds with too few are joined, as many alike of each for every one with it', () => {
    expect(
      sizes(
        groupsToTell([alike('urban', 'small', 1, 9), alike('urban', 'large', 2, 5), alike('rural', 'small', 4, 4)]),
      ),
    ).toEqual([
      [
        ['rural small', 4, 4],
        ['urban mixed', 3, 6],
      ],
      [],
    ]);
    expect(sizes(groupsToTell([alike('urban', 'small', 1, 1), alike('rural', 'large', 2, 2)]))).toEqual([
      [['mixed mixed', 3, 3]],
      [],
    ]);
  });

  test('a kind without as many alike is not joined, and what is not enough joined stays', () => {
    expect(
      sizes(
        groupsToTell([alike('urban', 'small', 2, 1), alike('urban', 'large', 2, 2), alike('rural', 'small', 1, 0)]),
      ),
    ).toEqual([
      [],
      [
        ['rural small', 1, 0],
        ['urban large', 2, 2],
        ['urban small', 2, 1],
      ],
    ]);
  });
});

test('sums say what is added up; of too few only how many there are', () => {
  const group = alike('urban', 'small', 2, 0);
  expect(sumLines('lit', group)[0]).toMatchObject({
    side: 'treated',
    n: 2,
    sumBefore: 0,
    sumAfter: 3,
    sumSquaredChange: 5,
  });
  expect(fewLines('lit', group)).toEqual([
    {
      ...{ indicator: 'lit', side: 'treated', setting: 'urban', size: 'small', n: 2 },
      ...{ sumBefore: null, sumAfter: null, sumSquaredChange: null },
    },
  ]);
});

test('one sum taken from another leaves three neighbourhoods or none', () => {
  const [three, other] = [parts({ a: 1, b: 2, c: 3 }), parts({ a: 1, b: 2, c: 4 })];
  expect(differing(three, other)).toBe(1);
  expect(differing(three, parts({ b: 2, d: 1 }))).toBe(3);
  expect(givesAway(parts({ a: 1, b: 2 }), [])).toBe(true);
  expect(givesAway(three, [])).toBe(false);
  expect(givesAway(three, [other])).toBe(true);
  expect(givesAway(parts({ a: 1, b: 2, c: 3, d: 4 }), [three])).toBe(true);
  expect(givesAway(three, [three, parts({ x: 1, y: 1, z: 1 })])).toBe(false);
});

const PLACE = { templateId: 't', indicator: 'lit', setting: 'urban', size: 'small' } as const;
const afters = (json: string): Parts =>
  parts(
    Object.fromEntries(
      Object.entries(JSON.parse(json) as Record<string, [number, number]>).map(([id, [, after]]) => [id, after]),
    ),
  );

/** Days of telling: what is kept between them is what the database keeps. */
const telling = () => {
  const kept = new Map<string, PartsRow>();
  let standing: ToldRow[] = [];
  /** Tells of neighbourhoods with each version. Shape: what was told, and what it is made of by version and side. */
  const tell = (versions: readonly Parts[]) => {
    const memory = toldBefore([...kept.values()], standing);
    standing = versions.flatMap((treated, n) => {
      const version = n + 1;
      if (treated.size === 0) return [];
      const { told, few } = groupsToTell([
        { setting: PLACE.setting, size: PLACE.size, treated, untreated: named(`u${n} `, 3) },
      ]);
      return [
        ...told.flatMap((group) => memory.linesOf({ ...PLACE, version }, group)),
        ...few.flatMap((group) => fewLines('lit', group)),
      ].map((line): ToldRow => ({ ...line, templateId: 't', version, turn: 1 }));
    });
    // The arguments of a statement stand in the order of its columns.
    for (const { args } of memory.statements()) {
      const [, version, , side, , , partsJson] = (args as (string | number)[]).map(String);
      kept.set(`${version} ${side}`, {
        ...{ ...PLACE, version: Number(version), side: side as PartsRow['side'] },
        partsJson: partsJson ?? '',
      });
    }
    return {
      lines: standing,
      made: new Map([...kept].map(([key, { partsJson }]) => [key, afters(partsJson)])),
    };
  };
  return tell;
};

/** A day: what changed of which neighbourhood, by chance. */
const day = fc.array(fc.record({ unit: fc.nat(9), version: fc.nat(1), value: fc.nat(30), isIn: fc.boolean() }), {
  minLength: 1,
  maxLength: 5,
});

test('over any days, of two versions in the same neighbourhoods: no sum is of fewer than three, and no two differ in fewer, side by side or one after the other', () => {
  fc.assert(
    fc.property(fc.array(day, { minLength: 1, maxLength: 14 }), (days) => {
      const tell = telling();
      const world = [new Map<string, number>(), new Map<string, number>()];
      let before = new Map<string, Parts>();
      for (const changes of days) {
        for (const { unit, version, value, isIn } of changes) {
          if (isIn) world[version]?.set(`n${unit}`, value);
          else world[version]?.delete(`n${unit}`);
        }
        const { lines, made } = tell(world.map((values) => parts(Object.fromEntries(values))));
        for (const { version, side, n, sumAfter } of lines) {
          if (sumAfter === null) continue;
          const of = made.get(`${version} ${side}`) ?? new Map();
          expect(n).toBeGreaterThanOrEqual(3);
          expect([of.size, [...of.values()].reduce((sum, { after }) => sum + after, 0)]).toEqual([n, sumAfter]);
        }
        const known = [...made];
        for (const [i, [key, one]] of known.entries()) {
          const others = [before.get(key), ...known.slice(i + 1).map(([, other]) => other)];
          for (const other of others) expect([1, 2]).not.toContain(other ? differing(one, other) : 0);
        }
        before = made;
      }
    }),
    { numRuns: 300 },
  );
});

test('something is told: where all are measured anew, it is told anew', () => {
  const tell = telling();
  expect(tell([named('n', 3)]).lines).toMatchObject([{ n: 3, sumAfter: 6 }, { n: 3 }]);
  expect(tell([parts({ n0: 5, n1: 5, n2: 5 })]).lines).toMatchObject([{ sumAfter: 15 }, { n: 3 }]);
  expect(tell([parts({ n0: 5, n1: 5, n2: 9 })]).lines).toMatchObject([{ sumAfter: 15 }, { n: 3 }]);
  expect(tell([parts({ n0: 5, n1: 5 })]).lines).toMatchObject([{ n: 2, sumAfter: null }, { sumAfter: null }]);
  expect(tell([parts({ n0: 5, n1: 5, n2: 6 })]).lines).toMatchObject([{ n: 3, sumAfter: null }, { sumAfter: null }]);
  expect(tell([parts({ n0: 6, n1: 6, n2: 6 })]).lines).toMatchObject([{ n: 3, sumAfter: 18 }, { n: 3 }]);
});
