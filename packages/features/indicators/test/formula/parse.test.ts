import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate, valueOf, type LookUp } from '../../src/formula/evaluate.ts';
import { loopOf, namesIn, unknownName } from '../../src/formula/names.ts';
import { parseFormula, type Formula } from '../../src/formula/parse.ts';
import { unitFault } from '../../src/formula/unit-words.ts';
import { indicatorsReasons } from '../../src/reasons.ts';

const read = (text: string): Formula => {
  const answer = parseFormula(text);
  if ('fault' in answer) throw new Error(`${answer.fault.reason} at ${answer.fault.at}`);
  return answer.formula;
};
const faultOf = (text: string): string => {
  const answer = parseFormula(text);
  return 'fault' in answer ? `${answer.fault.reason} ${answer.fault.at}` : 'none';
};
const nothing: LookUp = () => ({ is: 'missing', why: 'not_measured', of: null });
const worth = (text: string, lookUp: LookUp = nothing) => evaluate(read(text), lookUp);

/** A formula in text, and what it is worth by JavaScript's own arithmetic. */
const sums: fc.Arbitrary<{ text: string; value: number }> = fc.letrec<{ sum: { text: string; value: number } }>(
  (tie) => ({
    sum: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      fc.integer({ min: 0, max: 999 }).map((value) => ({ text: String(value), value })),
      fc.tuple(tie('sum'), fc.constantFrom('+', '-', '*', '/'), tie('sum')).map(([a, sign, b]) => ({
        text: `(${a.text}) ${sign} (${b.text})`,
        value: { '+': a.value + b.value, '-': a.value - b.value, '*': a.value * b.value, '/': a.value / b.value }[sign],
      })),
      tie('sum').map(({ text, value }) => ({ text: `-(${text})`, value: -value })),
    ),
  }),
).sum;

describe('a formula is read', () => {
  test('as arithmetic is: what a person would compute by hand', () =>
    fc.assert(
      fc.property(sums, ({ text, value }) => {
        const reading = worth(text);
        if (reading.is === 'value') expect(reading.value).toBeCloseTo(value, 6);
        else expect(Number.isFinite(value)).toBe(false);
      }),
    ));

  test.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['10 - 2 - 3', 5],
    ['100 / 10 / 5', 2],
    ['-2 * -3', 6],
    ['2 × ۳ ÷ ۴', 1.5],
    ['۱۲٫۵ − 2.5', 10],
    ['  ( ( 7 ) ) ', 7],
  ])('%s is %d', (text, value) => {
    expect(worth(text)).toEqual({ is: 'value', value });
  });

  test('any text is read or refused at a place within it, never thrown at', () =>
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'12 +-*/()a_,\u00d7\'"۱') })), (text) => {
        const answer = parseFormula(text);
        if (!('fault' in answer)) return;
        expect(answer.fault.at).toBeGreaterThanOrEqual(1);
        expect(answer.fault.at).toBeLessThanOrEqual(text.length + 1);
        expect(indicatorsReasons).toHaveProperty(answer.fault.reason);
      }),
    ));

  test.each([
    ['', 'formula_empty 1'],
    ['   ', 'formula_empty 1'],
    ['1 +', 'formula_ends_early 4'],
    ['1 + * 2', 'formula_unexpected 5'],
    ['(1 + 2', 'formula_bracket_open 1'],
    ['1 + 2)', 'formula_unexpected 6'],
    ['2 2', 'formula_unexpected 3'],
    ['a % b', 'formula_sign_unknown 3'],
    ['metric(problem)', 'formula_unexpected 8'],
    ["metric('problem.solved'", 'formula_ends_early 24'],
    [`${'('.repeat(60)}1${')'.repeat(60)}`, 'formula_too_deep 41'],
    ['1+'.repeat(300), 'formula_too_long 501'],
    ['constructor.x', 'formula_sign_unknown 12'],
  ])('%s is refused: %s', (text, fault) => {
    expect(faultOf(text)).toBe(fault);
  });
});

describe('what it reads', () => {
  const formula = read(
    "100 * total('problem.solved', 'domain=health') / (dropouts + metric(«problem.registered») + population + dropouts)",
  );

  test('each name once', () => {
    expect(namesIn(formula)).toEqual({
      indicators: ['dropouts'],
      metrics: [
        { key: 'problem.solved', dims: 'domain=health' },
        { key: 'problem.registered', dims: null },
      ],
    });
  });

  test('a name that nobody gave is found with its place', () => {
    const known = (key: string) => key === 'dropouts';
    expect(unknownName(formula, known)).toBeUndefined();
    expect(unknownName(read('dropouts / pupils'), known)).toMatchObject({ reason: 'formula_name_unknown', at: 12 });
    expect(unknownName(read("metric('base.holy')"), known)?.reason).toBe('formula_metric_unknown');
    expect(unknownName(read("metric('base.active', 'kind=castle')"), known)?.reason).toBe('formula_cut_unknown');
    expect(unknownName(read("total('base.active')"), known)?.reason).toBe('formula_total_of_stock');
  });

  test('what is read through others back to itself is a loop, named in order', () => {
    const reads = (key: string) => ({ a: ['b', 'c'], b: ['d'], c: [], d: ['e', 'x'], e: [] })[key] ?? [];
    expect(loopOf('x', ['c', 'a'], reads)).toEqual(['x', 'a', 'b', 'd', 'x']);
    expect(loopOf('x', ['x'], reads)).toEqual(['x', 'x']);
    expect(loopOf('y', ['a'], reads)).toBeUndefined();
  });

  test('a loop is found exactly when there is one', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 20 }), (edges) => {
        const reads = (key: string) => edges.filter(([from]) => String(from) === key).map(([, to]) => String(to));
        const reaches = new Set<string>();
        const walk = (key: string): void => {
          for (const next of reads(key))
            if (!reaches.has(next)) {
              reaches.add(next);
              walk(next);
            }
        };
        walk('0');
        const loop = loopOf('0', reads('0'), reads);
        expect(loop !== undefined).toBe(reaches.has('0'));
        for (const [i, key] of (loop ?? []).slice(0, -1).entries()) expect(reads(key)).toContain(loop?.[i + 1]);
      }),
    ));
});

describe('what it comes to', () => {
  const of =
    (values: Record<string, number>): LookUp =>
    (part) =>
      part.kind === 'indicator' && part.key in values
        ? valueOf(values[part.key] ?? 0)
        : { is: 'missing', why: 'not_measured', of: part.kind === 'indicator' ? part.key : null };

  test('a division by zero is missing, because the denominator is zero – never Infinity', () => {
    expect(worth('a / b', of({ a: 4, b: 0 }))).toEqual({ is: 'missing', why: 'denominator_zero', of: null });
    expect(worth('1 + 0 / (b - b)', of({ b: 7 }))).toEqual({ is: 'missing', why: 'denominator_zero', of: null });
  });

  test('what is missing stays missing and says which part; what is small stays unsaid', () => {
    expect(worth('a + b', of({ a: 4 }))).toEqual({ is: 'missing', why: 'not_measured', of: 'b' });
    const small: LookUp = (part) =>
      part.kind === 'indicator' && part.key === 's' ? { is: 'suppressed' } : of({ a: 1 })(part);
    expect(worth('a + s', small)).toEqual({ is: 'suppressed' });
    expect(worth('b + s', small)).toEqual({ is: 'suppressed' });
    expect(worth('0 * s', small)).toEqual({ is: 'suppressed' });
  });

  test('what is no number any more is missing', () => {
    expect(worth(`${'9'.repeat(200)} * ${'9'.repeat(200)}`)).toEqual({
      is: 'missing',
      why: 'beyond_numbers',
      of: null,
    });
  });
});

describe('units, by their words alone', () => {
  const units = { money: 'rial', work: 'hour', pupils: 'person', left: 'count', trust: 'score' } as const;
  const unitOf = (key: string) => (units as Record<string, (typeof units)[keyof typeof units]>)[key];
  test.each([
    ['money + work', 'rial', 'formula_units_differ 7'],
    ['money + 2 * work', 'rial', 'formula_units_differ 7'],
    ['money', 'hour', 'formula_result_differs 1'],
    ['money + 5', 'rial', 'none'],
    ['100 * left / pupils', 'percent', 'none'],
    ['money / work', 'ratio', 'none'],
    ['money / work * work', 'rial', 'none'],
    ['trust + left', 'score', 'formula_units_differ 7'],
    ["metric('contribution.rial') + money", 'rial', 'none'],
    ["metric('contribution.rial') + metric('problem.solved')", 'rial', 'formula_units_differ 29'],
    ['1000 * left / population', 'per_1000', 'none'],
  ] as const)('%s in %s: %s', (text, unit, expected) => {
    const fault = unitFault(read(text), unit, unitOf);
    expect(fault ? `${fault.reason} ${fault.at}` : 'none').toBe(expected);
  });
});
