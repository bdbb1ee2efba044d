import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '@mahalleh/local/places';
import { describe, expect, it } from 'vitest';
import { seriousFaults } from './support/axe.ts';
import { openHouse } from './support/house.ts';
import type { Visitor, VisitorOptions } from './support/visitor.ts';
import { plainFaults, walk } from './support/walk.ts';

const READERS: readonly (VisitorOptions & { title: string })[] = [
  { title: 'Persian, desktop, light', locale: 'fa', screen: 'desktop', theme: 'light' },
  { title: 'English, phone, dark', locale: 'en', screen: 'phone', theme: 'dark' },
];

const ROUTES = 'apps/web/src/routes';
/** Every page below an address, by its file: `/qom/problems/*`. */
const pagesUnder = (address: string, folder: string): string[] =>
  globSync('**/+page.svelte', { cwd: join(ROOT, ROUTES, folder) }).map((file) => {
    const parts = dirname(file).split(/[\\/]/);
    return [address, ...parts.filter((part) => part !== '.').map((part) => part.replace(/^\[.*\]$/, '*'))].join('/');
  });
const PROVINCE_PAGES = pagesUnder('/qom', '[province=province]/(workspace)');
const MINISTRY_PAGES = pagesUnder('/ministry', 'ministry/(workspace)');
/** The kinds of pages there must be at least; `*` is a record. */
const ADMINISTRATOR_PAGES = [
  '/qom/people',
  '/qom/people/*',
  '/qom/units/*',
  '/qom/import',
  '/qom/look-ins',
  '/qom/look-ins/*',
];
const MANAGER_PAGES = ['/qom/volunteers', '/qom/volunteers/*', '/qom/volunteers/new', '/qom/volunteers/consent'];
/** What only the administrator sees whole. */
const OFFICE = /^\/qom\/(people|units|import|look-ins)/;

const look = async (visitor: Visitor): Promise<string[]> => [
  ...(await plainFaults(visitor)),
  ...(await seriousFaults(visitor.page)),
];

const faulty = (found: ReadonlyMap<string, string[]>) =>
  Object.fromEntries([...found].filter(([, faults]) => faults.length > 0));

/** The page that shares out a target: the way there stands on those that can be shared out alone. */
const cascadeOf = async (visitor: Visitor): Promise<string> => {
  await visitor.open('/qom/targets');
  const targets = await visitor.page
    .locator('main a[href^="/qom/targets/"]')
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
  for (const target of new Set(targets)) {
    await visitor.open(target);
    const way = visitor.page.locator('main a[href$="/cascade"]');
    if ((await way.count()) > 0) return (await way.first().getAttribute('href')) ?? '';
  }
  return '';
};

describe('every page can be used by everybody', () => {
  const visit = openHouse();

  it('the look finds what is wrong', async () => {
    const visitor = await visit();
    await visitor.open('/');
    expect(await look(visitor)).toEqual([]);
    await visitor.page.evaluate(() => {
      document.title = '';
      document
        .querySelector('main')
        ?.insertAdjacentHTML('beforeend', '<input><p style="color:#eee;inline-size:200vw">undefined</p>');
    });
    const rules = (await look(visitor)).map((fault) => fault.split(':')[0]);
    expect(rules).toEqual(
      expect.arrayContaining(['the page has no title', 'it says "undefined"', 'label', 'color-contrast']),
    );
    expect(rules.some((rule) => rule?.includes('wider than the screen'))).toBe(true);
  });

  it.each(READERS)('before signing in ($title)', async (reader) => {
    const visitor = await visit(reader);
    const found = new Map<string, string[]>();
    for (const path of ['/', '/qom/sign-in', '/ministry/sign-in', '/qom/sign-in/code', '/nowhere']) {
      await visitor.open(path);
      found.set(path, await look(visitor));
    }
    await visitor.signIn('qom', 'admin', 'wrong');
    await visitor.refusal();
    found.set('a refused form', await look(visitor));
    expect(faulty(found)).toEqual({});
    expect(await visitor.leave()).toEqual([]);
  });

  it.each(READERS)('the workspace of a province ($title)', async (reader) => {
    const visitor = await visit(reader);
    await visitor.enter('qom', 'dg');
    const found = await walk(visitor, '/qom', look);
    await visitor.open('/qom/problems?status=registered');
    await visitor.page.locator('main tbody a').first().click();
    await visitor.at(/^\/qom\/problems\/[^/]+$/);
    const problem = new URL(visitor.page.url()).pathname;
    await visitor.open('/qom/responsibilities');
    const cell = await visitor.page.locator('main tbody a[href*="/responsibilities/"]').first().getAttribute('href');
    for (const [kind, path] of [
      ['/qom/search', '/qom/search?q=شیخ'],
      ['/qom/problems/*/amend', `${problem}/amend`],
      ['/qom/problems/*/split', `${problem}/split`],
      ['/qom/responsibilities/*/*', cell ?? ''],
      ['/qom/targets/*/cascade', await cascadeOf(visitor)],
    ] as const)
      found.set(kind, (await visitor.open(path)) === 200 ? await look(visitor) : ['does not open']);
    expect(faulty(found)).toEqual({});
    expect(await visitor.leave()).toEqual([]);

    const administrator = await visit(reader);
    await administrator.enter('qom', 'admin');
    const offices = await walk(administrator, '/qom', look, (kind) => !found.has(kind) || OFFICE.test(kind));
    expect(faulty(offices)).toEqual({});
    expect(await administrator.leave()).toEqual([]);
    expect([...offices.keys()].toSorted()).toEqual(expect.arrayContaining(ADMINISTRATOR_PAGES));
    const ways = (page: string): boolean =>
      !found.has(page) && !offices.has(page) && !page.startsWith('/qom/volunteers');
    expect(PROVINCE_PAGES.filter(ways)).toEqual([]);
  });

  it.each(READERS)('what the manager of a neighbourhood alone sees ($title)', async (reader) => {
    const visitor = await visit(reader);
    await visitor.enter('qom', 'manager');
    const found = await walk(visitor, '/qom/volunteers', look);
    await visitor.open('/qom/capacities?kind=place');
    await visitor.page.locator('main tbody a').first().click();
    await visitor.at(/^\/qom\/capacities\/[^/]+$/);
    found.set('a place that may be booked', await look(visitor));
    for (const fold of ['hours_edit', 'hours_exception_add', 'capacities_withdraw'] as const)
      await visitor.unfold(visitor.say(fold));
    found.set('its forms, unfolded', await look(visitor));
    expect(faulty(found)).toEqual({});
    expect(await visitor.leave()).toEqual([]);
    expect([...found.keys()]).toEqual(expect.arrayContaining(MANAGER_PAGES));
  });

  it.each(READERS)('the workspace of the ministry ($title)', async (reader) => {
    const visitor = await visit(reader);
    await visitor.enter('ministry', 'admin');
    const found = await walk(visitor, '/ministry', look);
    expect(faulty(found)).toEqual({});
    expect(await visitor.leave()).toEqual([]);
    expect([...found.keys()].toSorted()).toEqual(expect.arrayContaining(MINISTRY_PAGES));
  });
});
