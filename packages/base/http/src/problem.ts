import {
  Failure,
  FAILURE_STATUS,
  formatDate,
  formatNumber,
  isCivilDate,
  persianDigits,
  type Reasons,
} from '@mahalleh/kernel';

/** RFC 9457 problem details, as this API sends them. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** Stable; what programs read. */
  readonly reason: string;
  readonly detail?: Readonly<Record<string, string | number>>;
  readonly errors?: readonly { field: string; reason: string; title: string }[];
  readonly traceId: string;
};

/** The languages that the API answers in. */
export type Locale = 'fa' | 'en';

/** The reader's language: English when asked for before Persian, else Persian. */
export const localeOf = (acceptLanguage: string | undefined): Locale => {
  const first = (acceptLanguage ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase())
    .find((code) => code === 'fa' || code === 'en');
  return first === 'en' ? 'en' : 'fa';
};

/** Smaller whole numbers are written without a separator: years are among them. */
const SEPARATED_FROM = 10_000;

/** Times of day, one or more: `08:00–12:00`. */
const CLOCK = /^\d\d:\d\d(?:[–, \d:]*\d\d:\d\d)?$/;

const persianTimes = (times: string): string => persianDigits(times).replaceAll('–', ' تا ').replaceAll(', ', '، ');

/** A value inside a sentence: days, times and numbers as this reader writes them, anything else as it is. */
const shown = (value: string | number, locale: Locale): string => {
  if (typeof value === 'string') {
    if (isCivilDate(value)) return formatDate(value, locale);
    return locale === 'fa' && CLOCK.test(value) ? persianTimes(value) : value;
  }
  if (!Number.isInteger(value) || value < 0 || value >= SEPARATED_FROM) return formatNumber(value, locale);
  return locale === 'fa' ? persianDigits(String(value)) : String(value);
};

const fill = (text: string, params: Readonly<Record<string, string | number>> | undefined, locale: Locale): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params?.[name];
    return value === undefined ? whole : shown(value, locale);
  });

/** Anything that is not a Failure is ours to fix, and says nothing about itself. */
export const asFailure = (error: unknown): Failure | null => (error instanceof Failure ? error : null);

/** A failure in the reader's language. */
export const problemOf = (failure: Failure | null, reasons: Reasons, locale: Locale, traceId: string): Problem => {
  const reason = failure?.reason ?? 'broken';
  const say = (code: string, params?: Readonly<Record<string, string | number>>): string =>
    fill((reasons[code] ?? reasons['broken'])?.[locale] ?? code, params, locale);
  return {
    type: `urn:mahalleh:reason:${reason}`,
    title: say(reason, failure?.detail),
    status: failure ? FAILURE_STATUS[failure.kind] : 500,
    reason,
    ...(failure?.detail && !('code' in failure.detail) ? { detail: failure.detail } : {}),
    ...(failure?.fields
      ? {
          errors: failure.fields.map(({ field, reason: code, params }) => ({
            field,
            reason: code,
            title: say(code, params),
          })),
        }
      : {}),
    traceId,
  };
};
