import { lettersPage } from '@mahalleh/border';
import { reportLetters } from '@mahalleh/reports';
import { rollupLetters } from '@mahalleh/rollups';
import { expect, test } from 'vitest';

test('LETTERS.md is the statement of what leaves a province: every kind with every field', async () => {
  await expect(lettersPage([...rollupLetters, ...reportLetters])).toMatchFileSnapshot(
    '../../../base/border/LETTERS.md',
  );
});
