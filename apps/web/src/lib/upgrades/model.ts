import type { ProvinceApi } from '@mahalleh/api/client';

/** What was made of a template in one neighbourhood. */
export type Overlay = ProvinceApi['GET /adoptions/{adoptionId}/overlay']['output'];
/** One element of it. */
export type OverlayElement = Overlay['elements'][number];
/** An upgrade as it is being decided. */
export type Upgrade = ProvinceApi['GET /adoptions/{adoptionId}/upgrade']['output'];
/** A conflict of it. */
export type Conflict = Upgrade['conflicts'][number];
/** Proposed improvements. */
export type Improvements = ProvinceApi['GET /improvements']['output'];
/** One in a list. */
export type ImprovementRow = Improvements['rows'][number];
/** What the address of the list may say. */
export const IMPROVEMENT_FILTERS = ['side', 'outcome', 'page'] as const;
/** One with its difference. */
export type Improvement = ProvinceApi['GET /improvements/{improvementId}']['output'];

/** Fields by name, in the words of the template. */
export type Fields = Conflict['mine'];
/** What elements are called, by id. */
export type Names = Overlay['names'];

/** What was changed of an element, and what it can be proposed by. */
export type Proposable = { readonly key: string; readonly element: OverlayElement; readonly index: number | null };

/** The changes of an overlay, each with the key that a proposal names it by; `index` is that of the field's change. */
export const proposableOf = ({ elements }: Overlay): Proposable[] =>
  elements.flatMap((element): Proposable[] => {
    if (element.standing === 'dropped' || element.standing === 'added')
      return [{ key: element.id, element, index: null }];
    return element.changes.map(({ field }, index) => ({ key: `${element.id}.${field}`, element, index }));
  });
