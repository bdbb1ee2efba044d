import { PARTS } from '@mahalleh/templates/parts';
import type { NationApi, ProvinceApi } from '@mahalleh/api/client';
import type { Locale } from '@mahalleh/ui';

/** A page of the catalogue; the ministry's is the same. */
export type Templates = ProvinceApi['GET /templates']['output'];
/** A template in the catalogue. */
export type TemplateRow = Templates['rows'][number];
/** One version of a template with everything that is told of it; the ministry's is the same. */
export type Template = ProvinceApi['GET /templates/{templateId}']['output'];
/** An element as it is read. */
export type TemplateElement = Template['elements'][number];
/** Two templates side by side. */
export type Comparison = ProvinceApi['GET /template-comparison']['output'];
/** A part of a comparison. */
export type ComparedPart = Comparison['parts'][number];
/** A line of a comparison. */
export type ComparedLine = ComparedPart['lines'][number];
/** What provinces submitted. */
export type Submissions = NationApi['GET /template-submissions']['output'];
/** One submitted document for its reviewers. */
export type Submission = NationApi['GET /template-submissions/{digest}']['output'];

/** Elements by their ids: what a reference is called. */
export type ElementsById = ReadonlyMap<string, TemplateElement>;

/** Elements by their ids. */
export const byIdOf = (elements: readonly TemplateElement[]): ElementsById =>
  new Map(elements.map((element) => [element.id, element]));

/** Elements called as the reader’s language calls them, where they have a name in it. */
export const namedIn = <E extends TemplateElement>(elements: readonly E[], locale: Locale): readonly E[] =>
  elements.map((element) => {
    const english = locale === 'en' ? textIn(element, 'titleEn') : '';
    return english === '' ? element : { ...element, name: english };
  });

/** A text of an element, or empty. */
export const textIn = ({ fields }: Pick<TemplateElement, 'fields'>, name: string): string => {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
};

/** A number of an element, or null. */
export const numberIn = ({ fields }: Pick<TemplateElement, 'fields'>, name: string): number | null => {
  const value = fields[name];
  return typeof value === 'number' ? value : null;
};

/** The texts of a list of an element. */
export const listIn = ({ fields }: Pick<TemplateElement, 'fields'>, name: string): readonly string[] => {
  const value = fields[name];
  return Array.isArray(value) ? value : [];
};

/** What narrows the catalogue, as the API names it. */
export const TEMPLATE_FILTERS = [
  'q',
  'province',
  'part',
  'domain',
  'tag',
  'setting',
  'size',
  'sample',
  'adopted',
  'ended',
  'page',
] as const;

/** The parts in the order of reading; what later programs added comes last. */
export const PART_ORDER = [...PARTS, 'other'] as const;

/** The elements of a document part by part. */
export const partsOf = (
  elements: readonly TemplateElement[],
): readonly { readonly part: string; readonly elements: readonly TemplateElement[] }[] =>
  PART_ORDER.flatMap((part) => {
    const found = elements.filter((element) => element.part === part);
    return found.length > 0 ? [{ part, elements: found }] : [];
  });
