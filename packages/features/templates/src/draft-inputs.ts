import { CAPACITY_KINDS } from '@mahalleh/capacity/statuses';
import { OFFICES } from '@mahalleh/councils/model';
import { zCount, zDecimal, zFlag, zId, zInput, zName, zNote, zOptional, zRevision, zTitle } from '@mahalleh/kernel';
import * as z from 'zod';
import { MOST, zElementId } from './document/template-document.ts';
import { PARTS } from './kinds/parts.ts';

const listOf = <T extends z.ZodType>(item: T, most: number) =>
  z.array(item, { error: 'list_expected' }).max(most, { error: 'list_too_long' }).optional();

const zElement = z.string({ error: 'text_expected' }).refine((id) => zElementId.safeParse(id).success, {
  error: 'element_unknown',
});
const zKey = z.string({ error: 'text_expected' }).min(1, { error: 'required' }).max(200, { error: 'text_too_long' });
const zPart = z.enum(PARTS, { error: 'choice_unknown' });
const draft = { templateDraftId: zId('draft'), revision: zRevision };

/** Kinds of elements that are written by hand. */
export const HAND_KINDS = ['terms', 'lesson', 'capacity', 'role'] as const;
/** A kind of element that is written by hand. */
export type HandKind = (typeof HAND_KINDS)[number];

/** How many tags, results and photos a template takes at the most. */
export const MOST_TAGS = 12;
const MOST_RESULTS = 24;

/** Input of `template.draft`: of which neighbourhood, and, for the next version of a template, of which one. */
export const DraftTemplate = zInput({ unitId: zId('unit'), templateId: zOptional(zId('template')) });

/** Which draft. */
export const DraftById = zInput({ templateDraftId: zId('draft') });

/** Input of `template.refresh` and `template.discard`. */
export const EditTemplateDraft = zInput(draft);

/** An element that is written by hand. What its kind does not have is left out. */
export const AddElement = zInput({
  kind: z.enum(HAND_KINDS, { error: 'choice_unknown' }),
  title: zTitle(300),
  text: zOptional(zNote(MOST.text)),
  /** Of terms: whose they are. */
  forRef: zOptional(zElement),
  capacityKind: zOptional(z.enum(CAPACITY_KINDS, { error: 'choice_unknown' })),
  domainRef: zOptional(zElement),
  quantity: zOptional(zCount({ min: 1, max: 1_000_000 })),
  office: zOptional(z.enum(OFFICES, { error: 'choice_unknown' })),
});

/** Input of `template.amend`: what is named changes, all else stays. */
export const AmendTemplate = zInput({
  ...draft,
  title: zOptional(zTitle(160)),
  /** Words of the whole; an empty text clears them. */
  summary: z.union([z.literal(''), zNote(2000)]).optional(),
  changes: z.union([z.literal(''), zNote(2000)]).optional(),
  tags: listOf(zTitle(40), MOST_TAGS),
  leaveOut: listOf(zElement, MOST.elements),
  takeIn: listOf(zElement, MOST.elements),
  leaveOutParts: listOf(zPart, PARTS.length),
  takeInParts: listOf(zPart, PARTS.length),
  /** Other words in a field; `item` is the place in a list. An empty text is none. */
  reword: listOf(
    zInput({
      elementId: zElement,
      field: zName(40),
      item: zOptional(zCount({ max: 49 })),
      text: z.union([z.literal(''), zNote(MOST.text)], { error: 'personal_number_in_text' }),
    }),
    100,
  ),
  /** What an indicator promises; both left out: nothing. */
  promise: listOf(
    zInput({
      elementId: zElement,
      expectedChange: zOptional(zDecimal({ min: -1e12, max: 1e12 })),
      expectedMonths: zOptional(zCount({ min: 1, max: 60 })),
    }),
    100,
  ),
  add: listOf(AddElement, 20),
  /** Elements that were written by hand. */
  remove: listOf(zElement, 100),
  /** Findings, by their keys: no personal datum; to be decided again; to be replaced by what is proposed. */
  keep: listOf(zKey, 2000),
  reconsider: listOf(zKey, 2000),
  replace: listOf(zKey, 2000),
  /** Keys of the results that are attached: all of them. */
  results: listOf(zKey, MOST_RESULTS),
  /** A photo that is attached, once somebody has looked that nobody is recognisable in it. */
  attach: listOf(
    zInput({
      evidenceId: zId('evidence'),
      title: zTitle(300),
      forRef: zOptional(zElement),
      isNobodyRecognisable: zFlag.refine((is) => is, { error: 'photo_not_confirmed' }),
    }),
    MOST.attachments,
  ),
  detach: listOf(zId('evidence'), MOST.attachments),
});

/** Input of `template.submit`: what the province says to the reviewers. */
export const SubmitTemplate = zInput({ ...draft, note: zOptional(zNote(2000)) });
