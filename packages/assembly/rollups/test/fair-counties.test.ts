/** Counties are held against those like them, wherever they lie: by size and urban share, parts added up and divided last. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { similarTo } from '../src/nation/similar.ts';
import { openNationWorld } from './nation-world.ts';

type Similar = { counties: { key: string }[]; own: { of: number; over: number }; theirs: { of: number; over: number } };
type County = { code: string; neighbourhoods: number | null; urban: number | null; similar: Similar | null };

let world: Awaited<ReturnType<typeof openNationWorld>>;
beforeAll(async () => {
  world = await openNationWorld();
  const places = { metric: 'neighbourhood.count@1' };
  const open = { metric: 'problem.open@1', dims: 'domain=health;state=triaged' };
  for (const [province, county, urban, rural, problems] of [
    ['qom', '2501', 8, 2, 20],
    ['qom', '2502', 1, 3, 2],
    ['qazvin', '2601', 9, 3, 6],
  ] as const)
    await world.cells([
      { province, county, ...places, dims: 'setting=urban', value: urban },
      { province, county, ...places, dims: 'setting=rural', value: rural },
      { province, county, ...open, value: problems },
    ]);
  for (const province of ['qom', 'qazvin'])
    await world.covers(province, ['neighbourhood.count@1', 'problem.open@1'], 5000);
});
afterAll(() => world.close());

test('a county of one province is held against like ones of others, also when only its province is shown', async () => {
  const { counties } = await world.ask<{ counties: County[] }>('/counties', {
    figure: 'problems_open',
    province: 'qom',
  });
  expect(counties.map(({ code }) => code)).toEqual(['2501', '2502']);
  const [first] = counties;
  expect(first).toMatchObject({ neighbourhoods: 10, urban: 0.8 });
  expect(first?.similar).toMatchObject({ own: { of: 20, over: 10 }, theirs: { of: 8, over: 16 } });
  expect(first?.similar?.counties.map(({ key }) => key).toSorted()).toEqual(['2502', '2601']);
});

test('places beside each other say the same of a county, and nothing of a province', async () => {
  const { counties } = await world.ask<{ counties: County[] }>('/counties', { figure: 'problems_open' });
  const { places } = await world.ask<{ places: { key: string; similar: Similar | null }[] }>('/compare', {
    places: '2501,qom',
    figure: 'problems_open',
  });
  expect(places[0]?.similar).toEqual(counties.find(({ code }) => code === '2501')?.similar);
  expect(places[1]?.similar).toBeNull();
});

test('of two as large the one with the nearer urban share is nearer; of unknown size nothing is like', () => {
  const of = (key: string, neighbourhoods: number | null, urban: number | null) => ({ key, neighbourhoods, urban });
  const all = [of('a', 10, 0.5), of('b', 10, 0.9), of('c', 10, 0.6), of('d', null, null)];
  expect(similarTo(of('a', 10, 0.5), all)).toEqual(['c', 'b']);
  expect(similarTo(of('d', null, null), all)).toEqual([]);
});
