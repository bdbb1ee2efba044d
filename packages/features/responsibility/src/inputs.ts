import { zCivilDate, zCount, zId, zInput, zNote, zOptional, zRevision } from '@mahalleh/kernel';
import * as z from 'zod';
import { DUTY_ROLES } from './statuses.ts';

const zDomain = z.string().regex(/^[a-z0-9_]{1,60}$/, { error: 'choice_unknown' });
const pages = {
  page: zOptional(zCount({ min: 1, max: 100_000 })),
  size: zOptional(zCount({ min: 1, max: 100 })),
};

/** Input of `responsibility.assign`. `replacesId`: the duty that ends with it, when another agency takes over. */
export const AssignResponsibility = zInput({
  unitId: zId('unit'),
  domainKey: zDomain,
  agencyId: zId('agency'),
  role: z.enum(DUTY_ROLES, { error: 'choice_unknown' }),
  note: zOptional(zNote(500)),
  /** Left out: today. */
  fromOn: zOptional(zCivilDate),
  replacesId: zOptional(zId('responsibility')),
});

/** Input of `responsibility.release`. */
export const ReleaseResponsibility = zInput({ responsibilityId: zId('responsibility'), revision: zRevision });

/** Input of the matrix: the neighbourhoods of one unit, page by page. Left out: the reader's topmost unit. */
export const ReadMatrix = zInput({
  ...pages,
  unitId: zOptional(zId('unit')),
  q: zOptional(z.string().max(100, { error: 'text_too_long' })),
});

/** Input of one cell of the matrix. */
export const ReadCell = zInput({ unitId: zId('unit'), domainKey: zDomain });

/** Input of the problems with nobody. `severity`: at least. */
export const ListGaps = zInput({
  ...pages,
  unitId: zOptional(zId('unit')),
  domain: zOptional(zDomain),
  severity: zOptional(zCount({ min: 1, max: 5 })),
});

/** Input of what is asked of an agency and what it does. */
export const ReadAgencyWork = zInput({ agencyId: zId('agency') });
