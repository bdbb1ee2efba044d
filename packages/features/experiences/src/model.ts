import { PROVINCES, zCount, zId, zInput, zNote, zOptional, zRevision, zTitle } from '@mahalleh/kernel';
import { NATIONAL_DOMAINS } from '@mahalleh/problems/domain';
import { zFigureKey } from '@mahalleh/reports/model';
import * as z from 'zod';
import { ENDINGS, EXPERIENCE_KINDS, MOST, SECTIONS } from './kinds.ts';
import { holdsNoAddress } from './rules.ts';

export * from './kinds.ts';

/** A domain of the nation's list. */
export const zDomain = z.enum(NATIONAL_DOMAINS.map(({ key }) => key));
/** What a post is. */
export const zKind = z.enum(EXPERIENCE_KINDS);

const listOf = <T extends z.ZodType>(item: T, most: number) =>
  z.array(item, { error: 'list_expected' }).max(most, { error: 'list_too_long' }).optional();

const words = {
  kind: zKind,
  domain: zDomain,
  title: zTitle(160),
  tried: zOptional(zNote(6000)),
  outcome: zOptional(zNote(6000)),
  advice: zOptional(zNote(6000)),
};
const draft = { draftId: zId('draft'), revision: zRevision };
/** What goes to everybody the moment it is written: no number of a person and no address either. */
const zSaid = (max: number) => zNote(max).refine(holdsNoAddress, { error: 'email_in_text' });

/** Input of `experience.draft`: the words of a draft; some may be missing until it is published. */
export const WriteExperience = zInput(words);

/** Input of `experience.amend`: all of the draft as it is to be. */
export const AmendExperience = zInput({
  ...draft,
  ...words,
  operations: listOf(zId('operation'), MOST.operations),
  notes: listOf(zId('note'), MOST.notes),
  figures: listOf(zFigureKey, MOST.figures),
});

/** Input of `experience.publish` and `experience.discard`. */
export const EditDraft = zInput(draft);

const experienceId = zId('experience');

/** Input of `experience.withdraw` and `experience.hide`. */
export const EndExperience = zInput({ experienceId, reason: zSaid(1000) });

/** Input of `experience.answer`. */
export const AnswerExperience = zInput({ experienceId, body: zSaid(3000) });

/** Input of `experience.adopt`: perhaps with an operation of one's own, which is told by its title. */
export const AdoptExperience = zInput({
  experienceId,
  operationId: zOptional(zId('operation')),
  note: zOptional(zSaid(600)),
});

/** Input of `experience.unadopt`. */
export const UnadoptExperience = zInput({ experienceId });

/** Input of the list of posts. */
export const ListExperiences = zInput({
  /** Words of the title or the text, in any spelling. */
  q: zOptional(z.string().max(200, { error: 'text_too_long' })),
  kind: zOptional(zKind),
  domain: zOptional(zDomain),
  province: zOptional(z.enum(PROVINCES.map(({ slug }) => slug))),
  /** Adopted by anybody, or by the province that asks. */
  adopted: zOptional(z.enum(['any', 'mine'])),
  /** Those that were withdrawn or hidden, instead of those that stand. */
  ended: zOptional(z.enum(['yes'])),
  page: zOptional(zCount({ min: 1, max: 10_000 })),
  size: zOptional(zCount({ min: 1, max: 100 })),
});

/** What a change of a draft answers. */
export const DraftChanged = z.object({ id: z.string(), revision: z.int() });
/** What a change of a published post answers. */
export const ExperienceChanged = z.object({ id: z.string() });

/** A section and what is wrong with it before it can be published. */
export const Finding = z.object({
  field: z.enum([...SECTIONS, 'title', 'operations', 'notes']),
  kind: z.enum(['phone', 'national_id', 'email', 'missing']),
});

/** A piece of evidence as it is told: an operation, how many photos there are, and the notes that were picked. */
export const EvidenceTold = z.object({
  title: z.string(),
  place: z.string(),
  status: z.enum(['running', 'done']),
  startsOn: z.string(),
  endsOn: z.string(),
  photos: z.int(),
  notes: z.array(
    z.object({
      day: z.string().nullable(),
      phase: z.enum(['before', 'during', 'after']).nullable(),
      text: z.string(),
    }),
  ),
});
/** A piece of evidence as it is told. */
export type EvidenceTold = z.infer<typeof EvidenceTold>;

/** A figure of the province as it was when the post was published; nothing changes it afterwards. */
export const FigureTold = z.object({
  key: z.string(),
  titleFa: z.string(),
  titleEn: z.string(),
  unit: z.enum(['share', 'count', 'rial']),
  /** The month of a flow; empty for a stock. */
  period: z.string(),
  value: z.number().nullable(),
  of: z.number().nullable(),
  over: z.number().nullable(),
  asOfMs: z.int(),
  /** The stored names of the metrics, with their versions: their definitions. */
  metrics: z.array(z.string()),
});
/** A figure as it was when the post was published. */
export type FigureTold = z.infer<typeof FigureTold>;

/** A post in a list. */
export const ExperienceRow = z.object({
  id: z.string(),
  province: z.string(),
  kind: zKind,
  domain: zDomain,
  title: z.string(),
  opening: z.string(),
  publishedAtMs: z.int(),
  answers: z.int(),
  adoptions: z.int(),
  isAdoptedHere: z.boolean(),
  ending: z.enum(ENDINGS).nullable(),
});
/** A post in a list. */
export type ExperienceRow = z.infer<typeof ExperienceRow>;
/** A page of posts. */
export const ExperienceList = z.object({
  rows: z.array(ExperienceRow),
  total: z.int(),
  page: z.int(),
  size: z.int(),
});

/** A post with all that belongs to it. An ended one keeps its title, the reason and the thread; its text is only for those who wrote it. */
export const ExperienceRead = z.object({
  id: z.string(),
  province: z.string(),
  kind: zKind,
  domain: zDomain,
  title: z.string(),
  sections: z.array(z.object({ section: z.enum(SECTIONS), body: z.string() })),
  evidence: z.array(EvidenceTold),
  figures: z.array(FigureTold),
  author: z.string(),
  office: z.string(),
  publishedAtMs: z.int(),
  isOwn: z.boolean().describe('Published by the workspace that asks'),
  isAdoptedHere: z.boolean(),
  ending: z
    .object({ how: z.enum(ENDINGS), reason: z.string(), author: z.string(), office: z.string(), atMs: z.int() })
    .nullable(),
  answers: z.array(
    z.object({
      id: z.string(),
      province: z.string(),
      author: z.string(),
      office: z.string(),
      body: z.string(),
      atMs: z.int(),
    }),
  ),
  adoptions: z.array(
    z.object({
      province: z.string(),
      author: z.string(),
      office: z.string(),
      operation: z.string().nullable(),
      note: z.string().nullable(),
      atMs: z.int(),
    }),
  ),
});
/** A post with all that belongs to it. */
export type ExperienceRead = z.infer<typeof ExperienceRead>;

/** A draft in a list. */
export const DraftRow = z.object({
  id: z.string(),
  kind: zKind,
  domain: zDomain,
  title: z.string(),
  writer: z.string(),
  amendedAtMs: z.int(),
});
/** The drafts of the province. */
export const DraftList = z.object({ rows: z.array(DraftRow) });

/** A draft with what it can rest on and what keeps it from being published. */
export const DraftRead = z.object({
  id: z.string(),
  kind: zKind,
  domain: zDomain,
  title: z.string(),
  tried: z.string().nullable(),
  outcome: z.string().nullable(),
  advice: z.string().nullable(),
  revision: z.int(),
  findings: z.array(Finding),
  operations: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      place: z.string(),
      status: z.enum(['running', 'done']),
      isChosen: z.boolean(),
    }),
  ),
  notes: z.array(z.object({ id: z.string(), operation: z.string(), text: z.string(), isChosen: z.boolean() })),
  figures: z.array(FigureTold.extend({ isChosen: z.boolean() })),
});
/** A draft with what it can rest on. */
export type DraftRead = z.infer<typeof DraftRead>;
