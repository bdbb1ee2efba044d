import { isRefusal, refuse, type FieldFault, type Refusal } from '@mahalleh/kernel';
import type * as z from 'zod';
import type { AddElement, AmendTemplate } from '../draft-inputs.ts';
import { MOST, type Fields, type TemplateElement } from '../document/template-document.ts';
import { kindNamed } from '../kinds/index.ts';
import { withInstead, type NameIndex } from '../leaks/index.ts';
import { inOrder } from '../project/index.ts';
import { byHandIn } from './carry-over.ts';
import { findingsIn } from './draft-findings.ts';
import type { DraftPhoto, DraftState } from './draft-state.ts';
import { includedOf, withNeeds } from './included.ts';
import { mediaIn } from './signed-media.ts';

/** What is changed of a draft. */
export type Amendment = Omit<z.output<typeof AmendTemplate>, 'templateDraftId' | 'revision'>;
/** What a change is decided with. */
export type Amending = {
  readonly names: NameIndex;
  readonly personId: string;
  readonly nowMs: number;
  readonly newId: () => string;
  /** The evidence photos that may be attached, by id. */
  readonly attachable: ReadonlySet<string>;
};

type Step = (state: DraftState, change: Amendment, amending: Amending) => DraftState | Refusal;

const mapElement = (
  state: DraftState,
  id: string,
  change: (element: TemplateElement) => Fields | Refusal,
): DraftState | Refusal => {
  const element = state.elements.find((one) => one.id === id);
  if (!element) return refuse('element_unknown', { field: 'elementId' });
  const fields = change(element);
  if (isRefusal(fields)) return fields;
  const read = kindNamed(element.kind)?.fields.safeParse(fields);
  if (read && !read.success)
    return refuse('element_text_wrong', { field: String(read.error.issues[0]?.path[0] ?? '') });
  return { ...state, elements: state.elements.map((one) => (one.id === id ? { ...element, fields } : one)) };
};

const each = <T>(
  state: DraftState,
  items: readonly T[] | undefined,
  change: (state: DraftState, item: T) => DraftState | Refusal,
): DraftState | Refusal => {
  let next: DraftState = state;
  for (const item of items ?? []) {
    const changed = change(next, item);
    if (isRefusal(changed)) return changed;
    next = changed;
  }
  return next;
};

const sayWhole: Step = (state, { title, summary, changes, tags }) => ({
  ...state,
  title: title ?? state.title,
  summary: summary ?? state.summary,
  changes: changes ?? state.changes,
  tags: tags ? [...new Set(tags)] : state.tags,
});

const choose: Step = (state, { leaveOut = [], takeIn = [], leaveOutParts = [], takeInParts = [] }) => {
  const ofParts = (parts: readonly string[]) =>
    state.elements.filter(({ kind }) => parts.includes(kindNamed(kind)?.part ?? '')).map(({ id }) => id);
  const known = new Set(state.elements.map(({ id }) => id));
  const unknown = [...leaveOut, ...takeIn].some((id) => !known.has(id));
  if (unknown) return refuse('element_unknown', { field: 'takeIn' });
  const out = new Set([...state.leftOut, ...leaveOut, ...ofParts(leaveOutParts)]);
  for (const id of withNeeds([...takeIn, ...ofParts(takeInParts)], state.elements)) out.delete(id);
  return { ...state, leftOut: [...out] };
};

const reworded = (
  element: TemplateElement,
  field: string,
  item: number | undefined,
  text: string,
): Fields | Refusal => {
  if (!kindNamed(element.kind)?.texts.includes(field)) return refuse('element_text_wrong', { field });
  const value = element.fields[field];
  if (!Array.isArray(value)) return { ...element.fields, [field]: text === '' ? null : text };
  const list = item === undefined ? [...value, text] : value.map((old, at) => (at === item ? text : old));
  return { ...element.fields, [field]: list.filter((one) => one !== '') };
};

const reword: Step = (state, { reword: changes }) =>
  each(state, changes, (next, { elementId, field, item, text }) =>
    mapElement(next, elementId, (element) => reworded(element, field, item, text)),
  );

const promise: Step = (state, { promise: changes }) =>
  each(state, changes, (next, { elementId, expectedChange = null, expectedMonths = null }) =>
    mapElement(next, elementId, (element): Fields | Refusal =>
      element.kind === 'indicator'
        ? { ...element.fields, expectedChange, expectedMonths: expectedChange === null ? null : expectedMonths }
        : refuse('element_unknown', { field: 'elementId' }),
    ),
  );

type Added = z.output<typeof AddElement>;
const fieldsAdded = ({ kind, title, ...given }: Added): Fields => {
  const text = given.text ?? null;
  switch (kind) {
    case 'terms':
      return { title, forRef: given.forRef ?? null, text: text ?? title };
    case 'lesson':
      return { title, text: text ?? title };
    case 'capacity':
      return {
        ...{ title, capacityKind: given.capacityKind ?? 'place', note: text, quantity: given.quantity ?? null },
        domainRefs: given.domainRef ? [given.domainRef] : [],
      };
    case 'role':
      return { titleFa: title, titleEn: null, office: given.office ?? null, duty: text };
  }
};

const addByHand: Step = (state, { add, remove = [] }, { newId }) => {
  const hand = byHandIn(state);
  if (remove.some((id) => !hand.has(id))) return refuse('element_not_by_hand', { field: 'remove' });
  const rest = state.elements.filter(({ id }) => !remove.includes(id));
  const byId = new Map(rest.map((element) => [element.id, element]));
  const faults: FieldFault[] = [];
  const added = (add ?? []).map((one, i) => {
    const element = { id: newId(), kind: one.kind, fields: fieldsAdded(one) };
    for (const [field, kinds] of Object.entries(kindNamed(one.kind)?.refs ?? {})) {
      const to = [element.fields[field]].flat().filter((id) => typeof id === 'string');
      if (to.some((id) => !kinds.includes(byId.get(id)?.kind ?? '')))
        faults.push({ field: `add.${i}.${field}`, reason: 'element_unknown' });
    }
    return element;
  });
  if (faults.length > 0) return refuse('element_unknown', { faults });
  if (rest.length + added.length > MOST.elements) return refuse('template_full', { field: 'add' });
  return {
    ...state,
    elements: inOrder([...rest, ...added]),
    leftOut: state.leftOut.filter((id) => !remove.includes(id)),
  };
};

const decideFindings: Step = (state, { keep = [], reconsider = [], replace = [] }, { names, personId, nowMs }) => {
  if (keep.length + reconsider.length + replace.length === 0) return state;
  const included = includedOf(state.elements, state.leftOut, byHandIn(state));
  const findings = findingsIn(state, included, names);
  if (findings.some(({ key, mayKeep }) => keep.includes(key) && !mayKeep))
    return refuse('finding_must_go', { field: 'keep' });
  const there = new Set(findings.map(({ key }) => key));
  const kept = keep
    .filter((key) => there.has(key))
    .map((key) => [key, { how: 'kept' as const, by: personId, atMs: nowMs }]);
  const decisions = Object.fromEntries([
    ...Object.entries(state.decisions).filter(([key]) => !reconsider.includes(key)),
    ...kept,
  ]) as DraftState['decisions'];
  const cuts = findings.filter(({ key }) => replace.includes(key));
  const cut = (elementId: string | null, field: string, item: number | null, text: string): string =>
    withInstead(
      text,
      cuts.filter((one) => one.elementId === elementId && one.field === field && one.item === item),
    );
  const elements = state.elements.map((element) => ({
    ...element,
    fields: Object.fromEntries(
      Object.entries(element.fields).map(([field, value]) => {
        if (typeof value === 'string') {
          const text = cut(element.id, field, null, value);
          const isNone = text === '' && kindNamed(element.kind)?.fields.shape[field]?.safeParse(null).success;
          return [field, isNone ? null : text === '' ? '…' : text];
        }
        if (!Array.isArray(value)) return [field, value];
        return [field, value.map((text, item) => cut(element.id, field, item, text)).filter((text) => text !== '')];
      }),
    ),
  }));
  return {
    ...{ ...state, decisions, elements },
    title: cut(null, 'title', null, state.title),
    summary: cut(null, 'summary', null, state.summary),
    changes: cut(null, 'changes', null, state.changes),
    tags: state.tags.map((tag, item) => cut(null, 'tags', item, tag)).filter((tag) => tag !== ''),
    photos: state.photos.map((photo) => ({ ...photo, title: cut(photo.id, 'title', null, photo.title) || '…' })),
    credits: state.credits.map((credit, item) => ({ ...credit, note: cut(null, 'credits', item, credit.note) })),
  };
};

const attach: Step = (state, { results, attach: photos = [], detach = [] }, { attachable, personId, nowMs, newId }) => {
  if (photos.some(({ evidenceId }) => !attachable.has(evidenceId)))
    return refuse('photo_not_attachable', { field: 'attach' });
  const given = photos.map(({ evidenceId, title, forRef = null }): DraftPhoto => ({
    id: state.photos.find((one) => one.evidenceId === evidenceId)?.id ?? newId(),
    ...{ evidenceId, title, forRef, confirmedBy: personId, confirmedAtMs: nowMs },
  }));
  const gone = new Set<string>([...detach, ...photos.map(({ evidenceId }) => evidenceId)]);
  const all = [...state.photos.filter(({ evidenceId }) => !gone.has(evidenceId)), ...given];
  const media = mediaIn(includedOf(state.elements, state.leftOut, byHandIn(state)));
  if (photos.length > 0 && all.length + media.length > MOST.attachments)
    return refuse('photos_too_many', { field: 'attach' });
  return { ...state, photos: all, results: results ? [...new Set(results)] : state.results };
};

/** The draft with everything that is asked for, or why nothing of it is done. */
export const amendDraft = (state: DraftState, change: Amendment, amending: Amending): DraftState | Refusal => {
  let next: DraftState = state;
  for (const step of [sayWhole, addByHand, choose, reword, promise, attach, decideFindings]) {
    const changed = step(next, change, amending);
    if (isRefusal(changed)) return changed;
    next = changed;
  }
  return next;
};
