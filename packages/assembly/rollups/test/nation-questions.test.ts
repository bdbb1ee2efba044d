/** What the national pages ask: the league of counties, places beside each other, and what counts are held against. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openNationWorld } from './nation-world.ts';

type Figure = { value: number | null; reported: number; missing: string[]; of: number | null; over: number | null };
type Place = { key: string; neighbourhoods: number | null; figures: Record<string, Figure> };
type League = { whole: Figure; counties: { code: string; figure: Figure; rest: number | null }[] };
type Compared = { places: (Place & { series: { span: string; value: number | null }[] })[] };

let world: Awaited<ReturnType<typeof openNationWorld>>;
const METRICS = ['council.progress@1', 'neighbourhood.count@1', 'problem.open@1'];
beforeAll(async () => {
  world = await openNationWorld();
  const council = { metric: 'council.progress@1', dims: 'state=formed' };
  const places = { metric: 'neighbourhood.count@1' };
  const open = { metric: 'problem.open@1' };
  await world.cells([
    { province: 'qom', county: '2501', ...council, value: 6 },
    { province: 'qom', county: '2501', ...council, dims: 'state=incomplete', value: 2 },
    { province: 'qom', county: '2501', ...places, value: 9 },
    { province: 'qom', county: '2502', ...places, value: 1 },
    { province: 'qazvin', county: '2601', ...council, value: 1 },
    { province: 'qazvin', county: '2601', ...places, value: 8 },
    { province: 'qazvin', county: '2601', ...open, value: 16 },
  ]);
  await world.covers('qom', METRICS, 5000);
  await world.covers('qazvin', METRICS, 4000);
});
afterAll(() => world.close());

test('the league has every county with its parts and what is left, only formed councils counted', async () => {
  const { whole, counties } = await world.ask<League>('/counties', { figure: 'progress_councils' });
  expect(counties.map(({ code, figure, rest }) => [code, figure.of, figure.over, rest]).toSorted()).toEqual([
    ['2501', 6, 9, 3],
    ['2502', 0, 1, 1],
    ['2601', 1, 8, 7],
  ]);
  expect([whole.of, whole.over]).toEqual([7, 18]);
});

test('the league of one province has only its counties', async () => {
  const { counties } = await world.ask<League>('/counties', { figure: 'progress_councils', province: 'qazvin' });
  expect(counties.map(({ code }) => code)).toEqual(['2601']);
});

test('neighbourhoods are those that the cells count; of a province that has not reported they are not known', async () => {
  const { provinces } = await world.ask<{ provinces: Place[] }>('/home', {});
  expect(Object.fromEntries(provinces.map(({ key, neighbourhoods }) => [key, neighbourhoods]))).toEqual({
    qom: 10,
    qazvin: 8,
    yazd: null,
  });
  const { counties } = await world.ask<{ counties: Place[] }>('/provinces/{slug}', { slug: 'qom' });
  expect(Object.fromEntries(counties.map(({ key, neighbourhoods }) => [key, neighbourhoods]))).toEqual({
    '2501': 9,
    '2502': 1,
  });
});

test('a covered zero is zero, and what has not arrived is missing', async () => {
  const { places } = await world.ask<Compared>('/compare', { places: 'qom,yazd,2601,nation' });
  const open = Object.fromEntries(places.map(({ key, figures }) => [key, figures['problems_open']]));
  expect(open['qom']?.value).toBe(0);
  expect([open['yazd']?.value, open['yazd']?.missing]).toEqual([null, ['yazd']]);
  expect(open['2601']?.value).toBe(16);
  expect([open['nation']?.value, open['nation']?.reported]).toEqual([16, 2]);
});

test('a figure beside others is the figure of the league and of the home', async () => {
  const { places } = await world.ask<Compared>('/compare', { places: '2501,qom', figure: 'progress_councils' });
  const { counties } = await world.ask<League>('/counties', { figure: 'progress_councils' });
  const { provinces } = await world.ask<{ provinces: Place[] }>('/home', {});
  expect(places[0]?.figures['progress_councils']).toEqual(counties.find(({ code }) => code === '2501')?.figure);
  expect(places[1]?.figures['progress_councils']).toEqual(
    provinces.find(({ key }) => key === 'qom')?.figures['progress_councils'],
  );
});

test('more than five places, or one that is none, are refused', async () => {
  await expect(world.ask('/compare', { places: '2501,2502,2601,qom,qazvin,yazd' })).rejects.toThrow();
  await expect(world.ask('/compare', { places: 'atlantis' })).rejects.toThrow();
});
