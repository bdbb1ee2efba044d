import {
  FORMAT,
  FORMAT_VERSION,
  type Attachment,
  type TemplateDocument,
  type TemplateElement,
  type TemplateResult,
} from '../document/template-document.ts';
import type { DraftState } from './draft-state.ts';

/** What a document says besides what was put together by hand. */
export type Frame = {
  readonly templateId: string;
  readonly version: number;
  readonly previous: string | null;
  readonly province: TemplateDocument['province'];
  readonly setting: TemplateDocument['setting'];
  readonly size: TemplateDocument['size'];
  readonly isSample: boolean;
};

/** What a document shows: `files` are the contents of the draft’s photos in their order, `signed` those of media that were signed before. */
type Shown = {
  readonly results: readonly TemplateResult[];
  readonly files: readonly Attachment[];
  readonly signed: readonly Attachment[];
};

/** The document of a draft: `included` are its elements. */
export const composeDocument = (
  state: DraftState,
  included: readonly TemplateElement[],
  frame: Frame,
  { results, files, signed }: Shown,
): TemplateDocument => {
  const there = new Set(included.map(({ id }) => id));
  const media = state.photos.flatMap(({ id, title, forRef }, i): TemplateElement[] => {
    const file = files[i];
    return file
      ? [
          {
            id,
            kind: 'media',
            fields: { title, attachment: file.digest, forRef: forRef && there.has(forRef) ? forRef : null },
          },
        ]
      : [];
  });
  const once = new Map([...files, ...signed].map((file) => [file.digest, file]));
  return {
    ...{ format: FORMAT, formatVersion: FORMAT_VERSION },
    ...frame,
    ...{ title: state.title, summary: state.summary, changes: state.changes, tags: [...state.tags] },
    elements: [...included, ...media].map(({ id, kind, fields }) => ({ id, kind, fields: { ...fields } })),
    results: [...results],
    credits: [...state.credits],
    attachments: [...once.values()],
  };
};
