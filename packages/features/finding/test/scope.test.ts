import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSetting, type Setting } from './setting.ts';

const TITLE = 'روشنایی';

let the: Setting;
beforeEach(async () => {
  the = await openSetting();
});
afterEach(() => the.province.close());

/** Puts units with all that lies below them under other units, as `unit.move` does. */
const move = async (unitId: string, parentId: string): Promise<void> => {
  const { sql } = the.province;
  const below = 'select unit_id from unit_closure where ancestor_id = ?';
  await sql(`delete from unit_closure where unit_id in (${below}) and ancestor_id not in (${below})`, [unitId, unitId]);
  await sql(
    'insert into unit_closure (ancestor_id, unit_id) select a.ancestor_id, s.unit_id from unit_closure a join unit_closure s on s.ancestor_id = ? where a.unit_id = ?',
    [unitId, parentId],
  );
};

/** What may be found from a unit, asked of the tables without any index. */
const within = async (units: readonly string[]): Promise<string[]> =>
  (
    await the.province.sql(
      'select distinct p.id from problems p join unit_closure c on c.unit_id = p.unit_id where c.ancestor_id in (select value from json_each(?)) order by p.id',
      [JSON.stringify(units)],
    )
  ).map(({ id }) => String(id));

const found = async (who: Setting['director']): Promise<string[]> =>
  (await the.ids(TITLE, who, { kinds: 'problem', size: 50 })).toSorted();

describe('scope', () => {
  test('whoever asks finds what lies in their units, and nothing else: before and after units move, at once and after the round', async () => {
    const units = [the.top, ...the.counties, ...the.places];
    for (const unit of the.places) for (let i = 0; i < 3; i++) await the.problem(`${TITLE} ${i}`, unit);
    await the.upkeep();
    const step = fc.oneof(
      fc.record({ unit: fc.constantFrom(...the.places), parent: fc.constantFrom(...the.counties, the.top) }),
      fc.constant('round' as const),
      fc.record({ register: fc.constantFrom(...the.places) }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 5 }),
        fc.array(fc.constantFrom(...units), { minLength: 1, maxLength: 2 }),
        async (steps, held) => {
          for (const one of steps) {
            if (one === 'round') await the.upkeep();
            else if ('register' in one) await the.problem(`${TITLE} نو`, one.register);
            else await move(one.unit, one.parent);
          }
          const grants = held.map((unitId) => ({ role: 'observer' as const, unitId }));
          const who = await the.province.as(...grants);
          const expected = await within(held);
          expect(await found(who)).toEqual(expected);
          await the.upkeep();
          expect(await found(who)).toEqual(expected);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('a county that moves takes everything below it along', async () => {
    const problem = await the.problem(TITLE, the.places[2]);
    const other = await the.as('county_governor', the.counties[0]);
    expect(await found(other)).toEqual([]);
    await move(the.counties[1], the.counties[0]);
    expect(await found(other)).toEqual([problem]);
    await the.upkeep();
    expect(await found(other)).toEqual([problem]);
    expect(await the.province.sql('select 1 from search_places where moved = 1')).toEqual([]);
  });

  test('bodies of the places above are in sight; their records are not', async () => {
    const named = { name: TITLE, name_folded: TITLE, registered_at_ms: 1 };
    const above = await the.put('agencies', { ...named, unit_id: the.top, kind: 'ngo' });
    await the.put('agencies', { ...named, unit_id: the.places[1], kind: 'ngo' });
    await the.put('capacities', { ...named, unit_id: the.top, kind: 'fund' });
    const manager = await the.as('neighbourhood_manager', the.places[0]);
    expect(await the.ids(TITLE, manager)).toEqual([above]);
  });

  test('who has lost the role finds nothing', async () => {
    await the.problem(TITLE);
    const manager = await the.as('neighbourhood_manager', the.places[0]);
    expect((await found(manager)).length).toBe(1);
    await the.province.sql('update role_grants set revoked_at_ms = 1 where person_id = ?', [manager.personId]);
    await expect(found(manager)).rejects.toMatchObject({ kind: 'not_permitted' });
  });
});
