import type { ElementChange, Fields, FieldValue, TemplateElement } from '@mahalleh/templates/document';
import { kindNamed } from '@mahalleh/templates/kinds';
import { isAlike, refsIn, unitOf, WHEN } from '../merge/index.ts';
import type { ImprovementRead } from '../upgrade-model.ts';

/** The elements that a next version is built on. */
export type Ground = { readonly elements: readonly TemplateElement[]; readonly leftOut: readonly string[] };
/** How a proposed change meets the template as it is now. */
export type Fit = ImprovementRead['items'][number]['fit'];

/** The fields that a change says. */
export const fieldsSaid = (field: string, text: string | null): Fields => {
  const value = JSON.parse(text ?? 'null') as FieldValue | Fields;
  return field === WHEN && value !== null && typeof value === 'object' && !Array.isArray(value)
    ? value
    : { [field]: value as FieldValue };
};

const unitText = (fields: Fields, unit: string): string => {
  const said = Object.fromEntries(Object.entries(fields).filter(([field]) => unitOf(field) === unit));
  return JSON.stringify(unit === WHEN ? said : (said[unit] ?? null));
};

/** How each change fits, and what the template says in its place now. `taken`: keys of the changes that are taken in together. */
export const fitsOf = (
  changes: readonly ElementChange[],
  { elements, leftOut }: Ground,
  taken: ReadonlySet<string>,
): ReadonlyMap<string, { readonly fit: Fit; readonly now: string | null }> => {
  const out = new Set(leftOut);
  const there = new Map(elements.filter(({ id }) => !out.has(id)).map((element) => [element.id, element]));
  const comes = new Set(
    changes.flatMap(({ change, elementId, key }) => (change === 'added' && taken.has(key) ? [elementId] : [])),
  );
  const isThere = (id: string): boolean => there.has(id) || comes.has(id);
  const fitOf = ({ change, elementId, field, from, to }: ElementChange): { fit: Fit; now: string | null } => {
    const element = there.get(elementId);
    if (change === 'added') {
      if (element) return { fit: 'there', now: null };
      return { fit: refsIn(JSON.parse(to ?? '{}') as Fields).every(isThere) ? 'fits' : 'dangles', now: null };
    }
    if (change === 'dropped') {
      if (!element) return { fit: 'there', now: null };
      const was = from === null ? element.fields : (JSON.parse(from) as Fields);
      const units = [...new Set([...Object.keys(was), ...Object.keys(element.fields)].map(unitOf))];
      return { fit: units.every((unit) => isAlike(was, element.fields, unit)) ? 'fits' : 'changed', now: null };
    }
    if (!element || field === null) return { fit: 'gone', now: null };
    const now = unitText(element.fields, field);
    const [was, will] = [from, to].map((text) => fieldsSaid(field, text));
    if (will && isAlike(will, element.fields, field)) return { fit: 'there', now };
    if (will && !refsIn(will).every(isThere)) return { fit: 'dangles', now };
    return { fit: was && isAlike(was, element.fields, field) ? 'fits' : 'changed', now };
  };
  return new Map(changes.map((change) => [change.key, fitOf(change)]));
};

/** The elements with these changes taken in, or the key of the one that does not fit. */
export const takenIn = (ground: Ground, changes: readonly ElementChange[]): Ground | { readonly unfit: string } => {
  const fits = fitsOf(changes, ground, new Set(changes.map(({ key }) => key)));
  const elements = new Map(ground.elements.map((element) => [element.id, element]));
  const leftOut = new Set(ground.leftOut);
  for (const { change, key, elementId, kind, field, to } of changes) {
    const fit = fits.get(key)?.fit;
    if (fit === 'gone' || fit === 'dangles') return { unfit: key };
    if (fit === 'there') continue;
    if (change === 'dropped') {
      leftOut.add(elementId);
      continue;
    }
    const before = elements.get(elementId)?.fields ?? {};
    const fields =
      change === 'added' ? (JSON.parse(to ?? '{}') as Fields) : { ...before, ...fieldsSaid(field ?? '', to) };
    const known = kindNamed(kind);
    if (!known?.fields.safeParse(fields).success) return { unfit: key };
    elements.set(elementId, { id: elementId, kind, fields });
    leftOut.delete(elementId);
  }
  return { elements: [...elements.values()], leftOut: [...leftOut] };
};
