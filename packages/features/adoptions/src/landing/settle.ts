import type { FieldFault } from '@mahalleh/kernel';
import { kindNamed } from '@mahalleh/templates/kinds';
import type { TemplateElement } from '@mahalleh/templates/document';
import { freshDomainKey } from './domain-rows.ts';
import { faultOf, listOf, namesIn, wordsOf, type Choice, type Ground, type Settled } from './landing-model.ts';

type Settling = { readonly settled: ReadonlyMap<string, Settled>; readonly faults: readonly FieldFault[] };

/** The mapped kinds that the mapping may make anew. */
const MAY_BE_NEW: readonly string[] = ['domain'];

const settledAs = (
  element: TemplateElement,
  state: Settled['state'],
  rowKey: string | null = null,
  how: 'joined' | 'new' | undefined = undefined,
): Settled => ({ element, state, rowKey, isJoined: how === 'joined', isNew: how === 'new' });

/** Whether a mapping names something that can be taken here; null when it does. */
const targetFault = (element: TemplateElement, target: string, ground: Ground): FieldFault | null => {
  const has = (list: readonly { readonly id: string }[]): boolean => list.some(({ id }) => id === target);
  switch (element.kind) {
    case 'domain': {
      const domain = ground.domains.find(({ key }) => key === target);
      if (!domain || domain.retiredAtMs !== null) return faultOf(element, 'domain_unknown');
      return element.fields['isSensitive'] === true && !domain.isSensitive
        ? faultOf(element, 'adoption_domain_not_sensitive')
        : null;
    }
    case 'role':
      return has(ground.people) ? null : faultOf(element, 'person_unknown');
    case 'agency':
      return has(ground.agencies) ? null : faultOf(element, 'agency_unknown');
    case 'capacity':
      return has(ground.capacities) ? null : faultOf(element, 'capacity_out_of_reach');
    default:
      return faultOf(element, 'adoption_not_mappable');
  }
};

const settleMapped = (element: TemplateElement, target: string | null | undefined): Settled => {
  if (target === null || target === undefined) return settledAs(element, 'left_out');
  return target === 'new'
    ? settledAs(element, 'kept', freshDomainKey(element), 'new')
    : settledAs(element, 'kept', target, 'joined');
};

/** The elements that go with another one: a task with its operation, a link with its tasks. */
const follows = (element: TemplateElement, settled: ReadonlyMap<string, Settled>): boolean => {
  if (element.kind === 'task') {
    const of = settled.get(wordsOf(element, 'operationRef') ?? '');
    return of === undefined || of.state === 'left_out' || of.isJoined;
  }
  if (element.kind !== 'link') return false;
  const waits = settled.get(wordsOf(element, 'taskRef') ?? '');
  const after = settled.get(wordsOf(element, 'afterRef') ?? '');
  // What was there already keeps its own order: it never comes to wait for what is new.
  return !waits || !after || waits.state === 'left_out' || after.state === 'left_out' || waits.isJoined;
};

const RANK: Readonly<Record<string, number>> = { task: 1, link: 2 };

/**
 * What becomes of each element, before its rows are made: left out, mapped, joined to what is there, or new. A task goes with
 * its operation and a link with its tasks; the tasks of an operation that was there already stay its own.
 */
export const settle = (
  elements: readonly TemplateElement[],
  choice: Choice,
  ground: Ground,
  before: ReadonlyMap<string, Settled>,
  newId: () => string,
): Settling => {
  const settled = new Map(before);
  const faults: FieldFault[] = [];
  const keyOf = (element: TemplateElement): string =>
    element.kind === 'link'
      ? [wordsOf(element, 'taskRef'), wordsOf(element, 'afterRef')]
          .map((ref) => settled.get(ref ?? '')?.rowKey ?? '')
          .join('|')
      : newId();
  const settleOne = (element: TemplateElement): Settled => {
    const kind = kindNamed(element.kind);
    const join = choice.joins[element.id];
    const target = choice.mapping[element.id];
    if (choice.without.has(element.id)) return settledAs(element, 'left_out');
    if (!kind) return settledAs(element, 'kept');
    if (join !== undefined && kind.lands === 'row') {
      if (!ground.joined.some((row) => row.kind === element.kind && row.key === join))
        faults.push(faultOf(element, 'adoption_join_unknown'));
      return settledAs(element, 'landed', join, 'joined');
    }
    if (kind.lands === 'row')
      return follows(element, settled)
        ? settledAs(element, 'left_out')
        : settledAs(element, 'landed', keyOf(element), 'new');
    if (typeof target === 'string' && !(target === 'new' && MAY_BE_NEW.includes(element.kind))) {
      const fault = targetFault(element, target, ground);
      if (fault) faults.push(fault);
    }
    if (kind.lands === 'mapped') return settleMapped(element, target);
    return typeof target === 'string' ? settledAs(element, 'kept', target, 'joined') : settledAs(element, 'kept');
  };
  const inOrder = elements.toSorted((a, b) => (RANK[a.kind] ?? 0) - (RANK[b.kind] ?? 0));
  for (const element of inOrder) settled.set(element.id, settleOne(element));
  return { settled, faults };
};

/** Whether the field of a kind must point to something. */
const isNeeded = (element: TemplateElement, field: string): boolean =>
  kindNamed(element.kind)?.fields.shape[field]?.safeParse(null).success === false;

/**
 * What elements that land here cannot do without and would lose: a domain, an agency, a person for a task. What an element
 * may do without is let go.
 */
export const lostReferences = (
  elements: readonly TemplateElement[],
  settled: ReadonlyMap<string, Settled>,
): FieldFault[] => {
  const called = namesIn(elements);
  return elements.flatMap((element) => {
    const own = settled.get(element.id);
    const kind = kindNamed(element.kind);
    if (!kind || kind.lands !== 'row' || own?.state !== 'landed' || own.isJoined) return [];
    return Object.keys(kind.refs).flatMap((field) => {
      const to = wordsOf(element, field);
      if (to === null || !isNeeded(element, field)) return [];
      const found = settled.get(to);
      if (found && found.state !== 'left_out') return [];
      const reason = element.kind === 'task' && field === 'roleRef' ? 'adoption_role_unmapped' : 'adoption_ref_lost';
      const needs = found ? (wordsOf(found.element, 'titleFa') ?? wordsOf(found.element, 'title') ?? field) : field;
      return [faultOf(element, reason, { needs, name: called(element).name })];
    });
  });
};

/** The records that a field's references have become here, in their order; what is left out is let go. */
export const rowKeysOf = (element: TemplateElement, field: string, settled: ReadonlyMap<string, Settled>): string[] => {
  const refs = field.endsWith('Refs') ? listOf(element, field) : [wordsOf(element, field) ?? ''];
  return refs.flatMap((ref) => {
    const key = settled.get(ref)?.rowKey;
    return key === null || key === undefined ? [] : [key];
  });
};
