import type { FieldFault } from '@mahalleh/kernel';
import { kindNamed } from '../kinds/index.ts';
import { elementFault } from './faults.ts';
import type { TemplateDocument, TemplateElement } from './template-document.ts';

type Elements = ReadonlyMap<string, TemplateElement>;

/** The fields of an element that refer to others, by their names: those of kinds and fields that are not known here too. */
export const referencesOf = ({ fields }: TemplateElement): readonly { readonly name: string; readonly to: string }[] =>
  Object.entries(fields).flatMap(([name, value]) => {
    if (name.endsWith('Ref') && typeof value === 'string') return [{ name, to: value }];
    if (name.endsWith('Refs') && Array.isArray(value)) return value.map((to) => ({ name, to }));
    return [];
  });

const referenceFaults = (element: TemplateElement, byId: Elements): FieldFault[] =>
  referencesOf(element).flatMap(({ name, to }) => {
    const found = byId.get(to);
    if (!found) return [elementFault(element, name, 'template_reference_missing', { id: to })];
    const kinds = kindNamed(element.kind)?.refs[name];
    return kinds && !kinds.includes(found.kind)
      ? [elementFault(element, name, 'template_reference_kind', { kind: found.kind, kinds: kinds.join(', ') })]
      : [];
  });

/** The nodes of a directed graph that lie on a circle or lead into one. */
export const inCircles = (edges: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> => {
  const waits = new Map<string, number>();
  const freed = new Map<string, string[]>();
  for (const [from, tos] of edges) {
    waits.set(from, tos.length);
    for (const to of tos) freed.set(to, [...(freed.get(to) ?? []), from]);
  }
  const open = [...freed.keys()].filter((node) => !waits.get(node));
  for (let node = open.pop(); node !== undefined; node = open.pop())
    for (const next of freed.get(node) ?? []) {
      const left = (waits.get(next) ?? 0) - 1;
      waits.set(next, left);
      if (left === 0) open.push(next);
    }
  return new Set([...waits].filter(([, left]) => left > 0).map(([node]) => node));
};

const idIn = ({ fields }: TemplateElement, name: string): string | null => {
  const value = fields[name];
  return typeof value === 'string' ? value : null;
};

/** What an element waits for or lies below: of another kind nothing, so that each kind is a graph of its own. */
const waitsOf = (elements: readonly TemplateElement[]): Map<string, { to: string; element: TemplateElement }[]> => {
  const edges = new Map<string, { to: string; element: TemplateElement }[]>();
  const add = (from: string | null, to: string | null, element: TemplateElement): void => {
    if (from !== null && to !== null) edges.set(from, [...(edges.get(from) ?? []), { to, element }]);
  };
  for (const element of elements) {
    add(element.id, idIn(element, 'parentRef'), element);
    add(element.id, idIn(element, 'startAfterRef'), element);
    if (element.kind === 'link') add(idIn(element, 'taskRef'), idIn(element, 'afterRef'), element);
  }
  return edges;
};

const circleFaults = (elements: readonly TemplateElement[]): FieldFault[] => {
  const edges = waitsOf(elements);
  const circles = inCircles(new Map([...edges].map(([from, tos]) => [from, tos.map(({ to }) => to)])));
  const fieldOf = ({ kind, fields }: TemplateElement): string => {
    if (kind === 'link') return 'afterRef';
    return typeof fields['parentRef'] === 'string' ? 'parentRef' : 'startAfterRef';
  };
  return [...circles].flatMap((from) =>
    (edges.get(from) ?? [])
      .filter(({ to }) => circles.has(to))
      .map(({ element }) => elementFault(element, fieldOf(element), 'template_circle')),
  );
};

/** What is wrong with how elements refer to one another: ids that stand twice, what is missing, what is of another kind, what waits for itself. */
export const checkReferences = ({ elements }: Pick<TemplateDocument, 'elements'>): FieldFault[] => {
  const byId = new Map<string, TemplateElement>();
  const twice: FieldFault[] = [];
  for (const element of elements) {
    if (byId.has(element.id)) twice.push(elementFault(element, null, 'template_id_twice'));
    byId.set(element.id, element);
  }
  return [...twice, ...elements.flatMap((element) => referenceFaults(element, byId)), ...circleFaults(elements)];
};
