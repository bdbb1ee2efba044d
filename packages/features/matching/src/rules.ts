import type { CapacityKind } from '@mahalleh/capacity/statuses';
import { AGAINST, FACTORS, type Factor } from './factor-model.ts';
import type { RuleParams } from './rule-params.ts';

/** What is known of a capacity when it is held against a problem. */
export type PairFacts = {
  /** How its domain stands to that of the problem; `general` serves any. */
  readonly domain: 'same' | 'related' | 'general';
  readonly nationalKey: string;
  readonly kind: CapacityKind;
  /** Where it lies: in the problem's neighbourhood, in a unit above that, in its county, or farther. */
  readonly place: 'same' | 'above' | 'county' | 'far';
  /** Null unless both have a point, and for sensitive problems always. Unit: metres. */
  readonly distanceM: number | null;
  /** Whether its hours are known, and the weekdays on which it has time in the next two weeks. Shape: bit n for weekday n, Saturday 0. */
  readonly hasHours: boolean;
  readonly freeDays: number;
  /** How many solved problems of the domain it was used for. */
  readonly solved: number;
  /** What its agency is to the domain in the problem's place. */
  readonly duty: 'lead' | 'partner' | null;
  /** Pieces, or rials that are left of a fund; null when nobody has said. */
  readonly available: number | null;
  readonly peopleAffected: number | null;
  /** How many operations for other things it is promised to. */
  readonly promised: number;
};

/** How well a match does in each respect: 0..1. */
export type Values = Readonly<Record<Factor, number>>;

const share = (value: number): number => Math.min(1, Math.max(0, value));

/** How many weekdays are set. */
export const daysIn = (days: number): number => [0, 1, 2, 3, 4, 5, 6].filter((day) => days & (1 << day)).length;

const nearness = ({ place, distanceM }: PairFacts, params: RuleParams['distance']): number => {
  const { nearM, farM, sameUnit, sameCounty, above } = params;
  if (distanceM === null) return { same: sameUnit, county: sameCounty, above, far: 0 }[place];
  return distanceM <= nearM ? 1 : share((farM - distanceM) / Math.max(1, farM - nearM));
};

/** How much is needed: pieces, or rials of a fund; at least one piece, or what one person takes. */
export const neededOf = (
  { kind, peopleAffected }: Pick<PairFacts, 'kind' | 'peopleAffected'>,
  { peoplePerPiece, rialPerPerson }: RuleParams['quantity'],
): number => {
  const people = Math.max(1, peopleAffected ?? 1);
  return kind === 'fund' ? people * rialPerPerson : Math.ceil(people / peoplePerPiece);
};

/** How well a capacity does for a problem in each respect. */
export const valuesOf = (facts: PairFacts, params: RuleParams): Values => ({
  domain: { same: 1, related: params.domain.related, general: params.domain.general }[facts.domain],
  kind: fitOf(facts, params),
  distance: nearness(facts, params.distance),
  free: facts.hasHours ? share(daysIn(facts.freeDays) / params.free.daysEnough) : params.free.unknown,
  solved: share(facts.solved / params.solved.enough),
  duty: facts.duty === 'lead' ? 1 : facts.duty === 'partner' ? params.duty.partner : 0,
  quantity:
    facts.available === null ? params.quantity.unknown : share(facts.available / neededOf(facts, params.quantity)),
  promised: share(facts.promised / params.promised.most),
});

const fitOf = ({ nationalKey, kind }: PairFacts, { kind: { fits } }: RuleParams): number => {
  const byKind = Object.entries(fits).find(([key]) => key === nationalKey)?.[1];
  return byKind?.[kind] ?? 0;
};

/** What each factor weighs; one that is not active weighs nothing. */
export type Weights = Readonly<Record<Factor, number>>;

/** The weights of rules. */
export const weightsOf = (
  rules: readonly { readonly key: Factor; readonly weight: number; readonly isActive: boolean }[],
): Weights => {
  const of = (factor: Factor): number => {
    const rule = rules.find(({ key }) => key === factor);
    return rule?.isActive ? rule.weight : 0;
  };
  return Object.fromEntries(FACTORS.map((factor) => [factor, of(factor)])) as Weights;
};

/** What speaks for a match in all when every factor does. */
const wholeOf = (weights: Weights): number =>
  FACTORS.reduce((sum, factor) => sum + (AGAINST.includes(factor) ? 0 : weights[factor]), 0);

/** What each factor gives to a score of 100; what counts against is negative. */
export const pointsOf = (values: Values, weights: Weights): Record<Factor, number> => {
  const whole = wholeOf(weights);
  const of = (factor: Factor): number =>
    whole === 0 ? 0 : (100 * weights[factor] * values[factor] * (AGAINST.includes(factor) ? -1 : 1)) / whole;
  return Object.fromEntries(FACTORS.map((factor) => [factor, of(factor)])) as Record<Factor, number>;
};

/** The score of a match: 0..100, and no factor's better value makes it less. */
export const scoreOf = (values: Values, weights: Weights): number => {
  const points = pointsOf(values, weights);
  return Math.min(
    100,
    Math.max(
      0,
      FACTORS.reduce((sum, factor) => sum + points[factor], 0),
    ),
  );
};

/** Something that is ranked: its values, how far it is, and its id, which decides between equals. */
export type Ranked = { readonly id: string; readonly values: Values; readonly distanceM: number | null };

/** The best first: by score, then the nearer, then by id; the order in which they come changes nothing. */
export const rankMatches = <M extends Ranked>(matches: readonly M[], weights: Weights): (M & { score: number })[] => {
  const far = (match: Ranked): number => match.distanceM ?? Number.POSITIVE_INFINITY;
  return matches
    .map((match) => ({ ...match, score: scoreOf(match.values, weights) }))
    .toSorted((a, b) => {
      if (a.score !== b.score) return b.score - a.score;
      if (far(a) !== far(b)) return far(a) - far(b);
      return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
    });
};

/** Whether anything still speaks for a match under these weights. */
export const isWeighing = (weights: Weights): boolean => wholeOf(weights) > 0;
