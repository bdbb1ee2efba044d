import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds serious or critical on the page as it stands (WCAG 2.2 AA), one line for each place. */
export async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    for (const folded of document.querySelectorAll<HTMLDetailsElement>('main details')) folded.open = true;
  });
  // As the debugger: the pages' own rules allow no foreign script.
  await page.evaluate(SOURCE);
  const violations = await page.evaluate(async () => {
    const { axe: found } = window as unknown as { axe: typeof axe };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await found.run(document, { runOnly: tags, resultTypes: ['violations'] });
    // A menu lies over what is pressed next.
    for (const menu of document.querySelectorAll<HTMLDetailsElement>('main details.look')) menu.open = false;
    return violations.map(({ id, impact, nodes }: axe.Result) => ({
      id,
      impact,
      nodes: nodes.map(({ target, failureSummary }) => `${target.join(' ')} – ${failureSummary?.replace(/\s+/g, ' ')}`),
    }));
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node}`));
}
