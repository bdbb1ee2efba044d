import {
  CAPACITY_KIND_TITLES,
  CAPACITY_KINDS,
  WITHDRAW_REASON_TITLES,
  WITHDRAW_REASONS,
  type CapacityKind,
  type WithdrawReason,
} from '@mahalleh/capacity/statuses';
import type { Locale } from '@mahalleh/ui';

/** What a kind of capacity is called. */
export const kindTitle = (kind: CapacityKind, locale: Locale): string => CAPACITY_KIND_TITLES[kind][locale];

/** The kinds for a choice. */
export const kindChoices = (locale: Locale) =>
  CAPACITY_KINDS.map((kind) => ({ value: kind, label: CAPACITY_KIND_TITLES[kind][locale] }));

/** What a reason for withdrawing is called. */
export const reasonTitle = (reason: WithdrawReason, locale: Locale): string => WITHDRAW_REASON_TITLES[reason][locale];

/** The reasons for withdrawing, for a choice. */
export const reasonChoices = (locale: Locale) =>
  WITHDRAW_REASONS.map((reason) => ({ value: reason, label: WITHDRAW_REASON_TITLES[reason][locale] }));
