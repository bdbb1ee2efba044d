import { refuse, type Refusal } from '@mahalleh/kernel';
import type { CellState, DutyRole } from './statuses.ts';

/** A declared duty that stands. */
export type Duty = {
  readonly id: string;
  readonly unitId: string;
  readonly domainKey: string;
  readonly agencyId: string;
  readonly role: DutyRole;
};

/** A domain, and the one that it lies below. */
export type DomainNode = { readonly key: string; readonly parentKey: string | null };

/** A domain and those that it lies below, the nearest first. */
export const lineOf = (domains: readonly DomainNode[], key: string): string[] => {
  const line: string[] = [];
  for (let at: string | null = key; at !== null && !line.includes(at);) {
    line.push(at);
    at = domains.find((domain) => domain.key === at)?.parentKey ?? null;
  }
  return line;
};

/**
 * The duty of the lead that holds for a domain in a place: that of the domain itself before one of what it lies below,
 * and then the nearest place. `places` are the place and what it lies in, the nearest first; so are `domains`.
 */
export const leadOf = <D extends Duty>(
  duties: readonly D[],
  places: readonly string[],
  domains: readonly string[],
): D | undefined => {
  for (const domainKey of domains)
    for (const unitId of places) {
      const found = duties.find(
        (duty) => duty.role === 'lead' && duty.unitId === unitId && duty.domainKey === domainKey,
      );
      if (found) return found;
    }
  return undefined;
};

/** Somebody who acts for a domain in a place; null is the neighbourhood itself. `operations`: their own; others take part with tasks. */
export type Actor = { readonly agencyId: string | null; readonly operations: number };

/** What is known of a domain in a place. */
export type CellFacts = {
  readonly leadId: string | undefined;
  /** Open problems, and those among them with nobody: no lead, and no operation that lasts. */
  readonly open: number;
  readonly gap: number;
  readonly acting: readonly Actor[];
};

/** How a domain stands in a place. */
export const cellState = ({ leadId, open, gap, acting }: CellFacts): CellState => {
  if (gap > 0) return 'gap';
  if (acting.length > 0) return acting.some(({ agencyId }) => agencyId === leadId) ? 'led' : 'others';
  if (leadId === undefined) return 'empty';
  return open > 0 ? 'idle' : 'quiet';
};

/** Whether several have operations of their own for one domain in one place. Who takes part in another's operation does not collide with it. */
export const isOverlapping = (acting: readonly Actor[]): boolean =>
  new Set(acting.filter(({ operations }) => operations > 0).map(({ agencyId }) => agencyId)).size > 1;

/** What an assignment meets where it is to stand. */
export type Ground = {
  readonly isUnitEnded: boolean;
  readonly isDomainLiving: boolean;
  readonly isAgencyLiving: boolean;
  /** What stands there for the domain already. */
  readonly duties: readonly (Duty & { readonly agencyName: string })[];
};

/** Why a duty may not be assigned, or undefined: one lead for a domain in a unit, and an agency once. */
export const whyNotAssign = (
  { isUnitEnded, isDomainLiving, isAgencyLiving, duties }: Ground,
  said: { readonly agencyId: string; readonly role: DutyRole; readonly replacesId?: string | undefined },
): Refusal | undefined => {
  if (isUnitEnded) return refuse('responsibility_unit_ended', { field: 'unitId' });
  if (!isDomainLiving) return refuse('domain_unknown', { field: 'domainKey' });
  if (!isAgencyLiving) return refuse('agency_unknown', { field: 'agencyId' });
  if (said.replacesId !== undefined && !duties.some(({ id }) => id === said.replacesId))
    return refuse('responsibility_replaced_unknown', { field: 'replacesId' });
  const staying = duties.filter(({ id }) => id !== said.replacesId);
  const lead = said.role === 'lead' ? staying.find(({ role }) => role === 'lead') : undefined;
  if (lead) return refuse('responsibility_lead_taken', { field: 'role', detail: { agency: lead.agencyName } });
  return staying.some(({ agencyId }) => agencyId === said.agencyId)
    ? refuse('responsibility_declared_before', { field: 'agencyId' })
    : undefined;
};

/** How grave it is that nobody has taken a problem up: severity by people by days. Unknown people count as one. */
export const gapWeight = (problem: {
  readonly severity: number;
  readonly peopleAffected: number | null;
  readonly daysOpen: number;
}): number => problem.severity * (problem.peopleAffected ?? 1) * Math.max(1, problem.daysOpen);
