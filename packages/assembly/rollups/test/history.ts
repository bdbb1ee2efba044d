import fc from 'fast-check';
import { adoptionVerbs } from './adoption-verbs.ts';
import { aimVerbs } from './aim-verbs.ts';
import { at, edit, idOf, NEIGHBOURHOODS, pick, type Turn, type Verb } from './choose.ts';
import { councilVerbs } from './council-verbs.ts';
import { dutyVerbs } from './duty-verbs.ts';
import { operationVerbs } from './operation-verbs.ts';
import type { ProvinceWorld } from './province-world.ts';
import { registryVerbs } from './registry-verbs.ts';

const units: Record<string, Verb> = {
  found: async (world, { a }) =>
    world.run('unit.register', {
      parentId: idOf(await pick(world, "select * from units where kind = 'city' and ended_on is null order by id", a)),
      kind: 'neighbourhood',
      nameFa: `محله نو ${a}`,
    }),
  move: async (world, { a, b }) => {
    const row = await pick(
      world,
      "select * from units where kind in ('neighbourhood', 'village', 'district', 'city') and ended_on is null order by id",
      a,
    );
    const parent = await pick(
      world,
      "select * from units where kind in ('county', 'district', 'city') and ended_on is null order by id",
      b,
    );
    return (
      row && parent && world.run('unit.move', { ...edit(row, 'unitId'), parentId: idOf(parent), onDate: world.today() })
    );
  },
  split: async (world, { a }) => {
    const row = await pick(world, NEIGHBOURHOODS, a);
    return (
      row &&
      world.run('unit.split', {
        ...edit(row, 'unitId'),
        onDate: world.today(),
        into: [{ nameFa: 'شمالی' }, { nameFa: 'جنوبی' }],
      })
    );
  },
  mergeUnits: async (world, { a, b }) => {
    const row = await pick(world, NEIGHBOURHOODS, a);
    const siblings = row
      ? await world.rows(
          `select * from units where kind = ? and parent_id = ? and id <> ? and ended_on is null order by id`,
          String(row['kind']),
          String(row['parent_id']),
          idOf(row),
        )
      : [];
    const other = at(siblings, b);
    return (
      other &&
      world.run('unit.merge', {
        ...edit(row, 'unitId'),
        others: [edit(other, 'unitId')],
        nameFa: 'یگانه',
        onDate: world.today(),
      })
    );
  },
  retire: async (world, { a, b }) => {
    const row = b % 4 ? undefined : await pick(world, NEIGHBOURHOODS, a);
    return row && world.run('unit.retire', { ...edit(row, 'unitId'), onDate: world.today() });
  },
};

const clock: Record<string, Verb> = {
  pass: async (world, { b }) => {
    world.pass((b % 12) + 1);
    return true;
  },
};

/** Everything that can happen in a history. */
export const VERBS: Readonly<Record<string, Verb>> = {
  ...registryVerbs,
  ...councilVerbs,
  ...operationVerbs,
  ...dutyVerbs,
  ...aimVerbs,
  ...adoptionVerbs,
  ...units,
  ...clock,
};

const weights: Readonly<Record<string, number>> = {
  register: 4,
  triage: 3,
  start: 2,
  solve: 2,
  establish: 3,
  seat: 4,
  meet: 3,
  plan: 3,
  startOperation: 3,
  declare: 2,
  finishTasks: 3,
  pass: 5,
  capacity: 2,
  move: 2,
  base: 2,
  setTarget: 3,
  readTargets: 3,
  defineIndicator: 2,
  measure: 3,
  adopt: 3,
  countAdoptions: 3,
};

/** A turn by chance; the verbs that others build on come more often. */
export const someTurn: fc.Arbitrary<Turn> = fc.record({
  verb: fc.oneof(...Object.keys(VERBS).map((verb) => ({ weight: weights[verb] ?? 1, arbitrary: fc.constant(verb) }))),
  a: fc.nat(997),
  b: fc.nat(997),
});

/** Lets one turn happen. Shape: whether something was done. */
export const play = async (world: ProvinceWorld, turn: Turn): Promise<boolean> =>
  (await VERBS[turn.verb]?.(world, turn)) !== undefined;
