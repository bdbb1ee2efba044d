import type { FieldFault } from '@mahalleh/kernel';
import type { KnownUnit, Standing, UnitImport } from './exchange-plan.ts';
import type { UnitKind } from './model.ts';
import { MAY_LIE_UNDER } from './rules.ts';
import { nameKey } from './words.ts';

/** What looking for a row's parent needs to know. */
export type ParentQuestion = {
  readonly row: UnitImport;
  readonly kind: UnitKind;
  readonly knownByCode: (code: string) => KnownUnit | undefined;
  readonly knownByName: (key: string) => readonly KnownUnit[];
  readonly standingOf: (unit: KnownUnit) => Standing;
  readonly rowByCode: (code: string) => Standing | undefined;
  readonly rowsByName: (key: string) => readonly Standing[];
};

const fault = (field: string, reason: string, params?: FieldFault['params']): FieldFault => ({
  field,
  reason,
  ...(params && { params }),
});

const byCode = ({ knownByCode, rowByCode, standingOf }: ParentQuestion, code: string): Standing | FieldFault => {
  const known = knownByCode(code);
  // What lies outside the actor's area is as unknown as what is not there.
  if (known && known.isMine === 1) return standingOf(known);
  return (known ? undefined : rowByCode(code)) ?? fault('parentCode', 'import_parent_unknown');
};

const byName = (question: ParentQuestion, name: string, field: string): Standing | FieldFault => {
  const { row, kind, knownByName, rowsByName, standingOf } = question;
  const key = nameKey(name);
  const known = knownByName(key)
    .filter(({ isMine }) => isMine === 1)
    .map(standingOf);
  const all = new Map([...known, ...rowsByName(key)].map((one) => [one.id, one]));
  const county = row.countyName === undefined ? undefined : nameKey(row.countyName);
  const fitting = [...all.values()].filter(
    (one) => county === undefined || one.kind === 'province' || one.countyKey === county,
  );
  // A town and its county often share a name: the nearest kind of place is meant.
  const nearest =
    MAY_LIE_UNDER[kind].map((parent) => fitting.filter((one) => one.kind === parent)).find((some) => some.length > 0) ??
    [];
  const [only, ...more] = nearest;
  if (!only) return fault(field, 'import_parent_unknown');
  return more.length === 0 ? only : fault(field, 'import_parent_ambiguous', { count: nearest.length });
};

/** The parent that a row names: by code, else by name (within its county), else the county itself; or what is wrong with it. */
export const findParent = (question: ParentQuestion): Standing | FieldFault => {
  const { parentCode, parentName, countyName } = question.row;
  if (parentCode !== undefined) return byCode(question, parentCode);
  if (parentName !== undefined) return byName(question, parentName, 'parentName');
  if (countyName !== undefined) return byName(question, countyName, 'countyName');
  return fault('parentName', 'import_parent_missing');
};
