import * as z from 'zod';
import { MOST, zElementId } from './template-document.ts';

/**
 * What an adopter did differently, as it is proposed to the publisher: a field that says something else, an element that was
 * given up, or one that was added (`elementId` is minted for it). `key` names it within its proposal: `elementId.field`, or
 * `elementId`. Values are JSON texts: of the field, or for what was added, of all fields; null where there is none.
 */
export const ElementChange = z.strictObject({
  change: z.enum(['changed', 'dropped', 'added']).describe('A field, an element given up, or an element added'),
  key: z.string().max(90).describe('What names it within the proposal'),
  elementId: zElementId.describe('The element'),
  kind: z.string().max(40).describe('Its kind'),
  field: z.string().max(40).nullable().describe('The field'),
  from: z
    .string()
    .max(MOST.text * 2)
    .nullable()
    .describe('What the version says (JSON)'),
  to: z.string().max(60_000).nullable().describe('What is proposed (JSON)'),
});
/** What an adopter did differently. */
export type ElementChange = z.infer<typeof ElementChange>;
