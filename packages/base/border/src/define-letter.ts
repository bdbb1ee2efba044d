import type * as z from 'zod';

/** A kind of letter: the only form in which anything crosses between a province and the nation. */
export type LetterKind<Kind extends string = string, Body = unknown> = {
  readonly kind: Kind;
  readonly to: 'nation' | 'province';
  /** `event`: written in the batch of its change and never lost. `state`: built when it is sent; the newest replaces the older. */
  readonly nature: 'event' | 'state';
  readonly body: z.ZodType<Body>;
  /** What it is for, and why its fields may leave. */
  readonly about: { readonly fa: string; readonly en: string };
  /**
   * The fields whose words are written to be read on the other side, although the columns they come from are marked; each with
   * the national columns that keep it besides the letter. The border scan leaves out these and nothing else; what is below a
   * field is published with it. Shape: `{ 'texts[].body': ['submitted_reports.body_json'] }`; a column that keeps it under another
   * name says which: `'templates.endorsement_json author'`, and `'templates.document_json *'` is all of a column.
   */
  readonly published: Published;
  /** The same of fields whose words come from cases but were made general: the border scan still looks for persons in them. */
  readonly generalised: Published;
};

/** Fields of a letter and, of each, the national columns that keep it. */
export type Published = Readonly<Record<string, readonly string[]>>;

/** Declares a kind of letter. What is not declared cannot be sent. */
export const defineLetter = <const Kind extends string, Body>(
  kind: Kind,
  body: z.ZodType<Body>,
  {
    published = {},
    generalised = {},
    ...rest
  }: Pick<LetterKind, 'to' | 'nature' | 'about'> & Partial<Pick<LetterKind, 'published' | 'generalised'>>,
): LetterKind<Kind, Body> => ({ kind, body, published, generalised, ...rest });

/** A letter as it travels: what it says, its place in the sequence of its kind, and the province's seal over both. */
export type SealedLetter = {
  readonly province: string;
  readonly epoch: number;
  readonly kind: string;
  readonly number: number;
  readonly sentAtMs: number;
  readonly bodyJson: string;
  readonly keyId: string;
  readonly seal: string;
};

/** What the other side answers: taken in; already had (with what it holds); or another number is expected first. */
export type Receipt =
  | { readonly outcome: 'taken' }
  | { readonly outcome: 'had'; readonly bodyJson: string }
  | { readonly outcome: 'expected'; readonly number: number }
  | { readonly outcome: 'refused'; readonly reason: string };
