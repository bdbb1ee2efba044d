import { newId } from '@mahalleh/kernel';
import { FIRST_METHOD, CRITERIA } from '@mahalleh/problems/model';
import { POINTS, scoreOf, sumsOf, type Round } from '@mahalleh/problems/rules';
import type { problems } from '@mahalleh/problems/schema';
import type { Author } from './author.ts';
import type { ToldProblem } from './told-problem.ts';

type Scored = Pick<
  typeof problems.$inferInsert,
  'residentsScore' | 'residentsVotes' | 'supporters' | 'expertsScore' | 'expertsCount'
>;

/** Whose problem is scored, by whom, and where both sides put it. */
export type Scoring = {
  readonly id: string;
  readonly unitId: string;
  /** The members of the council who give points of their own. */
  readonly experts: readonly string[];
  readonly told: ToldProblem;
  readonly residentsPlace: number;
  readonly expertsPlace: number;
};

const MOST_EXPERTS = 9;
const STEP = 0.34;
const between = (least: number, value: number, most: number): number => Math.min(most, Math.max(least, value));

/** The mean points that lead to about this place: the first is near the most. */
const meanAt = (place: number, shift: number): number =>
  between(POINTS.least, POINTS.most - 0.1 - STEP * (place - 1) + shift, POINTS.most);

/** Writes one round of residents and the points of the experts. Shape: what the problem's row holds of them. */
export const writeScores = (author: Author, scoring: Scoring): Scored => {
  const { sheet, calendar, draw } = author;
  const { id, unitId, experts, told } = scoring;
  const voters = told.voters ?? draw.whole(40, 420);
  const supporters = told.supporters ?? draw.whole(4, 60);
  const residents: Round = {
    voters,
    supporters,
    sums: sumsOf((key) =>
      between(
        voters,
        Math.round(voters * meanAt(scoring.residentsPlace, (CRITERIA.indexOf(key) - 1) * 0.04)),
        voters * POINTS.most,
      ),
    ),
  };
  const base = { problemId: id, unitId, methodVersion: FIRST_METHOD.version };
  const roundAt = calendar.day(-draw.whole(6, 30));
  const [recordedBy = ''] = experts;
  sheet.problemScores.push({
    ...base,
    id: newId(),
    side: 'residents',
    expertId: null,
    heldOn: roundAt,
    voters,
    supporters,
    sumsJson: JSON.stringify(residents.sums),
    note: null,
    recordedBy,
    recordedAtMs: calendar.at(-5),
  });
  const views = experts.slice(0, MOST_EXPERTS).map((expertId): Round => {
    const sums = sumsOf(() =>
      between(POINTS.least, Math.round(meanAt(scoring.expertsPlace, draw.fraction() - 0.5)), POINTS.most),
    );
    sheet.problemScores.push({
      ...base,
      id: newId(),
      side: 'experts',
      expertId,
      heldOn: calendar.day(-9),
      voters: 1,
      supporters: 0,
      sumsJson: JSON.stringify(sums),
      note: null,
      recordedBy: expertId,
      recordedAtMs: calendar.at(-9),
    });
    return { voters: 1, supporters: 0, sums };
  });
  return {
    residentsScore: scoreOf([residents], FIRST_METHOD),
    residentsVotes: voters,
    supporters,
    expertsScore: scoreOf(views, FIRST_METHOD),
    expertsCount: views.length,
  };
};
