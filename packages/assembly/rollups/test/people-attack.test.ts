/** Somebody who holds everything that the nation ever received of people tries to get the hidden numbers out of it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { peopleBody, peopleLetter } from '../src/people/letter.ts';
import { suppress, type ToldLeaf, type TrueLeaf } from '../src/people/suppress.ts';
import { boundsOf, nameOf, nothingWasLost, unknownsOf, type Equation, type Received } from './attacker.ts';

const COUNTIES = ['2501', '2502'];
const DOMAINS = ['health', 'sport', 'culture', 'education'];
const METRIC = 'people.volunteers@1';
type Suppression = typeof suppress;

/** The letters of successive versions of a month, read again as the nation reads them. */
const lettersOf = (versions: readonly (readonly TrueLeaf[])[], by: Suppression): Received[] => {
  const sent: ToldLeaf[][] = [];
  for (const table of versions) sent.push(by(table, sent));
  return sent.map((leaves, i) =>
    peopleLetter.body.parse(
      JSON.parse(
        JSON.stringify(
          peopleBody({ period: '1405-08', version: i + 1, closedAtMs: i }, i, COUNTIES, [{ metric: METRIC, leaves }]),
        ),
      ),
    ),
  );
};

/** The hidden numbers that are small in truth. */
const secrets = (versions: readonly (readonly TrueLeaf[])[]): { name: string; value: number }[] =>
  versions.flatMap((table, i) =>
    table.flatMap(({ county, domain, values }) =>
      values.flatMap((value, part) =>
        value >= 1 && value <= 4 ? [{ name: nameOf(i + 1, county, domain, part), value }] : [],
      ),
    ),
  );

/** The secrets that the attacker narrows below one to four. */
const recovered = (
  versions: readonly (readonly TrueLeaf[])[],
  parts: number,
  knows: (letters: readonly Received[]) => readonly Equation[],
  by: Suppression = suppress,
) => {
  const letters = lettersOf(versions, by);
  const unknowns = unknownsOf(letters, METRIC, parts);
  const equations = knows(letters);
  return secrets(versions).filter(({ name }) => {
    if (!unknowns.some((unknown) => unknown.name === name)) return true;
    const { least, most } = boundsOf(name, unknowns, equations);
    return least > 1 + 1e-6 || most < 4 - 1e-6;
  });
};

const number = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 4 }), fc.nat(15), fc.nat(5_000));
const tableOf = (parts: number) =>
  fc
    .array(fc.array(number, { minLength: parts, maxLength: parts }), { minLength: 8, maxLength: 8 })
    .map((rows): TrueLeaf[] =>
      rows.map((values, i) => ({
        county: COUNTIES[i % 2] ?? '',
        domain: DOMAINS[i >> 1] ?? '',
        values,
      })),
    );

/** Moves some people of a part from one domain of a county to another. */
const moved = (table: readonly TrueLeaf[], [county, from, to, part, amount]: readonly number[]): TrueLeaf[] => {
  const isIn = (leaf: TrueLeaf, domain: number | undefined): boolean =>
    leaf.county === COUNTIES[county ?? 0] && leaf.domain === DOMAINS[domain ?? 0];
  const most = table.find((leaf) => isIn(leaf, from))?.values[part ?? 0] ?? 0;
  const by = from === to ? 0 : Math.min(most, amount ?? 0);
  const plus = (leaf: TrueLeaf, more: number): TrueLeaf => ({
    ...leaf,
    values: leaf.values.map((value, i) => (i === part ? value + more : value)),
  });
  return table.map((leaf) => (isIn(leaf, from) ? plus(leaf, -by) : isIn(leaf, to) ? plus(leaf, by) : leaf));
};
const movesOf = (parts: number) =>
  fc.array(
    fc.array(fc.tuple(fc.nat(1), fc.nat(3), fc.nat(3), fc.nat(parts - 1), fc.oneof(fc.nat(6), fc.nat(400))), {
      maxLength: 4,
    }),
    { maxLength: 2 },
  );
const correctedBy = (first: TrueLeaf[], corrections: readonly (readonly (readonly number[])[])[]): TrueLeaf[][] => {
  const versions = [first];
  for (const moves of corrections) versions.push(moves.reduce<TrueLeaf[]>(moved, versions.at(-1) ?? first));
  return versions;
};

const MANY = { numRuns: 2_000 };
const lost = (parts: number) => (letters: readonly Received[]) => nothingWasLost(letters, METRIC, COUNTIES, parts);

describe.each([1, 2, 3])('tables of %i numbers a leaf', (parts) => {
  test('any number of any corrections: no hidden number is narrowed below one to four', () => {
    fc.assert(
      fc.property(fc.array(tableOf(parts), { minLength: 1, maxLength: 3 }), (versions) => {
        expect(recovered(versions, parts, () => [])).toEqual([]);
      }),
      MANY,
    );
  });

  test('not even by somebody who knows that a correction only moved people between domains', () => {
    fc.assert(
      fc.property(tableOf(parts), movesOf(parts), (first, corrections) => {
        expect(recovered(correctedBy(first, corrections), parts, lost(parts))).toEqual([]);
      }),
      MANY,
    );
  });
});

test('nor by somebody who knows from elsewhere how many people a leaf of a ratio has in all', () => {
  fc.assert(
    fc.property(tableOf(3), (table) => {
      const known = (letters: readonly Received[]): Equation[] =>
        letters.flatMap(({ version, tables }) =>
          (tables[0]?.hidden ?? []).flatMap(({ county, domain }) => {
            const values = table.find((leaf) => leaf.county === county && leaf.domain === domain)?.values ?? [];
            const sum = values.reduce((total, value) => total + value, 0);
            // Elsewhere a leaf of one to four in all would be hidden too.
            return sum < 5
              ? []
              : [{ unknowns: values.map((_, i) => ({ name: nameOf(version, county, domain, i), times: 1 })), sum }];
          }),
        );
      expect(recovered([table], 3, known)).toEqual([]);
    }),
    MANY,
  );
});

describe('the attack is a real one: it finds what weaker suppression gives away', () => {
  const small = (values: readonly number[]): boolean => values.some((value) => value >= 1 && value <= 4);
  /** Hides what is small and nothing else. */
  const onlySmall: Suppression = (now) =>
    now.map((leaf) => ({ ...leaf, values: small(leaf.values) ? null : leaf.values }));
  const found = (by: Suppression, parts: number): number => {
    let count = 0;
    fc.assert(
      fc.property(tableOf(parts), movesOf(parts), (first, corrections) => {
        count += recovered(correctedBy(first, corrections), parts, lost(parts), by).length;
      }),
      { numRuns: 300, seed: 1405 },
    );
    return count;
  };

  test('when a correction tells what one leaf gained from a hidden one', () => {
    expect(found(onlySmall, 1)).toBeGreaterThan(20);
    expect(found(suppress, 1)).toBe(0);
  });

  test('when a total is sent beside the leaves', () => {
    const table: TrueLeaf[] = [
      { county: '2501', domain: 'health', values: [3] },
      { county: '2501', domain: 'sport', values: [50] },
    ];
    const total: Equation = { unknowns: [{ name: nameOf(1, '2501', 'health', 0), times: 1 }], sum: 53 - 50 };
    expect(recovered([table], 1, () => [total])).toEqual([{ name: nameOf(1, '2501', 'health', 0), value: 3 }]);
  });
});

/** Every table of so many leaves with no number above `most`. */
const everyTable = (leaves: number, most: number): number[][] =>
  leaves === 0
    ? [[]]
    : everyTable(leaves - 1, most).flatMap((row) => Array.from({ length: most + 1 }, (_, value) => [...row, value]));
const asLeaves = (values: readonly number[], parts: number): TrueLeaf[] =>
  Array.from({ length: values.length / parts }, (_, i) => ({
    county: '2501',
    domain: DOMAINS[i] ?? '',
    values: values.slice(i * parts, (i + 1) * parts),
  }));

/**
 * Nothing an attacker could think of, the rules themselves known to him, beats this: over every history there can be, those that
 * give the same letters are looked at together, and a hidden number that is small in one of them is each of one to four in others.
 */
test.each([
  { leaves: 2, parts: 1, most: 12, versions: 2 },
  { leaves: 3, parts: 1, most: 7, versions: 2 },
  { leaves: 1, parts: 1, most: 14, versions: 3 },
  { leaves: 1, parts: 2, most: 11, versions: 2 },
  { leaves: 2, parts: 2, most: 7, versions: 1 },
])('every history of $leaves leaves of $parts numbers up to $most in $versions versions', (world) => {
  const { leaves, parts, most, versions } = world;
  const tables = everyTable(leaves * parts, most);
  const seen = new Map<string, Set<string>>();
  const live = (history: readonly number[][], sent: readonly ToldLeaf[][]): void => {
    if (history.length < versions) {
      for (const table of tables) live([...history, table], [...sent, suppress(asLeaves(table, parts), sent)]);
      return;
    }
    const letters = JSON.stringify(sent);
    const values = seen.get(letters) ?? new Set<string>();
    seen.set(letters, values);
    for (const [v, table] of history.entries())
      for (const [i, value] of table.entries()) if (value >= 1 && value <= 4) values.add(`${v}/${i}=${value}`);
  };
  live([], []);
  expect(seen.size).toBeGreaterThan(10);
  const narrowed = [...seen].flatMap(([letters, values]) =>
    [...values].flatMap((value) => {
      const [name = ''] = value.split('=');
      return [1, 2, 3, 4].every((other) => values.has(`${name}=${other}`)) ? [] : [`${name} of ${letters}`];
    }),
  );
  expect(narrowed).toEqual([]);
});
