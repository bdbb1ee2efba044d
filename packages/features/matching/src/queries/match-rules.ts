import { defineQuery } from '@mahalleh/gate';
import { FACTORS } from '../factor-model.ts';
import { askRules } from '../match-asks.ts';
import { ListRules, MatchRules } from '../model.ts';

/** The rules that matches are weighed by in this province. */
export const matchRuleList = defineQuery({
  name: 'match_rules',
  permission: 'match.read',
  input: ListRules,
  output: MatchRules,
  ask: (db) => ({ rules: askRules(db) }),
  shape: ({ rules }) => ({
    rows: rules
      .map(({ paramsJson, isActive, ...rule }) => ({
        ...rule,
        isActive: isActive === 1,
        params: JSON.parse(paramsJson) as Record<string, unknown>,
      }))
      .toSorted((a, b) => FACTORS.indexOf(a.key) - FACTORS.indexOf(b.key)),
  }),
});
