import type { Fields, TemplateElement } from '../document/template-document.ts';
import { kindNamed } from '../kinds/index.ts';
import { inOrder, type Projection } from '../project/index.ts';
import type { DraftState } from './draft-state.ts';

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Whether somebody changed this field: against what was made of it before, or, where that is not known, whether it is words. */
const isEdited = (old: TemplateElement, field: string, before: Fields | undefined): boolean =>
  before
    ? !isSame(old.fields[field], before[field])
    : (kindNamed(old.kind)?.texts.includes(field) ?? false) || field.startsWith('expected');

/**
 * The draft over what the neighbourhood is now: what was reworded stays reworded, field by field; what was written by hand stays; what
 * is no longer there is gone; what is new comes. Decisions stay with the words that they were about.
 */
export const carriedOver = (
  state: DraftState,
  projection: Projection,
): Pick<DraftState, 'projected' | 'elements' | 'leftOut' | 'removed'> => {
  const before = new Map(state.projected.map((element) => [element.id, element.fields]));
  const old = new Map(state.elements.map((element) => [element.id, element]));
  const made = projection.elements.map(({ id, kind, fields }): TemplateElement => {
    const was = old.get(id);
    if (!was) return { id, kind, fields };
    const known = before.get(id);
    return {
      ...{ id, kind },
      fields: Object.fromEntries(
        Object.entries(fields).map(([field, value]) => [
          field,
          field in was.fields && isEdited(was, field, known) ? (was.fields[field] ?? null) : value,
        ]),
      ),
    };
  });
  const there = new Set(made.map(({ id }) => id));
  const byHand = state.elements.filter(({ id }) => !before.has(id) && !there.has(id));
  // A version that was written without the neighbourhood: what is there is offered, and comes in by choice alone.
  const isWrittenApart = state.elements.length > 0 && state.projected.length === 0;
  const offered = isWrittenApart ? projection.elements.map(({ id }) => id) : projection.leftOut;
  const leftOut = [...state.leftOut, ...offered.filter((id) => !old.has(id))];
  const elements = inOrder([...made, ...byHand]);
  const ids = new Set(elements.map(({ id }) => id));
  return {
    ...{ elements, projected: projection.elements, removed: projection.removed },
    leftOut: leftOut.filter((id) => ids.has(id)),
  };
};

/** The elements that no record of the neighbourhood stands behind: written by hand, or taken in from elsewhere. */
export const byHandIn = ({ elements, projected }: Pick<DraftState, 'elements' | 'projected'>): Set<string> => {
  const made = new Set(projected.map(({ id }) => id));
  return new Set(elements.filter(({ id }) => !made.has(id)).map(({ id }) => id));
};
