import { expect } from 'vitest';
import type { Visitor } from './visitor.ts';

/** Asks a page again until it says this: letters take a moment. */
export const until = async (visitor: Visitor, path: string, text: string): Promise<void> => {
  await expect
    .poll(
      async () => {
        await visitor.open(path);
        return visitor.page.locator('main').innerText();
      },
      { timeout: 120_000, interval: 500 },
    )
    .toContain(text);
};
