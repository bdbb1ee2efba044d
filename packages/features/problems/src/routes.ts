import { get, post } from '@mahalleh/http';
import { answerProblem } from './commands/answer-problem.ts';
import { amendProblem } from './commands/amend-problem.ts';
import { closeProblem } from './commands/close-problem.ts';
import { confirmProblem } from './commands/confirm-problem.ts';
import { discardProblem } from './commands/discard-problem.ts';
import { discardProblems } from './commands/discard-problems.ts';
import { domainRoutes } from './domain-routes.ts';
import { escalateProblem } from './commands/escalate-problem.ts';
import { escalateProblems } from './commands/escalate-problems.ts';
import { mergeProblem } from './commands/merge-problem.ts';
import { redactProblem } from './commands/redact-problem.ts';
import { registerProblem } from './commands/register-problem.ts';
import { reopenProblem } from './commands/reopen-problem.ts';
import { reprioritiseProblem } from './commands/reprioritise-problem.ts';
import { solveProblem } from './commands/solve-problem.ts';
import { startProblem } from './commands/start-problem.ts';
import { triageProblem } from './commands/triage-problem.ts';
import { closeProblems } from './commands/close-problems.ts';
import { mergeProblems } from './commands/merge-problems.ts';
import { redomainProblems } from './commands/redomain-problems.ts';
import { relateProblems } from './commands/relate-problems.ts';
import { reprioritiseProblems } from './commands/reprioritise-problems.ts';
import { scoreProblem } from './commands/score-problem.ts';
import { splitProblem } from './commands/split-problem.ts';
import { unrelateProblems } from './commands/unrelate-problems.ts';
import { problemBoard } from './queries/problem-board.ts';
import { problemMap } from './queries/problem-map.ts';
import { problemIds } from './queries/problem-ids.ts';
import { problemCounts } from './queries/problem-counts.ts';
import { problemList } from './queries/problem-list.ts';
import { problemPage } from './queries/problem-page.ts';

const ONE = { problemId: '01980000-0000-7000-8000-000000000001' };
const EDIT = { ...ONE, revision: 1 };
const UNIT = '01980000-0000-7000-8000-000000000003';
const OTHER = '01980000-0000-7000-8000-000000000002';
const RELATION = { ...ONE, otherId: OTHER, kind: 'causes' };
const RECORDS = { records: [{ id: ONE.problemId, revision: 1 }] };
const PART = { title: 'Lamps of alley 8', domainKey: 'civil_works', severity: 4 };

/** The addresses of the problem registry. */
export const problemsRoutes = [
  ...domainRoutes,
  get('/problem-counts', problemCounts, { example: {} }),
  get('/problems', problemList, { example: { sort: 'rank', page: 1 } }),
  get('/problem-board', problemBoard, { example: { sort: 'severity' } }),
  get('/problem-map', problemMap, { example: { status: 'open' } }),
  get('/problem-ids', problemIds, { example: { status: 'open' } }),
  get('/problems/{problemId}', problemPage, { example: ONE }),
  post('/problems', registerProblem, {
    status: 201,
    example: {
      unitId: UNIT,
      domainKey: 'civil_works',
      title: 'Alleys 8 to 14 are dark',
      severity: 4,
      peopleAffected: 1900,
    },
  }),
  post('/problems/{problemId}/amend', amendProblem, { example: { ...EDIT, peopleAffected: 2100 } }),
  post('/problems/{problemId}/triage', triageProblem, { example: { ...EDIT, severity: 4, rank: 1 } }),
  post('/problems/{problemId}/reprioritise', reprioritiseProblem, { example: { ...EDIT, rank: 2 } }),
  post('/problems/{problemId}/merge', mergeProblem, {
    example: { ...EDIT, intoId: OTHER },
  }),
  post('/problems/{problemId}/split', splitProblem, {
    example: { ...EDIT, parts: [PART, { ...PART, title: 'Wiring of alley 14' }] },
  }),
  post('/problems/{problemId}/relate', relateProblems, { example: RELATION }),
  post('/problems/{problemId}/unrelate', unrelateProblems, { example: RELATION }),
  post('/problems/{problemId}/score', scoreProblem, {
    example: { ...EDIT, side: 'experts', sums: { harm: 4, spread: 3, urgency: 5, feasibility: 2 } },
  }),
  post('/problems/{problemId}/escalate', escalateProblem, {
    example: { ...EDIT, reason: 'The lamps belong to the county’s electricity office.' },
  }),
  post('/problems/{problemId}/answer', answerProblem, {
    example: { ...EDIT, outcome: 'answered', words: 'Twelve lamps are sent on Saturday.' },
  }),
  post('/problems/{problemId}/start', startProblem, { example: EDIT }),
  post('/problems/{problemId}/solve', solveProblem, { example: { ...EDIT, solution: 'Twelve lamps were replaced.' } }),
  post('/problems/{problemId}/confirm', confirmProblem, { example: EDIT }),
  post('/problems/{problemId}/discard', discardProblem, { example: EDIT }),
  post('/problems/{problemId}/close', closeProblem, { example: { ...EDIT, reason: 'out_of_scope' } }),
  post('/problems/{problemId}/reopen', reopenProblem, { example: { ...EDIT, why: 'The lamps went out again.' } }),
  post('/problems/{problemId}/redact', redactProblem, { example: EDIT }),
  post('/bulk/problems/close', closeProblems, { example: { ...RECORDS, reason: 'duplicate' } }),
  post('/bulk/problems/reprioritise', reprioritiseProblems, { example: { ...RECORDS, severity: 4 } }),
  post('/bulk/problems/amend', redomainProblems, { example: { ...RECORDS, domainKey: 'civil_works' } }),
  post('/bulk/problems/escalate', escalateProblems, { example: { ...RECORDS, reason: 'Beyond the neighbourhood.' } }),
  post('/bulk/problems/discard', discardProblems, { example: RECORDS }),
  post('/bulk/problems/merge', mergeProblems, { example: { ...RECORDS, intoId: OTHER } }),
] as const;
