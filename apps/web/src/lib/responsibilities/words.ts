import { m } from '$lib/paraglide/messages';
import { dayOf } from '$lib/units/names';
import { DUTY_ROLES, DUTY_ROLE_TITLES, type CellState, type DutyRole } from '@mahalleh/responsibility/statuses';
import type { Locale, Status } from '@mahalleh/ui';
import type { ActingOperation } from './model';

const STATES: Readonly<Record<CellState, { status: Status; label: () => string }>> = {
  gap: { status: 'late', label: m.responsibilities_state_gap },
  others: { status: 'risk', label: m.responsibilities_state_others },
  idle: { status: 'todo', label: m.responsibilities_state_idle },
  led: { status: 'doing', label: m.responsibilities_state_led },
  quiet: { status: 'done', label: m.responsibilities_state_quiet },
  empty: { status: 'todo', label: m.responsibilities_state_empty },
};

/** How a cell stands, as a mark and a word. */
export const stateOf = (state: CellState): { status: Status; label: string } => ({
  status: STATES[state].status,
  label: STATES[state].label(),
});

/** What an agency is to a domain in a place. */
export const roleTitle = (role: DutyRole, locale: Locale): string => DUTY_ROLE_TITLES[role][locale];

/** The roles for a choice. */
export const roleChoices = (locale: Locale) =>
  DUTY_ROLES.map((role) => ({ value: role, label: DUTY_ROLE_TITLES[role][locale] }));

/** From when to when an operation is. */
export const spanOf = ({ startsOn, endsOn }: ActingOperation, locale: Locale): string =>
  m.responsibilities_span({ from: dayOf(startsOn, locale) ?? '', to: dayOf(endsOn, locale) ?? '' });
