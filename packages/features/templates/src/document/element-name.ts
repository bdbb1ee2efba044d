import { kindNamed } from '../kinds/index.ts';
import type { TemplateElement } from './template-document.ts';

type Elements = ReadonlyMap<string, TemplateElement>;

const namesOfReferences = ({ kind, fields }: TemplateElement, byId: Elements, depth: number): string =>
  Object.keys(kindNamed(kind)?.refs ?? {})
    .flatMap((name) => {
      const to = fields[name];
      const found = typeof to === 'string' ? byId.get(to) : undefined;
      return found && depth < 3 ? [nameBelow(found, byId, depth + 1)] : [];
    })
    .join(' – ');

const nameBelow = (element: TemplateElement, byId: Elements, depth: number): string => {
  const known = kindNamed(element.kind);
  // A duty and a link have no words of their own: they are called by what they join.
  const own = known && known.texts.includes(known.name) ? element.fields[known.name] : undefined;
  const guessed = known ? undefined : (element.fields['title'] ?? element.fields['titleFa']);
  const name = own ?? guessed;
  return typeof name === 'string' ? name : namesOfReferences(element, byId, depth);
};

/** Elements by their ids. */
export const elementsById = (elements: readonly TemplateElement[]): Elements =>
  new Map(elements.map((element) => [element.id, element]));

/** What an element is called: by its own words, or by what it joins; empty when it has neither. */
export const nameOf = (element: TemplateElement, byId: Elements): string => nameBelow(element, byId, 0);
