import { grants, isGuestRole, type Permission } from '@mahalleh/access';
import type { Someone } from './context.ts';

/** What of a page that shows many things at once is for the reader to see: whoever works here sees all, a guest what was granted. */
export const openedTo = ({ grants: held }: Pick<Someone, 'grants'>) => {
  const isGuest = held.some(({ role }) => isGuestRole(role));
  const may = (permission: Permission): boolean => held.some(({ role }) => grants(role, permission));
  return {
    /** These rows, or none where the permission is not held. */
    rows: <Row>(permission: Permission, rows: readonly Row[]): Row[] => (may(permission) ? [...rows] : []),
    may,
    /** These records, for a guest without those of a sensitive domain. */
    cases: <Row extends { readonly isSensitive: boolean | number }>(rows: readonly Row[]): Row[] =>
      rows.filter((row) => !isGuest || !row.isSensitive),
    isGuest,
  };
};
