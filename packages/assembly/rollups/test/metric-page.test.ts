/** The page of a metric: a span beside the one before and last year's, ratios and percentiles joined from their parts. */
import { addPeriods, periodOf, shiftSpan, spanOf, yearBefore } from '@mahalleh/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toldSpans } from '../src/nation/metric-spans.ts';
import { openNationWorld } from './nation-world.ts';

type Figure = { value: number | null; of: number | null; over: number | null; reported: number; missing: string[] };
type Spread = { counts: number[]; median: { at?: number } | null; p90: { at?: number } | null };
type Told = { span: string | null; months: number; figure: Figure; spread: Spread | null };
type Page = {
  asked: Told;
  before: Told;
  lastYear: Told;
  provinces: {
    slug: string;
    figure: Figure;
    before: number | null;
    lastYear: number | null;
    spread: Spread | null;
  }[];
  dims: { values: Record<string, string>; value: number }[];
  months: { month: string; value: number | null }[];
};

let world: Awaited<ReturnType<typeof openNationWorld>>;
const REGISTERED = 'problem.registered@1';
const SOLVED = 'problem.solved@2';
const DAYS = 'problem.days_to_solve@2';
const OPEN = 'problem.open@1';
const page = (key: string, more: object = {}): Promise<Page> => world.ask<Page>('/metrics/{key}', { key, ...more });
const of = ({ provinces }: Page, slug: string) => provinces.find((one) => one.slug === slug);

/** A month that a province closed with a stock in one county. */
const closed = async (province: string, county: string, period: string, value: number): Promise<void> => {
  await world.sql(
    'insert into national_closings (province, period, version, closed_at_ms, reason, received_at_ms, epoch, letter_number) values (?, ?, 1, 1, null, 2, 1, 1)',
    [province, period],
  );
  await world.sql(
    "insert into national_frozen_cells (metric, period, province, version, county, dims, value, as_of_ms) values (?, ?, ?, 1, ?, 'domain=health;state=triaged', ?, 1)",
    [OPEN, period, province, county, value],
  );
};

beforeAll(async () => {
  world = await openNationWorld();
  const { month } = world;
  const [last, year] = [addPeriods(month, -1), addPeriods(month, -12)];
  const qom = { province: 'qom', county: '2501' };
  const qazvin = { province: 'qazvin', county: '2601' };
  const domain = { dims: 'domain=health' };
  await world.cells([
    { ...qom, ...domain, metric: REGISTERED, period: month, value: 10 },
    { ...qom, county: '2502', ...domain, metric: REGISTERED, period: month, value: 2 },
    { ...qom, ...domain, metric: SOLVED, period: month, value: 6 },
    { ...qom, ...domain, metric: REGISTERED, period: last, value: 8 },
    { ...qom, ...domain, metric: SOLVED, period: last, value: 2 },
    { ...qom, ...domain, metric: REGISTERED, period: year, value: 40 },
    { ...qazvin, ...domain, metric: REGISTERED, period: month, value: 28 },
    { ...qazvin, ...domain, metric: SOLVED, period: month, value: 2 },
    { ...qom, metric: DAYS, dims: 'bucket=00', period: month, value: 4 },
    { ...qom, metric: DAYS, dims: 'bucket=02', period: month, value: 4 },
    { ...qazvin, metric: DAYS, dims: 'bucket=05', period: month, value: 2 },
    { ...qom, metric: OPEN, dims: 'domain=health;state=registered', value: 7 },
  ]);
  for (const province of ['qom', 'qazvin']) await world.covers(province, [REGISTERED, SOLVED, DAYS, OPEN], 5000);
  await closed('qom', '2501', last, 9);
  await closed('qazvin', '2601', last, 4);
  await closed('qom', '2501', year, 30);
});
afterAll(() => world.close());

test('a flow of a month stands beside the month before and the same month a year ago, over all and of each province', async () => {
  const told = await page('problem.registered', { period: world.month });
  expect([told.asked, told.before, told.lastYear].map(({ span, figure }) => [span, figure.value])).toEqual([
    [world.month, 40],
    [addPeriods(world.month, -1), 8],
    [addPeriods(world.month, -12), 40],
  ]);
  expect(of(told, 'qom')).toMatchObject({ figure: { value: 12 }, before: 8, lastYear: 40 });
  // Nothing was told of Qazvin a year ago: that is not nought.
  expect(of(told, 'qazvin')).toMatchObject({ figure: { value: 28 }, before: 0, lastYear: null });
  expect(of(told, 'yazd')).toMatchObject({ figure: { value: null, missing: ['yazd'] } });
  expect(told.dims).toEqual([{ values: { domain: 'health' }, value: 40 }]);
  expect(told.months.at(-1)).toMatchObject({ month: world.month, value: 40 });
  expect(told.months).toHaveLength(24);
});

test('a quarter and a year are sums of their months', async () => {
  const quarter = spanOf(periodOf(world.nowMs), 'quarter');
  const inQuarter = spanOf(addPeriods(world.month, -1), 'quarter') === quarter ? 48 : 40;
  expect((await page('problem.registered', { period: quarter })).asked.figure.value).toBe(inQuarter);
  expect((await page('problem.registered')).asked).toMatchObject({ span: world.year, figure: { value: 48 } });
});

test('a ratio is divided last, from the sums of its parts', async () => {
  const told = await page('problem.solved_share', { period: world.month });
  expect(told.asked.figure).toMatchObject({ of: 8, over: 40, value: 0.2 });
  expect(of(told, 'qom')?.figure).toMatchObject({ of: 6, over: 12, value: 0.5 });
  expect(told.before.figure).toMatchObject({ of: 2, over: 8, value: 0.25 });
});

test('percentiles are of the joined buckets, and never means of those of provinces', async () => {
  const told = await page('problem.days_to_solve', { period: world.month });
  expect(told.asked.spread?.counts.slice(0, 6)).toEqual([4, 0, 4, 0, 0, 2]);
  expect(told.asked.spread?.median?.at).toBeCloseTo(7 + 7 / 4);
  expect(told.asked.spread?.p90?.at).toBeCloseTo(75);
  expect(of(told, 'qom')?.spread?.median?.at).toBe(3);
  expect(of(told, 'qazvin')?.spread?.median?.at).toBe(75);
});

describe('a stock', () => {
  test('as it stands is held against the ends of the last month and of the same month a year ago', async () => {
    const told = await page('problem.open');
    expect([told.asked, told.before, told.lastYear].map(({ span, figure }) => [span, figure.value])).toEqual([
      [null, 7],
      [addPeriods(world.month, -1), 13],
      [addPeriods(world.month, -12), 30],
    ]);
    expect(told.lastYear.figure.missing).toEqual(['qazvin', 'yazd']);
    expect(of(told, 'qazvin')).toMatchObject({ figure: { value: 0 }, before: 4, lastYear: null });
  });

  test('of a month that is over is what was frozen at its end', async () => {
    const told = await page('problem.open', { period: addPeriods(world.month, -1) });
    expect(told.asked.figure).toMatchObject({ value: 13, reported: 2, missing: ['yazd'] });
    expect(told.dims).toEqual([{ values: { domain: 'health', state: 'triaged' }, value: 13 }]);
  });

  test('of a month that nobody closed is not known', async () => {
    expect((await page('problem.open', { period: addPeriods(world.month, -5) })).asked.figure.value).toBeNull();
  });
});

test('a span that runs is held against as many months of the others', () => {
  const at = (month: number): number => Date.parse(`2026-${String(month).padStart(2, '0')}-01T12:00:00Z`);
  const nowMs = at(11);
  const year = spanOf(periodOf(nowMs), 'year');
  const { asked, before, lastYear } = toldSpans('flow', year, nowMs);
  expect(before).toEqual(lastYear);
  expect(before.span).toBe(yearBefore(year));
  expect(before.months).toHaveLength(asked.months.length);
  expect(before.months.map((month) => month.slice(5))).toEqual(asked.months.map((month) => month.slice(5)));
  const whole = toldSpans('flow', shiftSpan(year, -1), nowMs);
  expect([whole.asked.months.length, whole.before.months.length]).toEqual([12, 12]);
});

test('a metric that is none, and a span that is none, are refused', async () => {
  await expect(page('problem.beauty')).rejects.toMatchObject({ reason: 'metric_unknown' });
  await expect(page('problem.open', { period: '1405-13' })).rejects.toMatchObject({ kind: 'invalid' });
});

test('the catalogue lists what counts people beside what counts things, each with its owner', async () => {
  const { metrics, people } = await world.ask<{
    metrics: { key: string; population: string }[];
    people: { key: string; owner: { key: string } }[];
  }>('/metrics', {});
  expect(metrics.every(({ population }) => population === 'things')).toBe(true);
  expect(people.map(({ key, owner }) => [key, owner.key])).toEqual([
    ['people.affected', 'problems'],
    ['people.scoring', 'problems'],
    ['people.volunteers', 'capacity'],
  ]);
});
