import { Courier, sealLetter, takeIn, unwrapSealKey, type SealedLetter } from '@mahalleh/border';
import { openTestNation } from '@mahalleh/gate/testing';
import { newId } from '@mahalleh/kernel';
import { cellsLetter, peopleIntakes, peopleLetter, rollupIntakes } from '../src/index.ts';
import { closePeople } from '../src/people/close-people.ts';
import { rollupsNationRoutes } from '../src/routes.ts';
import { introduce, knowProvinces, secret } from './border-world.ts';
import { openProvinceWorld } from './province-world.ts';

/** A province with records, the nation, and the border between them. */
export const openPeopleWorld = async () => {
  const world = await openProvinceWorld();
  const nation = await openTestNation();
  await knowProvinces(nation);
  await nation.sql(
    "insert into counties (code, province, name_fa) values ('2501', 'qom', 'قم'), ('2502', 'qom', 'کهک'), ('2503', 'qom', 'جعفرآباد')",
  );
  const pair = await introduce(world, nation);
  const key = await unwrapSealKey(pair.wrappedPrivate, secret);
  const save = async (database: 'qom' | 'nation', statements: Parameters<typeof world.batch>[0]) => {
    const lane = (database === 'qom' ? world.province : nation).ports.databases.lane(database);
    const outcome = await lane.write({ commandId: newId(), statements });
    return outcome.outcome === 'saved' ? null : outcome.message;
  };
  const reader = world.province.ports.databases.reader('qom');
  const take = (letter: SealedLetter) =>
    takeIn(
      {
        reader: nation.ports.databases.reader('nation'),
        save: (_id, statements) => save('nation', statements),
        nowMs: () => 1,
        intakes: [...rollupIntakes, ...peopleIntakes],
      },
      letter,
    );
  const courier = new Courier({
    province: 'qom',
    reader,
    save: async (statements) => (await save('qom', statements)) === null,
    hand: take,
    secret: async () => secret,
    nowMs: world.nowMs,
    stateAsk: [],
    stateLetters: () => [],
  });
  const analyst = await nation.as({ role: 'ministry_analyst', unitId: 'nation' });
  const route = rollupsNationRoutes.find(({ path }) => path === '/people-figures');
  if (route?.path !== '/people-figures') throw new Error('no page of people');
  const neighbourhoods = await world.rows(
    "select u.id, c.official_code as county from units u join units c on c.id = u.county_id where u.kind = 'neighbourhood' order by u.id",
  );
  const unitIn = (county: string): string => String(neighbourhoods.find((unit) => unit['county'] === county)?.['id']);
  let made = 0;
  return {
    ...world,
    nation,
    /** Writes a problem that affects so many. */
    problem: async (county: string, domain: string, people: number, status = 'registered') => {
      made++;
      await world.rows(
        "insert into problems (id, code, unit_id, domain_key, title, title_folded, severity, people_affected, place_kind, status, registered_by, registered_at_ms, confirmed_at_ms) values (?, ?, ?, ?, 'نمونه', 'نمونه', 3, ?, 'whole', ?, ?, 0, ?)",
        ...[newId(), `P-${made}`, unitIn(county), domain, people, status, String(world.people[0])],
        status === 'solved' ? 1 : 0,
      );
    },
    /** Writes volunteers of one skill. */
    volunteers: async (county: string, skill: string, count: number) => {
      for (let i = 0; i < count; i++)
        await world.rows(
          "insert into volunteers (id, unit_id, skills_json, consent_version, consent_on, consent_channel, consent_recorded_by, enrolled_at_ms) values (?, ?, ?, '1', '2026-01-01', 'paper', ?, 0)",
          ...[newId(), unitIn(county), JSON.stringify([skill]), String(world.people[0])],
        );
    },
    /** Freezes a version of a month, as reports do. */
    freeze: async (period: string, version: number) => {
      await world.rows(
        'insert into closings (period, version, closed_at_ms) values (?, ?, ?)',
        period,
        version,
        world.nowMs(),
      );
    },
    /** The minute's round over people, and what it gives to the courier. */
    round: async () => {
      const closed = await closePeople({
        reader,
        save: async (statements) => (await save('qom', statements)) === null,
        nowMs: world.nowMs,
      });
      await courier.round(await reader.batch(courier.asks));
      await save('qom', courier.takeAcks());
      return closed;
    },
    /** The bodies of the people's letters that the nation holds, in their order. */
    received: async () =>
      (await nation.sql("select body_json from letters_in where kind = 'people.closed' order by epoch, number")).map(
        (row) => peopleLetter.body.parse(JSON.parse(String(row['body_json']))),
      ),
    /** Hands a letter of cells to the nation, sealed with the province's own key. */
    sendCells: async (metric: string) =>
      take(
        await sealLetter(
          {
            province: 'qom',
            epoch: 1,
            kind: cellsLetter.kind,
            number: 1,
            sentAtMs: 5,
            bodyJson: JSON.stringify({
              upTo: 1,
              asOfMs: 1,
              isComplete: true,
              cells: [{ county: '2501', metric, dims: '', period: '', value: 3 }],
            }),
          },
          pair.keyId,
          key,
        ),
      ),
    page: (input: { metric?: string; period?: string; province?: 'qom' }) =>
      route.act.run(analyst as never, input as never),
    close: () => {
      world.close();
      nation.close();
    },
  };
};
