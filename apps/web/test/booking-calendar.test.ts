import { fromJalali, instantAt, type CivilDate } from '@mahalleh/kernel/time';
import { describe, expect, test } from 'vitest';
import { calendarOf, isOutside, standingAt, STEP } from '../src/lib/capacities/calendar.ts';
import { begin, draw, end, firstChoice, press, take, type Cell } from '../src/lib/capacities/choosing.ts';
import type { Capacity } from '../src/lib/capacities/model.ts';

// 30 Aban 1405 is a Saturday.
const SATURDAY = fromJalali({ year: 1405, month: 8, day: 30 }) as CivilDate;
const NOW = instantAt(SATURDAY, 9 * 60 + 10);

const booking = (date: CivilDate, from: number, to: number, more: object = {}) => ({
  id: `${date}-${from}`,
  code: 'N-00000-0000',
  capacityId: 'c',
  capacityName: 'تالار',
  kind: 'place' as const,
  unitId: 'u',
  operationId: null,
  operationCode: null,
  operationTitle: null,
  purpose: 'کلاس',
  quantity: 1,
  amountRial: null,
  fromMs: instantAt(date, from),
  toMs: instantAt(date, to),
  seriesId: null,
  bookedBy: 'p',
  bookedByName: null,
  bookedAtMs: 0,
  cancelledAtMs: null,
  cancelReason: null,
  isSample: true,
  revision: 1,
  ...more,
});

/** A place that opens every day from eight to noon and from four to eight. */
const place = (more: Partial<Capacity> = {}): Capacity =>
  ({
    kind: 'place',
    quantity: null,
    amountRial: null,
    weekFrom: SATURDAY,
    hours: {
      weekly: Array.from({ length: 7 }, (_, day) => [
        [day, 480, 720],
        [day, 960, 1200],
      ]).flat(),
      exceptions: [],
      isClosedOnHolidays: false,
    },
    week: [],
    ...more,
  }) as unknown as Capacity;

describe('a week', () => {
  test('shows what is booked, what is free from now on, and the hours around them', () => {
    const week = calendarOf(place({ week: [booking(SATURDAY, 600, 660), booking(SATURDAY, 1020, 1080)] }), NOW);
    const [today] = week.days;
    expect(today?.blocks.map(({ from, to, lane, lanes }) => [from, to, lane, lanes])).toEqual([
      [600, 660, 0, 1],
      [1020, 1080, 0, 1],
    ]);
    expect(today?.gaps).toEqual([
      { from: 570, to: 600, free: 1 },
      { from: 660, to: 720, free: 1 },
      { from: 960, to: 1020, free: 1 },
      { from: 1080, to: 1200, free: 1 },
    ]);
    expect([week.from, week.to]).toEqual([480, 1200]);
  });

  test('of a day that is over has no free stretch', () => {
    const week = calendarOf(place(), instantAt(SATURDAY, 1300));
    expect(week.days[0]?.gaps).toEqual([]);
    expect(week.days[1]?.gaps).toHaveLength(2);
  });

  test('lays what overlaps beside each other and counts what is left', () => {
    const machines = place({
      kind: 'equipment',
      quantity: 5,
      week: [booking(SATURDAY, 960, 1080, { quantity: 2 }), booking(SATURDAY, 1020, 1200, { quantity: 1 })],
    });
    const [today] = calendarOf(machines, NOW).days;
    expect(today?.blocks.map(({ lane, lanes }) => [lane, lanes])).toEqual([
      [0, 2],
      [1, 2],
    ]);
    expect(today?.gaps.filter(({ from }) => from >= 960)).toEqual([
      { from: 960, to: 1020, free: 3 },
      { from: 1020, to: 1080, free: 2 },
      { from: 1080, to: 1200, free: 4 },
    ]);
  });

  test('says of every step how it stands', () => {
    const [today] = calendarOf(place({ week: [booking(SATURDAY, 600, 660)] }), NOW).days;
    if (!today) throw new Error('no day');
    const at = (minute: number) => standingAt(today, minute, NOW).is;
    expect([at(480), at(600), at(690), at(720), at(960)]).toEqual(['past', 'taken', 'free', 'closed', 'free']);
  });

  test('knows a booking that lies outside the hours as they have become', () => {
    const own = place({ week: [booking(SATURDAY, 700, 760)] });
    expect(own.week.map((one) => isOutside(own, one))).toEqual([true]);
    expect(isOutside(own, booking(SATURDAY, 600, 660))).toBe(false);
  });
});

describe('choosing', () => {
  const week = calendarOf(place(), NOW);
  /** Somebody at the first hour of the week, doing one thing after the other. */
  const somebody = (isRtl = true) => {
    let choice = firstChoice(week);
    return {
      get: () => choice,
      key: (key: string, isGrowing = false) => {
        const pressed = press(choice, week, { key, isGrowing, isRtl });
        choice = pressed ?? choice;
        return pressed !== undefined;
      },
      down: (at: Cell) => (choice = begin(choice, at)),
      over: (at: Cell) => (choice = draw(choice, week, at)),
      up: () => (choice = end(choice, week)),
      tap: (at: Cell) => (choice = take(choice, week, at)),
    };
  };

  test('a key follows what is seen: the next day is on the left where the page runs from right to left', () => {
    for (const [isRtl, key] of [
      [true, 'ArrowLeft'],
      [false, 'ArrowRight'],
    ] as const) {
      const own = somebody(isRtl);
      own.key(key);
      expect(own.get().at).toEqual({ day: 1, minute: 480 });
      own.key('ArrowDown');
      expect(own.get().at.minute).toBe(480 + STEP);
    }
  });

  test('Enter takes an hour, Shift and an arrow make it longer or shorter, Escape lets go', () => {
    const own = somebody();
    own.key('Enter');
    expect(own.get().chosen).toEqual({ date: SATURDAY, from: 480, to: 540 });
    own.key('ArrowDown', true);
    expect(own.get().chosen?.to).toBe(570);
    for (let i = 0; i < 3; i++) own.key('ArrowUp', true);
    expect(own.get().chosen?.to).toBe(510);
    expect(own.key('Escape')).toBe(true);
    expect(own.get().chosen).toBeUndefined();
    expect(own.key('Tab')).toBe(false);
  });

  test('the mouse draws within one day, either way; a click takes an hour', () => {
    const own = somebody();
    own.down({ day: 1, minute: 600 });
    own.over({ day: 1, minute: 690 });
    own.over({ day: 2, minute: 690 });
    expect(own.get().chosen).toMatchObject({ from: 600, to: 720 });
    own.over({ day: 1, minute: 510 });
    expect(own.get().chosen).toMatchObject({ from: 510, to: 630 });
    own.up();
    own.over({ day: 1, minute: 900 });
    expect(own.get().chosen).toMatchObject({ from: 510, to: 630 });
    own.down({ day: 2, minute: 600 });
    own.up();
    expect(own.get().chosen).toMatchObject({ from: 600, to: 660 });
  });

  test('a finger taps the beginning and then the end', () => {
    const own = somebody();
    own.tap({ day: 0, minute: 960 });
    own.tap({ day: 0, minute: 1110 });
    expect(own.get().chosen).toMatchObject({ from: 960, to: 1140 });
    own.tap({ day: 3, minute: 480 });
    expect(own.get().chosen).toMatchObject({ from: 480, to: 540 });
  });

  test('never leaves the week or the hours that are shown', () => {
    const own = somebody();
    for (let i = 0; i < 60; i++) own.key('ArrowDown');
    for (let i = 0; i < 20; i++) own.key('ArrowLeft');
    expect(own.get().at).toEqual({ day: 6, minute: 1200 - STEP });
  });
});
