import { fieldsOf, lettersPage } from '@mahalleh/border';
import { expect, test } from 'vitest';
import { allLetters } from '../src/intakes.ts';

test('LETTERS.md is the statement of what leaves a province: every kind with every field', async () => {
  await expect(lettersPage(allLetters)).toMatchFileSnapshot('../../../base/border/LETTERS.md');
});

test('what a letter declares to be published is a field of it', () => {
  const odd = allLetters.flatMap((letter) => {
    const paths = fieldsOf(letter).map(({ path }) => path);
    return Object.keys(letter.published)
      .filter((field) => !paths.includes(field))
      .map((field) => `${letter.kind}: ${field}`);
  });
  expect(odd).toEqual([]);
  expect(allLetters.some(({ published }) => Object.keys(published).length > 0)).toBe(true);
});
