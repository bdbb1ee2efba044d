import { Failure } from '@mahalleh/kernel';
import { describe, expect, test } from 'vitest';
import { localeOf, problemOf } from '../src/index.ts';

const reasons = {
  broken: { fa: 'خراب', en: 'Broken' },
  task_outside_operation: { fa: 'میان {startsOn} و {endsOn}', en: 'between {startsOn} and {endsOn}' },
  number_too_big: { fa: 'حداکثر {max}', en: 'at most {max}' },
  choice_unknown: { fa: 'یکی از {choices}', en: 'one of {choices}' },
};
const said = (params: Record<string, string | number>, locale: 'fa' | 'en', reason = 'number_too_big') =>
  problemOf(new Failure('refused', reason, { detail: params }), reasons, locale, 'trace-00').title;

describe('what a sentence mentions is written for its reader', () => {
  const span = { startsOn: '2026-11-22', endsOn: '2026-12-21' };

  test('a day is Jalali in Persian and Gregorian in English', () => {
    expect(said(span, 'fa', 'task_outside_operation')).toBe('میان ۱ آذر ۱۴۰۵ و ۳۰ آذر ۱۴۰۵');
    expect(said(span, 'en', 'task_outside_operation')).toBe('between 22 November 2026 and 21 December 2026');
  });

  test('numbers have the digits of the language, and separators when they are long', () => {
    expect(said({ max: 5 }, 'fa')).toBe('حداکثر ۵');
    expect(said({ max: 1500 }, 'fa')).toBe('حداکثر ۱۵۰۰');
    expect(said({ max: 1_000_000 }, 'fa')).toBe('حداکثر ۱٬۰۰۰٬۰۰۰');
    expect(said({ max: 1_000_000 }, 'en')).toBe('at most 1,000,000');
    expect(said({ max: 40.5 }, 'fa')).toBe('حداکثر ۴۰٫۵');
  });

  test('times are written as the reader writes them', () => {
    expect(said({ max: '08:00–12:00, 16:00–20:00' }, 'fa')).toBe('حداکثر ۰۸:۰۰ تا ۱۲:۰۰، ۱۶:۰۰ تا ۲۰:۰۰');
    expect(said({ max: '16:30' }, 'fa')).toBe('حداکثر ۱۶:۳۰');
    expect(said({ max: '08:00–12:00' }, 'en')).toContain('08:00–12:00');
  });

  test('codes stay as they are, and what programs read keeps its plain form', () => {
    expect(said({ choices: 'a, b' }, 'fa', 'choice_unknown')).toBe('یکی از a, b');
    const problem = problemOf(
      new Failure('refused', 'task_outside_operation', { detail: span }),
      reasons,
      'fa',
      'trace-00',
    );
    expect(problem.detail).toEqual(span);
  });

  test('the fault of each field is said in the same way', () => {
    const failure = new Failure('invalid', 'broken', {
      fields: [{ field: 'severity', reason: 'number_too_big', params: { max: 5 } }],
    });
    expect(problemOf(failure, reasons, 'fa', 'trace-00').errors).toEqual([
      { field: 'severity', reason: 'number_too_big', title: 'حداکثر ۵' },
    ]);
  });
});

test('an error that is not a failure says nothing about itself', () => {
  expect(problemOf(null, reasons, 'en', 'trace-00')).toEqual({
    type: 'urn:mahalleh:reason:broken',
    title: 'Broken',
    status: 500,
    reason: 'broken',
    traceId: 'trace-00',
  });
});

test.each([
  [undefined, 'fa'],
  ['de', 'fa'],
  ['en-GB,en;q=0.9', 'en'],
  ['fa-IR,en;q=0.5', 'fa'],
  ['de, en;q=0.4', 'en'],
])('Accept-Language %s is answered in %s', (header, locale) => {
  expect(localeOf(header)).toBe(locale);
});
