import type { TemplateElement } from '../document/template-document.ts';
import { kindNamed } from '../kinds/index.ts';
import { findLeaks, MUST_GO, type Finding, type NameIndex, type TextField } from '../leaks/index.ts';
import type { DraftState } from './draft-state.ts';

/** The texts of an element that people read. Of a kind that is not known here, all of them. */
export const textsOf = ({ id, kind, fields }: TemplateElement): TextField[] => {
  const texts =
    kindNamed(kind)?.texts ?? Object.keys(fields).filter((name) => !name.endsWith('Ref') && !name.endsWith('Refs'));
  return texts.flatMap((field): TextField[] => {
    const value = fields[field];
    if (typeof value === 'string') return [{ elementId: id, field, item: null, text: value }];
    if (Array.isArray(value)) return value.map((text, item) => ({ elementId: id, field, item, text }));
    return [];
  });
};

/** The texts of the draft itself, and of what is attached to it. */
const ownTexts = ({ title, summary, changes, tags, photos, credits }: DraftState): TextField[] => [
  ...Object.entries({ title, summary, changes }).map(([field, text]) => ({ elementId: null, field, item: null, text })),
  ...tags.map((text, item) => ({ elementId: null, field: 'tags', item, text })),
  ...photos.map((photo) => ({ elementId: photo.id, field: 'title', item: null, text: photo.title })),
  ...credits.map(({ note }, item) => ({ elementId: null, field: 'credits', item, text: note })),
];

/** Everything that is found in what would be published. */
export const findingsIn = (
  state: DraftState,
  included: readonly TemplateElement[],
  names: NameIndex,
): (Finding & { readonly isKept: boolean })[] =>
  findLeaks([...ownTexts(state), ...included.flatMap(textsOf)], names).map((finding) => ({
    ...finding,
    // A decision never holds for what must go, whoever wrote it into the row.
    isKept: state.decisions[finding.key]?.how === 'kept' && !MUST_GO.has(finding.kind),
  }));
