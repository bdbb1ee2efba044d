import { addPeriods } from '@mahalleh/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openNationWorld, type NationWorld } from './nation-world.ts';

type Lineage = {
  place: { kind: string; key: string; province: string | null };
  period: string | null;
  unit: string;
  figure: {
    value: number | null;
    reported: number;
    missing: string[];
    asOf: number | null;
    of: number | null;
    over: number | null;
  };
  spread: { median: { at?: number; above?: number } | null; p90: object | null } | null;
  parts: {
    role: string;
    value: number | null;
    metric: { key: string; version: number; join: string; owner: { key: string }; sensitivity: string };
    where: object | null;
  }[];
  reporters: { key: string; figure: { value: number | null; reported: number } }[];
  letters: {
    province: string;
    kind: string;
    number: number;
    keyId: string;
    sentAtMs: number;
    receivedAtMs: number;
    cells: number;
    metrics: string[];
  }[];
  lettersInAll: number;
};

let world: NationWorld;
const lineage = (input: object): Promise<Lineage> => world.ask<Lineage>('/figures/lineage', input);
beforeAll(async () => {
  world = await openNationWorld();
  const formed = { metric: 'council.progress@1', dims: 'state=formed' };
  const all = { metric: 'neighbourhood.count@1', dims: 'setting=urban' };
  await world.cells([
    { ...formed, province: 'qom', county: '2501', value: 3, letter: 2 },
    { ...formed, province: 'qom', county: '2502', value: 1, letter: 3 },
    { ...formed, province: 'qazvin', county: '2601', value: 2, letter: 4 },
    { metric: 'council.progress@1', dims: 'state=absent', province: 'qom', county: '2501', value: 9, letter: 1 },
    { ...all, province: 'qom', county: '2501', value: 8, letter: 1 },
    { ...all, province: 'qom', county: '2502', value: 2, letter: 1 },
    { ...all, province: 'qazvin', county: '2601', value: 10, letter: 1 },
    // An older version of the same metric, which nothing may be joined with.
    {
      metric: 'problem.solved@1',
      province: 'qom',
      county: '2501',
      period: world.month,
      value: 900,
      dims: 'domain=health',
    },
    {
      metric: 'problem.solved@2',
      province: 'qom',
      county: '2501',
      period: world.month,
      value: 6,
      dims: 'domain=health',
    },
    {
      metric: 'problem.solved@2',
      province: 'qom',
      county: '2501',
      period: addPeriods(world.month, -12),
      value: 50,
      dims: 'domain=health',
    },
    {
      metric: 'problem.days_to_solve@2',
      province: 'qom',
      county: '2501',
      period: world.month,
      value: 4,
      dims: 'bucket=01',
    },
    {
      metric: 'problem.days_to_solve@2',
      province: 'qazvin',
      county: '2601',
      period: world.month,
      value: 4,
      dims: 'bucket=03',
    },
  ]);
  const metrics = ['council.progress@1', 'neighbourhood.count@1', 'problem.solved@2', 'problem.days_to_solve@2'];
  await world.covers('qom', metrics, 9_000);
  await world.covers('qazvin', metrics, 8_000);
});
afterAll(() => world.close());

describe('a ratio', () => {
  test('of the nation tells both parts, who is missing, and the oldest instant that it holds', async () => {
    const told = await lineage({ metric: 'progress_councils' });
    expect(told.figure).toMatchObject({ value: 0.3, of: 6, over: 20, reported: 2, missing: ['yazd'], asOf: 8_000 });
    expect(told.parts.map(({ role, value, metric }) => [role, metric.key, value])).toEqual([
      ['of', 'council.progress', 6],
      ['over', 'neighbourhood.count', 20],
    ]);
    expect(told.parts[0]).toMatchObject({
      where: { dim: 'state', in: ['formed'] },
      metric: { join: 'sum', owner: { key: 'councils' }, sensitivity: 'open' },
    });
    expect(told.reporters.map(({ key, figure }) => [key, figure.value])).toEqual(
      expect.arrayContaining([
        ['qom', 0.4],
        ['qazvin', 0.2],
        ['yazd', null],
      ]),
    );
  });

  test('of a province answers with its counties, of a county with itself alone', async () => {
    const qom = await lineage({ metric: 'progress_councils', place: 'qom' });
    expect(qom.figure).toMatchObject({ value: 0.4, reported: 1, missing: [], asOf: 9_000 });
    expect(qom.reporters.map(({ key, figure }) => [key, figure.value])).toEqual([
      ['2501', 3 / 8],
      ['2502', 0.5],
    ]);
    const county = await lineage({ metric: 'progress_councils', place: '2502' });
    expect(county.place).toMatchObject({ kind: 'county', province: 'qom' });
    expect(county.figure).toMatchObject({ value: 0.5, of: 1, over: 2 });
    expect(county.reporters).toEqual([]);
    expect(county.letters.map(({ province }) => province)).toEqual(['qom', 'qom', 'qom']);
  });

  test('of a province that has not reported is missing, not zero', async () => {
    const yazd = await lineage({ metric: 'progress_councils', place: 'yazd' });
    expect(yazd.figure).toMatchObject({ value: null, reported: 0, missing: ['yazd'], asOf: null });
    expect(yazd.letters).toEqual([]);
  });
});

test('the letters are told with number, key, instants and how many cells stand as they brought them', async () => {
  const { letters, lettersInAll } = await lineage({ metric: 'progress_councils', place: 'qom' });
  expect(letters.filter(({ kind }) => kind === 'rollup.cells').map(({ number, cells }) => [number, cells])).toEqual([
    [3, 1],
    [2, 1],
    [1, 3],
  ]);
  expect(lettersInAll).toBe(3);
  expect(letters[0]).toMatchObject({
    keyId: 'key-qom',
    sentAtMs: 3_000,
    receivedAtMs: 3_007,
    metrics: ['council.progress@1'],
  });
  expect(letters.at(-1)).toMatchObject({ kind: 'rollup.coverage', number: 5 });
});

test('a flow is told over a year, a quarter or a month; another version never comes into it', async () => {
  expect(await lineage({ metric: 'problem.solved', place: 'qom' })).toMatchObject({
    period: world.year,
    figure: { value: 6 },
  });
  const before = addPeriods(world.month, -12);
  expect(await lineage({ metric: 'problem.solved@2', place: 'qom', period: before })).toMatchObject({
    period: before,
    figure: { value: 50 },
  });
  await expect(lineage({ metric: 'problem.solved@1', place: 'qom' })).rejects.toMatchObject({ kind: 'not_found' });
  await expect(lineage({ metric: 'problem.solved', period: '1405-q9' })).rejects.toMatchObject({ kind: 'invalid' });
});

test('a distribution joins bucket by bucket: the median of the nation is not an average of medians', async () => {
  const { spread, figure } = await lineage({ metric: 'problem.days_to_solve' });
  expect(figure.value).toBe(8);
  expect(spread?.median).toEqual({ at: 7 });
  expect((await lineage({ metric: 'problem.days_to_solve', place: 'qazvin' })).spread?.median).toEqual({ at: 22 });
});

test('what is not there is not found', async () => {
  await expect(lineage({ metric: 'nothing.here' })).rejects.toMatchObject({
    kind: 'not_found',
    reason: 'metric_unknown',
  });
  await expect(lineage({ metric: 'problem.open', place: '9999' })).rejects.toMatchObject({ kind: 'not_found' });
});
