import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText, normaliseLines, normaliseText } from '../src/text.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        'ي',
        'ك',
        'آ',
        'ـ',
        '\u200c',
        ' ',
        '\n',
        '\t',
        '\u200f',
        '\u064e',
        'ۀ',
        'ه',
        '\u0654',
        'A',
        '۵',
        '٥',
        '\r\n',
        '\u202e',
      ),
    )
    .map((parts) => parts.join('')),
);

describe('the stored spelling', () => {
  test.each([
    ['Arabic ي and ك become Persian', 'علي كاظمي', 'علی کاظمی'],
    ['alef maksura becomes ی', 'موسى', 'موسی'],
    ['ة stays', 'زكاة', 'زکاة'],
    ['ZWNJ stays inside a word', 'خانه‌های', 'خانه‌های'],
    ['ZWNJ beside a space goes, and doubled is one', 'خانه‌ ‌های می‌‌رود', 'خانه های می‌رود'],
    ['spaces of every kind collapse, and end at the ends', '  الف\u00a0\u2003 ب\t\nج ', 'الف ب ج'],
    ['control characters and bidi marks go', 'a\u0000b\u0007c\u202ed\u200fe\ufeff', 'abcde'],
    ['composed characters are one', '\u0627\u0653', '\u0622'],
    ['a mark finds its letter past a hidden character', '\u0627\u200f\u0653', '\u0622'],
    ['half a surrogate pair goes', 'a\ud800b', 'ab'],
    ['a family of emoji stays whole', '👨‍👩‍👧', '👨‍👩‍👧'],
    ['digits stay as written', '۱۲ 34', '۱۲ 34'],
  ])('%s', (_, given, stored) => {
    expect(normaliseText(given)).toBe(stored);
  });

  test('of a note keeps its lines, at most one of them empty in a row', () => {
    expect(normaliseLines('\n يك \r\n\r\n\r\n\n دو\u2028سه \n')).toBe('یک\n\nدو\nسه');
  });

  test('is final: spelling a second time changes nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(normaliseText(normaliseText(text))).toBe(normaliseText(text));
        expect(normaliseLines(normaliseLines(text))).toBe(normaliseLines(text));
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('holds no control character, no line break and no space at its ends', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(normaliseText(text)).not.toMatch(/[\p{Cc}\u2028\u2029]|^\s|\s$|\s\s/u);
      }),
    );
  });
});

describe('search folds', () => {
  test.each([
    ['كتابخانه‌ي', 'کتابخانهی'],
    ['محلّه', 'محله'],
    ['قُم', 'قم'],
    ['ســلام', 'سلام'],
    ['أحمد إيران آب ٱ', 'احمد ایران اب ا'],
    ['خانۀ ما', 'خانه ما'],
    ['خانهٔ ما', 'خانه ما'],
    ['مدرسة', 'مدرسه'],
    ['مسؤول', 'مسوول'],
    ['مسئله', 'مسیله'],
    ['کوچه ۱۲ و ٣', 'کوچه 12 و 3'],
    ['QOM İ', 'qom i̇'],
  ])('%s to %s', (given, folded) => {
    expect(foldText(given)).toBe(folded);
  });

  test('the two keyboards meet: a text and its Arabic spelling fold alike', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('ی', 'ک', 'م', '۵', ' ', 'ا'), { minLength: 1 }), (letters) => {
        const persian = letters.join('');
        const arabic = persian.replaceAll('ی', 'ي').replaceAll('ک', 'ك').replaceAll('۵', '٥');
        expect(foldText(arabic)).toBe(foldText(persian));
      }),
    );
  });
});
