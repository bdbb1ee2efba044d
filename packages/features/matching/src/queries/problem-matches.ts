import { defineQuery, isMyUnit, many, one } from '@mahalleh/gate';
import { civilDateOf } from '@mahalleh/kernel';
import { VOLUNTEER_SKILLS, type VolunteerSkill } from '@mahalleh/volunteers/model';
import { countFor } from '@mahalleh/volunteers/rules';
import { sql } from 'drizzle-orm';
import { ofProblem } from '../candidate-sql.ts';
import { askDomains, askPairs, askRules } from '../match-asks.ts';
import { MatchProblem, ProblemMatches } from '../model.ts';
import { pairsOf } from '../pairs.ts';
import { capacityShown, matchedOf, storedWeights, weigh } from '../weigh.ts';

const SIZE = 10;

const isSkill = (skill: string): skill is VolunteerSkill => Object.hasOwn(VOLUNTEER_SKILLS, skill);

/** The capacities that fit a problem, the best first, with the reasons; and how many volunteers could help. */
export const problemMatches = defineQuery({
  name: 'problem_matches',
  permission: 'match.read',
  input: MatchProblem,
  output: ProblemMatches,
  ask: (db, { problemId }, { nowMs }) => ({
    problem: one(
      db.text<{ id: string; nationalKey: string }>(
        sql`select p.id, d.national_key as nationalKey from problems p join domains d on d.key = p.domain_key where p.id = ${problemId} and p.discarded_at_ms is null and ${isMyUnit(sql`p.unit_id`)}`,
      ),
      'problem_unknown',
    ),
    rules: askRules(db),
    domains: askDomains(db),
    volunteers: many(
      db.text<{ skill: string; n: number }>(
        sql`select v.skill, count(*) as n from problems p join volunteer_skills v on v.unit_id = p.unit_id where p.id = ${problemId} and ${isMyUnit(sql`p.unit_id`)} group by v.skill order by n desc, v.skill`,
      ),
    ),
    ...askPairs(db, ofProblem(problemId), civilDateOf(nowMs)),
  }),
  shape: (got, { size = SIZE }, { nowMs }) => {
    const matches = weigh(pairsOf(got, civilDateOf(nowMs)), got.rules, ({ capacity }) => capacity.capacityId);
    return {
      problemId: got.problem.id,
      weights: storedWeights(got.rules),
      rows: matches.slice(0, size).map((match) => ({ ...capacityShown(match.capacity), ...matchedOf(match) })),
      considered: matches.length,
      volunteers: got.volunteers.flatMap(({ skill, n }) => {
        if (!isSkill(skill) || VOLUNTEER_SKILLS[skill].domain !== got.problem.nationalKey) return [];
        const { fa, en } = VOLUNTEER_SKILLS[skill].title;
        return [{ skill, titleFa: fa, titleEn: en, count: countFor(false, n) }];
      }),
    };
  },
});
