import fc from 'fast-check';
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core';
import type { SQL } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SqlValue, WriteDb } from '@mahalleh/gate';
import { factsSql } from '@mahalleh/metric';
import { addDays, msOf, newId, type CivilDate } from '@mahalleh/kernel';
import { NATIONAL_CHARTERS, progressCouncils, steeringCouncils } from '../src/index.ts';
import { insertAppointment } from '../src/insert-appointment.ts';
import { appointmentFault, conformanceOf, type SeatMandate } from '../src/rules.ts';
import { conformanceSql, mandateChangesSql, requiredSeatsJson } from '../src/rules-sql.ts';
import { readRequiredSeats } from '../src/seats.ts';
import { nth, openWorld, TODAY, type World } from './world.ts';

let world: World;
let person: string;
beforeAll(async () => {
  world = await openWorld();
  person = await world.person();
});
afterAll(() => world.close());

const county = NATIONAL_CHARTERS[1];
const at = (text: string, today: string, units = 'select id from units'): string =>
  text
    .replaceAll(':today', `'${today}'`)
    .replaceAll(':units', units)
    .replaceAll(':now_ms', String(msOf(today as CivilDate)));
const near = (n: number): string => addDays(TODAY as CivilDate, n);
const offset = fc.integer({ min: -40, max: 40 });
const appointment = fc.record({
  seat: fc.integer({ min: 0, max: county.seats.length - 1 }),
  from: offset,
  length: fc.option(fc.integer({ min: 0, max: 50 })),
  ended: fc.option(fc.integer({ min: 0, max: 50 })),
  isSworn: fc.boolean(),
});
const history = fc.record({
  appointments: fc.array(appointment, { maxLength: 14 }),
  isFull: fc.boolean(),
  hasMet: fc.boolean(),
  day: offset,
});

type Random = typeof history extends fc.Arbitrary<infer T> ? T : never;

const write = async ({ appointments, isFull, hasMet }: Random): Promise<string> => {
  await world.sql('delete from appointments');
  await world.sql('delete from councils');
  const councilId = await world.council('county_steering', world.unit.county, county.id);
  if (hasMet) await world.sql('update councils set first_meeting_on = ?', ['2026-09-10']);
  const base = { councilId, unitId: world.unit.county, personId: person };
  if (isFull)
    for (const { id } of county.seats)
      await world.appointment({ ...base, seatId: id, fromOn: near(-30), toOn: near(20), swornOn: near(-30) });
  for (const a of appointments) {
    const from = near(a.from);
    await world.appointment({
      ...base,
      seatId: county.seats[a.seat]?.id ?? '',
      fromOn: from,
      toOn: a.length === null ? null : addDays(from as CivilDate, a.length),
      endedOn: a.ended === null ? null : addDays(from as CivilDate, a.ended),
      swornOn: a.isSworn ? from : null,
    });
  }
  return councilId;
};

it('the rule and its SQL say the same of every council on every day', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (random) => {
      await write(random);
      const today = near(random.day);
      const [council] = await world.sql(`select c.*, ${requiredSeatsJson('c')} as required from councils c`);
      const rule = conformanceOf(
        {
          establishedOn: String(council?.['established_on']),
          firstMeetingOn: council?.['first_meeting_on'] === null ? null : 'met',
          required: readRequiredSeats(String(council?.['required'])),
        },
        today,
      );
      const [row] = await world.sql(at(conformanceSql('select id from councils'), today));
      expect(row).toMatchObject({
        required_seats: rule.requiredSeats,
        filled_seats: rule.filledSeats,
        sworn: rule.sworn,
        has_met: Number(rule.hasMet),
        is_formed: Number(rule.isFormed),
      });
    }),
    { numRuns: 60 },
  );
});

it('between now and the next announced change, nothing changes by the clock alone', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (random) => {
      await write(random);
      const today = near(random.day);
      const changes = await world.sql(at(mandateChangesSql(':units', 'county_steering'), today));
      const next = Math.min(...changes.map((row) => Number(row['at_ms'])), msOf(near(60) as CivilDate));
      for (const change of changes) expect(Number(change['at_ms'])).toBeGreaterThan(msOf(today as CivilDate));
      const formed = async (day: string) => (await world.sql(at(conformanceSql('select id from councils'), day)))[0];
      const now = await formed(today);
      for (let day = today; msOf(day as CivilDate) < next; day = addDays(day as CivilDate, 3))
        expect(await formed(day)).toEqual(now);
    }),
    { numRuns: 25 },
  );
});

it('a mandate counts on its last day and not on the day after, nor from the day somebody left', async () => {
  const filled = async (day: string) =>
    (await world.sql(at(conformanceSql('select id from councils'), day)))[0]?.['filled_seats'];
  const councilId = await write({
    appointments: [{ seat: 0, from: -10, length: 13, ended: null, isSworn: true }],
    isFull: false,
    hasMet: true,
    day: 0,
  });
  expect([await filled(near(-11)), await filled(near(-10)), await filled(near(3)), await filled(near(4))]).toEqual([
    0, 1, 1, 0,
  ]);
  await world.sql('update appointments set ended_on = ? where council_id = ?', [near(2), councilId]);
  expect([await filled(near(1)), await filled(near(2))]).toEqual([1, 0]);
});

it('the write lets an appointment in exactly when the rule does', async () => {
  const dialect = new SQLiteSyncDialect();
  const db = { text: (query: SQL) => ({ toSQL: () => dialect.sqlToQuery(query) }) } as unknown as WriteDb<'province'>;
  const others = [person, await world.person(), await world.person()];
  const wish = fc.record({
    seat: fc.integer({ min: 0, max: 2 }),
    who: fc.integer({ min: 0, max: 2 }),
    from: fc.integer({ min: 0, max: 8 }),
    length: fc.option(fc.integer({ min: 0, max: 5 })),
    ended: fc.option(fc.integer({ min: 0, max: 5 })),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(wish, { minLength: 2, maxLength: 6 }), async (wishes) => {
      const councilId = await write({ appointments: [], isFull: false, hasMet: false, day: 0 });
      const all: (SeatMandate & { id: string })[] = [];
      for (const { seat, who, from, length, ended } of wishes) {
        const fromOn = near(from);
        const wanted = {
          seatId: nth(county.seats, seat).id,
          personId: nth(others, who),
          fromOn,
          toOn: length === null ? null : addDays(fromOn as CivilDate, length),
          endedOn: null,
        };
        const id = newId();
        const { sql, params } = insertAppointment(db, {
          id,
          councilId,
          unitId: world.unit.county,
          decreeNumber: '1',
          ...wanted,
        }).toSQL();
        await world.sql(sql, params as SqlValue[]);
        const isIn = (await world.sql('select 1 as n from appointments where id = ?', [id])).length === 1;
        expect(isIn).toBe(appointmentFault(wanted, all) === undefined);
        if (!isIn) continue;
        const endedOn = ended === null ? null : addDays(fromOn as CivilDate, ended);
        await world.sql('update appointments set ended_on = ? where id = ?', [endedOn, id]);
        all.push({ id, ...wanted, endedOn, titleFa: '', titleEn: '' });
      }
    }),
    { numRuns: 60 },
  );
});

it('a change announced for a day is announced for its first instant in Tehran', async () => {
  await write({
    appointments: [{ seat: 0, from: -10, length: 13, ended: null, isSworn: true }],
    isFull: false,
    hasMet: true,
    day: 0,
  });
  const changes = await world.sql(at(mandateChangesSql(':units', 'county_steering'), TODAY));
  expect(changes).toEqual([{ unit_id: world.unit.county, at_ms: msOf(near(4) as CivilDate) }]);
});

it('a county without a council counts as absent, with one as not formed, and complete as formed', async () => {
  const states = async () =>
    (await world.sql(at(factsSql(steeringCouncils, 'select id from units'), TODAY))).map(({ dims, value }) => [
      dims,
      value,
    ]);
  await world.sql('delete from appointments');
  await world.sql('delete from councils');
  expect(await states()).toEqual([['state=absent', 1]]);
  await write({ appointments: [], isFull: false, hasMet: true, day: 0 });
  expect(await states()).toEqual([['state=not_formed', 1]]);
  await write({ appointments: [], isFull: true, hasMet: true, day: 0 });
  expect(await states()).toEqual([['state=formed', 1]]);
  await world.sql('update councils set dissolved_on = ?', [TODAY]);
  expect(await states()).toEqual([['state=absent', 1]]);
});

it('neighbourhoods are counted once each, and one that has ended is not counted', async () => {
  const figures = async () => await world.sql(at(factsSql(progressCouncils, 'select id from units'), TODAY));
  expect(await figures()).toHaveLength(2);
  const ended = newId();
  await world.sql(
    "insert into units (id, kind, name_fa, name_folded, county_id, from_on, ended_on, registered_at_ms) values (?, 'village', 'x', 'x', ?, '2020-01-01', ?, 0)",
    [ended, world.unit.county, TODAY],
  );
  expect(await figures()).toHaveLength(2);
  const [row] = await figures();
  expect(row).toMatchObject({
    county_id: world.unit.county,
    metric: 'council.progress@1',
    dims: 'state=absent',
    value: 1,
  });
});
