import { bookingCode } from '@mahalleh/capacity/booking-code';
import {
  inOrder,
  NEVER_MS,
  openDaysOf,
  readSpans,
  spansOfDay,
  weeklyOf,
  type Span,
  type WeekSpan,
} from '@mahalleh/capacity/model';
import { addDays, foldText, instantAt, newId, saturdayOf, WEEK, type Point } from '@mahalleh/kernel';
import type { Author } from './author.ts';
import { placeWithin } from './places.ts';
import { CAPACITY_TEXTS, MAIN_CAPACITIES, type CapacityText, type Opening } from './capacity-texts.ts';

/** A neighbourhood whose bank is written. */
export type Bank = {
  readonly unitId: string;
  readonly by: string;
  readonly agencyId: string | null;
  readonly point?: Point | undefined;
  readonly areaM2: number;
  /** Whether it has what every neighbourhood told in full has. */
  readonly isFull: boolean;
};

const MINUTES = 60;

const spansOf = (hours: string | undefined): readonly Span[] => {
  const read = readSpans(hours ?? '');
  if (typeof read === 'string') throw new Error(`the sample's hours "${String(hours)}" are not understood`);
  return inOrder(read) ?? [];
};

const weekOf = (opening: Opening = {}): WeekSpan[] =>
  weeklyOf(Object.fromEntries(WEEK.map((day) => [day, spansOf(opening[day])])));

/** Books a capacity here and there from last week to the week after next: a day of the week for each use, so that no two meet. */
const writeBookings = (author: Author, capacityId: string, text: CapacityText, { unitId, by }: Bank): void => {
  const { sheet, calendar } = author;
  const book = (
    purpose: string,
    fromMs: number,
    toMs: number,
    more: { quantity?: number; amountRial?: number },
  ): void => {
    const id = newId();
    sheet.bookings.push({
      id,
      code: bookingCode(id),
      capacityId,
      unitId,
      purpose,
      fromMs,
      toMs,
      bookedBy: by,
      bookedAtMs: calendar.at(-9),
      isSample: true,
      ...more,
    });
  };
  const uses = text.uses ?? [];
  if (text.kind === 'fund') {
    for (const [i, purpose] of uses.entries())
      book(purpose, calendar.at(-8), NEVER_MS, { amountRial: (i + 1) * 60_000_000 });
    return;
  }
  const weekly = weekOf(text.opening);
  const open = [0, 1, 2, 3, 4, 5, 6].filter((day) => spansOfDay({ weekly }, day).length > 0);
  for (const [i, purpose] of uses.entries()) {
    const weekday = open[(i * 2) % open.length];
    if (weekday === undefined || i >= open.length) continue;
    const [from, to] = spansOfDay({ weekly }, weekday).at(-1) ?? [0, 0];
    const last = Math.min(to, from + 2 * MINUTES);
    for (const week of [-7, 0, 7]) {
      const date = addDays(saturdayOf(calendar.day(week)), weekday);
      const quantity = text.kind === 'equipment' ? Math.max(1, Math.floor((text.quantity ?? 1) / 3)) : 1;
      book(purpose, instantAt(date, from), instantAt(date, last), { quantity });
    }
  }
};

/** Writes capacities into the bank of a neighbourhood, with their hours and bookings. Shape: their ids. */
export const writeCapacities = (author: Author, bank: Bank, count: number): string[] => {
  const { draw, sheet, calendar } = author;
  const main = bank.isFull ? MAIN_CAPACITIES : draw.some(MAIN_CAPACITIES, Math.min(2, count));
  const others = draw.some(CAPACITY_TEXTS, Math.max(0, count - main.length));
  return [...main, ...others].map((text) => {
    const id = newId();
    const weekly = weekOf(text.opening);
    const hasPoint = bank.point !== undefined && (text.kind === 'place' || text.kind === 'equipment');
    const place = hasPoint ? placeWithin(bank.point, bank.areaM2, draw) : undefined;
    sheet.capacities.push({
      id,
      unitId: bank.unitId,
      kind: text.kind,
      name: text.name,
      nameFolded: foldText(text.name),
      note: text.note,
      agencyId: text.kind === 'institution' ? bank.agencyId : null,
      quantity: text.quantity ?? null,
      amountRial: text.amountRial ?? null,
      domainKey: text.domain,
      availableNote: text.available ?? null,
      hoursJson: weekly.length === 0 ? null : JSON.stringify(weekly),
      openDays: openDaysOf(weekly),
      isClosedOnHolidays: text.isClosedOnHolidays ?? false,
      latitude: place?.latitude ?? null,
      longitude: place?.longitude ?? null,
      registeredAtMs: calendar.at(-draw.whole(20, 160)),
      isSample: true,
    });
    writeBookings(author, id, text, bank);
    return id;
  });
};
