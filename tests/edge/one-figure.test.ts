/** A figure is the same figure in the API, in the data of its page, in the CSV and in the workbook; at a moment that is pinned, so that nothing moves meanwhile. */
import { addPeriods, periodOf } from '@mahalleh/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startNation, type TestNation } from '../support/nation.ts';
import { readCsv, readXlsx } from '../support/sheets.ts';
import { addressOf, send, signIn } from './refusals/caller.ts';

type Json = Record<string, unknown>;
type Figure = { value: number | null; reported: number; suppressed: number; of: number | null; over: number | null };
type Figures = Record<string, Figure>;
type Place = { key: string; figures: Figures };
/** A figure by what names it in a file. */
type Told = { readonly name: readonly string[]; readonly state: string; readonly value: number | null };

const stateOf = ({ value, reported, suppressed }: Figure): string =>
  suppressed > 0 ? 'suppressed' : reported === 0 ? 'missing' : value === null ? 'undefined' : 'value';
const told = (name: readonly string[], figure: Figure): Told => ({ name, state: stateOf(figure), value: figure.value });
const ofPlace = ({ key, figures }: Place): Told[] =>
  Object.entries(figures).map(([figure, one]) => told([key, figure], one));
const MONTH = addPeriods(periodOf(Date.now()), -1);

/** Each national page with figures: its address, what it asks the API, its file, and the figures of the answer by what names them there. */
const PAGES: readonly {
  readonly page: string;
  readonly ask: string;
  readonly file: string;
  readonly data: string;
  readonly by: readonly string[];
  readonly figures: (answer: Json) => Told[];
}[] = [
  ...(['', '/provinces', '/wall'] as const).map((page) => ({
    ...{ page, ask: '/home', file: 'home', data: 'home', by: ['province', 'figure'] },
    figures: (answer: Json) => [
      ...ofPlace({ key: 'nation', figures: answer['nation'] as Figures }),
      ...(answer['provinces'] as Place[]).flatMap(ofPlace),
    ],
  })),
  {
    ...{ page: '/provinces/qom', ask: '/provinces/qom', file: 'province', data: 'drill', by: ['county', 'figure'] },
    figures: (answer) => [answer['province'] as Place, ...(answer['counties'] as Place[])].flatMap(ofPlace),
  },
  ...(['progress_councils', 'problems_open', 'problems_solved'] as const).map((key) => ({
    ...{ page: `/counties?figure=${key}`, ask: `/counties?figure=${key}`, file: 'counties', data: 'league' },
    by: ['county', 'figure'],
    figures: (answer: Json) =>
      (answer['counties'] as { code: string; figure: Figure }[]).map(({ code, figure }) => told([code, key], figure)),
  })),
  {
    ...{ page: '/counties/[code]?step=quarter', ask: '/compare?places=[code]&step=quarter', file: 'county' },
    ...{ data: 'compared', by: ['place', 'figure', 'span'] },
    figures: (answer) =>
      (answer['places'] as Place[]).flatMap(ofPlace).map((one) => ({ ...one, name: [...one.name, ''] })),
  },
  {
    page: '/compare?place=qom&place=nation&place=[code]&figure=problems_solved',
    ask: '/compare?places=qom,nation,[code]&figure=problems_solved',
    ...{ file: 'compare', data: 'compared', by: ['place', 'figure', 'span'] },
    figures: (answer) =>
      (answer['places'] as Place[]).flatMap(ofPlace).map((one) => ({ ...one, name: [...one.name, ''] })),
  },
  ...(['problem.open', 'problem.registered', 'problem.days_to_solve', 'problem.solved_share'] as const).map((key) => ({
    ...{ page: `/metrics/${key}?period=${MONTH}`, ask: `/metrics/${key}?period=${MONTH}`, file: 'metric' },
    ...{ data: 'page', by: ['place', 'span', 'dims'] },
    figures: (answer: Json) =>
      (answer['provinces'] as { slug: string; figure: Figure }[]).map(({ slug, figure }) =>
        told([slug, MONTH, ''], figure),
      ),
  })),
  {
    ...{ page: '/people-figures?metric=people.affected', ask: '/people-figures?metric=people.affected' },
    ...{ file: 'people', data: 'figures', by: ['place', 'domain'] },
    figures: (answer) =>
      (
        answer['places'] as { key: string; domains: { domain: string; sums: number[]; suppressed: number }[] | null }[]
      ).flatMap(({ key, domains }) =>
        (domains ?? []).map(({ domain, sums, suppressed }) => {
          const sum = sums.reduce((all, one) => all + one, 0);
          const state = suppressed === 0 ? 'value' : sum === 0 ? 'suppressed' : 'partly';
          return { name: [key, domain], state, value: state === 'suppressed' ? null : sum };
        }),
      ),
  },
];

let nation: TestNation;
let cookie = '';
let at = '';
let code = '';

const ministry = async (path: string, language = 'en'): Promise<Response> => {
  const filled = path.replaceAll('[code]', code);
  return fetch(`${nation.url}/ministry${filled}${filled.includes('?') ? '&' : '?'}at=${at}`, {
    headers: { cookie: `mahalleh_session=${cookie}; locale=${language}` },
  });
};
const asked = async (path: string): Promise<Json> => {
  const [bare = '', query = ''] = path.replaceAll('[code]', code).split('?');
  const input = { ...Object.fromEntries(new URLSearchParams(query)), ...(at === '' ? {} : { at }) };
  const route = { method: 'GET', path: bare, body: 'none' } as const;
  const answer = await send(addressOf(nation.url, 'nation'), route, input, { cookie });
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.body;
};

/** The data of a page as SvelteKit packs it: each thing once, and everywhere else its number. */
const unpacked = (flat: readonly unknown[], index = 0): unknown => {
  if (index < 0) return undefined;
  const thing = flat[index];
  if (Array.isArray(thing)) return thing.map((one: number) => unpacked(flat, one));
  if (typeof thing !== 'object' || thing === null) return thing;
  return Object.fromEntries(Object.entries(thing).map(([name, one]) => [name, unpacked(flat, Number(one))]));
};
const pageData = async (path: string): Promise<Json> => {
  const [bare = '', query = ''] = path.split('?');
  const answer = await ministry(`${bare}/__data.json${query === '' ? '' : `?${query}`}`);
  const { nodes } = (await answer.json()) as { nodes: ({ type: string; data?: unknown[] } | null)[] };
  const packed = nodes.findLast((node) => node?.type === 'data');
  return unpacked(packed?.data ?? []) as Json;
};

/** The address of a page's file. */
const fileOf = ({ page, file }: (typeof PAGES)[number], kind: string): string => {
  const [path = '', query = ''] = page.split('?');
  const params = new URLSearchParams(query);
  const last = path.split('/').at(-1) ?? '';
  if (['province', 'county', 'metric'].includes(file)) params.set(file, last);
  return `/files/${file}.${kind}?${params.toString().replaceAll('%5Bcode%5D', '[code]')}`;
};

beforeAll(async () => {
  nation = await startNation({ sample: 'nation', provinces: ['qom', 'qazvin'] });
  cookie = await signIn(addressOf(nation.url, 'nation'), 'analyst@ministry.sample');
  code = ((await asked('/counties'))['counties'] as { code: string }[])[0]?.code ?? '';
  const pin = { method: 'POST', path: '/moments', body: 'json' } as const;
  const pinned = await send(
    addressOf(nation.url, 'nation'),
    pin,
    { path: '/ministry' },
    {
      cookie,
      headers: { 'idempotency-key': '01980000-0000-7000-8000-00000000f19e' },
    },
  );
  at = String(pinned.body['id']);
});
afterAll(() => nation?.stop());

describe.each(PAGES)('$page', (page) => {
  test('its data is the answer of the API', async () => {
    const answer = await asked(page.ask);
    expect(answer['pin']).toMatchObject({ id: at });
    expect((await pageData(page.page))[page.data]).toEqual(answer);
  });

  test('each figure of the answer is in the CSV, told, hidden or missing as it is', async () => {
    const figures = page.figures(await asked(page.ask));
    expect(figures.length).toBeGreaterThan(1);
    const [head = [], ...rows] = readCsv(await (await ministry(fileOf(page, 'csv'))).text());
    const cell = (row: readonly string[], name: string): string => row[head.indexOf(name)] ?? '';
    for (const { name, state, value } of figures) {
      const row = rows.find((one) => name.every((part, i) => cell(one, page.by[i] ?? '') === part));
      expect([name, row && cell(row, 'state'), row && cell(row, 'value')]).toEqual([
        name,
        state,
        value === null ? '' : String(value),
      ]);
    }
  });

  test('the workbook has the rows of the CSV: the same numbers, and reads from the right in Persian', async () => {
    const [head = [], ...rows] = readCsv(await (await ministry(fileOf(page, 'csv'), 'fa')).text());
    const book = async (language: string) =>
      readXlsx(new Uint8Array(await (await ministry(fileOf(page, 'xlsx'), language)).arrayBuffer()));
    const persian = await book('fa');
    expect([persian.isRightToLeft, (await book('en')).isRightToLeft]).toEqual([true, false]);
    const told = persian.rows.slice(-rows.length);
    const numbers = head.flatMap((name, i) => (/^(value|of|over|rest|median|p90|low|high)$/.test(name) ? [i] : []));
    expect(told.map((row) => numbers.map((i) => row[i] ?? null))).toEqual(
      rows.map((row) => numbers.map((i) => (row[i] === '' || row[i] === undefined ? null : Number(row[i])))),
    );
  });
});

test('a file of no table, or of no kind, is not found', async () => {
  expect((await ministry('/files/nothing.csv')).status).toBe(404);
  expect((await ministry('/files/home.exe')).status).toBe(404);
});
