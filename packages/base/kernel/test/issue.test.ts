import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { faultsOf, KERNEL_REASONS, reasonOf } from '../src/index.ts';

const reasonFor = (schema: z.ZodType, value: unknown) => {
  const parsed = schema.safeParse(value);
  const [issue] = parsed.success ? [] : parsed.error.issues;
  return issue === undefined ? undefined : reasonOf(issue);
};

describe('any zod issue has a stable reason', () => {
  test.each<[string, z.ZodType, unknown, string, object]>([
    ['absent', z.string(), undefined, 'required', {}],
    ['not a text', z.string(), 5, 'text_expected', {}],
    ['not a number', z.number(), 'x', 'number_expected', {}],
    ['not whole', z.int(), 1.5, 'integer_expected', {}],
    ['not a flag', z.boolean(), 'x', 'flag_expected', {}],
    ['not a list', z.array(z.string()), 'x', 'list_expected', {}],
    ['not an object', z.object({}), 'x', 'object_expected', {}],
    ['of another type', z.date(), 'x', 'wrong_type', {}],
    ['empty text', z.string().min(1), '', 'required', { min: 1 }],
    ['short text', z.string().min(3), 'a', 'text_too_short', { min: 3 }],
    ['long text', z.string().max(3), 'abcd', 'text_too_long', { max: 3 }],
    ['small number', z.number().min(3), 2, 'number_too_small', { min: 3 }],
    ['not positive', z.number().positive(), 0, 'number_must_exceed', { min: 0 }],
    ['big number', z.number().max(3), 4, 'number_too_big', { max: 3 }],
    ['not below', z.number().lt(3), 3, 'number_must_be_below', { max: 3 }],
    ['short list', z.array(z.string()).min(1), [], 'list_too_short', { min: 1 }],
    ['long list', z.array(z.string()).max(0), ['a'], 'list_too_long', { max: 0 }],
    ['no uuid', z.uuid(), 'x', 'id_malformed', {}],
    ['wrong form', z.string().regex(/a/), 'x', 'format_wrong', {}],
    ['no choice', z.enum(['a', 'b']), 'c', 'choice_unknown', { choices: 'a, b' }],
    ['extra field', z.strictObject({}), { x: 1 }, 'unknown_field', { keys: 'x' }],
    ['no branch fits', z.union([z.string(), z.number()]), true, 'wrong_type', {}],
    [
      'a branch fits the type but not the value',
      z.union([z.number(), z.enum(['a'])]),
      'b',
      'choice_unknown',
      { choices: 'a' },
    ],
    ['not a multiple', z.number().multipleOf(2), 3, 'not_valid', {}],
    [
      'a rule of its own',
      z.string().refine(() => false, { error: 'mandate_over', params: { days: 3 } }),
      'x',
      'mandate_over',
      { days: 3 },
    ],
    ['a rule without a code', z.string().refine(() => false, { error: 'Not good.' }), 'x', 'not_valid', {}],
  ])('%s', (_, schema, value, reason, params) => {
    expect(reasonFor(schema, value)).toEqual({ reason, params });
  });

  test('faults are told by their path, into lists too', () => {
    const parsed = z
      .object({ seats: z.array(z.strictObject({ title: z.string() })) })
      .safeParse({ seats: [{ title: 'a' }, { title: 1, x: 2 }] });
    expect(parsed.success ? [] : faultsOf(parsed.error)).toEqual([
      { field: 'seats.1.title', reason: 'text_expected' },
      { field: 'seats.1.x', reason: 'unknown_field' },
    ]);
  });
});

describe('the texts of the reasons', () => {
  test.each(Object.entries(KERNEL_REASONS))(
    '%s is said in both languages, each in its own letters',
    (code, { fa, en }) => {
      expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/);
      expect(fa.replace(/\{\w+\}/g, '')).toMatch(/^[^A-Za-zيك0-9]+$/);
      expect(en).toMatch(/^[\x20-\x7e]+$/);
      expect(fa.match(/\{\w+\}/g) ?? []).toEqual(en.match(/\{\w+\}/g) ?? []);
    },
  );
});
