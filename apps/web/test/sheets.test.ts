import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { stateOfFigure, type SheetTable } from '../src/lib/sheets/table';
import { xlsxOf } from '../src/lib/sheets/xlsx';

const table: SheetTable = {
  file: 'figures',
  title: 'شهرستان‌ها: [مسئله] «باز» & بسته، در سال گذشته و اکنون',
  notes: ['برگرفته در <امروز>'],
  columns: [
    { key: 'name', title: 'نام', kind: 'text' },
    { key: 'state', title: 'وضعیت', kind: 'state' },
    { key: 'value', title: 'مقدار', kind: 'share' },
  ],
  rows: [
    ['قم', 'value', 0],
    ['=1+1', 'suppressed', null],
    ['یزد', 'missing', null],
    ['ری', 'value', 0.125],
  ],
};
const words = { isRightToLeft: true, states: { suppressed: 'پنهان', missing: 'نرسیده', value: 'گفته شده' } };
const filesOf = (rtl = true): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(xlsxOf(table, { ...words, isRightToLeft: rtl }))).map(([name, bytes]) => [
      name,
      strFromU8(bytes),
    ]),
  );
const sheet = (rtl = true): string => filesOf(rtl)['xl/worksheets/sheet1.xml'] ?? '';

test('a workbook holds its parts, and reads from the right in Persian alone', () => {
  expect(Object.keys(filesOf()).toSorted()).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/_rels/workbook.xml.rels',
    'xl/styles.xml',
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
  ]);
  expect(sheet()).toContain('rightToLeft="1"');
  expect(sheet(false)).not.toContain('rightToLeft');
});

test('numbers stay numbers and zero is one; what is hidden or has not come is told in words and has none', () => {
  const rows = [...sheet().matchAll(/<row r="(\d+)">(.*?)<\/row>/g)].map(([, , cells]) => cells ?? '');
  const [title, note, head, ...told] = rows;
  expect(title).toContain('&amp; بسته');
  expect(note).toContain('&lt;امروز&gt;');
  expect(head).toContain('وضعیت');
  expect(told[0]).toMatch(/<c r="C5" s="2"><v>0<\/v><\/c>$/);
  expect(told[1]).toContain('پنهان');
  expect(told[1]).not.toContain('<v>');
  expect(told[2]).toContain('نرسیده');
  expect(told[2]).not.toContain('<v>');
  expect(told[3]).toContain('<v>0.125</v>');
});

test('a text is a text, whatever it begins with, and the sheet has a name that it may bear', () => {
  expect(sheet()).toContain('t="inlineStr"><is><t xml:space="preserve">=1+1</t>');
  const name = /<sheet name="([^"]*)"/.exec(filesOf()['xl/workbook.xml'] ?? '')?.[1] ?? '';
  expect(name.replaceAll('&amp;', '&').length).toBeLessThanOrEqual(31);
  expect(name).not.toMatch(/[[\]:*?/\\]/);
});

test('how a figure stands: told, hidden, partly hidden, not received, nothing to divide', () => {
  const of = (value: number | null, reported: number, suppressed: number) =>
    stateOfFigure({ value, reported, suppressed });
  expect([of(0, 1, 0), of(null, 1, 2), of(7, 1, 2), of(null, 0, 0), of(null, 3, 0)]).toEqual([
    ...['value', 'suppressed', 'partly', 'missing', 'undefined'],
  ]);
});
