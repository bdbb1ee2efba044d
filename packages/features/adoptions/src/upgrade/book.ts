import type { Fields, FieldValue } from '@mahalleh/templates/document';
import { kindNamed } from '@mahalleh/templates/kinds';
import { isRowKind } from '@mahalleh/templates/rows';
import type { NamesHere } from '../local/index.ts';
import { saidHere, type ElementRow, type Local } from '../local/index.ts';
import { fieldsIn, isAlike, isPlaceOwn, unitsIn, WHEN, type Held } from '../merge/index.ts';
import type { ElementState } from '../statuses.ts';

/** How an element is written down after an upgrade. */
export type Entry = {
  readonly id: string;
  readonly kind: string;
  readonly revision: number;
  readonly state: ElementState;
  readonly baseJson: string;
  readonly localJson: string;
  /** The record that has taken the place of the one that it was; null: it is as it was. */
  readonly rowKey: string | null;
  /** How it landed anew: as its record is, but for what stays otherwise here. Null: as it was. */
  readonly landed: { readonly patch: Fields } | { readonly json: string } | null;
  readonly was: ElementRow;
};

const fieldsOf = (json: string): Fields => JSON.parse(json) as Fields;

/** How the landed form differs from the record: what stays otherwise here keeps differing from how it landed: there stands what the template says now. */
export const patchOf = ({ landed, now }: Local, after: Held, theirs: Fields, names: NamesHere): Fields => {
  const patch: Record<string, FieldValue> = {};
  for (const unit of unitsIn(after.fields, theirs)) {
    const inUnit = fieldsIn(unit, after.fields, theirs);
    const isLocal = inUnit.some((field) => after.locals.includes(field));
    if (isPlaceOwn(unit) || (isAlike(after.fields, theirs, unit) && !isLocal)) continue;
    if (unit === WHEN)
      for (const day of ['startsOn', 'endsOn']) {
        const value = landed[day];
        if (value !== undefined) patch[day] = value;
      }
    for (const field of inUnit)
      if (Object.hasOwn(now, field)) patch[field] = saidHere(field, theirs[field] ?? null, names);
  }
  return patch;
};

const wordsKept = (after: Held, theirs: Fields): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(after.fields).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(theirs[field])),
    ),
  );

const stateBefore = (row: ElementRow): ElementState =>
  row.state === 'own' || row.state === 'gone' ? (kindNamed(row.kind)?.lands === 'row' ? 'landed' : 'kept') : row.state;

/** What is written down of an element that was known before; null when nothing of it changes. */
export const entryOf = (local: Local, after: Held, theirs: Fields | undefined, names: NamesHere): Entry | null => {
  const { row } = local;
  if (!row) return null;
  const { id, kind, revision, baseJson, localJson } = row;
  const same = { id, kind, revision, state: row.state, baseJson, localJson, rowKey: null, landed: null, was: row };
  const isRecord = isRowKind(kind) && row.rowKey !== null;
  if (after.state === 'gone') return { ...same, state: 'gone' };
  if (after.state === 'here') {
    if (!theirs) return row.state === 'own' ? null : { ...same, state: 'own' };
    const next = { ...same, state: stateBefore(row), baseJson: JSON.stringify(theirs) };
    if (isRecord) return { ...next, landed: { patch: patchOf(local, after, theirs, names) } };
    return { ...next, localJson: wordsKept(after, theirs), landed: { json: next.baseJson } };
  }
  // Remembered, so that it does not come by itself once more; what the version has no more is remembered without words.
  const nextBase = JSON.stringify(theirs ?? {});
  const state = after.state === 'left_out' ? 'left_out' : row.state;
  if (nextBase === baseJson && state === row.state) return null;
  const base = fieldsOf(baseJson);
  const moved = Object.entries(theirs ?? {}).filter(
    ([field, value]) => Object.hasOwn(local.landed, field) && JSON.stringify(value) !== JSON.stringify(base[field]),
  );
  const landed = Object.fromEntries(moved.map(([field, value]) => [field, saidHere(field, value, names)]));
  return {
    ...same,
    state,
    baseJson: nextBase,
    landed: isRecord && moved.length > 0 ? { json: JSON.stringify({ ...local.landed, ...landed }) } : null,
  };
};
