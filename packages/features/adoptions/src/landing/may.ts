import { grants, type Permission } from '@mahalleh/access';
import type { HeldGrant } from '@mahalleh/gate';

/** What adopting does that could be done by hand, with the permission that is asked for it there. */
export const ASKED = {
  council: 'council.establish',
  committee: 'committee.form',
  committeeKind: 'charter.adopt',
  domain: 'domain.register',
  problem: 'problem.register',
  operation: 'operation.plan',
  task: 'task.assign',
  link: 'task.link',
  duty: 'responsibility.assign',
  indicator: 'indicator.define',
  indicatorAmend: 'indicator.amend',
  target: 'target.set',
} as const satisfies Record<string, Permission>;

/** A permission that adopting asks for besides its own. */
export type AdoptedPermission = keyof typeof ASKED;

/** What belongs to the whole province, so that a seat over the whole of it is asked for. */
const OF_PROVINCE: readonly AdoptedPermission[] = ['committeeKind', 'domain', 'indicator', 'indicatorAmend'];

/** Whether somebody may do by hand what adopting would do for them. `above`: the unit and everything that it lies in, the province among them. */
export const mayAdoptBy = (
  held: readonly Pick<HeldGrant, 'role' | 'unitId'>[],
  above: readonly { readonly id: string; readonly kind: string }[],
): ((asked: AdoptedPermission) => boolean) => {
  const places = new Set(above.map(({ id }) => id));
  const province = new Set(above.flatMap(({ id, kind }) => (kind === 'province' ? [id] : [])));
  return (asked) => {
    const where = OF_PROVINCE.includes(asked) ? province : places;
    return held.some(({ role, unitId }) => where.has(unitId) && grants(role, ASKED[asked]));
  };
};
