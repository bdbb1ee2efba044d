import * as z from 'zod';

/** What adopting answers: the adoption, and how many elements became what. */
export const Adopted = z.object({
  id: z.string(),
  revision: z.number(),
  landed: z.number(),
  joined: z.number(),
  kept: z.number(),
  leftOut: z.number(),
});

/** What a change of an adoption answers. */
export const AdoptionChanged = z.object({ id: z.string(), revision: z.number() });
