import type { MeasureUnit } from '../codes.ts';
import { measurableOf } from '../measurable.ts';
import type { Formula } from './parse.ts';
import type { FormulaFault } from './tokens.ts';

/** The word of what a part of a formula is measured in: null for a bare number, which goes with everything. */
type Word = string | null;
type Judged = { readonly word: Word } | { readonly fault: FormulaFault };

// People and things are both counted: a share of one by the other is a share.
const COUNTED = new Set<string>(['count', 'person']);
const plain = (unit: string): Word => (COUNTED.has(unit) ? 'count' : unit === 'ratio' ? null : unit);

const ofMetric = (key: string): Word => (measurableOf(key)?.unit === 'rial' ? 'rial' : 'count');

const times = (left: Word, right: Word): Word =>
  left === null ? right : right === null ? left : [left, right].toSorted().join(' × ');

const over = (left: Word, right: Word): Word =>
  right === null ? left : left === right ? null : `${left ?? '1'} ÷ ${right}`;

const judge = (formula: Formula, unitOf: (key: string) => MeasureUnit | undefined): Judged => {
  if (formula.kind === 'number') return { word: null };
  if (formula.kind === 'population') return { word: 'count' };
  if (formula.kind === 'metric') return { word: ofMetric(formula.key) };
  if (formula.kind === 'indicator') return { word: plain(unitOf(formula.key) ?? 'ratio') };
  if (formula.kind === 'negative') return judge(formula.of, unitOf);
  const left = judge(formula.left, unitOf);
  if ('fault' in left) return left;
  const right = judge(formula.right, unitOf);
  if ('fault' in right) return right;
  if (formula.sign === '*') return { word: times(left.word, right.word) };
  if (formula.sign === '/') return { word: over(left.word, right.word) };
  if (left.word === right.word || left.word === null || right.word === null) return { word: left.word ?? right.word };
  return {
    fault: { reason: 'formula_units_differ', at: formula.at, params: { left: left.word, right: right.word } },
  };
};

const AMOUNTS = new Set<string>(['count', 'rial', 'hour', 'day', 'square_metre']);

/**
 * What is wrong with the units of a formula, by their words alone: rials and hours are not added, and what comes out in
 * rials is not called hours. Scores, shares and numbers that were divided are left to who defines them.
 */
export const unitFault = (
  formula: Formula,
  unit: MeasureUnit,
  unitOf: (key: string) => MeasureUnit | undefined,
): FormulaFault | undefined => {
  const judged = judge(formula, unitOf);
  if ('fault' in judged) return judged.fault;
  const declared = plain(unit);
  const isOff = judged.word !== null && AMOUNTS.has(judged.word) && declared !== null && AMOUNTS.has(declared);
  return isOff && judged.word !== declared
    ? { reason: 'formula_result_differs', at: 1, params: { result: judged.word ?? '', declared: unit } }
    : undefined;
};
