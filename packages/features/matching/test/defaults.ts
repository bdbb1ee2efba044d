import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Factor } from '../src/factor-model.ts';
import { RULE_PARAMS, type RuleParams } from '../src/rule-params.ts';
import { weightsOf, type PairFacts } from '../src/rules.ts';

const MIGRATION = join(import.meta.dirname, '../../../../infra/migrations/province/0006_responsibility.sql');

/** The nation's defaults as a province is born with them. */
export const defaultRules = (): { key: Factor; weight: number; isActive: boolean; params: object }[] =>
  [...readFileSync(MIGRATION, 'utf8').matchAll(/\('([a-z]+)', (\d+), '(\{[^']+\})'\)/g)].map(
    ([, key, weight, json]) => ({
      key: key as Factor,
      weight: Number(weight),
      isActive: true,
      params: RULE_PARAMS[key as Factor].parse(JSON.parse(json ?? '{}')),
    }),
  );

/** What the defaults compute with. */
export const PARAMS = Object.fromEntries(defaultRules().map(({ key, params }) => [key, params])) as RuleParams;
/** What the defaults weigh. */
export const WEIGHTS = weightsOf(defaultRules());

/** Twelve lamps of the municipality's store, for dark alleys in the same neighbourhood. */
export const LAMPS: PairFacts = {
  domain: 'same',
  nationalKey: 'civil_works',
  kind: 'equipment',
  place: 'same',
  distanceM: null,
  hasHours: false,
  freeDays: 0,
  solved: 0,
  duty: null,
  available: 12,
  peopleAffected: 1_000,
  promised: 0,
};
