import type { Answers } from '@mahalleh/gate';
import { FACTORS, type Factor } from './factor-model.ts';
import type { askRules, CapacityRow, ProblemRow } from './match-asks.ts';
import { matchReasons } from './match-text.ts';
import type { MatchReason } from './outputs.ts';
import type { Pair } from './pairs.ts';
import type { RuleParams } from './rule-params.ts';
import { pointsOf, rankMatches, valuesOf, weightsOf, type Values, type Weights } from './rules.ts';

/** The rules as they were asked for. */
export type StoredRules = Answers<{ rules: ReturnType<typeof askRules> }>['rules'];

/** What a rule is computed with; the cast is safe because only `match.tune`, which checks it, and the migration write it. */
const paramsOf = (rules: StoredRules): RuleParams =>
  Object.fromEntries(rules.map(({ key, paramsJson }) => [key, JSON.parse(paramsJson) as unknown])) as RuleParams;

/** The weights of stored rules. */
export const storedWeights = (rules: StoredRules): Weights =>
  weightsOf(rules.map(({ key, weight, isActive }) => ({ key, weight, isActive: isActive === 1 })));

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

/** A pair with its score and the reasons for it, the weightiest first. */
export type Weighed = Pair & {
  readonly id: string;
  readonly values: Values;
  readonly distanceM: number | null;
  readonly score: number;
  readonly reasons: readonly MatchReason[];
};

/** Ranks pairs by the rules, and says why. `idOf`: what decides between equals. */
export const weigh = (pairs: readonly Pair[], rules: StoredRules, idOf: (pair: Pair) => string): Weighed[] => {
  const params = paramsOf(rules);
  const weights = storedWeights(rules);
  const valued = pairs.map((pair) => ({
    ...pair,
    id: idOf(pair),
    values: valuesOf(pair.facts, params),
    distanceM: pair.facts.distanceM,
  }));
  return rankMatches(valued, weights).map((match) => {
    const points = pointsOf(match.values, weights);
    const { problem, capacity, facts, values } = match;
    const told = {
      ...facts,
      domainTitle: { fa: problem.domainTitleFa, en: problem.domainTitleEn },
      unit: { fa: capacity.unitNameFa, en: capacity.unitNameEn ?? capacity.unitNameFa },
      agencyName: capacity.agencyName,
    };
    const reasons = matchReasons(told, values, params)
      .map((reason) => ({ ...reason, value: rounded(values[reason.key], 3), points: rounded(points[reason.key], 1) }))
      .toSorted((a, b) => b.points - a.points || FACTORS.indexOf(a.key) - FACTORS.indexOf(b.key));
    return { ...match, reasons };
  });
};

/** What every match shows. */
export const matchedOf = ({ score, reasons, values, distanceM, isUsed }: Weighed) => ({
  score: Math.round(score),
  reasons: [...reasons],
  values: Object.fromEntries(FACTORS.map((key) => [key, rounded(values[key], 4)])) as Record<Factor, number>,
  distanceM: distanceM === null ? null : Math.round(distanceM),
  isUsed,
});

/** A capacity as a match shows it. */
export const capacityShown = ({
  capacityId,
  kind,
  name,
  unitId,
  unitNameFa,
  unitNameEn,
  agencyId,
  agencyName,
  quantity,
  availableNote,
}: CapacityRow) => ({
  ...{ capacityId, kind, name, unitId, unitNameFa, unitNameEn },
  ...{ agencyId, agencyName, quantity, availableNote },
});

/** A problem as a match shows it. */
export const problemShown = ({
  problemId,
  code,
  title,
  status,
  unitId,
  unitNameFa,
  unitNameEn,
  domainKey,
  domainTitleFa,
  domainTitleEn,
  severity,
  peopleAffected,
}: ProblemRow) => ({
  ...{ problemId, code, title, status, unitId, unitNameFa, unitNameEn },
  ...{ domainKey, domainTitleFa, domainTitleEn, severity, peopleAffected },
});
