import { personalNumberIn } from '@mahalleh/kernel';
import type { TemplateDocument } from '../document/template-document.ts';
import type { LeakRead } from '../review-model.ts';

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u;

const foundIn = (text: string): LeakRead['found'] | undefined =>
  personalNumberIn(text) ?? (EMAIL.test(text) ? 'email' : undefined);

const leak = (elementId: string | null, field: string, value: unknown): LeakRead[] => {
  const text = Array.isArray(value) ? value.join('\n') : value;
  const found = typeof text === 'string' ? foundIn(text) : undefined;
  return found === undefined ? [] : [{ elementId, field, found }];
};

// What names another element, or a key or digest, is no text that anybody wrote.
const isWritten = (name: string): boolean => !/(?:Ref|Refs|^attachment|^key)$/.test(name);

/** Every text of a document in which a number of a person or an e-mail address stands: looked through again where it is signed, in kinds that are not known too. */
export const leaksIn = ({ title, summary, changes, tags, credits, elements }: TemplateDocument): LeakRead[] => [
  ...Object.entries({ title, summary, changes, tags }).flatMap(([field, value]) => leak(null, field, value)),
  ...credits.flatMap(({ note }) => leak(null, 'credits', note)),
  ...elements.flatMap(({ id, fields }) =>
    Object.entries(fields).flatMap(([name, value]) => (isWritten(name) ? leak(id, name, value) : [])),
  ),
];
