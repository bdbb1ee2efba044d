import type { Detail, FieldFault } from '@mahalleh/kernel';
import type { TemplateElement } from './template-document.ts';

/** The most faults that are told of one document. */
export const MOST_FAULTS = 60;

/** What is wrong with the whole document, or with a key of it. */
export const fault = (field: string, reason: string, params?: Detail): FieldFault => ({
  field,
  reason,
  ...(params && { params }),
});

/** What is wrong with a field of an element. Shape of the field: `elements.<id>.<name>`. */
export const elementFault = (
  { id }: Pick<TemplateElement, 'id'>,
  name: string | null,
  reason: string,
  params?: Detail,
): FieldFault => fault(name === null ? `elements.${id}` : `elements.${id}.${name}`, reason, params);
