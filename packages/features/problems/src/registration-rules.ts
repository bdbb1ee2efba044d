import { refuse, type CivilDate, type Refusal } from '@mahalleh/kernel';
import { placeOf, type Place, type PlaceSaid } from './place-rules.ts';

/** Where a problem is to be registered. */
export type RegistrationUnit = { readonly kind: string; readonly endedOn: string | null };

/** The place of a new problem, or why it may not be registered: it belongs to a standing neighbourhood or village, and to a domain of the province. */
export const register = (
  unit: RegistrationUnit,
  domain: { readonly isSensitive: boolean; readonly retiredAtMs?: number | null } | undefined,
  said: PlaceSaid,
  today: CivilDate,
): Place | Refusal => {
  if (unit.kind !== 'neighbourhood' && unit.kind !== 'village')
    return refuse('unit_not_neighbourhood', { field: 'unitId' });
  if (unit.endedOn !== null && unit.endedOn <= today) return refuse('unit_has_ended', { field: 'unitId' });
  if (!domain || typeof domain.retiredAtMs === 'number') return refuse('domain_unknown', { field: 'domainKey' });
  return placeOf(said, domain.isSensitive);
};
