import { foldText, isRefusal, type FieldFault } from '@mahalleh/kernel';
import { register, whysOf } from '@mahalleh/problems/rules';
import { faultOf, listOf, numberOf, wordsOf } from './landing-model.ts';
import { keyOf, type LandingRows, type MakeRows } from './landing-rows.ts';
import { rowKeysOf } from './settle.ts';

/** Problems as they are registered: of the whole neighbourhood, with a tracking code and the chain of causes. */
export const problemRows: MakeRows = (fresh, context) => {
  const { ground, settled, may, today, personId, nowMs } = context;
  const rows: LandingRows['problems'] = [];
  const faults: FieldFault[] = [];
  const domains = new Map(ground.domains.map((domain) => [domain.key, domain]));
  for (const one of fresh) {
    const { element } = one;
    const [domainKey = ''] = rowKeysOf(element, 'domainRef', settled);
    const isFresh = settled.get(wordsOf(element, 'domainRef') ?? '')?.isNew === true;
    const domain = domains.get(domainKey) ?? (isFresh ? { isSensitive: false, retiredAtMs: null } : undefined);
    const place = register(ground.unit, domain, {}, today);
    const code = ground.codes[rows.length]?.code;
    if (isRefusal(place) || !may('problem') || code === undefined) {
      const reason = !may('problem') ? 'adoption_not_permitted' : isRefusal(place) ? place.refused : 'code_taken';
      faults.push(faultOf(element, reason));
      continue;
    }
    const title = wordsOf(element, 'title') ?? '';
    rows.push({
      id: keyOf(one),
      code,
      unitId: ground.unit.id,
      domainKey,
      title,
      titleFolded: foldText(title),
      description: wordsOf(element, 'description'),
      severity: numberOf(element, 'severity') ?? 1,
      ...place,
      status: 'registered',
      whysJson: null,
      rootCause: null,
      ...whysOf({ whys: listOf(element, 'whys') }),
      solution: wordsOf(element, 'solution'),
      registeredBy: personId,
      registeredAtMs: nowMs,
    });
  }
  return { rows: { problems: rows }, faults };
};
