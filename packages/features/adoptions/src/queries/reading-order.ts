import type { TemplateElement } from '@mahalleh/templates/document';
import { kindNamed, PARTS } from '@mahalleh/templates/kinds';
import { wordsOf } from '../landing/landing-model.ts';

const RANK = new Map<string, number>(PARTS.map((part, i) => [part, i]));

/** Elements as they are read: by part, as the document lists them, each task below its operation and each link below its task. */
export const readingOrder = <E extends TemplateElement>(elements: readonly E[]): E[] => {
  const place = new Map(elements.map(({ id }, i) => [id, i]));
  const byId = new Map(elements.map((element) => [element.id, element]));
  const pathOf = (element: E): number[] => {
    const above = wordsOf(element, element.kind === 'link' ? 'taskRef' : 'operationRef');
    const parent = element.kind === 'task' || element.kind === 'link' ? byId.get(above ?? '') : undefined;
    return [...(parent ? pathOf(parent) : []), place.get(element.id) ?? 0];
  };
  const keyed = elements.map((element) => ({
    element,
    key: [RANK.get(kindNamed(element.kind)?.part ?? '') ?? PARTS.length, ...pathOf(element)],
  }));
  const compared = (a: readonly number[], b: readonly number[]): number => {
    const at = a.findIndex((value, i) => value !== b[i]);
    return at < 0 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? -1);
  };
  return keyed.toSorted((a, b) => compared(a.key, b.key)).map(({ element }) => element);
};
