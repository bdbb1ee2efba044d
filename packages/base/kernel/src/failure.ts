import type { Bilingual } from './locale.ts';

/** Every way in which a request ends badly, and its HTTP status. */
export const FAILURE_STATUS = {
  invalid: 400,
  signed_out: 401,
  not_permitted: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  unsupported_media: 415,
  refused: 422,
  locked: 429,
  unavailable: 503,
  outdated: 503,
} as const;

/** A way in which a request ends badly. */
export type FailureKind = keyof typeof FAILURE_STATUS;

/** The figures and codes that a reason's text may mention as `{name}`; never a person's words. */
export type Detail = Readonly<Record<string, string | number>>;

/** What is wrong with one field of an input; `field` is a dotted path. */
export type FieldFault = { readonly field: string; readonly reason: string; readonly params?: Detail };

/** What a failure may carry besides its kind and reason. */
export type FailureMore = {
  readonly fields?: readonly FieldFault[];
  readonly detail?: Detail;
  readonly cause?: unknown;
};

/** The one error class: `reason` is a stable word that is translated for the reader; `message` is for logs. */
export class Failure extends Error {
  readonly kind: FailureKind;
  readonly reason: string;
  readonly fields?: readonly FieldFault[];
  readonly detail?: Detail;

  constructor(kind: FailureKind, reason: string = kind, more: FailureMore = {}) {
    super(`${kind}: ${reason}`, more.cause === undefined ? undefined : { cause: more.cause });
    this.name = 'Failure';
    this.kind = kind;
    this.reason = reason;
    if (more.fields !== undefined) this.fields = more.fields;
    if (more.detail !== undefined) this.detail = more.detail;
  }
}

/** A rule's "no", returned as a value. `faults`: what is wrong with each of many entries, where there are many. */
export type Refusal = {
  readonly refused: string;
  readonly field?: string;
  readonly detail?: Detail;
  readonly faults?: readonly FieldFault[];
};

/** The refusal with this reason, and the field it concerns when it concerns one. */
export const refuse = (reason: string, more: Omit<Refusal, 'refused'> = {}): Refusal => ({ refused: reason, ...more });

/** Whether a rule's answer is a refusal. */
export const isRefusal = (answer: unknown): answer is Refusal =>
  typeof answer === 'object' && answer !== null && 'refused' in answer && typeof answer.refused === 'string';

/** The texts of a set of reasons; a text may hold `{param}`. */
export type Reasons = Readonly<Record<string, Bilingual>>;

/** The text with each `{param}` replaced by its value; an unknown one stays as it is. */
export const fillText = (text: string, params: Detail = {}): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(params, name) ? String(params[name]) : whole));
