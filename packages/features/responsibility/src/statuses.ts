import type { Bilingual } from '@mahalleh/kernel';

/** What an agency can be to a domain in a place: who leads and answers, who takes part, who is kept informed. */
export const DUTY_ROLES = ['lead', 'partner', 'informed'] as const;
/** What an agency is to a domain in a place. */
export type DutyRole = (typeof DUTY_ROLES)[number];

/** What the roles are called. */
export const DUTY_ROLE_TITLES: Readonly<Record<DutyRole, Bilingual>> = {
  lead: { fa: 'متولی', en: 'Lead' },
  partner: { fa: 'همکار', en: 'Partner' },
  informed: { fa: 'در جریان', en: 'Informed' },
};

/**
 * How a domain stands in a neighbourhood: problems with nobody; somebody acts but not the lead; the lead acts; a lead
 * with open problems for which nobody acts; a lead with nothing to do; nobody and nothing.
 */
export const CELL_STATES = ['gap', 'others', 'led', 'idle', 'quiet', 'empty'] as const;
/** How a domain stands in a neighbourhood. */
export type CellState = (typeof CELL_STATES)[number];
