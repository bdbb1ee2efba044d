import type { CivilDate } from '@mahalleh/kernel';
import * as z from 'zod';
import { CAPACITY_KINDS, WITHDRAW_REASONS } from './statuses.ts';

/** The cast is safe: days are stored as they were read. */
const zDay = z.string() as unknown as z.ZodType<CivilDate>;

/** What every change of a capacity answers. */
export const Changed = z.object({ id: z.string(), revision: z.number() });

/** One capacity in a list. */
export const CapacityItem = z.object({
  id: z.string(),
  unitId: z.string(),
  unitNameFa: z.string(),
  unitNameEn: z.string().nullable(),
  kind: z.enum(CAPACITY_KINDS),
  name: z.string(),
  agencyId: z.string().nullable(),
  agencyName: z.string().nullable(),
  quantity: z.number().nullable(),
  /** What a fund holds. Unit: rials. */
  amountRial: z.number().nullable(),
  /** What of it is earmarked. Unit: rials. */
  earmarkedRial: z.number(),
  /** The weekdays on which it opens: bit n for weekday n, Saturday 0. */
  openDays: z.number(),
  domainKey: z.string().nullable(),
  availableNote: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  /** From the point that was asked about. Unit: metres. */
  distanceM: z.number().nullable(),
  registeredAtMs: z.number(),
  withdrawnAtMs: z.number().nullable(),
  isSample: z.boolean(),
  revision: z.number(),
});
/** One capacity in a list. */
export type CapacityItem = z.infer<typeof CapacityItem>;

/** A page of capacities. */
export const CapacityList = z.object({
  rows: z.array(CapacityItem),
  total: z.number(),
  page: z.number(),
  size: z.number(),
});

/** One entry of a record's history: who did what, and the fields it changed. */
export const HistoryEntry = z.object({
  atMs: z.number(),
  action: z.string(),
  actorId: z.string(),
  actorName: z.string().nullable(),
  subject: z.string(),
  fields: z.array(z.string()),
});

/** One booking. */
export const BookingItem = z.object({
  id: z.string(),
  code: z.string(),
  capacityId: z.string(),
  capacityName: z.string(),
  kind: z.enum(CAPACITY_KINDS),
  unitId: z.string(),
  operationId: z.string().nullable(),
  operationCode: z.string().nullable(),
  operationTitle: z.string().nullable(),
  purpose: z.string().nullable(),
  quantity: z.number(),
  amountRial: z.number().nullable(),
  fromMs: z.number(),
  toMs: z.number(),
  seriesId: z.string().nullable(),
  bookedBy: z.string(),
  bookedByName: z.string().nullable(),
  bookedAtMs: z.number(),
  cancelledAtMs: z.number().nullable(),
  cancelReason: z.string().nullable(),
  isSample: z.boolean(),
  revision: z.number(),
});
/** One booking. */
export type BookingItem = z.infer<typeof BookingItem>;

/** A page of bookings. */
export const BookingList = z.object({
  rows: z.array(BookingItem),
  total: z.number(),
  page: z.number(),
  size: z.number(),
});

/** What making a booking answers: the first of them, how many were made, and how many times were left out. */
export const Booked = z.object({
  id: z.string(),
  code: z.string(),
  seriesId: z.string().nullable(),
  made: z.number(),
  skipped: z.number(),
});

/** What cancelling answers: how many bookings no longer stand. */
export const Cancelled = z.object({ id: z.string(), cancelled: z.number() });

const zSpan = z.tuple([z.number(), z.number()]);
/** When something is open. Unit: weekdays from Saturday 0, minutes from midnight in Tehran. */
export const HoursShape = z.object({
  weekly: z.array(z.tuple([z.number(), z.number(), z.number()])),
  exceptions: z.array(z.object({ on: zDay, spans: z.array(zSpan), note: z.string().nullable() })),
  isClosedOnHolidays: z.boolean(),
});

/** One capacity with everything on its page. */
export const CapacityDetail = CapacityItem.extend({
  note: z.string().nullable(),
  hours: HoursShape,
  /** The Saturday of the week whose bookings are shown. */
  weekFrom: zDay,
  /** The bookings that stand in that week; of a fund, all that stand. */
  week: z.array(BookingItem),
  /** The next bookings that stand, and how many there are in all. */
  upcoming: z.array(BookingItem),
  upcomingCount: z.number(),
  /** The operations of its unit that are planned or running: what it may be booked for. */
  operations: z.array(z.object({ id: z.string(), code: z.string(), title: z.string() })),
  withdrawReason: z.enum(WITHDRAW_REASONS).nullable(),
  history: z.array(HistoryEntry),
});
/** One capacity with everything on its page. */
export type CapacityDetail = z.infer<typeof CapacityDetail>;
