import { DUTY_ROLES } from '@mahalleh/responsibility/model';
import { whyNotAssign } from '@mahalleh/responsibility/rules';
import type { Ground } from '../landing/landing-model.ts';
import { forbid, refAfter, type ChangedElement, type Forbidden, type Here } from './changed-elements.ts';

type DutyStanding = Ground['duties'][number];

/** What makes a duty another one: it is ended, and the other declared, as it is done by hand. */
export const DUTY_IS = ['domainRef', 'agencyRef', 'role'] as const;

/** A duty that takes the place of another one. */
export type Replaced = {
  readonly elementId: string;
  readonly was: string;
  readonly duty: Pick<DutyStanding, 'domainKey' | 'agencyId' | 'role'>;
  readonly note: string | null;
};

/** What duties come to: those that are replaced, those that stand then, and what cannot be. */
export type DutiesAfter = {
  readonly replaced: readonly Replaced[];
  readonly standing: readonly DutyStanding[];
  readonly forbidden: Forbidden;
};

const isReplaced = ({ kind, said }: ChangedElement): boolean =>
  kind === 'duty' && DUTY_IS.some((field) => Object.hasOwn(said, field));

const WHY = { responsibility_lead_taken: 'lead_taken', responsibility_declared_before: 'declared' } as const;

/** Brings the duties of a unit to what a version says: one lead for a domain, and a body once. `ended`: duties that are given up. */
export const dutiesAfter = (
  changes: readonly ChangedElement[],
  duties: readonly DutyStanding[],
  ended: ReadonlySet<string>,
  here: Here,
  domains: readonly { readonly key: string; readonly retiredAtMs: number | null }[],
): DutiesAfter => {
  const moving = changes.filter(isReplaced);
  const going = new Set([...ended, ...moving.flatMap(({ local }) => local.record?.rowKey ?? [])]);
  const standing = duties.filter(({ id }) => !going.has(id));
  const replaced: Replaced[] = [];
  const forbidden: Forbidden[number][] = [];
  for (const change of moving) {
    const { id, local, said } = change;
    const was = local.record?.rowKey ?? '';
    const [domainKey, agencyId] = [refAfter(change, 'domainRef', here), refAfter(change, 'agencyRef', here)];
    // What is still to be said is no fault yet.
    if (domainKey === undefined || agencyId === undefined) continue;
    const role = DUTY_ROLES.find((one) => one === (said['role'] ?? local.now['role'])) ?? 'informed';
    const isDomainLiving = domains.find(({ key }) => key === domainKey)?.retiredAtMs === null;
    if (domainKey === null || agencyId === null) {
      forbidden.push(...forbid(change, DUTY_IS, 'needs'));
      continue;
    }
    const ground = { isUnitEnded: false, isDomainLiving, isAgencyLiving: true };
    const of = standing.filter((duty) => duty.domainKey === domainKey);
    const no = whyNotAssign({ ...ground, duties: of }, { agencyId, role });
    if (no) {
      const why = no.refused in WHY ? WHY[no.refused as keyof typeof WHY] : 'needs';
      forbidden.push(...forbid(change, DUTY_IS, why));
      continue;
    }
    const now = duties.find((duty) => duty.id === was);
    const note = Object.hasOwn(said, 'note') ? said['note'] : local.now['note'];
    replaced.push({
      elementId: id,
      was,
      duty: { domainKey, agencyId, role },
      note: typeof note === 'string' ? note : null,
    });
    standing.push({ unitId: '', agencyName: '', ...now, id, domainKey, agencyId, role });
  }
  return { replaced, standing, forbidden };
};
