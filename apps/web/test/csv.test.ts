import { expect, test } from 'vitest';
import { csvFile, csvOf } from '../src/lib/csv.ts';

test('cells are quoted where they must be, and text is never a formula', () => {
  const rows = [
    ['تاریکی، کوچه "۸"', 12.5, null],
    ['=1+1', -3, '@sum'],
    ['a\nb', 0, undefined],
  ];
  expect(csvOf(['title', 'value', 'note'], rows)).toBe(
    `\uFEFFtitle,value,note\r\n"تاریکی، کوچه ""۸""",12.5,\r\n'=1+1,-3,'@sum\r\n"a\nb",0,\r\n`,
  );
});

test('a file says what it is and how it is called', async () => {
  const answer = csvFile('plan.csv', ['task'], [['Dig the ditch']]);
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="plan.csv"');
  expect(answer.headers.get('content-type')).toContain('charset=utf-8');
  expect(new Uint8Array(await answer.arrayBuffer()).slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]));
});
