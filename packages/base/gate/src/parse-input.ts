import { Failure, faultsOf } from '@mahalleh/kernel';
import type * as z from 'zod';

/** Parses a command's or query's input. Fails: invalid, naming every field that is wrong. */
export const parseInput = <T>(schema: z.ZodType<T>, raw: unknown): T => {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw new Failure('invalid', 'input_invalid', { fields: faultsOf(parsed.error) });
};
