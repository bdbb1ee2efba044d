import type { ProvinceApi } from '@mahalleh/api/client';

/** A template against a neighbourhood, before it is adopted there. */
export type Preview = ProvinceApi['GET /templates/{templateId}/preview']['output'];
/** One element against the neighbourhood. */
export type PreviewElement = Preview['elements'][number];
/** What adopting answers. */
export type Adopted = ProvinceApi['POST /templates/{templateId}/adopt']['output'];
/** A page of adoptions. */
export type Adoptions = ProvinceApi['GET /adoptions']['output'];
/** One adoption in a list. */
export type AdoptionRow = Adoptions['rows'][number];
/** An adoption with everything that came of it. */
export type Adoption = ProvinceApi['GET /adoptions/{adoptionId}']['output'];
/** One element of it. */
export type AdoptedElement = Adoption['elements'][number];
/** Where a record comes from. */
export type Origin = ProvinceApi['GET /record-origin']['output'];

/** What narrows a list of adoptions, as the API names it. */
export const ADOPTION_FILTERS = ['templateId', 'unitId', 'status', 'later', 'page'] as const;
