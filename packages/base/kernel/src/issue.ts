import type * as z from 'zod';
import type { Detail, FieldFault } from './failure.ts';

/** A reason and the values that its text mentions. */
export type Reason = { readonly reason: string; readonly params: Detail };

type Issue = z.core.$ZodIssue;
type Bound = number | bigint;

const IS_CODE = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/;

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'text_expected',
  number: 'number_expected',
  int: 'integer_expected',
  boolean: 'flag_expected',
  array: 'list_expected',
  object: 'object_expected',
  record: 'object_expected',
};

// zod leaves the input out of an issue unless asked, so its default message is what tells absent from wrong.
const isAbsent = (issue: Issue): boolean =>
  issue.input === undefined && (issue.message.endsWith('received undefined') || issue.message === 'Required');

const plainParams = (params: Readonly<Record<string, unknown>>): Detail =>
  Object.fromEntries(
    Object.entries(params).filter(
      (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
    ),
  );

const paramsOf = (issue: Issue): Detail => {
  if (issue.code === 'too_small') return { min: Number(issue.minimum) };
  if (issue.code === 'too_big') return { max: Number(issue.maximum) };
  if (issue.code === 'invalid_value') return { choices: issue.values.map(String).join(', ') };
  if (issue.code === 'unrecognized_keys') return { keys: issue.keys.join(', ') };
  return issue.code === 'custom' ? plainParams(issue.params ?? {}) : {};
};

const tooSmall = (origin: string, minimum: Bound, inclusive: boolean): string => {
  if (origin === 'string') return Number(minimum) === 1 ? 'required' : 'text_too_short';
  if (origin === 'array' || origin === 'set') return 'list_too_short';
  return inclusive ? 'number_too_small' : 'number_must_exceed';
};

const tooBig = (origin: string, inclusive: boolean): string => {
  if (origin === 'string') return 'text_too_long';
  if (origin === 'array' || origin === 'set') return 'list_too_long';
  return inclusive ? 'number_too_big' : 'number_must_be_below';
};

const reasonByCode = (issue: Issue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return isAbsent(issue) ? 'required' : (EXPECTED[issue.expected] ?? 'wrong_type');
    case 'too_small':
      return tooSmall(issue.origin, issue.minimum, issue.inclusive ?? true);
    case 'too_big':
      return tooBig(issue.origin, issue.inclusive ?? true);
    case 'invalid_format':
      return issue.format === 'uuid' || issue.format === 'guid' ? 'id_malformed' : 'format_wrong';
    case 'unrecognized_keys':
      return 'unknown_field';
    case 'invalid_value':
      return 'choice_unknown';
    case 'invalid_union':
      return 'wrong_type';
    default:
      return 'not_valid';
  }
};

// What a union refused is told by the first branch that got past the type of the value.
const telling = (issue: Issue): Issue | undefined =>
  issue.code === 'invalid_union'
    ? issue.errors.flat().find(({ code, path }) => code !== 'invalid_type' && path.length === 0)
    : undefined;

/** The stable reason of any zod issue: its message when that is a reason code, else the one that fits its kind. */
export const reasonOf = (issue: Issue): Reason => {
  if (IS_CODE.test(issue.message)) return { reason: issue.message, params: paramsOf(issue) };
  const inner = telling(issue);
  return inner === undefined ? { reason: reasonByCode(issue), params: paramsOf(issue) } : reasonOf(inner);
};

const faultAt = (path: readonly PropertyKey[], { reason, params }: Reason): FieldFault => ({
  field: path.map(String).join('.'),
  reason,
  ...(Object.keys(params).length > 0 && { params }),
});

/** What is wrong with each field of an input that zod refused; an unknown field is named itself. */
export const faultsOf = (error: { readonly issues: readonly Issue[] }): FieldFault[] =>
  error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => faultAt([...issue.path, key], { reason: 'unknown_field', params: {} }))
      : [faultAt(issue.path, reasonOf(issue))],
  );
