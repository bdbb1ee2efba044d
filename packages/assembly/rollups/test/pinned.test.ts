/** A pinned moment: whatever comes after, each national question answers as it did when the moment was pinned. */
import { pinMoment } from '@mahalleh/boards';
import { addPeriods } from '@mahalleh/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openNationWorld } from './nation-world.ts';

type Ask = Parameters<Awaited<ReturnType<typeof openNationWorld>>['ask']>[0];

/** Every question of the ministry that takes a moment, asked with everything it can be asked for. */
const QUESTIONS: readonly (readonly [Ask, object])[] = [
  ['/home', {}],
  ['/provinces/{slug}', { slug: 'qom' }],
  ['/counties', { figure: 'problems_open' }],
  ['/compare', { places: 'nation,qom,2501', figure: 'problems_open' }],
  ['/metrics/{key}', { key: 'problem.open' }],
  ['/figures/lineage', { metric: 'problems_open', place: 'qom' }],
  ['/people-figures', { metric: 'people.affected' }],
];

let world: Awaited<ReturnType<typeof openNationWorld>>;
let at = '';
const before = new Map<Ask, unknown>();

/** Says of people of a month: a report of one version with one leaf. */
const people = async (period: string, version: number, value: number, receivedAtMs: number): Promise<void> => {
  await world.sql(
    "insert into national_people_reports (metric, period, province, version, closed_at_ms, as_of_ms, counties_json, received_at_ms, epoch, letter_number) values ('people.affected@1', ?, 'qom', ?, 1, 1, '[\"2501\"]', ?, 1, ?)",
    [period, version, receivedAtMs, version],
  );
  await world.sql(
    "insert into national_people_leaves (metric, period, province, version, county, domain, values_json) values ('people.affected@1', ?, 'qom', ?, '2501', 'health', ?)",
    [period, version, JSON.stringify([value])],
  );
};

beforeAll(async () => {
  world = await openNationWorld();
  const open = { province: 'qom', county: '2501', metric: 'problem.open@1', dims: 'domain=health' };
  const last = addPeriods(world.month, -1);
  await world.cells([{ ...open, value: 5, letter: 1 }]);
  await world.covers('qom', ['problem.open@1'], 5000);
  await people(last, 1, 40, world.nowMs - 1);
  at = (await pinMoment.run(world.analyst, { path: '/ministry' })).id;
  for (const [path, input] of QUESTIONS) before.set(path, await world.ask(path, { ...input, at }));
  world.setNow(world.nowMs + 86_400_000);
  await world.cells([
    { ...open, value: 50, letter: 2 },
    { ...open, province: 'yazd', county: '2101', value: 3, letter: 1 },
  ]);
  await world.covers('yazd', ['problem.open@1'], 9000);
  await world.sql("update counties set name_fa = 'شهر دیگر' where code = '2501'");
  await people(last, 2, 90, Date.now() + 90_000_000_000);
});
afterAll(() => world.close());

test.each(QUESTIONS)('%s at the moment answers as it did then, and otherwise now', async (path, input) => {
  const then = await world.ask<{ pin: { id: string } | null }>(path, { ...input, at });
  expect(then).toEqual(before.get(path));
  expect(then.pin?.id).toBe(at);
  world.setNow(Date.now() + 100_000_000_000);
  const now = await world.ask<{ pin: unknown }>(path, input);
  expect(now.pin).toBeNull();
  const bare = ({ pin: _pin, nowMs: _now, ...told }: Record<string, unknown>): unknown => told;
  expect(bare(now)).not.toEqual(bare(then as Record<string, unknown>));
});

test.each(QUESTIONS)('%s at a moment that nobody pinned is not found', async (path, input) => {
  const nobody = '01980000-0000-7000-8000-000000000009';
  await expect(world.ask(path, { ...input, at: nobody })).rejects.toMatchObject({ reason: 'moment_unknown' });
});
