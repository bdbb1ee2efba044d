import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatNumber, formatPercent, latinDigits, parseNumber, persianDigits } from '../src/digits.ts';
import { formatRial, isRial, MAX_RIAL } from '../src/money.ts';

describe('digits', () => {
  test('Persian and Arabic ones become Latin, and Persian again, the rest untouched', () => {
    expect(latinDigits('کد ۰۱۲۳۴۵۶۷۸۹ و ٠١٢٣٤٥٦٧٨٩')).toBe('کد 0123456789 و 0123456789');
    expect(persianDigits('0123456789 ٠١٢٣٤٥٦٧٨٩')).toBe('۰۱۲۳۴۵۶۷۸۹ ۰۱۲۳۴۵۶۷۸۹');
  });

  test('turning twice is turning once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(latinDigits(persianDigits(text))).toBe(latinDigits(text));
        expect(latinDigits(latinDigits(text))).toBe(latinDigits(text));
      }),
    );
  });
});

describe('a number for a reader', () => {
  test.each([
    [0, '۰', '0'],
    [1234567.891, '۱٬۲۳۴٬۵۶۷٫۸۹', '1,234,567.89'],
    [999, '۹۹۹', '999'],
    [1000, '۱٬۰۰۰', '1,000'],
    [-5, '\u200e−۵', '−5'],
    [-0.001, '۰', '0'],
  ])('%d', (n, fa, en) => {
    expect(formatNumber(n, 'fa')).toBe(fa);
    expect(formatNumber(n, 'en')).toBe(en);
  });

  test('a percentage carries its sign behind the figure', () => {
    expect(formatPercent(0.457, 'fa')).toBe('۴۵٫۷٪');
    expect(formatPercent(0.457, 'en')).toBe('45.7%');
    expect(formatPercent(1, 'fa', { maxFraction: 0 })).toBe('۱۰۰٪');
  });

  test('rials are whole, and safe up to the largest exact number', () => {
    expect(formatRial(1_200_000, 'fa')).toBe('۱٬۲۰۰٬۰۰۰ ریال');
    expect(formatRial(1, 'en')).toBe('1 rial');
    expect(formatRial(1200, 'en')).toBe('1,200 rials');
    expect([0, 1, MAX_RIAL].every(isRial)).toBe(true);
    expect([-1, 0.5, MAX_RIAL + 1, Number.NaN, Number.POSITIVE_INFINITY].some(isRial)).toBe(false);
  });
});

describe('a typed number', () => {
  test.each([
    ['12', 12],
    ['۱۲', 12],
    ['١٢', 12],
    [' ۱۲ ', 12],
    ['۱٬۲۳۴', 1234],
    ['1,234,567', 1234567],
    ['۱،۲۳۴', 1234],
    ['۱۲٫۵', 12.5],
    ['١٢٫٥', 12.5],
    ['12.5', 12.5],
    ['-3', -3],
    ['−۳', -3],
    ['\u200e−۳', -3],
    ['+3', 3],
    ['.5', 0.5],
    ['007', 7],
    ['1 234', 1234],
    ['-0', 0],
  ])('%s is %d', (text, n) => {
    expect(parseNumber(text)).toBe(n);
  });

  test.each([
    '',
    ' ',
    'ده',
    '12a',
    '1,5',
    '1,23,456',
    '1,234 567',
    '1.2.3',
    '1.234.567',
    '1405/09/01',
    '--1',
    '1e5',
    '0x10',
    '٬',
    '.',
    '-',
    'Infinity',
  ])('«%s» is no number', (text) => {
    expect(parseNumber(text)).toBeUndefined();
  });

  test('what is shown reads back, in either language', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.constantFrom('fa', 'en'), (cents, locale) => {
        expect(parseNumber(formatNumber(cents / 100, locale))).toBe(cents / 100);
      }),
    );
  });
});
