import { elementsById, nameOf, type Fields, type TemplateElement } from '@mahalleh/templates/document';
import { kindNamed } from '@mahalleh/templates/kinds';
import type { Held } from '../merge/index.ts';
import type { UpgradeRead } from '../upgrade-model.ts';
import type { Decided, DrawnUp } from './draw-up.ts';

/** What a new element can be here. */
export type Candidate = { readonly kind: string; readonly id: string; readonly name: string };

type Shown = Pick<UpgradeRead, 'conflicts' | 'follows' | 'comes' | 'goes' | 'stays' | 'offers' | 'mappings' | 'names'>;

const refsOf = (...all: readonly (Fields | null)[]): string[] =>
  all.flatMap((fields) =>
    Object.entries(fields ?? {}).flatMap(([field, value]) =>
      /Refs?$/.test(field) && value !== null ? [value].flat().map(String) : [],
    ),
  );

/** What reads better first: what one sees in the plan before the words around it. */
const named = (all: ReadonlyMap<string, TemplateElement | Held>) => (id: string) => {
  const element = all.get(id);
  return element ? nameOf(element, all) : '';
};

/** What an upgrade comes to, with what everything is called. */
export const shownUpgrade = (
  { state, document, merged, toMap }: DrawnUp,
  { mapping }: Decided,
  candidates: readonly Candidate[],
): Shown => {
  const all = elementsById([...state.base, ...state.locals.map(({ held }) => held), ...document.elements]);
  const name = named(all);
  const of = <T extends { readonly id: string; readonly kind: string }>(item: T) => ({ ...item, name: name(item.id) });
  const refs = refsOf(
    ...merged.conflicts.flatMap(({ base, mine, theirs }) => [base, mine, theirs]),
    ...merged.follows.flatMap(({ from, to }) => [from, to]),
    ...merged.stays.flatMap(({ from = null, to = null }) => [from, to]),
  );
  const needs = merged.offers.flatMap((offer) => offer.needs);
  return {
    conflicts: merged.conflicts.map(({ id, ...conflict }) => ({ ...conflict, elementId: id, name: name(id) })),
    follows: merged.follows.map(of),
    comes: merged.comes.map(({ id, kind }) => of({ id, kind })),
    goes: merged.goes.map(of),
    stays: merged.stays
      .filter(({ why }) => why !== 'added')
      .map(({ from = null, to = null, ...stay }) => ({ ...of(stay), from, to })),
    offers: merged.offers.map(({ element: { id, kind }, why, needs: lacks, decision }) =>
      of({ id, kind, why, needs: [...lacks], decision }),
    ),
    mappings: toMap.map(({ id, kind }) => ({
      ...{ elementId: id, kind, name: name(id), target: mapping[id] === undefined ? null : (mapping[id] ?? '') },
      candidates: candidates
        .filter((candidate) => candidate.kind === kind)
        .map(({ id: key, name: called }) => ({ id: key, name: called })),
    })),
    names: Object.fromEntries([...new Set([...refs, ...needs])].map((id) => [id, name(id)])),
  };
};

/** What is still to be said before an upgrade can be finished. */
export const openIn = ({ merged, toMap }: DrawnUp, { mapping }: Decided) => ({
  conflicts: merged.conflicts.filter(({ decision }) => decision === null),
  mappings: toMap.filter(({ id, kind }) => mapping[id] === undefined && kindNamed(kind)?.lands === 'mapped'),
});
