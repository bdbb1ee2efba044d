import { aimsBody } from '../src/lib/indicators/aims.ts';
import { cellBy, entryBody, filledRows, pastedInto, problemsByRow } from '../src/lib/indicators/entry.ts';
import { problemsOfRows, rowsOf, typedRows } from '../src/lib/targets/rows.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const formOf = (fields: Readonly<Record<string, string>>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
};
const size = { rows: 5, columns: 2 };

describe('moving in a sheet', () => {
  test('arrows follow what is seen: left is the next column in Persian, the one before in English', () => {
    const cell = { row: 2, column: 0 };
    expect(cellBy(cell, 'ArrowLeft', size, true)).toEqual({ row: 2, column: 1 });
    expect(cellBy(cell, 'ArrowLeft', size, false)).toBeUndefined();
    expect(cellBy(cell, 'ArrowRight', size, false)).toEqual({ row: 2, column: 1 });
    expect(cellBy(cell, 'Enter', size, true)).toEqual({ row: 3, column: 0 });
    expect(cellBy({ row: 4, column: 0 }, 'Enter', size, true)).toBeUndefined();
    expect(cellBy(cell, 'a', size, true)).toBeUndefined();
  });

  test('no key leads out of the sheet', () =>
    fc.assert(
      fc.property(
        fc.nat(4),
        fc.nat(1),
        fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Enter', 'x'),
        fc.boolean(),
        (row, column, key, isRtl) => {
          const next = cellBy({ row, column }, key, size, isRtl);
          if (!next) return;
          expect(next.row >= 0 && next.row < 5 && next.column >= 0 && next.column < 2).toBe(true);
        },
      ),
    ));
});

test('what was copied from a spreadsheet goes into the cells from the chosen one on, and no farther', () => {
  expect(pastedInto('۱۲\t۳۰\r\n13\t31\r\n', { row: 3, column: 0 }, size)).toEqual([
    { row: 3, column: 0, text: '۱۲' },
    { row: 3, column: 1, text: '۳۰' },
    { row: 4, column: 0, text: '13' },
    { row: 4, column: 1, text: '31' },
  ]);
  expect(pastedInto('1\t2\t3\n4\n5', { row: 4, column: 1 }, size)).toEqual([{ row: 4, column: 1, text: '1' }]);
  expect(pastedInto('7\n\n9', { row: 0, column: 0 }, size).map(({ text }) => text)).toEqual(['7', '', '9']);
});

test('only rows with a value are sent, and what is said of the n-th comes back to its row', () => {
  const form = formOf({
    'v.0.unitId': 'a',
    'v.0.period': '1405-07',
    'v.0.value': ' ',
    'v.2.unitId': 'c',
    'v.2.period': '1405-07',
    'v.2.value': '۴۹',
    'v.2.n': '210',
    'v.10.unitId': 'k',
    'v.10.period': '1405-07',
    'v.10.value': '5',
    'v.10.why': 'آمارگیری تازه',
    why: 'همه',
  });
  const rows = filledRows(form);
  expect(rows).toEqual([2, 10]);
  expect(entryBody(form)).toEqual({
    values: [
      { unitId: 'c', period: '1405-07', value: '۴۹', n: '210' },
      { unitId: 'k', period: '1405-07', value: '5', why: 'آمارگیری تازه' },
    ],
    why: 'همه',
  });
  const error = (field: string) => ({ field, reason: 'x', title: 'x' });
  expect(
    problemsByRow(['values.1.why', 'values.0.unitId', 'values.0.n', 'why'].map(error), rows).map(({ field }) => field),
  ).toEqual(['v.10.why', 'v.2.value', 'v.2.n', 'why']);
});

test('rows of milestones and parts: blank ones say nothing, and errors find their row', () => {
  const form = formOf({
    'milestones.0.onDate': '',
    'milestones.0.value': '',
    'milestones.1.onDate': '1405/06/31',
    'milestones.1.value': '۱۰۰',
    'shares.0.unitId': 'a',
    'shares.0.goalValue': '',
    'shares.1.unitId': 'b',
    'shares.1.goalValue': '7',
  });
  expect(rowsOf(form, 'milestones', ['onDate', 'value'])).toEqual([{ onDate: '1405/06/31', value: '۱۰۰' }]);
  expect(typedRows(form, 'shares', ['unitId'])).toEqual([1]);
  expect(rowsOf(form, 'shares', ['unitId', 'goalValue'], ['unitId'])).toEqual([{ unitId: 'b', goalValue: '7' }]);
  expect(problemsOfRows([{ field: 'milestones.0.value', reason: 'x', title: 'x' }], 'milestones', [1])[0]?.field).toBe(
    'milestones.1.value',
  );
});

test('an aim that is blank is sent blank, so that it is taken away', () => {
  const form = formOf({
    'aims.0.unitId': 'a',
    'aims.0.baselineValue': '38',
    'aims.0.goalValue': ' ',
    'aims.1.unitId': 'b',
  });
  expect(aimsBody(form)).toEqual({ aims: [{ unitId: 'a', baselineValue: '38' }, { unitId: 'b' }] });
});
