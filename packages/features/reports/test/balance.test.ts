/** Open problems are held against the last report only where both were counted when their period ended. */
import { expect, test } from 'vitest';
import type { PeriodRow } from '../src/asks.ts';
import { findingsOf } from '../src/check-rules.ts';
import { boundsOfPeriod } from '../src/periods.ts';

const DAY_MS = 86_400_000;

const open = (period: '1405-07' | '1405-08', value: number, daysAfter: number): PeriodRow => ({
  ...{ period, county: '2501', metric: 'problem.open@1', dims: '', value },
  asOfMs: boundsOfPeriod(period).toMs + daysAfter * DAY_MS,
});
const kinds = (now: PeriodRow, before: PeriodRow): string[] =>
  findingsOf([now], [[before]], ['2501']).map(({ kind }) => kind);

test.each([
  ['both at their ends', 0, 0, ['unbalanced']],
  ['one some days late, as after a weekend offline', 6, 0, ['unbalanced']],
  ['one counted again weeks later: what happened since is in it', 20, 0, []],
  ['held against one that was counted again', 0, 20, []],
] as const)('%s', (_what, now, before, found) => {
  expect(kinds(open('1405-08', 80, now), open('1405-07', 40, before))).toEqual(found);
});

test('what follows from the last report is not asked about', () => {
  expect(kinds(open('1405-08', 42, 0), open('1405-07', 40, 0))).toEqual([]);
});
