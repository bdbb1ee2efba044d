import { Failure, reasonOf } from '@mahalleh/kernel';
import type * as z from 'zod';

/** Parses a command's or query's input. Fails: invalid, naming every field that is wrong. */
export const parseInput = <T>(schema: z.ZodType<T>, raw: unknown): T => {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => ({
    field: issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''].join('.') : issue.path.join('.'),
    ...reasonOf(issue),
  }));
  throw new Failure('invalid', 'input_invalid', { fields });
};
