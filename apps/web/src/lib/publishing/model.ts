import type { ProvinceApi } from '@mahalleh/api/client';

/** The drafts of the office, and the versions that were signed. */
export type TemplateDrafts = ProvinceApi['GET /template-drafts']['output'];
/** A draft in the list. */
export type TemplateDraftRow = TemplateDrafts['rows'][number];
/** A draft with all that belongs to it. */
export type TemplateDraft = ProvinceApi['GET /template-drafts/{templateDraftId}']['output'];
/** An element of a draft. */
export type DraftElement = TemplateDraft['elements'][number];
/** Something that a person must decide on. */
export type Finding = TemplateDraft['findings'][number];

/** The same words of one kind, wherever they stand: decided on at once. */
export type FindingGroup = Pick<Finding, 'kind' | 'words' | 'instead' | 'mayKeep' | 'isKept'> & {
  readonly all: readonly Finding[];
  readonly keys: readonly string[];
};

/** Findings by their words: one decision for all places of the same. */
export const groupsOf = (findings: readonly Finding[]): FindingGroup[] =>
  [...Map.groupBy(findings, ({ kind, words, isKept }) => `${kind}|${words}|${isKept}`).values()].flatMap((all) => {
    const [first] = all;
    return first ? [{ ...first, all, keys: [...new Set(all.map(({ key }) => key))] }] : [];
  });

/** A photo or document that came with a template in use here. */
export type SignedMedia = TemplateDraft['media'][number];

/** Where a photo or document of a signed template is read. */
export const signedFile = (base: string, { templateId, version, attachment }: SignedMedia): string =>
  `${base}/${templateId}/attachment?version=${version}&digest=${attachment}`;

/** A photo of one’s own as the element that it becomes; its content is named by the evidence that it is. */
export const photoElement = ({ evidenceId, title, subject, elementId }: TemplateDraft['photos'][number]) => ({
  ...{ id: evidenceId, kind: 'media', part: 'media', name: title ?? subject },
  fields: { title: title ?? subject, attachment: evidenceId, forRef: elementId },
});

/** Parts of which elements are written by hand too, with their kind. */
export const HAND_PARTS = { terms: 'terms', lessons: 'lesson', capacities: 'capacity', roles: 'role' } as const;
/** A part of which elements are written by hand. */
export type HandPart = keyof typeof HAND_PARTS;
/** Whether elements of this part are written by hand. */
export const isHandPart = (part: string): part is HandPart => Object.hasOwn(HAND_PARTS, part);

/** What a draft is called before and after it has a title. */
export const titleIn = ({ title }: { readonly title: string }, untitled: string): string =>
  title === '' ? untitled : title;

/** The elements of a part as they are listed: tasks below their operation; links are told with the task that waits. */
export const listedIn = (draft: TemplateDraft, part: string): DraftElement[] => {
  const elements = draft.elements.filter((element) => element.part === part);
  const tasks = Map.groupBy(
    elements.filter(({ kind }) => kind === 'task'),
    ({ fields }) => String(fields['operationRef']),
  );
  return elements
    .filter(({ kind }) => kind !== 'task' && kind !== 'link')
    .flatMap((element) => [element, ...(tasks.get(element.id) ?? [])]);
};
