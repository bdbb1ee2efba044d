import { m } from '$lib/paraglide/messages';
import { ROLE_TITLES } from '@mahalleh/access';
import { formatDate, civilDateOf, formatTime } from '@mahalleh/kernel/time';
import type { Locale } from '@mahalleh/ui';
import type { Account, Held } from './model';

const titles: Readonly<Record<string, { readonly fa: string; readonly en: string }>> = ROLE_TITLES;

/** What a role is called. */
export const roleWord = (role: string, locale: Locale): string => titles[role]?.[locale] ?? role;

/** The roles of one kind of workspace, for a filter. */
export const roleChoices = (kind: 'province' | 'ministry', locale: Locale) =>
  Object.keys(ROLE_TITLES)
    .filter((role) => !role.startsWith('guest_') && role.startsWith('ministry_') === (kind === 'ministry'))
    .map((role) => ({ value: role, label: roleWord(role, locale) }));

/** A held role with its unit: «فرماندار، قم». */
export const heldWord = (held: Held, locale: Locale): string => {
  const unit = locale === 'en' ? (held.unitNameEn ?? held.unitNameFa) : held.unitNameFa;
  const role = roleWord(held.role, locale);
  return unit === null ? role : `${role}${locale === 'fa' ? '، ' : ', '}${unit}`;
};

/** A day with its time of day. */
export const untilWord = (ms: number, locale: Locale): string =>
  `${formatDate(civilDateOf(ms), locale, 'short')}${locale === 'fa' ? '، ' : ', '}${formatTime(ms, locale)}`;

/** Where an account stands, as one sentence. */
export const accountWord = ({ state, link }: Account, locale: Locale): string => {
  if (state === 'active') return m.people_account_active();
  if (state === 'suspended') return m.people_account_suspended();
  if (state === 'none') return m.people_account_none();
  if (link === null) return m.people_account_awaiting_plain();
  const until = untilWord(link.expiresAtMs, locale);
  return link.purpose === 'invite' ? m.people_account_awaiting({ until }) : m.people_account_awaiting_reset({ until });
};
