import type { Bilingual } from '@mahalleh/kernel';

/** What a neighbourhood can have to solve a problem with. Volunteers have a feature of their own. */
export const CAPACITY_KINDS = ['institution', 'place', 'equipment', 'skill', 'fund'] as const;
/** What a neighbourhood can have to solve a problem with. */
export type CapacityKind = (typeof CAPACITY_KINDS)[number];

/** The kinds that can be booked: a place by one at a time, equipment by its quantity, a fund by its amount. */
export const BOOKABLE_KINDS = ['place', 'equipment', 'fund'] as const satisfies readonly CapacityKind[];

/** The bookings that a list shows: those to come, those over, those cancelled, or all. */
export const BOOKING_STATES = ['coming', 'past', 'cancelled', 'all'] as const;
/** The bookings that a list shows. */
export type BookingState = (typeof BOOKING_STATES)[number];

/** Why a capacity is no longer in the bank. */
export const WITHDRAW_REASONS = [
  'no_longer_there',
  'no_longer_available',
  'registered_twice',
  'registered_by_mistake',
] as const;
/** Why a capacity is no longer in the bank. */
export type WithdrawReason = (typeof WITHDRAW_REASONS)[number];

/** What the kinds are called. */
export const CAPACITY_KIND_TITLES: Readonly<Record<CapacityKind, Bilingual>> = {
  institution: { fa: 'نهاد', en: 'Institution' },
  place: { fa: 'مکان', en: 'Place' },
  equipment: { fa: 'تجهیزات', en: 'Equipment' },
  skill: { fa: 'مهارت', en: 'Skill' },
  fund: { fa: 'منبع مالی', en: 'Fund' },
};

/** What the reasons for withdrawing are called. */
export const WITHDRAW_REASON_TITLES: Readonly<Record<WithdrawReason, Bilingual>> = {
  no_longer_there: { fa: 'دیگر نیست', en: 'No longer there' },
  no_longer_available: { fa: 'دیگر در دسترس نیست', en: 'No longer available' },
  registered_twice: { fa: 'دوباره ثبت شده بود', en: 'Registered twice' },
  registered_by_mistake: { fa: 'به اشتباه ثبت شده بود', en: 'Registered by mistake' },
};
