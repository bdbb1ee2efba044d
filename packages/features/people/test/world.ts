import { newId } from '@mahalleh/kernel';
import { enterProvince, NATION, sealSession } from '@mahalleh/gate';
import { openTestNation, openTestProvince } from '@mahalleh/gate/testing';
import { plantSql } from '@mahalleh/units/planting';
import type { Role } from '@mahalleh/access';

const seed = (kind: 'province' | 'county' | 'neighbourhood', nameFa: string, parentId: string | null) => ({
  id: newId(),
  kind,
  nameFa,
  nameEn: `Sample ${kind}`,
  parentId,
  fromOn: '2020-03-20',
  isSample: true,
});

/** A province with two counties of one neighbourhood each, in a fresh database file. */
export const openWorld = async () => {
  const world = await openTestProvince();
  const province = seed('province', 'قم', null);
  const [countyA, countyB] = [seed('county', 'شهرستان الف', province.id), seed('county', 'شهرستان ب', province.id)];
  const [placeA, placeB] = [seed('neighbourhood', 'محله الف', countyA.id), seed('neighbourhood', 'محله ب', countyB.id)];
  const tree = [province, countyA, countyB, placeA, placeB];
  for (const { sql, args } of plantSql(tree, world.ports.nowMs())) await world.sql(sql, [...(args as string[])]);
  const unit = {
    province: province.id,
    countyA: countyA.id,
    countyB: countyB.id,
    placeA: placeA.id,
    placeB: placeB.id,
  };
  return {
    ...world,
    unit,
    /** Somebody who holds one role. */
    holding: (role: Role, unitId: string) => world.as({ role, unitId }),
    /** The same person at a door where, between reading and saving, something else happens. */
    interrupted: async (personId: string, between: () => Promise<unknown>) => {
      const { ports } = world;
      const { tokenHash, cookie } = await sealSession(ports, 'qom', crypto.getRandomValues(new Uint8Array(32)));
      await world.sql('update sessions set token_hash = ? where person_id = ?', [tokenHash, personId]);
      const lane: typeof ports.databases.lane = (name) => ({
        write: async (job) => {
          await between();
          return ports.databases.lane(name).write(job);
        },
      });
      return enterProvince({ ...ports, databases: { ...ports.databases, lane } }, 'qom', cookie);
    },
    /** The live roles of a person, as `role@unit`. */
    rolesOf: async (personId: string): Promise<string[]> =>
      (
        await world.sql(
          'select role, unit_id from role_grants where person_id = ? and revoked_at_ms is null order by granted_at_ms',
          [personId],
        )
      ).map((row) => `${String(row['role'])}@${String(row['unit_id'])}`),
    lastAudit: async () => (await world.audit()).at(-1),
  };
};

/** The ministry's database, with its one unit. */
export const openMinistry = async () => {
  const world = await openTestNation();
  await world.sql('insert or ignore into unit_closure (ancestor_id, unit_id) values (?, ?)', [NATION, NATION]);
  return world;
};

/** What a test works in. */
export type World = Awaited<ReturnType<typeof openWorld>>;
