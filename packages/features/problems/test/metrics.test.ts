import { attachNote } from '@mahalleh/evidence';
import { periodBounds } from '@mahalleh/kernel';
import { ALL_UNITS, bucketDims, factsSql, storedKey, type StoredMetric } from '@mahalleh/metric';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  closeProblem,
  mergeProblem,
  NATIONAL_DOMAINS,
  reopenProblem,
  solveProblem,
  startProblem,
  triageProblem,
} from '../src/index.ts';
import {
  closedUnsolved,
  daysToSolve,
  marks,
  metrics,
  openProblems,
  registeredProblems,
  solvedProblems,
} from '../src/metrics.ts';
import { openSetting, type Setting } from './setting.ts';

const DAY = 86_400_000;
const MEHR = periodBounds('1405-07').fromMs;
const ABAN = periodBounds('1405-08').fromMs;

let s: Setting;
let solved: string;
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
});
afterAll(() => s.province.close());

/** The facts of a metric as `dims @ period = value`. */
const facts = async (metric: StoredMetric, units = ALL_UNITS) => {
  const sql = factsSql(metric, units).replaceAll(':today', "'2026-11-22'");
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

test('solved and closed unsolved are two figures, each in the month in which it happened', async () => {
  expect(await facts(solvedProblems)).toEqual(['domain=civil_works @ 1405-08 = 1']);
  expect(await facts(closedUnsolved)).toEqual(['domain=social_harms @ 1405-08 = 1']);
});

test('what is left is open, by domain and state', async () => {
  expect(await facts(openProblems)).toEqual(['domain=sport;state=registered @  = 1']);
});

test('the days to the solution are begun days, in the month of the solution', async () => {
  const { registered_at_ms: from, solved_at_ms: to } = await s.row(solved);
  expect(Math.ceil((Number(to) - Number(from)) / DAY)).toBe(34);
  expect(await facts(daysToSolve)).toEqual([`${bucketDims({}, 4)} @ 1405-08 = 1`]);
});

test('of other units nothing is counted', async () => {
  for (const metric of metrics)
    if (metric.kind !== 'ratio') expect(await facts(metric, `select '${s.there}'`)).toEqual([]);
});

test('reopening takes a problem out of the solved and back among the open', async () => {
  await reopenProblem.run(s.manager, { problemId: solved, revision: 5, why: 'Dark again.' });
  expect(await facts(solvedProblems)).toEqual([]);
  expect(await facts(daysToSolve)).toEqual([]);
  expect(await facts(openProblems)).toEqual([
    'domain=civil_works;state=triaged @  = 1',
    'domain=sport;state=registered @  = 1',
  ]);
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
