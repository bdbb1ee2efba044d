import type { Attachment, Credit, TemplateDocument, TemplateElement } from '../document/template-document.ts';
import type { SignedMedia } from '../project/ask-media.ts';
import type { DraftState } from './draft-state.ts';

const MOST_NOTE = 600;

/** The elements of a draft that are photos or documents of a signed template. */
export const mediaIn = (elements: readonly TemplateElement[]): TemplateElement[] =>
  elements.filter(({ kind }) => kind === 'media');

/** The contents of what is published again, in the order in which it is. */
export const filesOf = (included: readonly TemplateElement[], files: readonly Attachment[]): Attachment[] => {
  const wanted = new Set(mediaIn(included).map(({ fields }) => fields['attachment']));
  return files.filter(({ digest }) => wanted.has(digest));
};

/** Credits of provinces whose photos and documents are published again, besides those that are there. */
export const mediaCredits = (
  { credits }: Pick<DraftState, 'credits'>,
  included: readonly TemplateElement[],
  origins: readonly SignedMedia[],
  province: TemplateDocument['province'],
): Credit[] => {
  const there = new Set(mediaIn(included).map(({ id }) => id));
  const told = new Set(credits.flatMap(({ elementIds, province: of }) => elementIds.map((id) => `${of} ${id}`)));
  const borrowed = origins.filter(
    ({ elementId, province: of }) => of !== province && there.has(elementId) && !told.has(`${of} ${elementId}`),
  );
  return [...Map.groupBy(borrowed, ({ templateId }) => templateId).values()].flatMap((media) => {
    const [first] = media;
    return first
      ? [
          {
            province: first.province as Credit['province'],
            note: `عکس‌ها و سندها از الگوی «${first.title}»`.slice(0, MOST_NOTE),
            elementIds: [...new Set(media.map(({ elementId }) => elementId))],
          },
        ]
      : [];
  });
};
