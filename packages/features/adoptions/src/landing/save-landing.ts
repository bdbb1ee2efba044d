import { committeeKinds, committees, councils } from '@mahalleh/councils/schema';
import { guardedRows, type Change, type WriteDb } from '@mahalleh/gate';
import { indicatorAims, indicatorInputs, indicators, indicatorVersions, targets } from '@mahalleh/indicators/schema';
import { foldText } from '@mahalleh/kernel';
import { operationCapacities, operations, taskDependencies, tasks } from '@mahalleh/operations/schema';
import { domains, problems } from '@mahalleh/problems/schema';
import { responsibilities } from '@mahalleh/responsibility/schema';
import { isRecord, ROW_FORMS, ROW_KINDS } from '@mahalleh/templates/rows';
import { elementRows } from '@mahalleh/templates/schema';
import { sql } from 'drizzle-orm';
import { adoptedElements, mappingMemory } from '../schema.ts';
import { inPieces, insertMany } from './insert-many.ts';
import { wordsOf, type Settled } from './landing-model.ts';
import type { LandingRows } from './landing-rows.ts';

type Db = WriteDb<'province'>;

/** Inserts the records of a landing, in the order in which they refer to one another. */
export const insertRecords = (db: Db, rows: LandingRows): Change[] => [
  ...insertMany(db, councils, rows.councils),
  ...insertMany(db, committeeKinds, rows.committeeKinds),
  ...insertMany(db, domains, rows.domains),
  ...insertMany(db, committees, rows.committees),
  ...insertMany(db, indicators, rows.indicators),
  ...insertMany(db, indicatorVersions, rows.indicatorVersions),
  ...insertMany(db, indicatorInputs, rows.indicatorInputs),
  // An aim that somebody set here stays.
  ...insertMany(db, indicatorAims, rows.indicatorAims, 'on conflict (indicator_id, unit_id) do nothing'),
  ...insertMany(db, problems, rows.problems),
  ...insertMany(db, operations, rows.operations),
  ...insertMany(db, operationCapacities, rows.operationCapacities),
  ...insertMany(db, tasks, rows.tasks),
  ...insertMany(db, taskDependencies, rows.taskDependencies),
  ...insertMany(db, responsibilities, rows.responsibilities),
  ...insertMany(db, targets, rows.targets),
];

/** An element that has no record of its own is kept with its words. */
const wordsRow = (
  adoptionId: string,
  { element, state, rowKey, isJoined }: Settled,
): typeof adoptedElements.$inferInsert => {
  const baseJson = JSON.stringify(element.fields);
  return {
    ...{ adoptionId, elementId: element.id, kind: element.kind, state, rowKey, isJoined, baseJson },
    landedJson: state === 'left_out' ? '{}' : baseJson,
  };
};

/** The elements of one kind that are records: how each landed is read from the record itself. */
const landedOf = (
  db: Db,
  adoptionId: string,
  kind: (typeof ROW_KINDS)[number],
  landed: readonly Settled[],
): Change[] => {
  const { from, form } = ROW_FORMS[kind];
  const value = (i: number) => sql.raw(`json_extract(j.value, '$[${i}]')`);
  const texts = landed.map(({ element, rowKey, isJoined }) =>
    JSON.stringify([element.id, rowKey, isJoined ? 1 : 0, JSON.stringify(element.fields)]),
  );
  const pieces = inPieces(texts);
  return pieces.map((piece) =>
    guardedRows(
      db.text(
        sql`insert into adopted_elements (adoption_id, element_id, kind, state, row_key, is_joined, base_json, landed_json) select ${adoptionId}, ${value(0)}, ${kind}, 'landed', ${value(1)}, ${value(2)}, ${value(3)}, ${form} from json_each(${piece}) j cross join ${from} where ${isRecord(kind, value(1))}`,
      ),
      (JSON.parse(piece) as unknown[]).length,
    ),
  );
};

/** Writes down what became of every element, and which record stands for which. */
export const insertElements = (
  db: Db,
  { adoptionId, templateId }: { readonly adoptionId: string; readonly templateId: string },
  settled: readonly Settled[],
): Change[] => {
  const records = settled.filter(({ state, element }) => state === 'landed' && element.kind in ROW_FORMS);
  return [
    ...insertMany(
      db,
      adoptedElements,
      settled.filter((one) => !records.includes(one)).map((one) => wordsRow(adoptionId, one)),
    ),
    ...ROW_KINDS.flatMap((kind) =>
      landedOf(
        db,
        adoptionId,
        kind,
        records.filter(({ element }) => element.kind === kind),
      ),
    ),
    ...insertMany(
      db,
      elementRows,
      standingFor(settled).map((row) => ({ templateId, ...row })),
      'on conflict do nothing',
    ),
  ];
};

/** Which records stand for which elements: those that are publishable as them later on. A choice stands for what was chosen. */
export const standingFor = (settled: readonly Settled[]): { elementId: string; kind: string; rowKey: string }[] => {
  const seen = new Set<string>();
  return settled.flatMap(({ element, rowKey, state }) => {
    const key = `${element.kind} ${rowKey ?? ''}`;
    // A person is no record of the template's: a role is one, and whoever holds it changes.
    if (rowKey === null || state === 'left_out' || element.kind === 'role' || seen.has(key)) return [];
    seen.add(key);
    return [{ elementId: element.id, kind: element.kind, rowKey }];
  });
};

/** The name under which a mapping is remembered. */
export const memoryName = ({ kind, fields }: Settled['element']): string => {
  const of = {
    domain: 'nationalKey',
    role: 'office',
    agency: 'agencyKind',
    committee: 'key',
    capacity: 'capacityKind',
  }[kind];
  const title = wordsOf({ id: '', kind, fields }, 'titleFa') ?? wordsOf({ id: '', kind, fields }, 'title') ?? '';
  return `${of === undefined ? '' : (wordsOf({ id: '', kind, fields }, of) ?? '')}|${foldText(title)}`;
};

/** Remembers what was mapped to what: in this unit, and for the whole province as far as it is not of one place. */
export const remember = (
  db: Db,
  unitId: string,
  mapped: readonly { readonly element: Settled['element']; readonly target: string }[],
  nowMs: number,
): Change[] => {
  const rows = mapped.flatMap(({ element, target }) => {
    const row = { kind: element.kind, name: memoryName(element), target, usedAtMs: nowMs };
    return element.kind === 'capacity'
      ? [{ ...row, unitId }]
      : [
          { ...row, unitId },
          { ...row, unitId: '' },
        ];
  });
  const last = new Map(rows.map((row) => [`${row.kind} ${row.name} ${row.unitId}`, row]));
  return insertMany(
    db,
    mappingMemory,
    [...last.values()],
    'on conflict (kind, name, unit_id) do update set target = excluded.target, used_at_ms = excluded.used_at_ms',
  );
};
