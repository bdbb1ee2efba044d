import { IndicatorDefinition } from '@mahalleh/indicators/model';
import { zId, zInput } from '@mahalleh/kernel';
import * as z from 'zod';

/** Input of the effect of an operation. */
export const ReadEffect = zInput({ operationId: zId('operation') });

const zChange = z.object({ before: z.number(), after: z.number(), change: z.number() });
const zCourse = z.array(z.object({ period: z.string(), value: z.number().nullable() }));

/** Why nothing is said: it measures nothing, has not ended, or nothing was measured before it or after it. */
export const WHY_NO_EFFECT = ['no_indicator', 'not_ended', 'once', 'nothing_before', 'nothing_after'] as const;

/** What changed with an operation, beside neighbourhoods that were not treated; never that it was the cause. */
export const OperationEffect = z.object({
  indicator: IndicatorDefinition.nullable(),
  why: z.enum(WHY_NO_EFFECT).nullable(),
  from: z.string(),
  to: z.string().nullable(),
  windows: z.object({ before: z.array(z.string()), after: z.array(z.string()) }),
  course: zCourse,
  /** The middle of the others, period by period. */
  beside: zCourse,
  effect: z
    .object({
      here: zChange,
      beside: z.object({
        n: z.number(),
        before: z.number().nullable(),
        after: z.number().nullable(),
        change: z.number().nullable(),
      }),
      difference: z.number().nullable(),
      range: z.object({ least: z.number(), most: z.number(), likelihood: z.number() }).nullable(),
      asFar: z.number(),
    })
    .nullable(),
  /** Whether the others lie in the same county; else in the whole province. */
  isSameCounty: z.boolean(),
  /** Those of the others that the reader may see, by name. */
  others: z.array(z.object({ id: z.string(), nameFa: z.string(), nameEn: z.string().nullable(), change: z.number() })),
});
/** What changed with an operation. */
export type OperationEffect = z.infer<typeof OperationEffect>;
