import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slideTexts } from '../src/lib/reports/print/slide-texts';

test('a text is put on as many slides as it needs, broken after sentences, and nothing of it is left out', () => {
  const sentence = 'در این سه‌ماهه شوراهای پیشرفت هفت محله تشکیل شد و کار آن‌ها آغاز گردید. ';
  const parts = slideTexts(sentence.repeat(12));
  expect(parts.length).toBe(3);
  for (const part of parts) expect(part.endsWith('.')).toBe(true);
  expect(slideTexts('کوتاه')).toEqual(['کوتاه']);
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1, maxLength: 90 }), { maxLength: 60 }), (words) => {
      const text = words.join(' ').trim();
      const made = slideTexts(text);
      const bare = (of: string): string => of.replaceAll(/\s+/g, '');
      expect(bare(made.join(''))).toBe(bare(text));
      for (const part of made) expect(part.length).toBeLessThanOrEqual(420);
    }),
  );
});
