import { Courier, makeSealKey, takeIn, type SealedLetter } from '@mahalleh/border';
import type { Statement } from '@mahalleh/gate';
import { openTestNation } from '@mahalleh/gate/testing';
import { newId } from '@mahalleh/kernel';
import { rollupIntakes, stateAsk, stateLetters } from '../src/index.ts';
import { rollupsNationRoutes } from '../src/routes.ts';
import type { ProvinceWorld, Row } from './province-world.ts';

/** The secret under which every key of these tests is wrapped. */
export const secret = new Uint8Array(32).fill(5);

/** What happens to a letter on its way. */
export const FATES = [
  'arrives',
  'lost',
  'answer_lost',
  'twice',
  'delayed',
  'crash_before_ack',
  'old_one_again',
  'save_fails',
  'save_unanswered',
] as const;
/** What happens to one letter. */
export type Fate = (typeof FATES)[number];

type Sql = Pick<Awaited<ReturnType<typeof openTestNation>>, 'sql'>;

/** Tells the nation of Qom and Qazvin. */
export const knowProvinces = (nation: Sql) =>
  nation.sql(
    "insert into provinces (slug, code, name_fa, name_en, status, epoch, schema_version, provisioned_at_ms) values ('qom', '25', 'قم', 'Qom', 'active', 1, 1, 0), ('qazvin', '26', 'قزوین', 'Qazvin', 'active', 1, 1, 0)",
  );

/** Gives Qom a key that the nation knows, and a border. Shape: the key. */
export const introduce = async (world: ProvinceWorld, nation: Sql) => {
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
  return pair;
};

/** A nation that knows Qom and Qazvin and takes letters in. */
export const openNation = async () => {
  const nation = await openTestNation();
  await nation.sql('pragma synchronous = off');
  await knowProvinces(nation);
  await nation.sql(
    "insert into unit_closure (ancestor_id, unit_id) select 'nation', 'nation' where not exists (select 1 from unit_closure where unit_id = 'nation')",
  );
  let saving: 'saves' | 'fails' | 'unanswered' = 'saves';
  const take = (letter: SealedLetter) =>
    takeIn(
      {
        reader: nation.ports.databases.reader('nation'),
        save: async (commandId, statements) => {
          const meets = saving;
          saving = 'saves';
          if (meets === 'fails') return 'the database was away';
          const outcome = await nation.ports.databases.lane('nation').write({ commandId, statements });
          if (meets === 'unanswered') throw new Error('the save was done, and nobody heard of it');
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
    const told = (await (route?.act.run(analyst, { key }) as Promise<unknown>)) as {
      asked: { figure: { value: number | null; reported: number; missing: string[] } };
      provinces: { slug: string; figure: { value: number | null } }[];
    };
    return {
      nation: told.asked.figure,
      provinces: told.provinces.map(({ slug, figure }) => ({ slug, value: figure.value })),
    };
  };
  /** What the next save of the nation comes to. */
  const meet = (next: typeof saving) => {
    saving = next;
  };
  return { ...nation, take, cells, page, meet };
};
/** What `openNation` gives. */
export type Nation = Awaited<ReturnType<typeof openNation>>;

/** A courier whose letters meet what is told, and then arrive. */
export const openBorder = async (world: ProvinceWorld, nation: Nation, epoch = 1) => {
  const pair = await introduce(world, nation);
  await world.rows('update border_state set epoch = ? where id = 1', epoch);
  const fates: Fate[] = [];
  const late: SealedLetter[] = [];
  const past: SealedLetter[] = [];
  let crashes = false;
  const reader = world.province.ports.databases.reader('qom');
  const save = async (statements: readonly Statement[]) => {
    if (crashes) throw new Error('the lane was killed');
    const outcome = await world.province.ports.databases.lane('qom').write({ commandId: newId(), statements });
    return outcome.outcome === 'saved';
  };
  const courier = new Courier({
    province: 'qom',
    reader,
    save,
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
      if (fate === 'save_fails') nation.meet('fails');
      if (fate === 'save_unanswered') nation.meet('unanswered');
      const receipt = await nation.take(letter).finally(() => nation.meet('saves'));
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
    // As the lane does: what the last round had acknowledged is remembered with what this one begins with.
    const acks = courier.takeAcks();
    if (acks.length > 0) await save(acks);
    const acked = await courier.round(await reader.batch(courier.asks)).catch(() => -1);
    // A lane that is killed forgets what it had still to remember.
    if (crashes) courier.takeAcks();
    crashes = false;
    return acked;
  };
  const settle = async () => {
    for (let tries = 0; tries < 20; tries++) if ((await round()) === 0) return;
    throw new Error('letters without end');
  };
  return { round, settle, past, late, pair };
};

/** Every cell of a province that is not zero, as text. */
export const provinceCells = async (world: ProvinceWorld): Promise<string[]> =>
  (
    await world.rows(
      'select u.official_code, c.metric, c.dims, c.period, c.value from cells c join units u on u.id = c.county_id where c.value <> 0 and u.official_code is not null',
    )
  )
    .map((row: Row) => Object.values(row).join('|'))
    .toSorted();
