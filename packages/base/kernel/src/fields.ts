import * as z from 'zod';
import { JALALI_YEARS, readClock, readDate, type CivilDate } from './time.ts';
import { latinDigits, parseNumber } from './digits.ts';
import { MAX_RIAL } from './money.ts';
import { normaliseLines, normaliseText, personalNumberIn } from './text.ts';

type Raised = { readonly input?: unknown };

/** The reason for what is absent, else the given one. */
const absentOr =
  (reason: string) =>
  ({ input }: Raised): string =>
    input === undefined || input === null ? 'required' : reason;

const zText = (spell: (text: string) => string, max: number) =>
  z
    .string({ error: absentOr('text_expected') })
    .overwrite(spell)
    .min(1, { error: 'required', abort: true })
    .max(max, { error: 'text_too_long' });

const holdsNoPersonalNumber = (text: string): boolean => personalNumberIn(text) === undefined;

/** A name on one line, in one spelling. Fails: `required`, `text_expected`, `text_too_long`. */
export const zName = (max = 120) => zText(normaliseText, max);

/** Free text on one line, without numbers of persons. Fails: as `zName`, `personal_number_in_text`. */
export const zTitle = (max = 200) =>
  zText(normaliseText, max).refine(holdsNoPersonalNumber, { error: 'personal_number_in_text' });

/** Free text on many lines, without numbers of persons. Fails: as `zTitle`. */
export const zNote = (max = 4000) =>
  zText(normaliseLines, max).refine(holdsNoPersonalNumber, { error: 'personal_number_in_text' });

/** The smallest and largest value that a number field takes, both included. */
export type Bounds = { readonly min?: number; readonly max?: number };

const numberTyped = (issues: { addIssue(issue: { code: 'custom'; message: string }): void }, text: string): number => {
  const value = parseNumber(text);
  if (value !== undefined) return value;
  issues.addIssue({ code: 'custom', message: text.trim() === '' ? 'required' : 'number_expected' });
  return z.NEVER;
};

const zTyped = () =>
  z
    .union([z.number(), z.string()], { error: absentOr('number_expected') })
    .transform((typed, issues) => (typeof typed === 'number' ? typed : numberTyped(issues, typed)));

/** A whole number, given as one or typed in any digits. Fails: `required`, `number_expected`, `integer_expected`, `number_too_small`, `number_too_big`. */
export const zCount = ({ min = 0, max = Number.MAX_SAFE_INTEGER }: Bounds = {}) =>
  zTyped().pipe(
    z
      .number()
      .refine(Number.isInteger, { error: 'integer_expected', abort: true })
      .min(min, { error: 'number_too_small' })
      .max(max, { error: 'number_too_big' }),
  );

/** A number with a fraction, given as one or typed in any digits. Fails: as `zCount`, but for `integer_expected`. */
export const zDecimal = ({ min = -Number.MAX_VALUE, max = Number.MAX_VALUE }: Bounds = {}) =>
  zTyped().pipe(z.number().min(min, { error: 'number_too_small' }).max(max, { error: 'number_too_big' }));

/** An amount of money. Unit: whole rials. Fails: as `zCount`. */
export const zRial = zCount({ min: 0, max: MAX_RIAL });

/** The place of a change in the row of changes of one record, from 1. Fails: as `zCount`. */
export const zRevision = zCount({ min: 1 });

type Span = readonly [number, number];
const NORTHWARD: Span = [24, 40.5];
const EASTWARD: Span = [43, 64];

const zWithin = ([min, max]: Span, [otherMin, otherMax]: Span) => {
  // In Iran no latitude is also a longitude: what would be right for the other one was put into the wrong field.
  const error = ({ input }: Raised): string =>
    Number(input) >= otherMin && Number(input) <= otherMax ? 'coordinates_swapped' : 'coordinates_outside';
  return zTyped().pipe(z.number().min(min, { error }).max(max, { error }));
};

/** A latitude in Iran. Unit: degrees north. Fails: `required`, `number_expected`, `coordinates_swapped`, `coordinates_outside`. */
export const zLatitude = zWithin(NORTHWARD, EASTWARD);

/** A longitude in Iran. Unit: degrees east. Fails: as `zLatitude`. */
export const zLongitude = zWithin(EASTWARD, NORTHWARD);

const isoWhenRead = (typed: string): string => {
  const read = readDate(typed);
  return 'date' in read ? read.date : typed.trim();
};

/** The cast is safe: whatever passes has been rewritten to, or was, the stored form of a day. */
const asCivilDate = (schema: z.ZodString) => schema as unknown as z.ZodType<CivilDate, string>;

/** A day, typed as Jalali or Gregorian in any digits. Shape: `YYYY-MM-DD`. Fails: `required`, `date_not_understood`, `date_does_not_exist`, `date_out_of_range`. */
export const zCivilDate = asCivilDate(
  z
    .string({ error: absentOr('date_not_understood') })
    .overwrite(isoWhenRead)
    .min(1, { error: 'required', abort: true })
    .superRefine((text, issues) => {
      const read = readDate(text);
      if ('date' in read) return;
      const isOutOfRange = read.fault === 'date_out_of_range';
      issues.addIssue({ code: 'custom', message: read.fault, ...(isOutOfRange && { params: JALALI_YEARS }) });
    }),
);

/** A time of day, typed in any digits. Unit: minutes from midnight, 0 to 1440. Fails: `required`, `clock_not_understood`. */
export const zClock = z
  .string({ error: absentOr('clock_not_understood') })
  .trim()
  .min(1, { error: 'required', abort: true })
  .transform((typed, issues) => {
    const minutes = readClock(typed);
    if (minutes !== undefined) return minutes;
    issues.addIssue({ code: 'custom', message: 'clock_not_understood' });
    return z.NEVER;
  });

const EMAIL =
  /^[a-z0-9_%+-]+(?:\.[a-z0-9_%+-]+)*@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*\.[a-z]{2,}$/;

/** An e-mail address in lower case. Fails: `required`, `text_expected`, `text_too_long`, `email_malformed`. */
export const zEmail = zText((typed) => latinDigits(normaliseText(typed)).toLowerCase(), 254).regex(EMAIL, {
  error: 'email_malformed',
});

const homeForm = (typed: string): string =>
  latinDigits(normaliseText(typed))
    .replace(/[\s().\u2010-\u2015\u2212\u200c-]/g, '')
    .replace(/^(?:\+|00)98/, '0')
    .replace(/^98(?=9\d{9}$)/, '0')
    .replace(/^00(?=9\d{9}$)/, '0')
    .replace(/^(?=9\d{9}$)/, '0');

/** An Iranian mobile number. Shape: `09121234567`. Fails: `required`, `text_expected`, `mobile_malformed`. */
export const zMobile = zText(homeForm, 40).regex(/^09\d{9}$/, { error: 'mobile_malformed' });

const YES = ['true', 'on', '1', 'yes'] as const;
const NO = ['false', 'off', '0', 'no'] as const;

/** A yes or no, as JSON or as a form sends it. Fails: `required`, `flag_expected`. */
export const zFlag = z
  .union([z.boolean(), z.enum([...YES, ...NO])], { error: absentOr('flag_expected') })
  .transform((given) => given === true || YES.some((word) => word === given))
  .pipe(z.boolean());

const blankAsAbsent = (given: unknown): unknown =>
  typeof given === 'string' && given.trim() === '' ? undefined : given;

/** The cast is safe: blank text, which `T` may not take, is taken before it. */
const orBlank = <T extends z.ZodType>(schema: z.ZodType) =>
  schema as z.ZodType<z.output<T> | undefined, z.input<T> | '' | undefined>;

/** The field that may be left out, or left blank in a form; both are no answer. Fails: as the field, but for `required`. */
export const zOptional = <T extends z.ZodType>(field: T) =>
  orBlank<T>(z.preprocess(blankAsAbsent, field.optional())).optional();

/** The whole input of a command or query: these fields and no others. Fails: `object_expected`, `unknown_field`. */
export const zInput = <S extends z.ZodRawShape>(shape: S) =>
  z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? 'unknown_field' : 'object_expected'),
  });
