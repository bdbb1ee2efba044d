import { change, defineCommand, guarded, many, NOW, one } from '@mahalleh/gate';
import { isRefusal, refuse, type CivilDate, type Refusal } from '@mahalleh/kernel';
import { and, desc, eq, isNull } from 'drizzle-orm';
import type * as z from 'zod';
import { Changed, ScoreProblem, type ScoreMethod } from '../model.ts';
import { isAt, isMine } from '../reach.ts';
import { setBack } from '../reversals.ts';
import { joinRounds, POINTS, scoreOf, statusAfter, whyNotSums, type Round, type Sums } from '../rules.ts';
import { problems, problemScores, scoreMethods } from '../schema.ts';

type Said = z.output<typeof ScoreProblem>;

/** The round as it was said: residents as counts, an expert as one. */
const roundOf = ({ side, voters, supporters, sums }: Said): Round | Refusal => {
  if (side === 'experts') {
    const odd = Object.entries(sums).find(([, points]) => points < POINTS.least || points > POINTS.most);
    if (odd) return refuse('points_outside', { field: `sums.${odd[0]}`, detail: { ...POINTS } });
    return { voters: 1, supporters: 0, sums };
  }
  if (voters === undefined && supporters === undefined) return refuse('score_of_nobody', { field: 'voters' });
  const round = { voters: voters ?? 0, supporters: supporters ?? 0, sums };
  return whyNotSums(round.voters, sums) ?? round;
};

type Scored = { voters: number; supporters: number; sumsJson: string; id: string };
const asRound = ({ voters, supporters, sumsJson }: Scored): Round => ({
  voters,
  supporters,
  sums: JSON.parse(sumsJson) as Sums,
});

/** What a side's rounds come to, as the problem's row holds it. */
const heldBy = (side: Said['side'], rounds: readonly Round[], method: ScoreMethod) => {
  const { voters, supporters } = joinRounds(rounds);
  const score = scoreOf(rounds, method);
  return side === 'residents'
    ? { residentsScore: score, residentsVotes: voters, supporters }
    : { expertsScore: score, expertsCount: rounds.length };
};

/** Records a round of residents' points, counted together, or one's own view as an expert, which replaces the earlier one. */
export const scoreProblem = defineCommand({
  name: 'problem.score',
  permission: 'problem.score',
  input: ScoreProblem,
  output: Changed,
  load: (db, { problemId, side }) => ({
    problem: one(db.select().from(problems).where(isMine(problemId)), 'problem_unknown'),
    rounds: many(
      db
        .select()
        .from(problemScores)
        .where(
          and(eq(problemScores.problemId, problemId), eq(problemScores.side, side), isNull(problemScores.removedAtMs)),
        ),
    ),
    method: one(db.select().from(scoreMethods).orderBy(desc(scoreMethods.version)).limit(1)),
  }),
  decide: ({ problem, rounds, method }, said, facts) => {
    const round = roundOf(said);
    const status = statusAfter(problem, 'score');
    const heldOn: CivilDate = said.heldOn ?? facts.today;
    const no = [status, round, heldOn > facts.today ? refuse('scored_in_future', { field: 'heldOn' }) : undefined].find(
      isRefusal,
    );
    if (no || isRefusal(round)) return no ?? refuse('score_of_nobody');
    // One expert, one view: the new one stands for the old.
    const replaced =
      said.side === 'experts' ? rounds.filter(({ expertId }) => expertId === facts.personId).map(({ id }) => id) : [];
    const kept = rounds.filter(({ id, methodVersion }) => !replaced.includes(id) && methodVersion === method.version);
    const criteria = JSON.parse(method.criteriaJson) as ScoreMethod['criteria'];
    return {
      id: facts.newId(),
      heldOn,
      round,
      replaced,
      version: method.version,
      change: heldBy(said.side, [...kept.map(asRound), round], { version: method.version, criteria }),
    };
  },
  save: (db, { id, heldOn, round, replaced, version, change: set }, { problem }, said, facts) => [
    guarded(
      db
        .update(problems)
        .set({ ...set, revision: said.revision + 1 })
        .where(isAt(said.problemId, said.revision)),
    ),
    ...replaced.map((old) =>
      change(db.update(problemScores).set({ removedAtMs: facts.nowMs }).where(eq(problemScores.id, old))),
    ),
    change(
      db.insert(problemScores).values({
        id,
        problemId: problem.id,
        unitId: problem.unitId,
        side: said.side,
        expertId: said.side === 'experts' ? facts.personId : null,
        heldOn,
        voters: round.voters,
        supporters: round.supporters,
        methodVersion: version,
        sumsJson: JSON.stringify(round.sums),
        note: said.note ?? null,
        recordedBy: facts.personId,
        recordedAtMs: facts.nowMs,
      }),
    ),
  ],
  reversal: ({ id, replaced, change: set }, { problem }, { revision }, { nowMs }) => ({
    steps: [
      setBack(problem, Object.keys(set), revision + 1),
      { table: problemScores, id, at: { removedAtMs: null }, set: { removedAtMs: NOW } },
      ...replaced.map((old) => ({
        table: problemScores,
        id: old,
        at: { removedAtMs: nowMs },
        set: { removedAtMs: null },
      })),
    ],
  }),
  audit: ({ change: set }, { problem }) => ({ subject: problem.id, unitId: problem.unitId, fields: Object.keys(set) }),
  answer: (_decision, _state, { problemId, revision }) => ({ id: problemId, revision: revision + 1 }),
});
