import type { FieldFault, Refusal } from '@mahalleh/kernel';
import { findParent, type ParentQuestion } from './exchange-parent.ts';
import type { UnitKind } from './model.ts';
import { placeUnder, point } from './rules.ts';
import { nameKey } from './words.ts';

/** A unit as a file gives it. */
export type UnitImport = {
  readonly nameFa: string;
  readonly kind?: Exclude<UnitKind, 'province'>;
  readonly nameEn?: string;
  readonly officialCode?: string;
  readonly parentCode?: string;
  readonly parentName?: string;
  readonly countyName?: string;
  readonly population?: number;
  readonly areaM2?: number;
  readonly latitude?: number;
  readonly longitude?: number;
};

/** A unit as the database has it. */
export type KnownUnit = {
  readonly id: string;
  readonly kind: UnitKind;
  readonly officialCode: string | null;
  readonly nameFa: string;
  readonly nameEn: string | null;
  readonly parentId: string | null;
  readonly endedOn: string | null;
  readonly population: number | null;
  readonly areaM2: number | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly revision: number;
  readonly isMine: number;
};

/** No tree of units is deeper; a file that says so is wrong, and must not exhaust the stack. */
const DEEPEST = 12;

const AMENDED = ['nameFa', 'nameEn', 'officialCode', 'population', 'areaM2', 'latitude', 'longitude'] as const;
type Amended = Pick<KnownUnit, (typeof AMENDED)[number]>;

/** What is written for a row: a unit to plant, or one to amend. */
export type UnitRecord =
  | {
      readonly id: string;
      readonly values: Amended;
      readonly before: null;
      readonly kind: UnitKind;
      readonly parent: { id: string; revision: number | null };
    }
  | { readonly id: string; readonly values: Amended; readonly before: KnownUnit };

type Outcome =
  | {
      readonly line: number;
      readonly status: 'new' | 'changed';
      readonly record: UnitRecord;
      readonly fields: readonly string[];
    }
  | { readonly line: number; readonly status: 'unchanged' }
  | { readonly line: number; readonly status: 'rejected'; readonly errors: readonly FieldFault[] };

/** A unit that a row can lie under: one that is there, or one of an earlier or later row. */
export type Standing = {
  readonly id: string;
  readonly kind: UnitKind;
  readonly above: readonly UnitKind[];
  readonly revision: number | null;
  readonly endedOn: string | null;
  readonly countyKey: string;
};

type Node = {
  readonly line: number;
  readonly row: UnitImport;
  outcome?: Outcome;
  standing?: Standing;
  isOpen?: boolean;
};

/** Everything that rows are compared with, by code and by name. */
const indexOf = (known: readonly KnownUnit[], rows: readonly { row: UnitImport }[]) => {
  const byId = new Map(known.map((unit) => [unit.id, unit]));
  const byCode = new Map(
    known.flatMap((unit): [string, KnownUnit][] => (unit.officialCode ? [[unit.officialCode, unit]] : [])),
  );
  // A unit that the file renames goes by its new name for the other rows, as it will when the file comes again.
  const renamed = new Map(
    rows.toReversed().flatMap(({ row }): [string, string][] => {
      const unit = row.officialCode === undefined ? undefined : byCode.get(row.officialCode);
      const isTaken = unit?.isMine === 1 && unit.endedOn === null && (row.kind ?? unit.kind) === unit.kind;
      return unit && isTaken ? [[unit.id, row.nameFa]] : [];
    }),
  );
  const keyOf = ({ id, nameFa }: KnownUnit): string => nameKey(renamed.get(id) ?? nameFa);
  const byName = Map.groupBy(
    known.filter(({ endedOn }) => endedOn === null),
    keyOf,
  );
  const pathOf = (unit: KnownUnit): KnownUnit[] => {
    const parent = unit.parentId === null ? undefined : byId.get(unit.parentId);
    return parent ? [unit, ...pathOf(parent)] : [unit];
  };
  const standingOf = (unit: KnownUnit): Standing => {
    const path = pathOf(unit);
    return {
      ...unit,
      above: path.map(({ kind }) => kind),
      countyKey: path.filter(({ kind }) => kind === 'county').map(keyOf)[0] ?? '',
    };
  };
  return { byCode, byName, standingOf };
};

const faultOf = ({ refused, field, detail }: Refusal, row: UnitImport): FieldFault => ({
  field: field === 'parentId' ? (row.parentCode === undefined ? 'parentName' : 'parentCode') : (field ?? 'nameFa'),
  reason: refused,
  ...(detail && { params: detail }),
});

/** What becomes of every row: matched by code, else by parent, name and kind; parents may be rows of the same file. Pure. */
export const planUnits = (
  rows: readonly { line: number; row: UnitImport }[],
  known: readonly KnownUnit[],
  newId: () => string,
): Outcome[] => {
  const index = indexOf(known, rows);
  const nodes: Node[] = rows.map((one) => ({ ...one }));
  const fileByCode = new Map<string, Node>();
  for (const node of nodes)
    if (node.row.officialCode !== undefined && !fileByCode.has(node.row.officialCode))
      fileByCode.set(node.row.officialCode, node);
  const fileByName = Map.groupBy(nodes, ({ row }) => nameKey(row.nameFa));
  const seen = new Map<string, Node>();
  let depth = 0;

  const reject = (node: Node, field: string, reason: string, params?: FieldFault['params']): Outcome => ({
    line: node.line,
    status: 'rejected',
    errors: [{ field, reason, ...(params && { params }) }],
  });

  const parentOf = (node: Node, kind: UnitKind | undefined) => {
    const question: ParentQuestion = {
      row: node.row,
      kind: kind ?? node.row.kind ?? 'neighbourhood',
      knownByCode: (code) => index.byCode.get(code),
      knownByName: (key) => index.byName.get(key) ?? [],
      standingOf: index.standingOf,
      rowByCode: (code) => settled(fileByCode.get(code), node),
      rowsByName: (key, wanted) =>
        (fileByName.get(key) ?? [])
          .filter(({ row }) => row.kind === wanted)
          .flatMap((other) => settled(other, node) ?? []),
    };
    return findParent(question);
  };

  /** What a row of the file stands for once it is settled; nothing for itself and for rows that wait for this one. */
  const settled = (other: Node | undefined, asking: Node): Standing | undefined => {
    if (!other || other === asking || other.isOpen || depth > DEEPEST) return undefined;
    depth++;
    settle(other);
    depth--;
    return other.standing;
  };

  const matched = (node: Node, unit: KnownUnit): Outcome => {
    const { row, line } = node;
    if (unit.isMine !== 1) return reject(node, 'officialCode', 'import_outside_area');
    if (unit.endedOn !== null) return reject(node, 'officialCode', 'unit_ended');
    if (row.kind !== undefined && row.kind !== unit.kind) return reject(node, 'kind', 'import_kind_differs');
    // Without a code the name is the key, and a spelling that folds to the same is the same name.
    const nameFa = row.officialCode === undefined ? unit.nameFa : row.nameFa;
    const values = Object.fromEntries(
      AMENDED.map((key) => [key, key === 'nameFa' ? nameFa : (row[key] ?? unit[key])]),
    ) as Amended;
    const halved = point(values.latitude ?? undefined, values.longitude ?? undefined);
    if (halved) return { line, status: 'rejected', errors: [faultOf(halved, row)] };
    const fields = AMENDED.filter((key) => values[key] !== unit[key]);
    return fields.length === 0
      ? { line, status: 'unchanged' }
      : { line, status: 'changed', record: { id: unit.id, values, before: unit }, fields };
  };

  const decideRow = (node: Node): Outcome => {
    const { row, line } = node;
    const firstWithCode = row.officialCode === undefined ? node : (fileByCode.get(row.officialCode) ?? node);
    if (firstWithCode !== node) return reject(node, 'officialCode', 'import_row_twice', { line: firstWithCode.line });
    const coded = row.officialCode === undefined ? undefined : index.byCode.get(row.officialCode);
    const namesParent = row.parentCode !== undefined || row.parentName !== undefined;
    const sought = coded && !namesParent ? undefined : parentOf(node, coded?.kind);
    if (sought && 'reason' in sought) return { line, status: 'rejected', errors: [sought] };
    if (coded) {
      if (sought && coded.isMine === 1 && sought.id !== coded.parentId)
        return reject(node, namesField(row), 'import_parent_differs');
      node.standing = index.standingOf(coded);
      const before = seen.get(coded.id);
      if (before) return reject(node, 'officialCode', 'import_row_twice', { line: before.line });
      seen.set(coded.id, node);
      return matched(node, coded);
    }
    if (!sought) return reject(node, 'parentName', 'import_parent_missing');
    const kinds = row.kind ? [row.kind] : ['neighbourhood', 'village'];
    const twin = (index.byName.get(nameKey(row.nameFa)) ?? []).find(
      (unit) =>
        unit.parentId === sought.id &&
        kinds.includes(unit.kind) &&
        (row.officialCode === undefined || unit.officialCode === null),
    );
    // A unit whose code stands in another row is that row's.
    const owner = twin?.officialCode == null ? undefined : fileByCode.get(twin.officialCode);
    if (owner) return reject(node, 'nameFa', 'import_row_twice', { line: owner.line });
    const kind = twin?.kind ?? row.kind ?? 'neighbourhood';
    const key = twin?.id ?? `${sought.id} ${kind} ${nameKey(row.nameFa)}`;
    const before = seen.get(key);
    if (before && (twin !== undefined || row.officialCode === undefined || before.row.officialCode === undefined))
      return reject(node, 'nameFa', 'import_row_twice', { line: before.line });
    seen.set(key, node);
    if (twin) {
      node.standing = index.standingOf(twin);
      return matched(node, twin);
    }
    const refusal = placeUnder(kind, [], { ...sought }) ?? point(row.latitude, row.longitude);
    if (refusal) return { line, status: 'rejected', errors: [faultOf(refusal, row)] };
    const id = newId();
    node.standing = {
      id,
      kind,
      above: [kind, ...sought.above],
      revision: null,
      endedOn: null,
      countyKey: kind === 'county' ? nameKey(row.nameFa) : sought.countyKey,
    };
    const values = Object.fromEntries(AMENDED.map((field) => [field, row[field] ?? null])) as Amended;
    return {
      line,
      status: 'new',
      record: { id, values, before: null, kind, parent: { id: sought.id, revision: sought.revision } },
      fields: AMENDED.filter((field) => row[field] !== undefined),
    };
  };

  const settle = (node: Node): Outcome => {
    if (node.outcome) return node.outcome;
    node.isOpen = true;
    node.outcome = decideRow(node);
    node.isOpen = false;
    return node.outcome;
  };

  const isWaiting = ({ outcome }: Node): boolean =>
    outcome?.status === 'rejected' && outcome.errors.some(({ reason }) => reason === 'import_parent_unknown');

  nodes.forEach(settle);
  // Rows that wait for each other by name: who was asked too early is asked again, as a second run of the file would.
  for (let waiting = nodes.filter(isWaiting), before = Infinity; waiting.length > 0 && waiting.length < before;) {
    before = waiting.length;
    for (const node of waiting) {
      delete node.outcome;
      settle(node);
    }
    waiting = waiting.filter(isWaiting);
  }
  return nodes.map(settle);
};

const namesField = (row: UnitImport): string => (row.parentCode === undefined ? 'parentName' : 'parentCode');
