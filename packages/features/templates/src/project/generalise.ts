import type { CivilDate } from '@mahalleh/kernel';
import type { TemplateElement } from '../document/template-document.ts';
import { ELEMENT_KINDS } from '../kinds/index.ts';
import { namesAsked } from '../leaks/index.ts';
import { isRowKind } from '../rows/index.ts';
import { elementIds, type Source } from './element-ids.ts';
import { keepBase, wordsKept } from './keep-base.ts';
import { landedOf } from './landed-shapes.ts';
import type { AdoptedElement, Living } from './living.ts';
import { agencyElements, capacityElements, domainElements, roleElements, seatElements } from './mapped-elements.ts';
import type { Removed } from './removed.ts';
import {
  committeeElements,
  dutyElements,
  problemElements,
  resultElements,
  workElements,
  type RowMaking,
} from './row-elements.ts';
import { sayingWith } from './saying.ts';

/** An element with what it was made of; what names that stays in the province, and is null for words that have no record. */
export type ProjectedElement = TemplateElement & { readonly rowKey: string | null };

/** A neighbourhood as a template. */
export type Projection = {
  readonly elements: readonly ProjectedElement[];
  readonly removed: readonly Removed[];
  /** What is left out until somebody takes it in: operations in sensitive domains, problems that nothing here is about. */
  readonly leftOut: readonly string[];
};

const ORDER: ReadonlyMap<string, number> = new Map(ELEMENT_KINDS.map(({ kind }, i) => [kind, i]));
const placeOf = ({ kind }: TemplateElement): number => ORDER.get(kind) ?? ORDER.size;

/** Elements in the order of reading: what refers comes after what it refers to, and else as they came. */
export const inOrder = <E extends TemplateElement>(elements: readonly E[]): E[] =>
  elements.toSorted((a, b) => placeOf(a) - placeOf(b));

const hasRowKey = (one: AdoptedElement): one is AdoptedElement & { rowKey: string } => one.rowKey !== null;

/** Of the seats that were adopted, each stands for one of the charter with the same office. */
const seatsTaken = ({ seats, adopted }: Living): (Source & { elementId: string })[] => {
  const free = seats.map(({ key, office }) => ({ key, office }));
  return adopted
    .filter(({ kind }) => kind === 'seat')
    .flatMap((element) => {
      const at = free.findIndex(({ office }) => office === wordsKept(element)['office']);
      const [seat] = at < 0 ? [] : free.splice(at, 1);
      return seat ? [{ kind: 'seat', rowKey: seat.key, elementId: element.elementId }] : [];
    });
};

const usedIn = (living: Living) => {
  const operations = living.rows.operation.map((row) => landedOf('operation', row));
  const tasks = living.rows.task.map((row) => landedOf('task', row));
  const problems = living.rows.problem.map((row) => landedOf('problem', row));
  const duties = living.rows.duty.map((row) => landedOf('duty', row));
  return {
    ...{ operations, problems },
    persons: tasks.map(({ roleRef }) => roleRef),
    agencies: new Set([...operations, ...tasks, ...duties].flatMap(({ agencyRef }) => agencyRef ?? [])),
    domains: [
      ...[...operations, ...problems, ...duties].map(({ domainRef }) => domainRef),
      ...living.capacities.flatMap(({ domainKey }) => domainKey ?? []),
    ],
  };
};

const leftOutAtFirst = (living: Living, ids: (kind: string, rowKey: string) => string): string[] => {
  const sensitive = new Set(living.domains.filter(({ isSensitive }) => isSensitive === 1).map(({ key }) => key));
  const problemOf = new Map(living.rows.problem.map((row) => [row.rowKey, landedOf('problem', row)]));
  const operations = living.rows.operation.map((row) => ({ ...landedOf('operation', row), rowKey: row.rowKey }));
  const quiet = operations.filter(
    ({ domainRef, problemRef }) =>
      sensitive.has(domainRef) || sensitive.has(problemOf.get(problemRef ?? '')?.domainRef ?? ''),
  );
  const worked = new Set(operations.map(({ problemRef }) => problemRef));
  const idle = [...problemOf].filter(([rowKey, { whys }]) => whys.length === 0 && !worked.has(rowKey));
  return [...quiet.map(({ rowKey }) => ids('operation', rowKey)), ...idle.map(([rowKey]) => ids('problem', rowKey))];
};

/**
 * Makes a template of a living neighbourhood: roles in place of persons, kinds in place of names, days in place of dates. Pure: `had`
 * are the ids that its records have in the draft already, `mint` gives new ones.
 */
export const generalise = (
  living: Living,
  had: readonly (Source & { readonly elementId: string })[],
  { today, mint }: { readonly today: CivilDate; readonly mint: () => string },
): Projection => {
  const adopted = living.adopted.filter(hasRowKey);
  const ids = elementIds([had, adopted, seatsTaken(living), living.known], mint);
  const saying = sayingWith(namesAsked(living.names));
  const making = { ids, saying };
  const used = usedIn(living);
  const roles = roleElements(
    living,
    used.persons,
    making,
    (office) => living.adopted.find((one) => one.kind === 'role' && wordsKept(one)['office'] === office)?.elementId,
  );
  const rowMaking: RowMaking = { ...making, living, roleOfPerson: roles.roleOfPerson, today };
  const made: ProjectedElement[] = [
    ...seatElements(living, making),
    ...committeeElements(rowMaking),
    ...domainElements(living, used.domains, making),
    ...roles.elements,
    ...agencyElements(living, used.agencies, making),
    ...capacityElements(living, making),
    ...problemElements(rowMaking),
    ...resultElements(rowMaking),
    ...dutyElements(rowMaking),
    ...workElements(rowMaking),
  ];
  const adoptedById = new Map(living.adopted.map((one) => [one.elementId, one]));
  const kept = made.map((element): ProjectedElement => {
    const from = adoptedById.get(element.id);
    if (!from) return element;
    if (!isRowKind(element.kind)) return { ...element, fields: wordsKept(from) };
    const row = living.rows[element.kind].find(({ rowKey }) => rowKey === element.rowKey);
    return row ? { ...element, fields: keepBase(element.fields, row, from) } : element;
  });
  const there = new Set(kept.map(({ id }) => id));
  const words = living.adopted
    .filter(({ elementId, kind }) => !there.has(elementId) && !isRowKind(kind))
    .map((one) => ({ id: one.elementId, kind: one.kind, rowKey: one.rowKey, fields: wordsKept(one) }));
  const elements = inOrder([...kept, ...words]);
  return {
    elements,
    removed: saying.removed,
    leftOut: leftOutAtFirst(living, ids).filter((id) => !adoptedById.has(id)),
  };
};
