import { zId, zInput, zOptional } from '@mahalleh/kernel';
import * as z from 'zod';

/** Whose ground: a neighbourhood's, a problem's, or with neither the reader's own when they have just one. */
export const OneGround = zInput({ unitId: zOptional(zId('unit')), problemId: zOptional(zId('problem')) });

/** What a map of a neighbourhood is drawn on. `unit` is null when no one neighbourhood is meant. */
export const zGround = z.object({
  unit: z
    .object({
      id: z.string(),
      kind: z.string(),
      nameFa: z.string(),
      nameEn: z.string().nullable(),
      latitude: z.number().nullable(),
      longitude: z.number().nullable(),
      boundaryGeojson: z.string().nullable(),
    })
    .nullable(),
  landmarks: z.array(
    z.object({
      id: z.string(),
      is: z.enum(['base', 'capacity']),
      kind: z.string(),
      name: z.string(),
      latitude: z.number(),
      longitude: z.number(),
      isHouse: z.boolean(),
      isLead: z.boolean(),
    }),
  ),
});
