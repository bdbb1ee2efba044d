import { refuse, type FieldFault, type Refusal } from '@mahalleh/kernel';

/** What a proposal for a cascade goes by. */
export const SHARE_WAYS = ['population', 'neighbourhoods', 'equal'] as const;
/** What a proposal for a cascade goes by. */
export type ShareWay = (typeof SHARE_WAYS)[number];

/** The part of one unit below. */
export type Share = { readonly unitId: string; readonly baselineValue: number; readonly goalValue: number };

/**
 * Parts a whole number by weights so that the parts add up to it exactly: each its whole part, the rest to those with
 * the largest remainders (the earlier on a tie). Without any weight, all alike. Negative wholes are parted alike.
 */
export const partWhole = (whole: number, weights: readonly number[]): readonly number[] => {
  if (weights.length === 0) return [];
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const shares = sum > 0 ? weights.map((weight) => weight / sum) : weights.map(() => 1 / weights.length);
  const size = Math.abs(whole);
  const exact = shares.map((share) => share * size);
  const floors = exact.map(Math.floor);
  const left = size - floors.reduce((total, part) => total + part, 0);
  const turn = exact
    .map((part, i) => ({ i, rest: part - (floors[i] ?? 0) }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i)
    .slice(0, Math.round(left))
    .map(({ i }) => i);
  const sign = whole < 0 ? -1 : 1;
  return floors.map((part, i) => sign * (part + (turn.includes(i) ? 1 : 0)) + 0);
};

/** Parts a number into parts of so many decimals that add up to it exactly, as `partWhole`. */
export const partNumber = (number: number, weights: readonly number[], decimals: number): readonly number[] => {
  const scale = 10 ** decimals;
  return partWhole(Math.round(number * scale), weights).map((part) => part / scale);
};

/** How many decimals a number is written with, at most three. */
export const decimalsOf = (...numbers: readonly number[]): number =>
  Math.min(3, Math.max(0, ...numbers.map((number) => (String(number).split('.')[1] ?? '').length)));

/**
 * The milestones of parts: of each milestone of the whole, what lies beyond the baseline is parted as the goal was, so that
 * the parts need together what the whole needs. No part goes back or beyond its own goal for the sake of a remainder.
 */
export const partMilestones = (
  whole: { readonly baselineValue: number; readonly goalValue: number },
  milestones: readonly number[],
  parts: readonly { readonly baselineValue: number; readonly goalValue: number }[],
): readonly (readonly number[])[] => {
  const direction = whole.goalValue >= whole.baselineValue ? 1 : -1;
  const weights = parts.map(({ baselineValue, goalValue }) => Math.abs(goalValue - baselineValue));
  const numbers = parts.flatMap(({ baselineValue, goalValue }) => [baselineValue, goalValue]);
  const decimals = decimalsOf(whole.baselineValue, whole.goalValue, ...milestones, ...numbers);
  const shared = milestones.map((value) => partNumber(value - whole.baselineValue, weights, decimals));
  return parts.map(({ baselineValue, goalValue }, part) => {
    let before = baselineValue;
    return shared.map((amounts) => {
      const meant = (baselineValue + (amounts[part] ?? 0)) * direction;
      before = Math.min(goalValue * direction, Math.max(before * direction, meant)) * direction;
      return Number(before.toPrecision(15));
    });
  });
};

const isSame = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

/** Whether parts are right: each once, each on the way of the whole, all adding up to its baseline and its goal; or the refusal. */
export const sharesRefusal = (
  whole: { readonly baselineValue: number; readonly goalValue: number },
  shares: readonly Share[],
): Refusal | undefined => {
  const direction = Math.sign(whole.goalValue - whole.baselineValue);
  const faults = shares.flatMap(({ unitId, baselineValue, goalValue }, i): FieldFault[] => {
    if (shares.findIndex((other) => other.unitId === unitId) < i)
      return [{ field: `shares.${i}.unitId`, reason: 'cascade_unit_twice' }];
    return (goalValue - baselineValue) * direction < 0
      ? [{ field: `shares.${i}.goalValue`, reason: 'cascade_part_leads_back' }]
      : [];
  });
  if (faults.length > 0) return refuse('cascade_parts_wrong', { faults });
  const goal = sumOf(shares.map(({ goalValue }) => goalValue));
  if (!isSame(goal, whole.goalValue))
    return refuse('cascade_goal_differs', { field: 'shares', detail: { sum: goal, goal: whole.goalValue } });
  const baseline = sumOf(shares.map(({ baselineValue }) => baselineValue));
  return isSame(baseline, whole.baselineValue)
    ? undefined
    : refuse('cascade_baseline_differs', {
        field: 'shares',
        detail: { sum: baseline, baseline: whole.baselineValue },
      });
};
