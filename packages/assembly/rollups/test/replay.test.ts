/** Replaying the letters since the last checkpoint gives the nation's figures again; what was changed by other hands is found. */
import { dueCheckpoints } from '@mahalleh/border';
import { sha256 } from '@mahalleh/gate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBorder, openNation, type Nation } from './border-world.ts';
import { rollupsNationRoutes } from '../src/routes.ts';
import { play } from './history.ts';
import { openProvinceWorld, type ProvinceWorld } from './province-world.ts';
import { keepCheckpoint, replayed } from './replay-world.ts';

let nation: Nation;
let world: ProvinceWorld;
let border: Awaited<ReturnType<typeof openBorder>>;

const work = async (from: number, to: number) => {
  for (let n = from; n < to; n++) await play(world, { verb: 'register', a: n, b: n });
  world.pass(1);
  await world.recompute();
  await border.settle();
};

/** Changes the nation by hand, replays, and puts it back. */
const after = async (change: string, undo: string) => {
  await nation.sql(change);
  const { discrepancies } = await replayed(nation);
  await nation.sql(undo);
  return discrepancies.map(({ place, what }) => `${place}: ${what}`);
};
const SUMS = "from national_sums where metric = 'problem.open@1'";

beforeAll(async () => {
  [nation, world] = [await openNation(), await openProvinceWorld()];
  border = await openBorder(world, nation);
  await work(0, 4);
  await work(4, 6);
  expect(await dueCheckpoints(nation.ports.databases.reader('nation'), '1405-09')).toEqual(['qazvin', 'qom']);
  await keepCheckpoint(nation, world.nowMs());
  expect(await dueCheckpoints(nation.ports.databases.reader('nation'), '1405-09')).toEqual(['qazvin']);
  await work(6, 9);
  await work(9, 12);
});
afterAll(() => (nation.close(), world.close()));

describe('replay', () => {
  test('gives the same figures from the checkpoint and from the first letter', async () => {
    const since = await replayed(nation);
    const whole = await replayed(nation, true);
    expect(since.discrepancies).toEqual([]);
    expect(whole.discrepancies).toEqual([]);
    expect(since.sinceMs).not.toBeNull();
    expect(whole.sinceMs).toBeNull();
    expect(whole.letters).toBeGreaterThan(since.letters);
    expect(since.letters).toBeGreaterThan(2);
    expect(since.rows).toBeGreaterThan(20);
    expect(since.rows).toBe(whole.rows);
  });

  test('finds a national cell, a sum and a coverage that no letter wrote', async () => {
    const cell = "where metric = 'problem.open@1'";
    expect(
      await after(
        `update national_cells set value = value + 1 ${cell}`,
        `update national_cells set value = value - 1 ${cell}`,
      ),
    ).toEqual(expect.arrayContaining([expect.stringMatching(/^national_cells: problem\.open@1: \d+ rows are not/)]));
    const sum = `update national_sums set value = value + 1 where rowid = (select min(rowid) ${SUMS})`;
    expect(await after(sum, sum.replace('+', '-'))).toEqual([expect.stringMatching(/^national_sums: problem\.open@1/)]);
    const covered = "update coverage set as_of_ms = as_of_ms + 1 where metric = 'problem.open@1'";
    expect(await after(covered, covered.replace('+', '-'))).toEqual([
      expect.stringMatching(/^coverage: problem\.open@1/),
    ]);
    expect((await replayed(nation)).discrepancies).toEqual([]);
  });

  test('finds a letter whose words were changed, with its digest as well', async () => {
    const newest =
      "where kind = 'rollup.cells' and number = (select max(number) from letters_in where kind = 'rollup.cells')";
    const [held] = await nation.sql(`select body_json, digest from letters_in ${newest}`);
    await nation.sql(`update letters_in set body_json = replace(body_json, '"value":', '"value":1') ${newest}`);
    expect((await replayed(nation)).discrepancies[0]?.what).toContain('its words are not those');
    const [changed] = await nation.sql(`select body_json from letters_in ${newest}`);
    await nation.sql(`update letters_in set digest = ? ${newest}`, [await sha256(String(changed?.['body_json']))]);
    expect((await replayed(nation)).discrepancies[0]?.what).toContain('its seal is broken');
    await nation.sql(`update letters_in set body_json = ?, digest = ? ${newest}`, [
      held?.['body_json'] ?? null,
      held?.['digest'] ?? null,
    ]);
    expect((await replayed(nation)).discrepancies).toEqual([]);
  });

  test.each([
    ['before the checkpoint', '= 1'],
    ['since the checkpoint', "= (select max(number) - 1 from letters_in where kind = 'rollup.cells')"],
    ['the newest', "= (select max(number) from letters_in where kind = 'rollup.cells')"],
  ])('finds a letter that was taken away: %s', async (_where, number) => {
    const which = `from letters_in where kind = 'rollup.cells' and number ${number}`;
    await nation.sql(`create table kept as select rowid as at, * ${which}`);
    await nation.sql(`delete ${which}`);
    expect((await replayed(nation)).discrepancies.length).toBeGreaterThan(0);
    const columns = 'province, epoch, kind, number, key_id, digest, seal, body_json, sent_at_ms, received_at_ms';
    await nation.sql(`insert into letters_in (rowid, ${columns}) select at, ${columns} from kept`);
    await nation.sql('drop table kept');
    expect((await replayed(nation)).discrepancies).toEqual([]);
  });

  test('does not begin with a checkpoint that somebody changed, and says so', async () => {
    const [held] = await nation.sql('select body_json from checkpoints');
    await nation.sql(`update checkpoints set body_json = replace(body_json, '2501', '2502')`);
    const { discrepancies, sinceMs } = await replayed(nation);
    expect(sinceMs).toBeNull();
    expect(discrepancies).toEqual([{ place: 'checkpoints', what: expect.stringContaining('digest') as string }]);
    await nation.sql('update checkpoints set body_json = ?', [held?.['body_json'] ?? null]);
  });
});

describe('the borders', () => {
  type Health = {
    borders: {
      province: string;
      epoch: number;
      waiting: number;
      checkpointAtMs: number | null;
      failure: { kind: string; number: number; reason: string; isOver: boolean } | null;
      kinds: { kind: string; number: number; letters: number; gaps: number }[];
    }[];
  };
  const qom = async () => {
    const route = rollupsNationRoutes.find(({ path }) => path === '/borders');
    const analyst = await nation.as({ role: 'ministry_admin', unitId: 'nation' });
    const health = (await (route?.act.run(analyst, {}) as Promise<unknown>)) as Health;
    return health.borders.find(({ province }) => province === 'qom');
  };

  test('tell of the checkpoint, of letters that wait to be collected, and of a number that is missing', async () => {
    await nation.sql(
      "insert into letters_to_provinces (province, number, kind, body_json, written_at_ms) values ('qom', 1, 'x', '{}', 0)",
    );
    expect(await qom()).toMatchObject({
      epoch: 1,
      waiting: 1,
      failure: null,
      checkpointAtMs: expect.any(Number) as number,
    });
    await nation.sql('update letters_to_provinces set collected_at_ms = 1');
    await nation.sql("create table kept as select * from letters_in where kind = 'rollup.cells' and number = 2");
    await nation.sql("delete from letters_in where kind = 'rollup.cells' and number = 2");
    const health = await qom();
    expect(health?.waiting).toBe(0);
    expect(health?.kinds.find(({ kind }) => kind === 'rollup.cells')?.gaps).toBe(1);
    expect(health?.kinds.find(({ kind }) => kind === 'rollup.coverage')?.gaps).toBe(0);
    await nation.sql('insert into letters_in select * from kept');
    await nation.sql('drop table kept');
  });

  test('tell of a letter that was refused, and that it is over once the next one of its kind has come', async () => {
    await nation.sql("update provinces set status = 'suspended' where slug = 'qom'");
    await play(world, { verb: 'register', a: 3, b: 3 });
    await world.recompute();
    await border.round();
    expect((await qom())?.failure).toMatchObject({ kind: 'rollup.cells', reason: 'province_suspended', isOver: false });
    await nation.sql("update provinces set status = 'active' where slug = 'qom'");
    await nation.sql('update border_failures set at_ms = 0');
    await border.settle();
    expect((await qom())?.failure).toMatchObject({ reason: 'province_suspended', isOver: true });
    expect((await qom())?.kinds.every(({ gaps }) => gaps === 0)).toBe(true);
  });
});
