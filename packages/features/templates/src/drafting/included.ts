import { formulaNames, parseFormula } from '@mahalleh/indicators/formula';
import { referencesOf } from '../document/check-references.ts';
import type { Fields, TemplateElement } from '../document/template-document.ts';
import { kindNamed } from '../kinds/index.ts';

type Elements = ReadonlyMap<string, TemplateElement>;

/** Whether a reference can be none: one that cannot takes its element with it. */
const isMust = (kind: string, field: string): boolean => {
  const shape = kindNamed(kind)?.fields.shape[field];
  return field.endsWith('Ref') && shape !== undefined && !shape.safeParse(null).success;
};

const formulaParts = ({ kind, fields }: TemplateElement, elements: readonly TemplateElement[]): string[] => {
  const { formula } = fields;
  if (kind !== 'indicator' || typeof formula !== 'string') return [];
  const read = parseFormula(formula);
  if ('fault' in read) return [];
  const names = new Set<string>(formulaNames(read.formula).indicators);
  return elements.filter((one) => one.kind === 'indicator' && names.has(String(one.fields['key']))).map(({ id }) => id);
};

/** The elements that one cannot be without: a task its operation, role and domain. */
export const needsOf = (element: TemplateElement, elements: readonly TemplateElement[]): string[] => [
  ...referencesOf(element)
    .filter(({ name }) => isMust(element.kind, name))
    .map(({ to }) => to),
  ...formulaParts(element, elements),
];

/** These elements with all that they need, however far. */
export const withNeeds = (ids: readonly string[], elements: readonly TemplateElement[]): Set<string> => {
  const byId: Elements = new Map(elements.map((element) => [element.id, element]));
  const all = new Set<string>();
  const open = [...ids];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const element = byId.get(id);
    if (!element || all.has(id)) continue;
    all.add(id);
    open.push(...needsOf(element, elements));
  }
  return all;
};

const withoutMissing = (element: TemplateElement, there: ReadonlySet<string>): TemplateElement => {
  const fields: Fields = Object.fromEntries(
    Object.entries(element.fields).map(([name, value]) => {
      if (name.endsWith('Ref') && typeof value === 'string' && !there.has(value)) return [name, null];
      if (name.endsWith('Refs') && Array.isArray(value)) return [name, value.filter((id) => there.has(id))];
      return [name, value];
    }),
  );
  return { ...element, fields };
};

/** What is only there because something else refers to it. */
const FOR_OTHERS: ReadonlySet<string> = new Set(['domain', 'role', 'agency']);

/**
 * The elements that are published: without those left out, those that cannot be without one, and domains, roles and bodies that
 * nothing refers to any more (`own`: written by hand, and kept). References to what is not there are none.
 */
export const includedOf = (
  elements: readonly TemplateElement[],
  leftOut: readonly string[],
  own: ReadonlySet<string> = new Set(),
): TemplateElement[] => {
  const there = new Set(elements.map(({ id }) => id));
  for (const id of leftOut) there.delete(id);
  const needs = elements.map((element) => ({ element, needs: needsOf(element, elements) }));
  for (let isShrinking = true; isShrinking;) {
    isShrinking = false;
    for (const { element, needs: needed } of needs)
      if (there.has(element.id) && needed.some((id) => !there.has(id))) isShrinking = there.delete(element.id);
  }
  for (let isShrinking = true; isShrinking;) {
    isShrinking = false;
    const wanted = new Set(
      elements.filter(({ id }) => there.has(id)).flatMap((element) => referencesOf(element).map(({ to }) => to)),
    );
    for (const { id, kind } of elements)
      if (there.has(id) && FOR_OTHERS.has(kind) && !wanted.has(id) && !own.has(id)) isShrinking = there.delete(id);
  }
  return elements.filter(({ id }) => there.has(id)).map((element) => withoutMissing(element, there));
};

/** What would be published of a neighbourhood if nobody changed anything: a round trip is compared by it. */
export const publishedAtOnce = ({
  elements,
  leftOut,
}: {
  readonly elements: readonly TemplateElement[];
  readonly leftOut: readonly string[];
}): TemplateElement[] => includedOf(elements, leftOut).map(({ id, kind, fields }) => ({ id, kind, fields }));
