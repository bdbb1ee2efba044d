import type { Fields } from '@mahalleh/templates/document';
import type { Local, LocalState } from '../local/index.ts';
import type { Follow, Stay } from '../merge/index.ts';

/** What an element of the template is here: its record or choice; null: nothing; undefined: it is still to be said. */
export type Here = (elementId: string) => string | null | undefined;

/** An element with a record here and what of it would change, in the words of the template. */
export type ChangedElement = {
  readonly id: string;
  readonly kind: string;
  readonly local: Local;
  readonly said: Fields;
};

/** What is forbidden, by the key of the change. */
export type Forbidden = readonly (readonly [key: string, why: Stay['why']])[];

/** The elements of which something would change, in the order of their ids. */
export const changedElements = ({ locals }: LocalState, follows: readonly Follow[]): ChangedElement[] => {
  const said = new Map<string, Fields>();
  for (const { id, to } of follows) said.set(id, { ...said.get(id), ...to });
  return locals
    .flatMap((local): ChangedElement[] => {
      const { id, kind } = local.held;
      const fields = said.get(id);
      return fields && local.record ? [{ id, kind, local, said: fields }] : [];
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
};

/** The changes of an element that are forbidden, of those fields that would change. */
export const forbid = ({ id, said }: ChangedElement, fields: readonly string[], why: Stay['why']): Forbidden =>
  fields.filter((field) => Object.hasOwn(said, field)).map((field) => [`${id}.${field}`, why] as const);

/** What a reference would be here; what is not to change is as it is. */
export const refAfter = ({ local, said }: ChangedElement, field: string, here: Here): string | null | undefined => {
  if (!Object.hasOwn(said, field)) return typeof local.now[field] === 'string' ? local.now[field] : null;
  const to = said[field];
  return typeof to === 'string' ? here(to) : null;
};
