import { m } from '$lib/paraglide/messages';
import type { NationApi } from '@mahalleh/api/client';
import { formatNumber } from '@mahalleh/kernel/digits';
import type { Locale, Status } from '@mahalleh/ui';

/** The border of one province as the API tells of it. */
export type Border = NationApi['GET /borders']['output']['borders'][number];

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** The letters of a border over all kinds. */
export const totalsOf = ({ kinds }: Border) => ({
  letters: kinds.reduce((sum, { letters }) => sum + letters, 0),
  number: Math.max(0, ...kinds.map(({ number }) => number)),
  gaps: kinds.reduce((sum, { gaps }) => sum + gaps, 0),
  bytes: kinds.reduce((sum, { bytes }) => sum + bytes, 0),
  lastMs: kinds.length === 0 ? null : Math.max(...kinds.map(({ receivedAtMs }) => receivedAtMs)),
});

const WHYS: Readonly<Record<string, () => string>> = {
  letter_kind_unknown: m.borders_why_unknown_kind,
  letter_too_large: m.borders_why_too_large,
  seal_key_unknown: m.borders_why_key,
  province_suspended: m.borders_why_suspended,
  epoch_is_past: m.borders_why_epoch,
  seal_broken: m.borders_why_seal,
  letter_malformed: m.borders_why_shape,
  letter_out_of_order: m.borders_why_order,
};

/** The last letter of a border that could not be taken in, and why. */
export const failureText = ({ failure }: Border, locale: Locale): string | undefined => {
  if (!failure) return undefined;
  const why = (WHYS[failure.reason] ?? m.borders_why_save)();
  return failure.isOver
    ? m.borders_failed_before({ why })
    : m.borders_failed({ number: formatNumber(failure.number, locale), why });
};

/** How a border is, in one mark and a word. */
export const healthOf = (border: Border, nowMs: number, locale: Locale): { status: Status; label: string } => {
  const { gaps, lastMs } = totalsOf(border);
  if (border.status !== 'active') return { status: 'todo', label: m.borders_inactive() };
  if (border.keyId === null) return { status: 'late', label: m.borders_no_key() };
  if (lastMs === null) return { status: 'late', label: m.borders_never() };
  const failed = border.failure?.isOver === false ? failureText(border, locale) : undefined;
  if (failed) return { status: 'late', label: failed };
  if (gaps > 0) return { status: 'late', label: m.borders_gap({ gaps: formatNumber(gaps, locale) }) };
  if (lastMs < nowMs - DAY_MS) return { status: 'risk', label: m.borders_silent() };
  return { status: 'done', label: m.borders_ok() };
};

/** How long ago, in the largest fitting unit. */
export const ageText = (ms: number, locale: Locale): string => {
  const n = (value: number): string => formatNumber(Math.floor(value), locale);
  if (ms < MINUTE_MS) return m.borders_seconds();
  if (ms < HOUR_MS) return m.borders_minutes({ n: n(ms / MINUTE_MS) });
  return ms < DAY_MS ? m.borders_hours({ n: n(ms / HOUR_MS) }) : m.borders_days({ n: n(ms / DAY_MS) });
};
