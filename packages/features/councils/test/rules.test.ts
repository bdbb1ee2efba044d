import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CivilDate } from '@mahalleh/kernel';
import { COMMITTEE_SETS, NATIONAL_CHARTERS, PROVINCE_CHARTERS } from '../src/index.ts';
import {
  appointmentFault,
  charterFault,
  conformanceOf,
  endOf,
  isInForce,
  overlaps,
  type Holding,
  type Mandate,
  type SeatHoldings,
} from '../src/rules.ts';
import { conformanceSentence } from '../src/sentence.ts';
import { nth } from './world.ts';

const day = (n: number): string => addDays('2026-09-01' as CivilDate, n);
const offset = fc.integer({ min: 0, max: 60 });
const mandate: fc.Arbitrary<Mandate> = fc
  .record({ from: offset, to: fc.option(offset), ended: fc.option(offset) })
  .map(({ from, to, ended }) => ({
    fromOn: day(from),
    toOn: to === null ? null : day(from + to),
    endedOn: ended === null ? null : day(from + ended),
  }));

const seat = (key: string, titleFa: string, titleEn: string, holdings: Holding[] = []): SeatHoldings => ({
  key,
  titleFa,
  titleEn,
  holdings,
});
const held = { fromOn: '2026-04-07', toOn: null, endedOn: null, swornOn: '2026-04-10' };
const secondSeat = 'civil_society_2';
const countySeats = (secondHolding: Holding[]) =>
  NATIONAL_CHARTERS[1].seats.map(({ key, titleFa, titleEn }) =>
    seat(key, titleFa, titleEn, key === secondSeat ? secondHolding : [held]),
  );

describe('mandates', () => {
  it('two mandates overlap exactly when some day is in both', () => {
    fc.assert(
      fc.property(mandate, mandate, (a, b) => {
        const days = Array.from({ length: 140 }, (_, n) => day(n));
        expect(overlaps(a, b)).toBe(days.some((d) => isInForce(a, d) && isInForce(b, d)));
      }),
    );
  });
  it('a mandate holds on its last day and not on the next', () => {
    const until = { fromOn: '2026-09-01', toOn: '2026-10-03', endedOn: null };
    expect([isInForce(until, '2026-10-03'), isInForce(until, '2026-10-04'), endOf(until)]).toEqual([
      true,
      false,
      '2026-10-04',
    ]);
  });
  it('whoever is let in never leaves a seat with two holders or a person with two seats on one day', () => {
    const wanted = fc.record({
      mandate,
      seatId: fc.constantFrom('s1', 's2', 's3'),
      personId: fc.constantFrom('p1', 'p2', 'p3'),
    });
    fc.assert(
      fc.property(fc.array(wanted, { maxLength: 12 }), (attempts) => {
        const admitted: (Mandate & { seatId: string; personId: string; titleFa: string; titleEn: string })[] = [];
        for (const { mandate: m, seatId, personId } of attempts) {
          const wish = { ...m, seatId, personId };
          if (appointmentFault(wish, admitted) === undefined) admitted.push({ ...wish, titleFa: '', titleEn: '' });
        }
        for (let n = 0; n < 140; n++) {
          const now = admitted.filter((m) => isInForce(m, day(n)));
          expect(new Set(now.map(({ seatId }) => seatId)).size).toBe(now.length);
          expect(new Set(now.map(({ personId }) => personId)).size).toBe(now.length);
        }
      }),
    );
  });
  it('an end before its start is refused on the field that says it', () => {
    expect(
      appointmentFault({ seatId: 's', personId: 'p', fromOn: day(5), toOn: day(4), endedOn: null }, []),
    ).toMatchObject({ refused: 'end_before_start', field: 'toOn' });
  });
});

describe('conformance', () => {
  it('a county council with every seat held and sworn that has met is formed', () => {
    const council = { establishedOn: '2026-09-03', firstMeetingOn: '2026-09-03', required: countySeats([held]) };
    expect(conformanceOf(council, '2026-11-22')).toEqual({
      isFormed: true,
      requiredSeats: 6,
      filledSeats: 6,
      sworn: 6,
      hasMet: true,
      reasons: [],
    });
  });
  it('the empty second civil-society seat is named, with the day since when, in both languages', () => {
    const left = { ...held, endedOn: '2026-10-04' };
    const { isFormed, reasons } = conformanceOf(
      { establishedOn: '2026-09-03', firstMeetingOn: '2026-09-03', required: countySeats([left]) },
      '2026-11-22',
    );
    expect(isFormed).toBe(false);
    expect(reasons).toMatchObject([{ code: 'seat_vacant', seat: secondSeat, sinceOn: '2026-10-04' }]);
    expect(conformanceSentence(reasons, 'fa', '2026-11-22')).toBe('کرسی دوم تشکل‌های مردمی از ۱۲ مهر خالی است');
    expect(conformanceSentence(reasons, 'en', '2026-11-22')).toBe('second civil-society seat vacant since 4 October');
  });
  it('a mandate that ran out says so, and another year is named', () => {
    const over = { ...held, toOn: '2026-11-10' };
    const { reasons } = conformanceOf(
      { establishedOn: '2026-09-03', firstMeetingOn: null, required: countySeats([over]) },
      '2027-04-22',
    );
    expect(reasons.map(({ code }) => code)).toEqual(['mandate_expired', 'first_meeting_missing']);
    expect(conformanceSentence(reasons, 'fa', '2027-04-22')).toBe(
      'حکم کرسی دوم تشکل‌های مردمی از ۲۰ آبان ۱۴۰۵ پایان یافته است؛ نشست نخست برگزار نشده است',
    );
    expect(conformanceSentence(reasons, 'en', '2027-04-22')).toContain('11 November 2026');
  });
  it('a seat that nobody ever held is vacant since the council was established', () => {
    const { reasons } = conformanceOf(
      { establishedOn: '2026-09-03', firstMeetingOn: '2026-09-03', required: countySeats([]) },
      '2026-11-22',
    );
    expect(reasons).toMatchObject([{ code: 'seat_vacant', sinceOn: '2026-09-03' }]);
  });
  it('it is formed exactly when there is no reason against it, and only time, seats, oaths and the meeting decide', () => {
    const holding = fc
      .tuple(mandate, fc.boolean())
      .map(([m, isSworn]) => ({ ...m, swornOn: isSworn ? m.fromOn : null }));
    const seats = fc.array(fc.array(holding, { maxLength: 3 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(seats, fc.boolean(), offset, (all, hasMet, at) => {
        const required = all.map((holdings, i) => seat(`s${i}`, '', '', holdings));
        const got = conformanceOf({ establishedOn: day(0), firstMeetingOn: hasMet ? day(0) : null, required }, day(at));
        const isHeld = (s: SeatHoldings) => s.holdings.some((h) => isInForce(h, day(at)));
        const isSworn = (s: SeatHoldings) => s.holdings.some((h) => isInForce(h, day(at)) && h.swornOn !== null);
        expect(got.isFormed).toBe(hasMet && required.every((s) => isHeld(s) && isSworn(s)));
        expect(got.isFormed).toBe(got.reasons.length === 0);
        expect(got.reasons.filter((r) => 'sinceOn' in r).length).toBe(got.requiredSeats - got.filledSeats);
        for (const reason of got.reasons) if ('sinceOn' in reason) expect(reason.sinceOn <= day(at)).toBe(true);
      }),
    );
  });
});

describe('charters', () => {
  const minimum = NATIONAL_CHARTERS[1].seats;
  it('the county steering council is as the programme says: six seats, governor in the chair, mayor as secretary', () => {
    expect(minimum.map(({ key, isChair, isSecretary }) => [key, isChair, isSecretary])).toEqual([
      ['county_governor', true, false],
      ['mayor', false, true],
      ['propagation_head', false, false],
      ['basij_commander', false, false],
      ['civil_society_1', false, false],
      ['civil_society_2', false, false],
    ]);
    expect(minimum.every(({ isRequired }) => isRequired)).toBe(true);
  });
  it('every seat and charter has an id of its own, and every charter one chair', () => {
    const all = [...NATIONAL_CHARTERS, ...Object.values(PROVINCE_CHARTERS).flat()];
    const ids = all.flatMap(({ id, seats }) => [id, ...seats.map((s) => s.id)]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { seats } of all) expect(seats.filter(({ isChair }) => isChair)).toHaveLength(1);
  });
  it("Markazi's version holds the national minimum and adds city-council seats", () => {
    const own = PROVINCE_CHARTERS['markazi']?.[0]?.seats ?? [];
    expect(charterFault(minimum, own)).toBeUndefined();
    expect(own.filter(({ office }) => office === 'city_council')).toHaveLength(2);
  });
  it('a version without any one national seat is refused, and the seat is named', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: minimum.length - 1 }), (i) => {
        const fault = charterFault(
          minimum,
          minimum.filter((_, n) => n !== i),
        );
        expect(fault).toMatchObject({ reason: 'charter_lacks_seat', seat: { key: minimum[i]?.key } });
      }),
    );
  });
  it('a national seat cannot be made optional, given to another office, or moved from the chair', () => {
    const spoil = (change: object) => minimum.map((s, i) => (i === 0 ? { ...s, ...change } : s));
    for (const change of [{ isRequired: false }, { office: 'member' as const }, { isChair: false }])
      expect(charterFault(minimum, spoil(change))).toMatchObject({
        reason: 'charter_changes_seat',
        seat: { key: 'county_governor' },
      });
  });
  it('a seat listed twice and a second chair are refused', () => {
    const first = nth(minimum, 0);
    expect(charterFault(minimum, [...minimum, first])).toMatchObject({ reason: 'charter_repeats_seat' });
    expect(charterFault(minimum, [...minimum, { ...first, key: 'other_chair' }])).toEqual({
      reason: 'charter_needs_one_chair',
    });
  });
  it('Lorestan and Markazi have six committees each, and Markazi one more for emergencies', () => {
    expect(COMMITTEE_SETS.lorestan.filter(({ isEmergency }) => !isEmergency)).toHaveLength(6);
    expect(COMMITTEE_SETS.markazi.filter(({ isEmergency }) => !isEmergency)).toHaveLength(6);
    expect(COMMITTEE_SETS.markazi.filter(({ isEmergency }) => isEmergency).map(({ key }) => key)).toEqual([
      'crisis_management',
    ]);
  });
});
