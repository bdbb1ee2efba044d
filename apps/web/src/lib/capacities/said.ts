import { m } from '$lib/paraglide/messages';
import { formatNumber } from '@mahalleh/kernel/digits';
import type { CommandEvent } from '$lib/action';

const counter =
  ({ locals }: CommandEvent) =>
  (value: number): string =>
    formatNumber(value, locals.locale);

/** What is said after booking. */
export const bookingSaid = (
  { code, made, skipped }: { code: string; made: number; skipped: number },
  event: CommandEvent,
): string => {
  const n = counter(event);
  if (skipped > 0) return m.bookings_made_skipped({ count: n(made), skipped: n(skipped) });
  return made > 1 ? m.bookings_made_series({ count: n(made), code }) : m.bookings_made({ code });
};

/** What is said after cancelling. */
export const cancelledSaid = ({ cancelled }: { cancelled: number }, event: CommandEvent): string =>
  cancelled > 1 ? m.bookings_cancelled_series({ count: counter(event)(cancelled) }) : m.bookings_cancelled();
