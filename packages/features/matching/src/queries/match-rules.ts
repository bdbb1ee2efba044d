import { defineQuery } from '@mahalleh/gate';
import { civilDateOf } from '@mahalleh/kernel';
import { FOREMOST, ofProblem } from '../candidate-sql.ts';
import { FACTORS } from '../factor-model.ts';
import { askDomains, askPairs, askRules } from '../match-asks.ts';
import { ListRules, MatchRules } from '../model.ts';
import { pairsOf } from '../pairs.ts';
import { capacityShown, matchedOf, problemShown, weigh } from '../weigh.ts';

const SHOWN = 25;

/** The rules that matches are weighed by in this province, and what they give for one problem. */
export const matchRuleList = defineQuery({
  name: 'match_rules',
  permission: 'match.read',
  input: ListRules,
  output: MatchRules,
  ask: (db, { problemId }, { nowMs }) => ({
    rules: askRules(db),
    domains: askDomains(db),
    ...askPairs(db, ofProblem(problemId ?? FOREMOST), civilDateOf(nowMs)),
  }),
  shape: (got, _input, { nowMs }) => {
    const [problem] = got.problems;
    const matches = weigh(pairsOf(got, civilDateOf(nowMs)), got.rules, ({ capacity }) => capacity.capacityId);
    const rows = matches.slice(0, SHOWN).map((match) => ({ ...capacityShown(match.capacity), ...matchedOf(match) }));
    return {
      rows: got.rules
        .map(({ paramsJson, isActive, ...rule }) => ({
          ...rule,
          isActive: isActive === 1,
          params: JSON.parse(paramsJson) as Record<string, unknown>,
        }))
        .toSorted((a, b) => FACTORS.indexOf(a.key) - FACTORS.indexOf(b.key)),
      preview: problem ? { problem: problemShown(problem), rows } : null,
    };
  },
});
