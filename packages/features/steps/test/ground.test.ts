import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@mahalleh/kernel';
import { zGround } from '../src/model.ts';
import { getGround } from '../src/queries/ground.ts';
import { openWorld, type World } from './world.ts';

let world: World;
let mosque: string;
const BOUNDARY = '{"type":"Polygon","coordinates":[[[50.87,34.64],[50.88,34.64],[50.88,34.65],[50.87,34.64]]]}';

const base = (name: string, more: Record<string, string | number | null>) =>
  world.insert('bases', {
    id: newId(),
    unit_id: world.unit.sheikhabad,
    kind: 'mosque',
    name,
    name_folded: name,
    activation: 'active',
    latitude: 34.644,
    longitude: 50.874,
    registered_at_ms: 0,
    ...more,
  });

beforeAll(async () => {
  world = await openWorld();
  mosque = await base('مسجد امام حسن', { is_lead: 1 });
  await base('بی‌نقطه', { latitude: null, longitude: null });
  await base('بازنشسته', { retired_at_ms: 1 });
  await base('جای دیگر', { unit_id: world.unit.pardisan });
  await world.sql(
    'update units set latitude = 34.6445, longitude = 50.8745, boundary_geojson = ?, house_base_id = ? where id = ?',
    [BOUNDARY, mosque, world.unit.sheikhabad],
  );
});
afterAll(() => world.close());

describe('the ground of a map', () => {
  it('is the boundary and point of a neighbourhood, and the places in it that have a point and still exist', async () => {
    const ground = await getGround.run(await world.as('governor'), { unitId: world.unit.sheikhabad });
    expect(() => zGround.parse(ground)).not.toThrow();
    expect(ground.unit).toMatchObject({ nameFa: 'شیخ‌آباد', latitude: 34.6445, boundaryGeojson: BOUNDARY });
    expect(ground.landmarks).toEqual([
      {
        id: mosque,
        is: 'base',
        kind: 'mosque',
        name: 'مسجد امام حسن',
        latitude: 34.644,
        longitude: 50.874,
        isHouse: true,
        isLead: true,
      },
    ]);
  });

  it('of a problem is that of its neighbourhood', async () => {
    const problemId = await world.problem(world.unit.sheikhabad, 'triaged');
    const ground = await getGround.run(await world.as('governor'), { problemId });
    expect(ground.unit?.id).toBe(world.unit.sheikhabad);
    expect(ground.landmarks).toHaveLength(1);
  });

  it('is nothing for a county, an unknown unit, and somebody who has more than one neighbourhood', async () => {
    const governor = await world.as('governor');
    const none = { unit: null, landmarks: [] };
    expect(await getGround.run(governor, { unitId: world.unit.county })).toEqual(none);
    expect(await getGround.run(governor, { unitId: newId() })).toEqual(none);
    expect(await getGround.run(governor, { problemId: newId() })).toEqual(none);
    expect(await getGround.run(governor, {})).toEqual(none);
  });

  it('without a question is that of the one neighbourhood somebody has; another is not shown to them', async () => {
    const manager = await world.as('neighbourhood_manager', world.unit.sheikhabad);
    expect((await getGround.run(manager, {})).unit?.id).toBe(world.unit.sheikhabad);
    expect((await getGround.run(manager, { unitId: world.unit.pardisan })).unit).toBeNull();
  });
});
