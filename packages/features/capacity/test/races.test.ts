/** Whatever many do at once, nothing is taken twice and nothing outside the hours of its moment. */
import { addDays, instantAt, newId, WEEK, type CivilDate } from '@mahalleh/kernel';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closedDay, closedEnd, weeklyOf, type Hours } from '../src/hours-rules.ts';
import { readSpans } from '../src/hours-text.ts';
import { amendCapacity, cancelBooking, makeBooking, setException, setHours } from '../src/index.ts';
import { openSetting, type Setting } from './setting.ts';

let s: Setting;
beforeAll(async () => {
  s = await openSetting();
});
afterAll(() => s.province.close());

// The clock of the setting stands on 22 November 2026.
const FIRST: CivilDate = '2026-11-23';
const HOURS = ['08:00-20:00', '08:00-12:00, 14:00-20:00', '', '10:00-24:00'] as const;

type Act =
  | { act: 'make'; from: number; long: number; day: number; units: number; weeks: number }
  | { act: 'cancel'; n: number; rest: boolean }
  | { act: 'hours' | 'quantity' | 'uncancel'; n: number }
  | { act: 'except'; day: number; n: number };

const make = fc.record({
  act: fc.constant('make' as const),
  from: fc.integer({ min: 8, max: 19 }),
  long: fc.integer({ min: 1, max: 6 }),
  day: fc.nat(2),
  units: fc.integer({ min: 1, max: 3 }),
  weeks: fc.nat(2),
});
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 8, arbitrary: make },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('cancel' as const), n: fc.nat(20), rest: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('hours' as const), n: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('except' as const), day: fc.nat(9), n: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('quantity' as const), n: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('uncancel' as const), n: fc.nat(20) }) },
);

type Told = { readonly hours?: Hours['weekly']; readonly exception?: Hours['exceptions'][number] };

/** What one capacity went through: its hours by the command that set them. */
class Story {
  readonly told = new Map<string, Told>();
  readonly capacityId: string;
  constructor(capacityId: string) {
    this.capacityId = capacityId;
  }

  async #row(sql: string): Promise<Record<string, string | number | null> | undefined> {
    return (await s.province.sql(sql, [this.capacityId]))[0];
  }

  async #pick(where: string, n: number) {
    const rows = await s.province.sql(
      `select id, revision from bookings where capacity_id = ? and ${where} order by id`,
      [this.capacityId],
    );
    return rows[n % Math.max(1, rows.length)];
  }

  async run(one: Act): Promise<unknown> {
    const { capacityId } = this;
    const revision = Number((await this.#row('select revision from capacities where id = ?'))?.['revision']);
    const commandId = newId();
    if (one.act === 'make') {
      const fromOn = addDays(FIRST, one.day);
      const end = (one.from + one.long) * 60;
      return makeBooking.run(s.manager, {
        capacityId,
        purpose: 'x',
        fromOn,
        fromAt: `${one.from}:00`,
        toOn: end > 1440 ? addDays(fromOn, 1) : fromOn,
        toAt: `${(end > 1440 ? end - 1440 : end) / 60}:00`,
        quantity: one.units,
        ...(one.weeks > 0 ? { weeklyUntil: addDays(fromOn, one.weeks * 7), skips: 'true' } : {}),
      });
    }
    if (one.act === 'hours') {
      const text = HOURS[one.n] ?? '';
      const week = Object.fromEntries(WEEK.map((day) => [day, text]));
      this.told.set(commandId, { hours: weeklyOf(Object.fromEntries(WEEK.map((day) => [day, spans(text)]))) });
      return setHours.run(s.manager, { capacityId, revision, week }, commandId);
    }
    if (one.act === 'except') {
      const on = addDays(FIRST, one.day);
      const text = HOURS[one.n] ?? '';
      this.told.set(commandId, { exception: { on, spans: spans(text), note: null } });
      return setException.run(s.manager, { capacityId, revision, on, hours: text }, commandId);
    }
    if (one.act === 'quantity') return amendCapacity.run(s.manager, { capacityId, revision, quantity: one.n });
    if (one.act === 'cancel') {
      const row = await this.#pick('cancelled_at_ms is null', one.n);
      return row && cancelBooking.run(s.manager, { bookingId: row['id'], revision: row['revision'], rest: one.rest });
    }
    const row = await this.#pick('cancelled_at_ms is not null', one.n);
    return row && s.province.sql('update bookings set cancelled_at_ms = null where id = ?', [String(row['id'])]);
  }

  /** The hours of every booking's moment, read from the order of the audit log. */
  async hoursAt(): Promise<Map<string, Hours>> {
    const rows = await s.province.sql(
      "select a.seq, a.command_id, also.subject from audit_log a left join audit_also also on also.seq = a.seq and a.action = 'booking.make' where a.subject = ? order by a.seq",
      [this.capacityId],
    );
    let hours: Hours = {
      weekly: weeklyOf(Object.fromEntries(WEEK.map((day) => [day, spans('08:00-20:00')]))),
      exceptions: [],
      isClosedOnHolidays: false,
    };
    const found = new Map<string, Hours>();
    for (const row of rows) {
      const { hours: weekly, exception } = this.told.get(String(row['command_id'])) ?? {};
      if (weekly) hours = { ...hours, weekly };
      if (exception)
        hours = { ...hours, exceptions: [...hours.exceptions.filter(({ on }) => on !== exception.on), exception] };
      if (row['subject'] !== null) found.set(String(row['subject']), hours);
    }
    return found;
  }
}

const spans = (text: string) => {
  const read = readSpans(text);
  if (typeof read === 'string') throw new Error(read);
  return read;
};

const AT_REST = new Set(['refused', 'conflict', 'not_found']);

test.each(['place', 'equipment'] as const)(
  'a %s is never taken beyond what there is, nor while it is closed',
  async (kind) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(act, { minLength: 1, maxLength: 6 }), { minLength: 2, maxLength: 6 }),
        async (turns) => {
          const story = new Story(await s.open({ kind, quantity: 3 }));
          for (const turn of turns) {
            const outcomes = await Promise.allSettled(turn.map((one) => story.run(one)));
            for (const one of outcomes)
              if (one.status === 'rejected' && !/refused:booking_taken/.test(String(one.reason)))
                expect(AT_REST, String(one.reason)).toContain((one.reason as { kind: string }).kind);
          }
          const { sql } = s.province;
          const of = [story.capacityId];
          const [row] = await sql('select kind, quantity from capacities where id = ?', of);
          const limit = kind === 'place' ? 1 : Number(row?.['quantity']);
          const live = await sql(
            'select id, from_ms, to_ms, quantity from bookings where capacity_id = ? and cancelled_at_ms is null',
            of,
          );
          for (let hour = 0; hour < 24 * 24; hour++) {
            const ms = instantAt(FIRST, hour * 60);
            const sum = live
              .filter((b) => Number(b['from_ms']) <= ms && Number(b['to_ms']) > ms)
              .reduce((all, b) => all + Number(b['quantity']), 0);
            expect(sum).toBeLessThanOrEqual(limit);
          }
          const hoursAt = await story.hoursAt();
          const all = await sql('select id, from_ms, to_ms from bookings where capacity_id = ?', of);
          for (const one of all) {
            const hours = hoursAt.get(String(one['id']));
            expect(hours).toBeDefined();
            const closed = kind === 'place' ? closedDay : closedEnd;
            if (hours) expect(closed(hours, Number(one['from_ms']), Number(one['to_ms']))).toBeUndefined();
          }
        },
      ),
      { numRuns: 25 },
    );
  },
  60_000,
);
