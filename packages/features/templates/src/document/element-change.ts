import * as z from 'zod';
import { FieldValue, TemplateElement, zElementId } from './template-document.ts';

/**
 * What an adopter did differently, as it is proposed to the publisher: a field that says something else, an element that was
 * given up, or one that was added. `key` names it within its proposal.
 */
export const ElementChange = z.discriminatedUnion('change', [
  z.strictObject({
    change: z.literal('changed'),
    key: z.string().max(90),
    elementId: zElementId,
    kind: z.string().max(40),
    field: z.string().max(40),
    from: FieldValue,
    to: FieldValue,
  }),
  z.strictObject({
    change: z.literal('dropped'),
    key: z.string().max(90),
    elementId: zElementId,
    kind: z.string().max(40),
  }),
  z.strictObject({ change: z.literal('added'), key: z.string().max(90), element: TemplateElement }),
]);
/** What an adopter did differently. */
export type ElementChange = z.infer<typeof ElementChange>;
