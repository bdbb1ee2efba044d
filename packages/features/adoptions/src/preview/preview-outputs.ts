import { UNITS } from '@mahalleh/indicators/codes';
import * as z from 'zod';

/** Why something of this province is proposed for an element. */
export const GUESS_WHYS = [
  'remembered',
  'remembered_elsewhere',
  'same_element',
  'same_key',
  'same_national',
  'similar_title',
  'same_kind',
  'holds_seat',
  'is_manager',
  'manager_instead',
  'similar_job',
  'same_meaning',
  'declared',
  'same_measure',
] as const;
/** Why something is proposed. */
export type GuessWhy = (typeof GUESS_WHYS)[number];

/** Something of this province that is proposed for an element, and why. */
export const Guess = z.object({ key: z.string(), label: z.string(), why: z.enum(GUESS_WHYS) });
/** Something that is proposed for an element. */
export type Guess = z.infer<typeof Guess>;

/** How an element meets the neighbourhood: a record that is new, one that is there, a clash, a choice to be made, or words. */
export const MEETINGS = ['new', 'exists', 'clash', 'needs_mapping', 'mapped', 'words', 'unknown'] as const;

const Bilingual = z.object({ fa: z.string(), en: z.string() });

/** One element against the neighbourhood. */
export const PreviewElement = z.object({
  id: z.string(),
  kind: z.string(),
  part: z.string().nullable(),
  name: z.string(),
  nameEn: z.string().nullable(),
  meeting: z.enum(MEETINGS),
  clash: z.object({ reason: z.string(), text: Bilingual }).nullable(),
  /** Records that may be taken for it, and what it may be mapped to; the first is proposed. */
  joins: z.array(Guess),
  mapsTo: z.array(Guess),
  /** What it cannot do without: elements. */
  needs: z.array(z.string()),
  /** The element that it goes with: a task's operation, a link's task. */
  goesWith: z.string().nullable(),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  /** What is promised of an indicator, in its unit; `from`: the last value here of the one that is proposed for it, null where nothing was measured. */
  promise: z
    .object({ change: z.number(), months: z.int().nullable(), unit: z.enum(UNITS), from: z.number().nullable() })
    .nullable(),
});
/** One element against the neighbourhood. */
export type PreviewElement = z.infer<typeof PreviewElement>;

const Option = z.object({ key: z.string(), label: z.string(), note: z.string().nullable() });

/** A template against a neighbourhood: what would be new, what is there, what clashes, what is to be mapped, and the real days. */
export const AdoptionPreview = z.object({
  template: z.object({
    id: z.string(),
    version: z.number(),
    digest: z.string(),
    title: z.string(),
    province: z.string(),
    isSample: z.boolean(),
    ending: z.object({ how: z.enum(['withdrawn', 'revoked']), reason: z.string() }).nullable(),
  }),
  unit: z.object({ id: z.string(), nameFa: z.string(), nameEn: z.string().nullable(), isLiving: z.boolean() }),
  /** The adoption of this template that is in use there, if one is. */
  adoptionId: z.string().nullable(),
  council: z.enum(['there', 'can_be_established', 'missing']),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  parts: z.array(z.object({ part: z.string(), title: Bilingual, count: z.number(), mandate: z.string().nullable() })),
  elements: z.array(PreviewElement),
  /** All that an element of a kind can be mapped to. `mayAdd`: the mapping `new` is allowed. */
  options: z.object({
    domain: z.object({ rows: z.array(Option), mayAdd: z.boolean() }),
    committee: z.object({ rows: z.array(Option), mayAdd: z.boolean() }),
    role: z.object({ rows: z.array(Option), mayAdd: z.boolean() }),
    agency: z.object({ rows: z.array(Option), mayAdd: z.boolean() }),
    capacity: z.object({ rows: z.array(Option), mayAdd: z.boolean() }),
  }),
});
/** A template against a neighbourhood. */
export type AdoptionPreview = z.infer<typeof AdoptionPreview>;
