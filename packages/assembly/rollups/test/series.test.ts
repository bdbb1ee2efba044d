import { expect, test } from 'vitest';
import { comparedWith, pointsOf, type MonthRow } from '../src/nation/series.ts';

const months = ['1404-12', '1405-01', '1405-02', '1405-03', '1405-04'];
const row = (metric: string, period: string, value: number, dims = ''): MonthRow => ({
  reporter: 'qom',
  metric,
  dims,
  period,
  value,
});
const known = new Set(months.slice(0, 4));

test('a flow is added up over its months, a stock is that of the last month known, and what nobody told is a gap', () => {
  const rows = [row('a@1', '1405-01', 2), row('a@1', '1405-02', 3), row('a@1', '1405-03', 4), row('a@1', '1404-12', 9)];
  const flow = { span: 'year', of: { metric: 'a@1' } } as const;
  expect(pointsOf(flow, rows, months, known, 'quarter').map(({ span, value }) => [span, value])).toEqual([
    ['1404-q4', 9],
    ['1405-q1', 9],
    ['1405-q2', null],
  ]);
  expect(
    pointsOf({ ...flow, span: 'now' }, rows, months, known, 'year').map(({ span, value }) => [span, value]),
  ).toEqual([
    ['1404', 9],
    ['1405', 4],
  ]);
});

test('a share keeps its parts, and versions of a metric are never added to one another', () => {
  const rows = [
    row('a@2', '1405-01', 6, 'state=formed'),
    row('a@2', '1405-01', 4, 'state=absent'),
    row('a@1', '1405-01', 500, 'state=formed'),
  ];
  const share = {
    span: 'now',
    of: { metric: 'a@2', where: { dim: 'state', in: ['formed'] } },
    over: { metric: 'a@2' },
  } as const;
  expect(pointsOf(share, rows, ['1405-01'], new Set(['1405-01']), 'month')).toEqual([
    { span: '1405-01', value: 0.6, of: 6, over: 10 },
  ]);
});

test('the span before and that of last year', () => {
  expect(comparedWith('1405-01')).toEqual({ before: '1404-12', lastYear: '1404-01' });
  expect(comparedWith('1405-q1')).toEqual({ before: '1404-q4', lastYear: '1404-q1' });
  expect(comparedWith('1405')).toEqual({ before: '1404', lastYear: '1404' });
});
