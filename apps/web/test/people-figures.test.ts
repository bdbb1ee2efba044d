import { peopleTable } from '../src/lib/ministry/tables/people';
import { expect, test } from 'vitest';
import { csvOf } from '../src/lib/csv.ts';
import { cellOf, cellText, stateOf, type PeopleFigures } from '../src/lib/ministry/people-figures.ts';

const figure = (value: number) => ({
  ...{ value, range: null, reported: 1, missing: [], suppressed: 0, asOf: 1 },
  ...{ sums: [value], of: null, over: null },
});
const place = (key: string, domains: PeopleFigures['places'][number]['domains']) => ({
  ...{ key, code: key, nameFa: key, nameEn: key, whole: figure(0), letter: null },
  domains,
});
const figures: PeopleFigures = {
  nowMs: 1,
  pin: null,
  metrics: [
    {
      ...{
        key: 'people.volunteers',
        version: 1,
        kind: 'count',
        source: { fa: '', en: '' },
        owner: { key: 'capacity', title: { fa: '', en: '' } },
        parts: [],
        of: null,
      },
      ...{ title: { fa: 'داوطلبان', en: 'Volunteers' }, definition: { fa: '', en: '' } },
    },
  ],
  metric: 'people.volunteers',
  periods: ['1405-08'],
  period: '1405-08',
  province: null,
  domains: [{ key: 'health', titleFa: 'سلامت', titleEn: 'Health' }],
  whole: figure(12),
  byDomain: {},
  places: [
    place('told', [{ domain: 'health', sums: [12], suppressed: 0, range: null }]),
    place('nobody', [{ domain: 'health', sums: [0], suppressed: 0, range: null }]),
    place('few', [{ domain: 'health', sums: [0], suppressed: 1, range: { low: 1, high: 4 } }]),
    place('some', [{ domain: 'health', sums: [12], suppressed: 2, range: { low: 14, high: 20 } }]),
    place('superseded', [{ domain: 'health', sums: [0], suppressed: 1, range: { low: 0, high: null } }]),
    place('silent', null),
  ],
};

test('zero, hidden and missing look like three things', () => {
  const cells = figures.places.map((one) => cellOf(one, 'health'));
  expect(cells.map(stateOf)).toEqual(['value', 'value', 'suppressed', 'partly', 'suppressed', 'missing']);
  expect(cells.map((cell) => cellText(figures, cell, 'en'))).toEqual([
    ...['12', '0', 'fewer than 5', '14 to 20', 'hidden', '–'],
  ]);
});

test('and are three things in the file', () => {
  const { columns, rows: told } = peopleTable(figures, 'en');
  const heads = columns.map(({ key }) => key);
  const [, ...rows] = csvOf(heads, told).trim().split('\r\n');
  const start = 'people.volunteers,1405-08,';
  expect(rows).toEqual([
    `${start}told,told,health,value,12,0,,`,
    `${start}nobody,nobody,health,value,0,0,,`,
    `${start}few,few,health,suppressed,,1,1,4`,
    `${start}some,some,health,partly,12,2,14,20`,
    `${start}superseded,superseded,health,suppressed,,1,0,`,
    `${start}silent,silent,health,missing,,,,`,
  ]);
});
