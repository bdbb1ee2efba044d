import type { ListLook, Locale } from '@mahalleh/ui';

/** Which of the three grounds a reader chose; `auto` follows the device. */
export type Theme = 'light' | 'dark' | 'auto';

const YEAR_S = 365 * 24 * 3600;

/** The locale a cookie names; Persian when it names none. */
export const localeOf = (cookie: string | undefined): Locale => (cookie === 'en' ? 'en' : 'fa');

/** The theme a cookie names; the device's when it names none. */
export const themeOf = (cookie: string | undefined): Theme =>
  cookie === 'light' || cookie === 'dark' ? cookie : 'auto';

/** The density of lists a cookie names; comfortable when it names none. */
export const densityOf = (cookie: string | undefined): ListLook['density'] =>
  cookie === 'compact' ? 'compact' : 'comfortable';

type Hidden = Readonly<Record<string, readonly string[]>>;
const KEY = /^[a-z][\w-]{0,39}$/i;
const MOST_LISTS = 40;
const MOST_COLUMNS = 20;

/** The columns a cookie hides, by list: `problems:people.rank|tasks:due`. What is not of this form is left out. */
export const hiddenOf = (cookie: string | undefined): Hidden =>
  Object.fromEntries(
    (cookie ?? '')
      .split('|')
      .slice(0, MOST_LISTS)
      .map((part) => part.split(':'))
      .filter(([list = '', columns]) => KEY.test(list) && columns !== undefined)
      .map(([list = '', columns = '']) => [
        list,
        columns
          .split('.')
          .filter((key) => KEY.test(key))
          .slice(0, MOST_COLUMNS),
      ])
      .filter(([, columns]) => columns?.length),
  );

/** The cookie that hides these columns of a list, and what it hid of the others. */
export const hiding = (cookie: string | undefined, list: string, columns: readonly string[]): string => {
  const kept: Hidden = KEY.test(list)
    ? { ...hiddenOf(cookie), [list]: columns.filter((key) => KEY.test(key)).slice(0, MOST_COLUMNS) }
    : hiddenOf(cookie);
  return Object.entries(kept)
    .filter(([, keys]) => keys.length > 0)
    .map(([name, keys]) => `${name}:${keys.join('.')}`)
    .join('|');
};

/** The direction in which a locale is written. */
export const directionOf = (locale: Locale): 'rtl' | 'ltr' => (locale === 'fa' ? 'rtl' : 'ltr');

/** The address given, if it is a path of this site; otherwise the start page. */
export const localPath = (path: string | null | undefined, otherwise = '/'): string =>
  path !== null && path !== undefined && /^\/(?![/\\])/.test(path) ? path : otherwise;

/** How a preference cookie is kept: readable by the page, for a year. */
export const preferenceCookie = { path: '/', httpOnly: false, sameSite: 'lax', maxAge: YEAR_S } as const;
