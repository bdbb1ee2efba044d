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
};

/** Declares a kind of letter. What is not declared cannot be sent. */
export const defineLetter = <const Kind extends string, Body>(
  kind: Kind,
  body: z.ZodType<Body>,
  rest: Pick<LetterKind, 'to' | 'nature' | 'about'>,
): LetterKind<Kind, Body> => ({ kind, body, ...rest });

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
