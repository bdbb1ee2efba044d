import type { Visitor } from './visitor.ts';

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const DIGEST = /\/[A-Za-z0-9_-]{43}(?=\/|$)/;
const PERIOD = /\/\d{4}-(\d{2}|q[1-4])(?=\/|$)/;
const FILE = /\/file$|\.[a-z]{2,4}$/;
const WORDS_OF_MACHINES = /\bundefined\b|\bNaN\b|\[object |\{\w+\}/;

/** The kind of page an address leads to: every problem's page is the same kind. */
export const kindOf = (path: string): string =>
  path
    .replace(ID, '*')
    .replace(DIGEST, '/*')
    .replace(PERIOD, '/*')
    .replace(/^(\/ministry\/reports)\/[a-z-]+\//, '$1/*/')
    .replace(/^(\/ministry\/reports)\/[a-z-]+$/, '$1/*')
    .replace(/^(\/ministry\/(?:counties|metrics|provinces))\/[\w.]+$/, '$1/*');

/** The plain faults of a page that need no eye: nothing to call it by, words no person wrote, wider than the screen. */
export async function plainFaults({ page }: Visitor): Promise<string[]> {
  const seen = await page.evaluate(() => ({
    title: document.title.trim(),
    headings: document.querySelectorAll('h1').length,
    text: document.body.innerText,
    wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  }));
  const strange = WORDS_OF_MACHINES.exec(seen.text)?.[0];
  return [
    ...(seen.title === '' ? ['the page has no title'] : []),
    ...(seen.headings === 1 ? [] : [`${seen.headings} first headings`]),
    ...(strange === undefined ? [] : [`it says "${strange}"`]),
    ...(seen.wider > 0 ? [`${seen.wider} px wider than the screen`] : []),
  ];
}

/** Opens one page of every kind that links lead to from here, each once, and says for each kind what `look` found. */
export async function walk(
  visitor: Visitor,
  start: string,
  look: (visitor: Visitor) => Promise<string[]>,
  /** Which kinds are opened at all. */
  isOpened: (kind: string) => boolean = () => true,
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  const known = new Set([kindOf(start)]);
  const ways = [start];
  for (let path = ways.shift(); path !== undefined; path = ways.shift()) {
    const status = await visitor.open(path);
    const kind = kindOf(path);
    found.set(kind, status === 200 ? await look(visitor) : [`answers ${status}`]);
    for (const next of await linksOf(visitor, start)) {
      if (known.has(kindOf(next)) || !isOpened(kindOf(next))) continue;
      known.add(kindOf(next));
      ways.push(next);
    }
  }
  return found;
}

/** Where the links of this page lead inside the workspace; filters and pages of a list are the same place. */
async function linksOf({ page }: Visitor, start: string): Promise<string[]> {
  const paths = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
      .filter(({ origin, download }) => origin === location.origin && !download)
      .map(({ pathname }) => pathname),
  );
  return paths.filter((path) => (path === start || path.startsWith(`${start}/`)) && !FILE.test(path));
}
