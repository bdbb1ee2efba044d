import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { suppress, type ToldLeaf, type TrueLeaf } from '../src/people/suppress.ts';

const leaf = (domain: string, ...values: number[]): TrueLeaf => ({ county: '2501', domain, values });
const hidden = (domain: string): ToldLeaf => ({ county: '2501', domain, values: null });

describe('the first version', () => {
  test('one to four are hidden, five are told, nobody is nobody', () => {
    const table = [leaf('health', 1), leaf('sport', 4), leaf('culture', 5), leaf('education', 0)];
    expect(suppress(table, [])).toEqual([leaf('culture', 5), hidden('health'), hidden('sport')]);
  });

  test('parts of one population are hidden together, whichever of them is small', () => {
    const table = [leaf('health', 900, 3, 0), leaf('sport', 2, 0, 700), leaf('culture', 40, 0, 5)];
    expect(suppress(table, [])).toEqual([leaf('culture', 40, 0, 5), hidden('health'), hidden('sport')]);
  });
});

describe('a version that supersedes', () => {
  test('a leaf once hidden stays hidden, whatever it has become', () => {
    const first = suppress([leaf('health', 3)], []);
    expect(suppress([leaf('health', 800)], [first])).toEqual([hidden('health')]);
    expect(suppress([], [first])).toEqual([hidden('health')]);
    expect(suppress([leaf('health', 800)], [first, []])).toEqual([hidden('health')]);
  });

  test('what differs from what was told by one to four is hidden: those are people too', () => {
    const first = suppress([leaf('health', 20)], []);
    expect(suppress([leaf('health', 23)], [first])).toEqual([hidden('health')]);
    expect(suppress([leaf('health', 17)], [first])).toEqual([hidden('health')]);
    expect(suppress([leaf('health', 25)], [first])).toEqual([leaf('health', 25)]);
    const second = suppress([leaf('health', 30)], [first]);
    expect(suppress([leaf('health', 21)], [first, second])).toEqual([hidden('health')]);
  });

  test('beside something hidden only what has not changed is told: what one leaf gains another may have lost', () => {
    const first = suppress([leaf('health', 3), leaf('sport', 40), leaf('culture', 60)], []);
    const moved = [leaf('sport', 43), leaf('culture', 60)];
    expect(suppress(moved, [first])).toEqual([leaf('culture', 60), hidden('health'), hidden('sport')]);
    const mixed = [leaf('sport', 53), leaf('culture', 50)];
    expect(suppress(mixed, [first])).toEqual([hidden('culture'), hidden('health'), hidden('sport')]);
    const elsewhere: TrueLeaf = { county: '2502', domain: 'sport', values: [90] };
    expect(suppress([...moved, elsewhere], [first])).toContainEqual(elsewhere);
  });
});

const someTable = fc
  .array(
    fc.record({
      county: fc.constantFrom('2501', '2502'),
      domain: fc.constantFrom('health', 'sport', 'culture'),
      values: fc.tuple(fc.nat(12), fc.nat(12)),
    }),
    { maxLength: 6 },
  )
  .map((rows): TrueLeaf[] => [...new Map(rows.map((row) => [`${row.county}/${row.domain}`, row])).values()]);

test('whatever the corrections are: never a small number, never a small difference, and hidden for good', () => {
  fc.assert(
    fc.property(fc.array(someTable, { minLength: 1, maxLength: 4 }), (versions) => {
      const sent: ToldLeaf[][] = [];
      for (const table of versions) sent.push(suppress(table, sent));
      const numbers = sent.flat().flatMap(({ values }) => values ?? []);
      expect(numbers.filter((value) => value >= 1 && value <= 4)).toEqual([]);
      for (const [v, table] of sent.entries())
        for (const { county, domain, values } of table)
          for (const later of sent.slice(v + 1)) {
            const then = later.find((one) => one.county === county && one.domain === domain);
            if (values === null) expect(then?.values).toBeNull();
            else if (then === undefined || then.values !== null)
              for (const [i, value] of values.entries())
                expect([1, 2, 3, 4]).not.toContain(Math.abs(value - (then?.values?.[i] ?? 0)));
          }
    }),
    { numRuns: 3_000 },
  );
});

test('the order in which leaves are counted says nothing', () => {
  fc.assert(
    fc.property(someTable, someTable, (first, second) => {
      const told = suppress(first, []);
      expect(suppress(first.toReversed(), [])).toEqual(told);
      expect(suppress(second.toReversed(), [told.toReversed()])).toEqual(suppress(second, [told]));
    }),
  );
});
