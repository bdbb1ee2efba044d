import type { FieldFault } from '@mahalleh/kernel';
import { whyNotAssign, type Duty } from '@mahalleh/responsibility/rules';
import { DUTY_ROLES } from '@mahalleh/responsibility/model';
import { faultOf, wordsOf } from './landing-model.ts';
import { keyOf, type LandingRows, type MakeRows } from './landing-rows.ts';
import { rowKeysOf } from './settle.ts';

/** Responsibilities as they are declared: one lead for a domain in the unit, and a body once. */
export const dutyRows: MakeRows = (fresh, { ground, settled, may, today, nowMs }) => {
  const rows: LandingRows['responsibilities'] = [];
  const faults: FieldFault[] = [];
  const standing: (Duty & { readonly agencyName: string })[] = [...ground.duties];
  for (const one of fresh) {
    const { element } = one;
    const [domainKey = ''] = rowKeysOf(element, 'domainRef', settled);
    const [agencyId = ''] = rowKeysOf(element, 'agencyRef', settled);
    const role = DUTY_ROLES.find((known) => known === element.fields['role']) ?? 'informed';
    const isUnitEnded = ground.unit.endedOn !== null && ground.unit.endedOn <= today;
    const duties = standing.filter((duty) => duty.domainKey === domainKey);
    const why = whyNotAssign({ isUnitEnded, isDomainLiving: true, isAgencyLiving: true, duties }, { agencyId, role });
    if (why || !may('duty')) {
      faults.push(
        may('duty') && why
          ? faultOf(element, why.refused, why.detail as Record<string, string>)
          : faultOf(element, 'adoption_not_permitted'),
      );
      continue;
    }
    const id = keyOf(one);
    const agencyName = wordsOf(settled.get(wordsOf(element, 'agencyRef') ?? '')?.element ?? element, 'titleFa') ?? '';
    standing.push({ id, unitId: ground.unit.id, domainKey, agencyId, role, agencyName });
    rows.push({
      id,
      unitId: ground.unit.id,
      domainKey,
      agencyId,
      role,
      note: wordsOf(element, 'note'),
      fromOn: today,
      declaredAtMs: nowMs,
    });
  }
  return { rows: { responsibilities: rows }, faults };
};
