import { wantedOf } from '@mahalleh/gate/wanted';
import { foldText } from '@mahalleh/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { marksOf } from '../src/mark-rules.ts';
import { correctedOf } from '../src/rules.ts';

const spellings = (q: string): (readonly string[])[] => wantedOf(q).clauses.map(({ any }) => any);

describe('what is typed', () => {
  test('is folded into words; a half-space divides as a space does, and neighbours may stand joined', () => {
    expect(spellings('كوچه‌های')).toEqual([
      ['کوچه', 'کوچههای'],
      ['های', 'کوچههای'],
    ]);
    expect(spellings('کوچه های')).toEqual(spellings('کوچه‌های'));
    expect(spellings('کوچههای')).toEqual([['کوچههای']]);
    expect(spellings('می‌خواهم‌شان')[0]).toContain('میخواهمشان');
  });

  test('may hold digits of three sets, harakat, tatweel, punctuation and any case', () => {
    expect(spellings('«مُدَرّســـه» ۱۴, ١٤ ABC')).toEqual([
      ['مدرسه', 'مدرسه14'],
      ['14', 'مدرسه14', '1414'],
      ['14', '1414', '14abc'],
      ['abc', '14abc'],
    ]);
  });

  test('is a code when it can be one, however it is written', () => {
    expect(wantedOf(' k7-m2 qo ').code).toBe('k7m2q0');
    expect(wantedOf('مدرسه').code).toBeNull();
    expect(wantedOf('abc').code).toBeNull();
  });

  test('never makes a clause without letters or digits, and never more than eight', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (q) => {
        const { clauses } = wantedOf(q);
        expect(clauses.length).toBeLessThanOrEqual(8);
        for (const { any } of clauses) for (const word of any) expect(word).toMatch(/^[\p{L}\p{N}\p{Co}]+$/u);
      }),
    );
  });
});

describe('marks', () => {
  const marked = (title: string, q: string): string[] =>
    marksOf(
      title,
      wantedOf(q).clauses.flatMap(({ any }) => any),
    ).map(([from, to]) => title.slice(from, to));

  test('lie on what was looked for, as it is written in the title', () => {
    expect(marked('تاریکی کوچه‌های ۸ تا ۱۴', 'كوچه')).toEqual(['کوچه']);
    expect(marked('تاریکی کوچه‌های ۸ تا ۱۴', 'کوچه های')).toEqual(['کوچه‌های']);
    expect(marked('تاریکی کوچه‌های ۸ تا ۱۴', '14 تار')).toEqual(['تار', '۱۴']);
    expect(marked('مُدرسهٔ راه‌آهن', 'مدرسه راهاهن')).toEqual(['مُدرسهٔ', 'راه‌آهن']);
  });

  test('are stretches of the title that fold to a beginning of a word looked for', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'ابپتكيیهةآئ۸٤ \u200c\u064b«'), maxLength: 30 });
    fc.assert(
      fc.property(letters, letters, (title, q) => {
        const wanted = wantedOf(q).clauses.flatMap(({ any }) => any);
        let last = 0;
        for (const [from, to] of marksOf(title, wanted)) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeGreaterThan(from);
          expect(wanted).toContain(foldText(title.slice(from, to)));
          last = to;
        }
      }),
    );
  });
});

describe('a word that was put right', () => {
  test('is named only when nothing found holds it as typed', () => {
    const wanted = wantedOf('مدرصه');
    const fixes = [
      { clause: 0, typed: 'مدرصه', word: 'مدرسه' },
      { clause: 0, typed: 'مدرصه', word: 'مدرسی' },
    ];
    expect(correctedOf(wanted, ['راه مدرسه'], fixes)).toEqual([fixes[0]]);
    expect(correctedOf(wanted, ['راه مدرسه', 'مدرصه ما'], fixes)).toEqual([]);
    expect(correctedOf(wanted, [], fixes)).toEqual([]);
  });
});
