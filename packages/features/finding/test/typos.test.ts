import { foldText, normaliseText } from '@mahalleh/kernel';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSetting, type Setting } from './setting.ts';

const LETTERS = [...'ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی'];
const letter = fc.constantFrom(...LETTERS);
const word = fc.string({ unit: letter, minLength: 4, maxLength: 10 });

type Slip = (word: string, at: number, other: string) => string;
const SLIPS: Record<string, Slip> = {
  'a letter too few': (word, at) => word.slice(0, at) + word.slice(at + 1),
  'a letter too many': (word, at, other) => word.slice(0, at) + other + word.slice(at),
  'another letter': (word, at, other) => word.slice(0, at) + other + word.slice(at + 1),
  'two letters that changed places': (word, at) =>
    word.slice(0, at) + word.slice(at + 1, at + 2) + word.slice(at, at + 1) + word.slice(at + 2),
};

let the: Setting;
beforeAll(async () => {
  the = await openSetting();
});
afterAll(() => the.province.close());

describe('one slip in a word of four letters or more', () => {
  test.each(Object.entries(SLIPS))('%s: it is found', async (_name, slip) => {
    await fc.assert(
      fc.asyncProperty(word, word, fc.nat(), letter, async (right, beside, place, other) => {
        const id = await the.problem(`${right} ${beside}`);
        await the.upkeep();
        const wrong = slip(right, place % right.length, other);
        // The few that are called exactly as typed come first; the one meant is never lost among them.
        expect(await the.ids(wrong, the.director, { size: 50 }), `${right} typed as ${wrong}`).toContain(id);
        expect(await the.ids(`${beside} ${wrong}`, the.director, { size: 50 })).toContain(id);
        await the.province.sql('delete from problems where id = ?', [id]);
      }),
      { numRuns: 25 },
    );
  });

  test('a half-space, a space or nothing between two words: it is found', async () => {
    await fc.assert(
      fc.asyncProperty(
        word,
        word,
        fc.constantFrom(' ', '\u200c'),
        fc.constantFrom(' ', '\u200c', ''),
        async (first, second, written, typed) => {
          const id = await the.problem(`${first}${written}${second}`);
          await the.upkeep();
          expect(await the.ids(`${first}${typed}${second}`, the.director, { size: 50 })).toContain(id);
          await the.province.sql('delete from problems where id = ?', [id]);
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('the folding of the database', () => {
  test('is that of foldText, for every title that can be stored', async () => {
    const written = fc.string({
      unit: fc.constantFrom(...'ابکیهةۀھآأإٱؤئ۰۱۹٠٩ aZ9\u0640\u064b\u0651\u0670\u06d6\u200c\u0615\u06ea'),
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(written, async (text) => {
        const title = normaliseText(text);
        const id = await the.put('targets', {
          ...{ unit_id: the.places[0], title_fa: title, baseline_value: 0, goal_value: 1 },
          ...{ from_on: '2026-01-01', due_on: '2027-01-01', set_at_ms: 1 },
        });
        const [doc] = await the.province.sql('select text from search_docs where ref = ?', [id]);
        expect(String(doc?.['text']).trim().replace(/ +/g, ' ')).toBe(foldText(title));
      }),
      { numRuns: 100 },
    );
  });
});
