import { Courier, makeSealKey, takeIn, type SealedLetter } from '@mahalleh/border';
import { openTestNation } from '@mahalleh/gate/testing';
import { newId } from '@mahalleh/kernel';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rollupIntakes, stateAsk, stateLetters } from '../src/index.ts';
import { rollupsNationRoutes } from '../src/routes.ts';
import { play, someTurn } from './history.ts';
import { openProvinceWorld, type ProvinceWorld, type Row } from './province-world.ts';

const secret = new Uint8Array(32).fill(5);

/** What happens to a letter on its way. */
const FATES = ['arrives', 'lost', 'answer_lost', 'twice', 'delayed', 'crash_before_ack', 'old_one_again'] as const;
type Fate = (typeof FATES)[number];

const openNation = async () => {
  const nation = await openTestNation();
  await nation.sql('pragma synchronous = off');
  await nation.sql(
    "insert into provinces (slug, code, name_fa, name_en, status, epoch, schema_version, provisioned_at_ms) values ('qom', '25', 'قم', 'Qom', 'active', 1, 1, 0), ('qazvin', '26', 'قزوین', 'Qazvin', 'active', 1, 1, 0)",
  );
  await nation.sql(
    "insert into unit_closure (ancestor_id, unit_id) select 'nation', 'nation' where not exists (select 1 from unit_closure where unit_id = 'nation')",
  );
  const take = (letter: SealedLetter) =>
    takeIn(
      {
        reader: nation.ports.databases.reader('nation'),
        save: async (commandId, statements) => {
          const outcome = await nation.ports.databases.lane('nation').write({ commandId, statements });
          return outcome.outcome === 'saved' ? null : outcome.message;
        },
        nowMs: () => 1,
        intakes: rollupIntakes,
      },
      letter,
    );
  /** Every cell that is not zero, as text. */
  const cells = async (): Promise<string[]> =>
    (
      await nation.sql(
        "select county, metric, dims, period, value from national_cells where province = 'qom' and value <> 0",
      )
    )
      .map((row) => Object.values(row).join('|'))
      .toSorted();
  const analyst = await nation.as({ role: 'ministry_analyst', unitId: 'nation' });
  const page = async (key: string) => {
    const route = rollupsNationRoutes.find(({ path }) => path === '/metrics/{key}');
    return (await (route?.act.run(analyst, { key }) as Promise<unknown>)) as {
      nation: { value: number | null; reported: number; missing: string[] };
      provinces: { slug: string; value: number | null }[];
    };
  };
  return { ...nation, take, cells, page };
};
type Nation = Awaited<ReturnType<typeof openNation>>;

/** A courier whose letters meet what is told, and then arrive. */
const openBorder = async (world: ProvinceWorld, nation: Nation, epoch = 1) => {
  const pair = await makeSealKey(secret);
  await nation.sql('insert into province_keys (key_id, province, public_jwk, from_ms) values (?, ?, ?, 0)', [
    pair.keyId,
    'qom',
    pair.publicJwk,
  ]);
  await world.rows(
    'insert into seal_keys (key_id, wrapped_private, public_jwk, from_ms) values (?, ?, ?, 0)',
    pair.keyId,
    pair.wrappedPrivate,
    pair.publicJwk,
  );
  await world.rows(
    'insert or ignore into border_state (id, epoch, cell_number, cell_seq, coverage_number, coverage_at_ms) values (1, 1, 0, 0, 0, 0)',
  );
  await world.rows('update border_state set epoch = ? where id = 1', epoch);
  const fates: Fate[] = [];
  const late: SealedLetter[] = [];
  const past: SealedLetter[] = [];
  let crashes = false;
  const courier = new Courier({
    province: 'qom',
    reader: world.province.ports.databases.reader('qom'),
    save: async (statements) => {
      if (crashes) throw new Error('the lane was killed');
      const outcome = await world.province.ports.databases.lane('qom').write({ commandId: newId(), statements });
      return outcome.outcome === 'saved';
    },
    hand: async (letter) => {
      const fate = fates.shift() ?? 'arrives';
      const [old] = fate === 'old_one_again' ? past : [];
      if (old) await nation.take(old);
      // What was on the way for long arrives before this one.
      for (const delayed of late.splice(0)) await nation.take(delayed);
      past.push(letter);
      if (fate === 'lost') throw new Error('no way');
      if (fate === 'delayed') {
        late.push(letter);
        throw new Error('no answer');
      }
      const receipt = await nation.take(letter);
      if (fate === 'twice') return nation.take(letter);
      if (fate === 'answer_lost') throw new Error('no answer');
      crashes = fate === 'crash_before_ack';
      return receipt;
    },
    secret: () => Promise.resolve(secret),
    nowMs: world.nowMs,
    stateAsk,
    stateLetters: (results) => stateLetters(results, world.nowMs()),
  });
  const round = async (meets: readonly Fate[] = []) => {
    fates.splice(0, fates.length, ...meets);
    crashes = false;
    const acked = await courier.round().catch(() => -1);
    crashes = false;
    return acked;
  };
  const settle = async () => {
    for (let tries = 0; tries < 20; tries++) if ((await round()) === 0) return;
    throw new Error('letters without end');
  };
  return { round, settle, past, late };
};

const provinceCells = async (world: ProvinceWorld): Promise<string[]> =>
  (
    await world.rows(
      'select u.official_code, c.metric, c.dims, c.period, c.value from cells c join units u on u.id = c.county_id where c.value <> 0 and u.official_code is not null',
    )
  )
    .map((row: Row) => Object.values(row).join('|'))
    .toSorted();

const someFates = fc.array(fc.constantFrom(...FATES), { minLength: 1, maxLength: 3 });

test(
  'letters lost, doubled, delayed, out of order, and a crash between handing over and remembering it: the nation ends with the cells of the province',
  { timeout: 120_000 },
  async () => {
    const met = new Set<Fate>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.array(someTurn, { minLength: 3, maxLength: 8 }), someFates), {
          minLength: 3,
          maxLength: 6,
        }),
        async (stages) => {
          const world = await openProvinceWorld();
          const nation = await openNation();
          const border = await openBorder(world, nation);
          try {
            for (const [turns, fates] of stages) {
              for (const turn of turns) await play(world, turn);
              await world.recompute();
              await border.round(fates);
              for (const fate of fates) met.add(fate);
            }
            await border.settle();
            for (const letter of border.late) await nation.take(letter);
            expect(await provinceCells(world)).not.toEqual([]);
            expect(await nation.cells()).toEqual(await provinceCells(world));
            // The numbers of what was taken in have no gap.
            for (const { n, last } of (await nation.sql(
              'select count(*) as n, max(number) as last from letters_in group by kind',
            )) as { n: number; last: number }[])
              expect(n).toBe(last);
          } finally {
            world.close();
            nation.close();
          }
        },
      ),
      { numRuns: 8 },
    );
    expect([...met].toSorted()).toEqual([...FATES].toSorted());
  },
);

test('after a restore the new epoch makes the nation right again, and a letter of the old one is refused', async () => {
  const nation = await openNation();
  const before = await openProvinceWorld();
  const border = await openBorder(before, nation);
  for (let n = 0; n < 8; n++) await play(before, { verb: 'register', a: n, b: n });
  await before.run('capacity.register', {
    unitId: (await before.rows("select id from units where kind = 'village'"))[0]?.['id'],
    kind: 'place',
    name: 'زمین بازی',
  });
  await before.recompute();
  await border.settle();
  const stray = border.past.at(-1);
  expect(await nation.cells()).toEqual(await provinceCells(before));

  // The copy of an earlier day: fewer problems, and no capacity at all.
  const restored = await openProvinceWorld();
  for (let n = 0; n < 3; n++) await play(restored, { verb: 'register', a: n, b: n });
  await restored.recompute();
  await nation.sql("update provinces set epoch = 2 where slug = 'qom'");
  const again = await openBorder(restored, nation, 2);
  await again.settle();
  expect(await nation.cells()).toEqual(await provinceCells(restored));
  expect((await nation.cells()).some((cell) => cell.includes('capacity'))).toBe(false);
  expect(stray && (await nation.take(stray))).toMatchObject({ outcome: 'refused', reason: 'epoch_is_past' });
  expect(await nation.cells()).toEqual(await provinceCells(restored));
  for (const open of [nation, before, restored]) open.close();
});

test('what is covered and has no cell is zero; what is not covered is missing', async () => {
  const nation = await openNation();
  const world = await openProvinceWorld();
  const border = await openBorder(world, nation);
  expect((await nation.page('problem.open')).nation).toMatchObject({ value: null, missing: ['qazvin', 'qom'] });
  await world.recompute();
  await border.settle();
  const page = await nation.page('problem.open');
  expect(page.nation).toMatchObject({ value: 0, reported: 1, missing: ['qazvin'] });
  expect(page.provinces.map(({ slug, value }) => [slug, value])).toEqual([
    ['qom', 0],
    ['qazvin', null],
  ]);
  await play(world, { verb: 'register', a: 1, b: 1 });
  await world.recompute();
  await border.settle();
  expect((await nation.page('problem.open')).nation).toMatchObject({ value: 1, reported: 1, missing: ['qazvin'] });
  nation.close();
  world.close();
});
