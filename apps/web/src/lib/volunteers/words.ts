import { weekdayWord } from '$lib/capacities/hours';
import type { FormAnswer } from '$lib/action';
import {
  CONSENT_CHANNEL_TITLES,
  CONSENT_CHANNELS,
  SKILL_KEYS,
  VOLUNTEER_SKILLS,
  type ConsentChannel,
  type VolunteerSkill,
} from '@mahalleh/volunteers/statuses';
import { persianDigits } from '@mahalleh/kernel/digits';
import { WEEK } from '@mahalleh/kernel/time';
import type { Locale } from '@mahalleh/ui';

/** A number as it is dialled, in the reader's digits. */
export const phoneWord = (phone: string | null, locale: Locale): string | undefined =>
  phone === null ? undefined : locale === 'fa' ? persianDigits(phone) : phone;

/** The version of a text of consent, in the reader's digits. */
export const versionWord = (version: string, locale: Locale): string =>
  locale === 'fa' ? persianDigits(version) : version;

/** What a skill is called. */
export const skillTitle = (skill: VolunteerSkill, locale: Locale): string => VOLUNTEER_SKILLS[skill].title[locale];

/** Skills in one line. */
export const skillsWord = (skills: readonly VolunteerSkill[], locale: Locale): string =>
  skills.map((skill) => skillTitle(skill, locale)).join(locale === 'fa' ? '، ' : ', ');

/** The skills, for a choice. */
export const skillChoices = (locale: Locale) =>
  SKILL_KEYS.map((skill) => ({ value: skill, label: skillTitle(skill, locale) }));

/** The weekdays, for a choice. */
export const dayChoices = () => WEEK.map((day, weekday) => ({ value: day, label: weekdayWord(weekday) }));

/** How consent was given, for a choice. */
export const channelChoices = (locale: Locale) =>
  CONSENT_CHANNELS.map((channel) => ({ value: channel, label: CONSENT_CHANNEL_TITLES[channel][locale] }));

/** How consent was given. */
export const channelTitle = (channel: ConsentChannel, locale: Locale): string =>
  CONSENT_CHANNEL_TITLES[channel][locale];

/** The days of a set of bits, as the form names them. */
export const daysOf = (bits: number): string[] => WEEK.filter((_, weekday) => (bits & (1 << weekday)) !== 0);

/** What several boxes of one name show: what was ticked before a refusal, else what is stored. */
export const tickedIn = (
  answer: FormAnswer | null | undefined,
  action: string,
  name: string,
  stored: readonly string[] = [],
): readonly string[] => {
  if (answer?.action !== action || answer.done) return stored;
  const typed = answer.values[name] ?? [];
  return typeof typed === 'string' ? [typed] : typed;
};
