/** A page is one database request: what it and its frame ask travels together. Every page of a province's workspace is found by its file, so that a new one is asked too. */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '@mahalleh/local/places';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startNation, type TestNation } from '../support/nation.ts';
import { addressOf, send, signIn } from './refusals/caller.ts';

const WORKSPACE = 'apps/web/src/routes/[province=province]/(workspace)';

/** Where the first thing is found that stands for a part of an address: in which list of the answer, and by which of its fields. */
const FIRST: Readonly<Record<string, { readonly path: string; readonly list?: string; readonly field?: string }>> = {
  unitId: { path: '/units?kind=neighbourhood' },
  problemId: { path: '/problems' },
  capacityId: { path: '/capacities' },
  operationId: { path: '/operations' },
  targetId: { path: '/targets' },
  indicatorId: { path: '/indicators' },
  councilId: { path: '/councils' },
  agencyId: { path: '/agencies' },
  baseId: { path: '/bases' },
  personId: { path: '/people' },
  volunteerId: { path: '/volunteers' },
  lookinId: { path: '/look-ins' },
  experienceId: { path: '/experiences' },
  draftId: { path: '/experience-drafts' },
  templateDraftId: { path: '/template-drafts' },
  adoptionId: { path: '/adoptions' },
  improvementId: { path: '/improvements' },
  templateId: { path: '/templates', field: 'templateId' },
  domainKey: { path: '/domains', field: 'key' },
  period: { path: '/reports', field: 'period' },
};

/** Pages that only another than the director-general may see. */
const readerOf = (page: string): string => {
  if (page.startsWith('/volunteers')) return 'manager';
  return page.startsWith('/import') ? 'admin' : 'dg';
};

/** Pages whose questions still follow on each other: at most so many. A page that is not named here makes one. */
const MOST: Readonly<Record<string, number>> = { '/councils/new?unitId=[unitId]': 2 };

/** The addresses of the pages below the province, with the names of their parts in brackets; those for something new also for a unit. */
const PAGES = globSync('**/+page.svelte', { cwd: join(ROOT, WORKSPACE) })
  .map((file) =>
    file
      .split(/[\\/]/)
      .slice(0, -1)
      .filter((part) => !part.startsWith('(')),
  )
  .map((parts) => parts.map((part) => `/${part}`).join(''))
  .toSorted()
  .flatMap((page) => (/^\/[a-z]+\/new$/.test(page) ? [page, `${page}?unitId=[unitId]`] : [page]));

/** The same for the ministry: which list of the answer, and its field. */
const MINISTRY_FIRST: Readonly<
  Record<string, { readonly path: string; readonly list: string; readonly field: string }>
> = {
  code: { path: '/counties', list: 'counties', field: 'code' },
  key: { path: '/metrics', list: 'metrics', field: 'key' },
  personId: { path: '/people', list: 'rows', field: 'id' },
  period: { path: '/reports', list: 'rows', field: 'period' },
  experienceId: { path: '/experiences', list: 'rows', field: 'id' },
  templateId: { path: '/templates', list: 'rows', field: 'templateId' },
  digest: { path: '/template-submissions', list: 'rows', field: 'digest' },
};
const MINISTRY = 'apps/web/src/routes/ministry/(workspace)';
/** The addresses of the ministry's pages; those that read their choice from the address also with a choice. */
const MINISTRY_PAGES = [
  ...globSync('**/+page.svelte', { cwd: join(ROOT, MINISTRY) }).map((file) =>
    file
      .split(/[\\/]/)
      .slice(0, -1)
      .map((part) => `/${part}`)
      .join('')
      .replace(/^\/lineage$/, '/lineage?metric=progress_councils&place=qom'),
  ),
  '/?figure=problems_open&breaks=natural',
  '/counties?figure=problems_solved&province=qom&sort=value',
  '/compare?place=qom&place=nation&place=[code]&figure=problems_solved&step=quarter',
  '/counties/[code]?figure=progress_councils&step=year',
].toSorted();

let nation: TestNation;
const cookies = new Map<string, string>();
const known = new Map<string, string>();
const ministryKnown = new Map<string, string>([['slug', 'qom']]);

const askAs = async (reader: string, path: string): Promise<Record<string, unknown>> => {
  const [bare = '', query = ''] = path.split('?');
  const input = Object.fromEntries(new URLSearchParams(query));
  const base = addressOf(nation.url, 'qom');
  return (await send(base, { method: 'GET', path: bare, body: 'none' }, input, { cookie: cookies.get(reader) })).body;
};

beforeAll(async () => {
  nation = await startNation({ sample: 'nation', provinces: ['qom', 'qazvin'] });
  for (const reader of ['dg', 'admin', 'manager'])
    cookies.set(reader, await signIn(addressOf(nation.url, 'qom'), `${reader}@qom.sample`));
  for (const [name, { path, list = 'rows', field = 'id' }] of Object.entries(FIRST)) {
    const rows = (await askAs(readerOf(path), path))[list];
    known.set(name, String((rows as Record<string, string>[] | undefined)?.[0]?.[field] ?? ''));
  }
  cookies.set('ministry', await signIn(addressOf(nation.url, 'nation'), 'admin@ministry.sample'));
  for (const [name, { path, list, field }] of Object.entries(MINISTRY_FIRST)) {
    const route = { method: 'GET', path, body: 'none' } as const;
    const { body } = await send(addressOf(nation.url, 'nation'), route, {}, { cookie: cookies.get('ministry') });
    const rows = (body[list] ?? []) as Record<string, string | null>[];
    // A report must have been submitted by the province that the addresses name.
    const row = rows.find(
      ({ province = 'qom', status }) => path !== '/reports' || (province === 'qom' && status !== null),
    );
    ministryKnown.set(name, row?.[field] ?? '');
  }
});
afterAll(() => nation?.stop());

describe('one database request', () => {
  test('there are pages, and the sample has one of everything that is in an address', () => {
    expect(PAGES.length).toBeGreaterThan(50);
    expect([...known].filter(([, value]) => value === '')).toEqual([]);
    const names = PAGES.flatMap((page) => [...page.matchAll(/\[(\w+)\]/g)].map(([, name]) => name ?? ''));
    expect([...new Set(names)].filter((name) => !known.has(name))).toEqual([]);
  });

  test.each(PAGES)('%s', async (page) => {
    const path = page.replaceAll(/\[(\w+)\]/g, (_, name: string) => known.get(name) ?? '');
    const answer = await fetch(`${nation.url}/qom${path}`, {
      headers: { cookie: `mahalleh_session=${cookies.get(readerOf(page)) ?? ''}` },
      redirect: 'manual',
    });
    await answer.text();
    expect(answer.status).toBe(200);
    const requests = Number(answer.headers.get('x-database-requests'));
    expect(requests).toBeGreaterThanOrEqual(1);
    expect(requests).toBeLessThanOrEqual(MOST[page] ?? 1);
  });
});

describe('one database request at the ministry', () => {
  test('the sample has one of everything that is in an address', () => {
    expect(MINISTRY_PAGES.length).toBeGreaterThan(15);
    const names = MINISTRY_PAGES.flatMap((page) => [...page.matchAll(/\[(\w+)\]/g)].map(([, name]) => name ?? ''));
    expect([...new Set(names)].filter((name) => !ministryKnown.get(name))).toEqual([]);
  });

  test.each(MINISTRY_PAGES)('%s', async (page) => {
    const path = page.replaceAll(/\[(\w+)\]/g, (_, name: string) => ministryKnown.get(name) ?? '');
    const answer = await fetch(`${nation.url}/ministry${path.replace(/^\/\?/, '?')}`, {
      headers: { cookie: `mahalleh_session=${cookies.get('ministry') ?? ''}` },
      redirect: 'manual',
    });
    await answer.text();
    expect(answer.status).toBe(200);
    expect(Number(answer.headers.get('x-database-requests'))).toBe(1);
  });
});

describe('an address that leads nowhere', () => {
  test.each(PAGES.filter((page) => page.includes('[') && !page.includes('?')))('%s', async (page) => {
    const answer = await fetch(`${nation.url}/qom${page.replaceAll(/\[\w+\]/g, 'nowhere')}`, {
      headers: { cookie: `mahalleh_session=${cookies.get(readerOf(page)) ?? ''}` },
      redirect: 'manual',
    });
    await answer.text();
    expect(answer.status).toBe(404);
  });
});
