import { zCount, zInput, zOptional } from '@mahalleh/kernel';
import * as z from 'zod';
import { FOUND_KINDS } from './kinds.ts';

export * from './kinds.ts';
export * from './view-model.ts';

const kindsTyped = (given: unknown): unknown =>
  typeof given === 'string' ? given.split(',').filter((kind) => kind !== '') : given;

/** Input of a search. */
export const Search = zInput({
  /** What is looked for: words of a title or a name, or a code. */
  q: z.string({ error: 'required' }).max(200, { error: 'text_too_long' }),
  /** Only these kinds, with commas between; the others are counted all the same. */
  kinds: zOptional(z.preprocess(kindsTyped, z.array(z.enum(FOUND_KINDS)).min(1))),
  /** How many of each kind. */
  size: zOptional(zCount({ min: 1, max: 50 })),
});

/** Something that was found. */
export const Found = z.object({
  kind: z.enum(FOUND_KINDS),
  id: z.string(),
  code: z.string().nullable(),
  titleFa: z.string(),
  titleEn: z.string().nullable(),
  /** Where to mark what was looked for: [from, up to]. */
  marksFa: z.array(z.tuple([z.number(), z.number()]).readonly()),
  marksEn: z.array(z.tuple([z.number(), z.number()]).readonly()),
  /** How it stands, or of which sort it is, in the words of its own feature. */
  status: z.string().nullable(),
  /** Where it is: its unit, or for a unit the county. */
  unitNameFa: z.string().nullable(),
  unitNameEn: z.string().nullable(),
  /** The operation of a task. */
  withinId: z.string().nullable(),
});
/** Something that was found. */
export type Found = z.infer<typeof Found>;

/** What was found, by kind; a word that was put right is named. */
export const SearchResult = z.object({
  groups: z.array(
    z.object({
      kind: z.enum(FOUND_KINDS),
      count: z.number(),
      /** There are more than were counted. */
      isMore: z.boolean(),
      rows: z.array(Found),
    }),
  ),
  corrected: z.array(z.object({ typed: z.string(), word: z.string() })),
});
/** What was found, by kind. */
export type SearchResult = z.infer<typeof SearchResult>;
