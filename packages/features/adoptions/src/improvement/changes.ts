import { refuse, type Refusal } from '@mahalleh/kernel';
import {
  MOST,
  type ElementChange,
  type Fields,
  type FieldValue,
  type TemplateElement,
} from '@mahalleh/templates/document';
import { kindNamed } from '@mahalleh/templates/kinds';
import { needsOf, partOf, refsIn, WHEN } from '../merge/index.ts';
import { overlayOf, type LocalState } from '../local/index.ts';
import type { OverlayElement } from '../upgrade-model.ts';

const LONGEST = { from: MOST.text * 2, to: 60_000 };

/** The value of a field as a proposal says it: of the three that are one date, all; else the one. */
const valueOf = (unit: string, fields: Fields): Fields | FieldValue =>
  unit === WHEN ? fields : (fields[unit] ?? null);

/** What an element that was added here says to others: without what is of this place alone; undefined when it cannot be said. */
const sayable = (
  { kind, fields }: OverlayElement,
  ids: ReadonlyMap<string, string>,
  role: string | undefined,
): Fields | undefined => {
  const known = kindNamed(kind);
  const said = Object.fromEntries(
    Object.keys(known?.fields.shape ?? {}).map((field): [string, FieldValue] => {
      const value = fields?.[field] ?? null;
      if (field === 'roleRef') return [field, typeof value === 'string' ? value : (role ?? null)];
      if (field.endsWith('Refs')) return [field, Array.isArray(value) ? value.map((id) => ids.get(id) ?? id) : []];
      if (field.endsWith('Ref')) return [field, typeof value === 'string' ? (ids.get(value) ?? value) : null];
      return [field, value];
    }),
  );
  const read = known?.fields.safeParse(said);
  return read?.success ? said : undefined;
};

/** The role that most tasks of an operation have, else of all. */
const likelyRole = (operationId: unknown, base: readonly TemplateElement[]): string | undefined => {
  const tasks = base.filter(({ kind }) => kind === 'task');
  const own = tasks.filter(({ fields }) => fields['operationRef'] === operationId);
  const counts = new Map<string, number>();
  for (const { fields } of own.length > 0 ? own : tasks)
    if (typeof fields['roleRef'] === 'string') counts.set(fields['roleRef'], (counts.get(fields['roleRef']) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
};

/** A change with the elements that stand for records which had none. */
export type Chosen = {
  readonly changes: readonly ElementChange[];
  readonly minted: readonly { readonly elementId: string; readonly kind: string; readonly rowKey: string }[];
};

/** What was added and is needed by what was chosen goes with it. */
const withNeeded = (keys: readonly string[], added: ReadonlyMap<string, OverlayElement>): Set<string> => {
  const chosen = new Set(keys);
  const queue = [...keys];
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    const element = added.get(key);
    for (const id of element?.fields ? refsIn(element.fields) : [])
      if (added.has(id) && !chosen.has(id)) {
        chosen.add(id);
        queue.push(id);
      }
  }
  return chosen;
};

const isUuid = (id: string): boolean => /^[0-9a-f-]{36}$/.test(id);

/** The chosen changes of an overlay, as they are proposed; or the refusal that names what cannot be. */
export const chosenChanges = (state: LocalState, keys: readonly string[], newId: () => string): Chosen | Refusal => {
  const { elements } = overlayOf(state);
  const base = new Map(state.base.map((element) => [element.id, element]));
  const added = new Map(
    elements.filter(({ standing }) => standing === 'added').map((element) => [element.id, element]),
  );
  const wanted = withNeeded(keys, added);
  const known = new Set(
    state.locals.flatMap(({ held, record }) => (record && held.id !== record.rowKey ? [held.id] : [])),
  );
  const ids = new Map([...wanted].flatMap((id) => (added.has(id) && !known.has(id) ? [[id, newId()] as const] : [])));
  const changes: ElementChange[] = [];
  const found = new Set<string>();
  for (const element of elements) {
    const { id, kind, standing, name } = element;
    const about = { kind, from: null, to: null, field: null };
    for (const { field, from, to } of element.changes) {
      const key = `${id}.${field}`;
      if (!wanted.has(key)) continue;
      if (to === null) return refuse('improvement_not_sayable', { detail: { name } });
      found.add(key);
      const texts = [from, to].map((side) => JSON.stringify(valueOf(field, partOf(side, field))));
      changes.push({
        ...about,
        change: 'changed',
        key,
        elementId: id,
        field,
        from: texts[0] ?? null,
        to: texts[1] ?? null,
      });
    }
    if (!wanted.has(id)) continue;
    if (standing === 'dropped') {
      found.add(id);
      const from = JSON.stringify(base.get(id)?.fields ?? {});
      changes.push({
        ...about,
        change: 'dropped',
        key: id,
        elementId: id,
        from: from.length <= LONGEST.from ? from : null,
      });
    }
    if (standing === 'added') {
      found.add(id);
      const role = kind === 'task' ? likelyRole(element.fields?.['operationRef'], state.base) : undefined;
      const fields = sayable(element, ids, role);
      const elementId = ids.get(id) ?? id;
      if (!fields || !isUuid(elementId)) return refuse('improvement_not_sayable', { detail: { name } });
      const reachable = needsOf(kind, fields).every(
        (ref) => base.has(ref) || [...ids.values()].includes(ref) || known.has(ref),
      );
      if (!reachable) return refuse('improvement_not_sayable', { detail: { name } });
      changes.push({ ...about, change: 'added', key: elementId, elementId, to: JSON.stringify(fields) });
    }
    const last = changes.at(-1);
    if (last && (last.from?.length ?? 0) > LONGEST.from) return refuse('improvement_too_long', { detail: { name } });
  }
  if (keys.some((key) => !found.has(key))) return refuse('improvement_change_unknown', { field: 'keys' });
  const minted = [...ids].flatMap(([id, elementId]) => {
    const element = added.get(id);
    return element?.rowKey ? [{ elementId, kind: element.kind, rowKey: element.rowKey }] : [];
  });
  return { changes, minted };
};

/** The elements of changes with nothing but what is newly said, for whoever looks through it before it is read by others. */
export const newWords = (changes: readonly ElementChange[]): TemplateElement[] =>
  changes.flatMap(({ change, elementId, kind, field, to }): TemplateElement[] => {
    if (to === null) return [];
    const value = JSON.parse(to) as Fields & FieldValue;
    if (change === 'added') return [{ id: elementId, kind, fields: value }];
    return field === null || field === WHEN ? [] : [{ id: elementId, kind, fields: { [field]: value } }];
  });
