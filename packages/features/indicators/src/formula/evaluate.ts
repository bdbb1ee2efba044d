import type { Formula } from './parse.ts';

/** Why there is no value. `denominator_zero`: a division by zero is no number, and is not shown as one. */
export const WHY_MISSING = [
  'not_measured',
  'denominator_zero',
  'no_population',
  'no_past',
  'beyond_numbers',
  'not_whole',
  'definition_gone',
] as const;
/** Why there is no value. */
export type WhyMissing = (typeof WHY_MISSING)[number];

/** What an indicator says of a unit in a period: a value, nothing and why (`of`: the part that is missing), or fewer than five people. */
export type Reading =
  | { readonly is: 'value'; readonly value: number }
  | { readonly is: 'missing'; readonly why: WhyMissing; readonly of: string | null }
  | { readonly is: 'suppressed' };

/** A value as a reading; what is no number any more says so. */
export const valueOf = (value: number): Reading =>
  Number.isFinite(value)
    ? { is: 'value', value: Object.is(value, -0) ? 0 : value }
    : { is: 'missing', why: 'beyond_numbers', of: null };

/** What a formula reads, for one unit in one period. */
export type LookUp = (part: Extract<Formula, { kind: 'indicator' | 'metric' | 'population' }>) => Reading;

const joined = (sign: '+' | '-' | '*' | '/', left: number, right: number): Reading => {
  if (sign === '+') return valueOf(left + right);
  if (sign === '-') return valueOf(left - right);
  if (sign === '*') return valueOf(left * right);
  return right === 0 ? { is: 'missing', why: 'denominator_zero', of: null } : valueOf(left / right);
};

/** Computes a formula. What rests on fewer than five people stays unsaid, what is missing stays missing, and a division by zero is missing too. */
export const evaluate = (formula: Formula, lookUp: LookUp): Reading => {
  switch (formula.kind) {
    case 'number':
      return valueOf(formula.value);
    case 'negative': {
      const of = evaluate(formula.of, lookUp);
      return of.is === 'value' ? valueOf(-of.value) : of;
    }
    case 'both': {
      const left = evaluate(formula.left, lookUp);
      const right = evaluate(formula.right, lookUp);
      if (left.is === 'suppressed' || right.is === 'suppressed') return { is: 'suppressed' };
      if (left.is === 'missing') return left;
      if (right.is === 'missing') return right;
      return joined(formula.sign, left.value, right.value);
    }
    default:
      return lookUp(formula);
  }
};
