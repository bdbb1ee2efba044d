import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, Failure } from '@mahalleh/kernel';
import { mergeUnits } from '../src/commands/merge-units.ts';
import { moveUnit } from '../src/commands/move-unit.ts';
import { registerUnit } from '../src/commands/register-unit.ts';
import { retireUnit } from '../src/commands/retire-unit.ts';
import { splitUnit } from '../src/commands/split-unit.ts';
import { REGISTERED_KINDS } from '../src/model.ts';
import { openSmallProvince, SOUND, treeFaults } from './support/small-province.ts';

const step = fc.record({
  verb: fc.constantFrom('register', 'move', 'move', 'split', 'merge', 'retire'),
  kind: fc.constantFrom(...REGISTERED_KINDS),
  pick: fc.nat(1000),
  other: fc.nat(1000),
  day: fc.integer({ min: 0, max: 6 }),
});

test('after any history of registering, moving, splitting, merging and retiring, the tree is as recomputed from its parents', async () => {
  let done = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 18 }), async (steps) => {
      const world = await openSmallProvince();
      let onDate = addDays('2024-03-20', 0);
      try {
        for (const { verb, kind, pick, other, day } of steps) {
          onDate = addDays(onDate, day);
          const living = await world.rows(
            "select id, revision, parent_id, kind from units where ended_on is null and kind <> 'province' order by id",
          );
          const unit = living[pick % living.length];
          const second = living[other % living.length];
          if (!unit || !second) continue;
          const given = { unitId: unit['id'], revision: unit['revision'], onDate };
          const children = (
            await world.rows(
              'select id from units where ended_on is null and parent_id = ? order by id',
              String(unit['id']),
            )
          ).map((row) => row['id']);
          const siblings = living.filter(
            (row) => row['parent_id'] === unit['parent_id'] && row['kind'] === unit['kind'] && row['id'] !== unit['id'],
          );
          const sibling = siblings[other % Math.max(siblings.length, 1)] ?? second;
          const half = children.filter((_, i) => i % 2 === other % 2);
          const attempt = {
            register: () =>
              registerUnit.run(world.admin, { parentId: unit['id'], kind, nameFa: `نو ${pick}`, fromOn: onDate }),
            move: () => moveUnit.run(world.admin, { ...given, parentId: second['id'] }),
            split: () =>
              splitUnit.run(world.admin, {
                ...given,
                into: [
                  { nameFa: 'یک', childIds: half },
                  { nameFa: 'دو', childIds: children.filter((id) => !half.includes(id)) },
                ],
              }),
            merge: () =>
              mergeUnits.run(world.admin, {
                ...given,
                nameFa: 'هم',
                others: [{ unitId: sibling['id'], revision: sibling['revision'] }],
              }),
            retire: () => retireUnit.run(world.admin, given),
          }[verb];
          try {
            await attempt?.();
            done++;
          } catch (cause) {
            if (!(cause instanceof Failure) || cause.kind !== 'refused') throw cause;
          }
          expect(await treeFaults(world)).toEqual(SOUND);
        }
      } finally {
        world.close();
      }
    }),
    { numRuns: 12 },
  );
  expect(done).toBeGreaterThan(20);
});
