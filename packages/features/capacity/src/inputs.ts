import {
  WEEK,
  zCivilDate,
  zClock,
  zCount,
  zFlag,
  zId,
  zInput,
  zLatitude,
  zLongitude,
  zNote,
  zOptional,
  zRevision,
  zRial,
  zTitle,
  type Weekday,
} from '@mahalleh/kernel';
import * as z from 'zod';
import { readSpans, type Span } from './hours-text.ts';
import { BOOKING_STATES, CAPACITY_KINDS, WITHDRAW_REASONS } from './statuses.ts';

/** The field of an amendment: left out, it stays; null or empty text clears it. */
const zClearable = <T extends z.ZodType>(field: T) =>
  z.union([z.literal('').transform(() => null), field.nullable()]).optional();

const zDomainKey = z.string({ error: 'required' }).regex(/^[a-z0-9_]{1,60}$/, { error: 'choice_unknown' });
const zQuantity = zCount({ min: 1, max: 1_000_000 });
/** The opening hours of one day as typed: «۸ تا ۱۲، ۱۶ تا ۲۰», `08:00-12:00, 16:00-20:00`; empty is closed. */
const zSpans = z
  .string({ error: 'text_expected' })
  .max(200, { error: 'text_too_long' })
  .transform((typed, issues): readonly Span[] => {
    const spans = readSpans(typed);
    if (typeof spans !== 'string') return spans;
    issues.addIssue({ code: 'custom', message: spans });
    return z.NEVER;
  });

/** The cast is safe: its keys are the days. */
const zWeek = z.strictObject(
  Object.fromEntries(WEEK.map((day) => [day, zSpans.optional()])) as Record<Weekday, z.ZodOptional<typeof zSpans>>,
  {
    error: (issue) => (issue.code === 'unrecognized_keys' ? 'unknown_field' : 'object_expected'),
  },
);

const edit = { capacityId: zId('capacity'), revision: zRevision };

/** Input of `capacity.register`. A skill is named by what it is, never by who has it. */
export const RegisterCapacity = zInput({
  unitId: zId('unit'),
  kind: z.enum(CAPACITY_KINDS),
  name: zTitle(),
  note: zOptional(zNote()),
  agencyId: zOptional(zId('agency')),
  quantity: zOptional(zQuantity),
  amountRial: zOptional(zRial),
  domainKey: zOptional(zDomainKey),
  availableNote: zOptional(zTitle(300)),
  latitude: zOptional(zLatitude),
  longitude: zOptional(zLongitude),
});

/** Input of `capacity.amend`: what is left out stays. */
export const AmendCapacity = zInput({
  ...edit,
  kind: zOptional(z.enum(CAPACITY_KINDS)),
  name: zOptional(zTitle()),
  note: zClearable(zNote()),
  agencyId: zClearable(zId('agency')),
  quantity: zClearable(zQuantity),
  amountRial: zClearable(zRial),
  domainKey: zClearable(zDomainKey),
  availableNote: zClearable(zTitle(300)),
  latitude: zClearable(zLatitude),
  longitude: zClearable(zLongitude),
});

/** Input of `capacity.withdraw`. */
export const WithdrawCapacity = zInput({ ...edit, reason: z.enum(WITHDRAW_REASONS) });

/** Input of setting the weekly hours: a day that is left out is closed. */
export const SetHours = zInput({
  ...edit,
  week: zWeek,
  /** Whether the holidays of the Jalali calendar are closed; left out, it stays. */
  isClosedOnHolidays: zOptional(zFlag),
});

/** Input of setting one day, or some in a row, apart from their weekdays: other hours, or closed when none are given. */
export const SetException = zInput({
  ...edit,
  on: zCivilDate,
  until: zOptional(zCivilDate),
  hours: zOptional(zSpans),
  note: zOptional(zTitle(120)),
});

/** Input of making a day as its weekday again. */
export const DropException = zInput({ ...edit, on: zCivilDate });

/** Input of `booking.make`: for an operation or a purpose; days and times in Tehran, once or every week; an amount alone for a fund. */
export const MakeBooking = zInput({
  capacityId: zId('capacity'),
  operationId: zOptional(zId('operation')),
  purpose: zOptional(zTitle()),
  quantity: zOptional(zQuantity),
  amountRial: zOptional(zRial),
  fromOn: zOptional(zCivilDate),
  fromAt: zOptional(zClock),
  /** The first day, when it is left out. */
  toOn: zOptional(zCivilDate),
  toAt: zOptional(zClock),
  /** Every week on that day until this one. */
  weeklyUntil: zOptional(zCivilDate),
  /** Whether times of a series that are closed or taken are left out, instead of refusing all. */
  skips: zOptional(zFlag),
});

/** Input of `booking.cancel`: one, or it and all later ones of its series. */
export const CancelBooking = zInput({
  bookingId: zId('booking'),
  revision: zRevision,
  reason: zOptional(zTitle()),
  rest: zOptional(zFlag),
});

/** Input of the list of bookings: those that stand and have not ended, unless others are asked for. */
export const ListBookings = zInput({
  /** The unit and everything below it. */
  unitId: zOptional(zId('unit')),
  capacityId: zOptional(zId('capacity')),
  operationId: zOptional(zId('operation')),
  from: zOptional(zCivilDate),
  until: zOptional(zCivilDate),
  state: zOptional(z.enum(BOOKING_STATES)),
  page: zOptional(zCount({ min: 1, max: 100_000 })),
  size: zOptional(zCount({ min: 1, max: 100 })),
});

/** Input of the list of capacities: those in the bank, unless withdrawn ones are asked for. */
export const ListCapacities = zInput({
  /** The unit and everything below it. */
  unitId: zOptional(zId('unit')),
  kind: zOptional(z.enum(CAPACITY_KINDS)),
  domain: zOptional(zDomainKey),
  agencyId: zOptional(zId('agency')),
  q: zOptional(z.string().max(200, { error: 'text_too_long' })),
  withdrawn: zOptional(zFlag),
  /** Those that open on this weekday, Saturday 0. */
  weekday: zOptional(zCount({ min: 0, max: 6 })),
  /** Those of which there are so many at least. */
  quantity: zOptional(zQuantity),
  /** Those within so many metres of a point, the nearest first. */
  latitude: zOptional(zLatitude),
  longitude: zOptional(zLongitude),
  withinM: zOptional(zCount({ min: 1, max: 500_000 })),
  page: zOptional(zCount({ min: 1, max: 100_000 })),
  size: zOptional(zCount({ min: 1, max: 100 })),
});

/** Input of the page of one capacity. */
export const OneCapacity = zInput({
  capacityId: zId('capacity'),
  /** A day of the week whose bookings are shown; this week, when it is left out. */
  week: zOptional(zCivilDate),
});
