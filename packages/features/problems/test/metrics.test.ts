import { attachNote } from '@mahalleh/evidence';
import { addDays, msOf, periodBounds, type CivilDate } from '@mahalleh/kernel';
import { ALL_UNITS, bucketDims, factsSql, storedKey, type StoredMetric } from '@mahalleh/metric';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  closeProblem,
  confirmProblem,
  discardProblem,
  escalateProblem,
  mergeProblem,
  NATIONAL_DOMAINS,
  reopenProblem,
  solveProblem,
  splitProblem,
  startProblem,
  triageProblem,
} from '../src/index.ts';
import {
  awaitingProblems,
  closedUnsolved,
  daysToSolve,
  escalatedProblems,
  marks,
  metrics,
  openProblems,
  overdueEscalations,
  registeredProblems,
  solvedProblems,
} from '../src/metrics.ts';
import { openSetting, type Setting } from './setting.ts';

const DAY = 86_400_000;
/** The cast is safe: the column holds nothing but days. */
const civil = (stored: string) => stored as CivilDate;
const MEHR = periodBounds('1405-07').fromMs;
const ABAN = periodBounds('1405-08').fromMs;
const AZAR = periodBounds('1405-09').fromMs;

let s: Setting;
let solved: string;
let awaitingBefore: string[][];
beforeAll(async () => {
  s = await openSetting();
  s.province.setNow(MEHR + DAY);
  solved = await s.register();
  const closed = await s.register({ domainKey: 'social_harms' });
  const twin = await s.register();
  await s.register({ domainKey: 'sport' });
  await mergeProblem.run(s.manager, { problemId: twin, revision: 1, intoId: solved });
  await triageProblem.run(s.manager, { problemId: solved, revision: 2, severity: 3 });
  await startProblem.run(s.manager, { problemId: solved, revision: 3 });
  await attachNote.run(s.manager, { subjectKind: 'problem', subjectId: solved, note: 'Seen.' });
  s.province.setNow(ABAN + 5 * DAY);
  await solveProblem.run(s.manager, { problemId: solved, revision: 4, solution: 'Done.' });
  await closeProblem.run(s.manager, { problemId: closed, revision: 1, reason: 'not_feasible' });
  awaitingBefore = [await facts(solvedProblems), await facts(daysToSolve), await facts(awaitingProblems)];
  s.province.setNow(AZAR + 3 * DAY);
  await confirmProblem.run(s.secretary, { problemId: solved, revision: 5 });
});
afterAll(() => s.province.close());

/** The facts of a metric as `dims @ period = value`. */
const facts = async (metric: StoredMetric, units = ALL_UNITS, today = '2026-11-22') => {
  const sql = factsSql(metric, units).replaceAll(':today', `'${today}'`);
  return (await s.province.sql(`select * from (${sql}) order by dims`)).map((fact) => {
    expect(fact).toMatchObject({ unit_id: s.here, county_id: s.county, metric: storedKey(metric) });
    return `${fact['dims']} @ ${fact['period']} = ${fact['value']}`;
  });
};

test('registered problems count in their month, a merged one does not', async () => {
  expect(await facts(registeredProblems)).toEqual([
    'domain=civil_works @ 1405-07 = 1',
    'domain=social_harms @ 1405-07 = 1',
    'domain=sport @ 1405-07 = 1',
  ]);
});

test('what is called solved waits, and counts as solved in the month in which it is confirmed', async () => {
  expect(awaitingBefore).toEqual([[], [], ['domain=civil_works @  = 1']]);
  expect(await facts(awaitingProblems)).toEqual([]);
  expect(await facts(solvedProblems)).toEqual(['domain=civil_works @ 1405-09 = 1']);
});

test('closed unsolved is another figure, in the month in which it happened', async () => {
  expect(await facts(closedUnsolved)).toEqual(['domain=social_harms @ 1405-08 = 1']);
});

test('what is left is open, by domain and state', async () => {
  expect(await facts(openProblems)).toEqual(['domain=sport;state=registered @  = 1']);
});

test('the days to the solution are begun days up to it, in the month of its confirmation', async () => {
  const { registered_at_ms: from, solved_at_ms: to } = await s.row(solved);
  expect(Math.ceil((Number(to) - Number(from)) / DAY)).toBe(34);
  expect(await facts(daysToSolve)).toEqual([`${bucketDims({}, 4)} @ 1405-09 = 1`]);
});

test('of other units nothing is counted', async () => {
  for (const metric of metrics)
    if (metric.kind !== 'ratio') expect(await facts(metric, `select '${s.there}'`)).toEqual([]);
});

test('reopening takes a problem out of the solved and back among the open', async () => {
  await reopenProblem.run(s.manager, { problemId: solved, revision: 6, why: 'Dark again.' });
  expect(await facts(solvedProblems)).toEqual([]);
  expect(await facts(daysToSolve)).toEqual([]);
  expect(await facts(openProblems)).toEqual([
    'domain=civil_works;state=triaged @  = 1',
    'domain=sport;state=registered @  = 1',
  ]);
});

test('what was taken up is counted by level; it is overdue from the day after its day, and not before', async () => {
  const problemId = await s.register({ domainKey: 'culture' });
  const dueOn = async () => String((await s.row(problemId))['level_due_on']);
  expect(await facts(escalatedProblems)).toEqual([]);
  await escalateProblem.run(s.manager, { problemId, revision: 1, reason: 'Beyond us.' });
  expect(await facts(escalatedProblems)).toEqual(['level=county @  = 1']);
  const due = await dueOn();
  expect(await facts(overdueEscalations, ALL_UNITS, due)).toEqual([]);
  expect(await facts(overdueEscalations, ALL_UNITS, addDays(civil(due), 1))).toEqual(['level=county @  = 1']);
  const next = overdueEscalations.nextChange?.replaceAll(':units', ALL_UNITS).replaceAll(':today', `'${due}'`) ?? '';
  const [change] = await s.province.sql(next);
  expect(change).toEqual({ unit_id: s.here, at_ms: msOf(addDays(civil(due), 1)) });
  await closeProblem.run(s.manager, { problemId, revision: 2, reason: 'withdrawn' });
  expect(await facts(escalatedProblems)).toEqual([]);
});

test('of a problem that was split its parts are counted, and one that was discarded is not', async () => {
  const counted = async () => (await facts(registeredProblems)).filter((fact) => fact.startsWith('domain=livelihood'));
  const problemId = await s.register({ domainKey: 'livelihood' });
  expect(await counted()).toEqual(['domain=livelihood @ 1405-09 = 1']);
  const part = (title: string) => ({ title, domainKey: 'livelihood', severity: 2 });
  const { parts } = await splitProblem.run(s.manager, { problemId, revision: 1, parts: [part('One'), part('Two')] });
  expect(await counted()).toEqual(['domain=livelihood @ 1405-09 = 2']);
  await discardProblem.run(s.manager, { problemId: parts[0]?.id ?? '', revision: 1 });
  expect(await counted()).toEqual(['domain=livelihood @ 1405-09 = 1']);
});

test('every change of a problem marks its unit', async () => {
  expect(marks).toEqual([{ table: 'problems', feature: 'problems' }]);
  await s.province.sql('delete from dirty');
  await triageProblem.run(s.manager, { problemId: await s.register(), revision: 1, severity: 2 });
  expect(await s.province.sql("select unit_id from dirty where feature = 'problems'")).toEqual([{ unit_id: s.here }]);
});

test('every dimension comes from a national list, and the SQL is ASCII', () => {
  expect(NATIONAL_DOMAINS).toHaveLength(13);
  for (const metric of metrics) if (metric.kind !== 'ratio') expect(metric.from).toMatch(/^[\x20-\x7e]+$/);
});
