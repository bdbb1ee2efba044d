import type { Locale } from '@mahalleh/ui';

/** Which of the three grounds a reader chose; `auto` follows the device. */
export type Theme = 'light' | 'dark' | 'auto';

const YEAR_S = 365 * 24 * 3600;

/** The locale a cookie names; Persian when it names none. */
export const localeOf = (cookie: string | undefined): Locale => (cookie === 'en' ? 'en' : 'fa');

/** The theme a cookie names; the device's when it names none. */
export const themeOf = (cookie: string | undefined): Theme =>
  cookie === 'light' || cookie === 'dark' ? cookie : 'auto';

/** The direction in which a locale is written. */
export const directionOf = (locale: Locale): 'rtl' | 'ltr' => (locale === 'fa' ? 'rtl' : 'ltr');

/** The address given, if it is a path of this site; otherwise the start page. */
export const localPath = (path: string | null | undefined, otherwise = '/'): string =>
  path !== null && path !== undefined && /^\/(?![/\\])/.test(path) ? path : otherwise;

/** How a preference cookie is kept: readable by the page, for a year. */
export const preferenceCookie = { path: '/', httpOnly: false, sameSite: 'lax', maxAge: YEAR_S } as const;
