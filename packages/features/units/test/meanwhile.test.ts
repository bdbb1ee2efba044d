import { afterEach, beforeEach, expect, test } from 'vitest';
import { moveUnit } from '../src/commands/move-unit.ts';
import { registerUnit } from '../src/commands/register-unit.ts';
import { retireUnit } from '../src/commands/retire-unit.ts';
import { openSmallProvince, SOUND, treeFaults } from './support/small-province.ts';

let world: Awaited<ReturnType<typeof openSmallProvince>>;
beforeEach(async () => void (world = await openSmallProvince()));
afterEach(() => world.close());

const onDate = '2025-04-21';

/** Lets something else happen between the next command's reading and its writing. */
const meanwhile = (happens: () => Promise<unknown>) => {
  const { databases } = world.ports;
  const { lane } = databases;
  Object.assign(databases, {
    lane: (database: string) => ({
      write: async (job: Parameters<ReturnType<typeof lane>['write']>[0]) => {
        Object.assign(databases, { lane });
        await happens();
        return lane(database).write(job);
      },
    }),
  });
};

test('two moves at once that together would make a circle: the second to be written is told', async () => {
  const { kahak, kahakCity } = world.ids;
  const { id: district } = await registerUnit.run(world.admin, {
    parentId: kahak,
    kind: 'district',
    nameFa: 'منطقه',
    fromOn: onDate,
  });
  meanwhile(() => moveUnit.run(world.admin, { unitId: kahakCity, revision: 1, parentId: district, onDate }));
  await expect(
    moveUnit.run(world.admin, { unitId: district, revision: 1, parentId: kahakCity, onDate }),
  ).rejects.toMatchObject({
    kind: 'conflict',
    reason: 'revision_conflict',
  });
  expect(await treeFaults(world)).toEqual(SOUND);
});

test('nothing is registered under a unit that ended in the meantime, and none ends over what was registered below it', async () => {
  const { bakhsh, city, village } = world.ids;
  const { id: empty } = await registerUnit.run(world.admin, {
    parentId: bakhsh,
    kind: 'city',
    nameFa: 'نو',
    fromOn: onDate,
  });
  const below = { parentId: empty, kind: 'neighbourhood', nameFa: 'محله' };
  meanwhile(() => retireUnit.run(world.admin, { unitId: empty, revision: 1, onDate }));
  await expect(registerUnit.run(world.admin, below)).rejects.toMatchObject({ reason: 'revision_conflict' });

  const { id: other } = await registerUnit.run(world.admin, {
    parentId: bakhsh,
    kind: 'city',
    nameFa: 'دیگر',
    fromOn: onDate,
  });
  meanwhile(() => registerUnit.run(world.admin, { ...below, parentId: other }));
  await expect(retireUnit.run(world.admin, { unitId: other, revision: 1, onDate })).rejects.toMatchObject({
    reason: 'revision_conflict',
  });
  expect(await world.unit(other)).toMatchObject({ ended_on: null });
  expect(await treeFaults(world)).toEqual(SOUND);
  expect([await world.unit(city), await world.unit(village)]).toMatchObject([{ ended_on: null }, { ended_on: null }]);
});

test('what is registered below a unit while it moves goes along into the new county', async () => {
  const { city, kahak } = world.ids;
  let born = '';
  meanwhile(async () => {
    born = (
      await registerUnit.run(world.admin, { parentId: city, kind: 'neighbourhood', nameFa: 'نو', fromOn: onDate })
    ).id;
  });
  await moveUnit.run(world.admin, { unitId: city, revision: 1, parentId: kahak, onDate });
  expect(await world.unit(born)).toMatchObject({ county_id: kahak });
  expect(await treeFaults(world)).toEqual(SOUND);
});
