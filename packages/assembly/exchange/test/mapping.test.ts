import { describe, expect, test } from 'vitest';
import { FAILURE_STATUS } from '@mahalleh/kernel';
import { EXCHANGES, IMPORT_KINDS } from '../src/kinds.ts';
import { guessMapping } from '../src/mapping.ts';
import { exchangeRoutes } from '../src/routes.ts';
import { hasText } from '../src/texts.ts';

describe('columns are guessed from the headers that people write', () => {
  const guess = (kind: (typeof IMPORT_KINDS)[number], ...headers: string[]) =>
    guessMapping(EXCHANGES[kind].columns, headers);
  test('spelling, half-spaces, brackets and case make no difference', () => {
    expect(guess('units', 'نام_محله', ' جمعیت (نفر) ', 'كد رسمي', 'شهرستان', 'PARENT NAME')).toEqual({
      nameFa: 0,
      population: 1,
      officialCode: 2,
      countyName: 3,
      parentName: 4,
    });
    expect(guess('bases', 'نام مسجد', 'تاریخ فعال سازی', 'وضعيت')).toEqual({ name: 0, activatedOn: 1, activation: 2 });
    expect(guess('people', 'نام و نام‌خانوادگي', 'موبایل', 'سمت')).toEqual({ fullName: 0, mobile: 1, jobTitle: 2 });
  });
  test('each header is taken once, and what is unknown is left', () => {
    expect(guess('people', 'نام', 'نام کامل', 'وزن')).toEqual({ fullName: 0 });
    expect(guess('units', '', '', 'رنگ')).toEqual({});
  });
});

test('every title stands in both languages, and no two columns of a kind share a word', () => {
  for (const kind of IMPORT_KINDS) {
    const { columns } = EXCHANGES[kind];
    const whole = columns.flatMap(({ title }) => [title.fa, title.en]);
    expect(whole.every((text) => text.length > 1)).toBe(true);
    expect(
      guessMapping(
        columns,
        columns.map(({ title }) => title.fa),
      ),
    ).toEqual(Object.fromEntries(columns.map(({ key }, i) => [key, i])));
    expect(
      guessMapping(
        columns,
        columns.map(({ title }) => title.en),
      ),
    ).toEqual(Object.fromEntries(columns.map(({ key }, i) => [key, i])));
  }
});

test('no column of any kind is about a household, a family or a belief', () => {
  const all = IMPORT_KINDS.flatMap((kind) => EXCHANGES[kind].columns.map(({ key }) => key));
  expect(all.sort()).toMatchSnapshot();
});

test('every reason of a failure has its text', () => {
  for (const reason of [
    ...Object.keys(FAILURE_STATUS),
    'import_row_twice',
    'import_agency_unknown',
    'unit_parent_unfit',
    'mobile_malformed',
  ])
    expect(hasText(reason)).toBe(true);
});

test('the three steps are mounted, and only the run is a command', () => {
  expect(exchangeRoutes.map(({ method, path, act, body }) => [method, path, act.kind, body])).toEqual([
    ['POST', '/imports/inspect', 'query', 'bytes'],
    ['POST', '/imports/dry-run', 'query', 'bytes'],
    ['POST', '/imports/run', 'command', 'bytes'],
  ]);
});
