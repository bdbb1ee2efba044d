import type { FieldFault } from '@mahalleh/kernel';
import { isRefusal } from '@mahalleh/kernel';
import { keyOf as keyOfTitle, registerDomain } from '@mahalleh/problems/rules';
import type { TemplateElement } from '@mahalleh/templates/document';
import { faultOf, wordsOf } from './landing-model.ts';
import type { LandingRows, MakeRows } from './landing-rows.ts';
import { keyOf } from './landing-rows.ts';

/** The key that a domain gets when it is registered: of its English title, or of its element where it has none. */
export const freshDomainKey = (element: TemplateElement): string =>
  keyOfTitle(wordsOf(element, 'titleEn') ?? '') || `domain_${element.id.replaceAll('-', '').slice(0, 12)}`;

/** Domains that the mapping registers anew, those above first. */
export const domainRows: MakeRows = (fresh, { ground, settled, may }) => {
  const rows: LandingRows['domains'] = [];
  const faults: FieldFault[] = [];
  if (!may('domain'))
    return { rows: {}, faults: fresh.map(({ element }) => faultOf(element, 'adoption_not_permitted')) };
  const depthOf = (element: TemplateElement, seen = 0): number => {
    const above = settled.get(wordsOf(element, 'parentRef') ?? '')?.element;
    return above && seen < 20 ? depthOf(above, seen + 1) : seen;
  };
  const tree = [...ground.domains];
  let ord = Math.max(0, ...tree.map((domain) => domain.ord));
  for (const one of fresh.toSorted((a, b) => depthOf(a.element) - depthOf(b.element))) {
    const { element } = one;
    const key = keyOf(one);
    const titleFa = wordsOf(element, 'titleFa') ?? '';
    const parentKey = settled.get(wordsOf(element, 'parentRef') ?? '')?.rowKey ?? null;
    const nationalKey = wordsOf(element, 'nationalKey') ?? undefined;
    const isSensitive = element.fields['isSensitive'] === true || undefined;
    const place = registerDomain(tree, { key, nationalKey, parentKey, isSensitive });
    if (isRefusal(place)) {
      faults.push(faultOf(element, place.refused));
      continue;
    }
    ord += 1;
    rows.push({ key, titleFa, titleEn: wordsOf(element, 'titleEn') ?? titleFa, ...place, ord });
    tree.push({ key, ...place, ord, retiredAtMs: null });
  }
  return { rows: { domains: rows }, faults };
};
