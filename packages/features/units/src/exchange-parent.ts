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
  /** The rows of one kind alone: others may wait for the row that asks. */
  readonly rowsByName: (key: string, kind: UnitKind) => readonly Standing[];
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

const byName = (
  question: ParentQuestion,
  name: string,
  field: string,
  kinds: readonly UnitKind[],
): Standing | FieldFault => {
  const { row, knownByName, rowsByName, standingOf } = question;
  const key = nameKey(name);
  const known = knownByName(key)
    .filter(({ isMine }) => isMine === 1)
    .map(standingOf);
  const county = row.countyName === undefined ? undefined : nameKey(row.countyName);
  // A town and its county often share a name: the nearest kind of place is meant.
  for (const kind of kinds) {
    const some = [...known.filter((one) => one.kind === kind), ...rowsByName(key, kind)];
    const all = new Map(some.map((one) => [one.id, one]));
    const fitting = [...all.values()].filter(
      (one) => county === undefined || kind === 'province' || one.countyKey === county,
    );
    const [only, ...more] = fitting;
    if (only) return more.length === 0 ? only : fault(field, 'import_parent_ambiguous', { count: fitting.length });
  }
  return fault(field, 'import_parent_unknown');
};

/** The parent that a row names: by code, else by name (within its county), else the county itself; or what is wrong with it. */
export const findParent = (question: ParentQuestion): Standing | FieldFault => {
  const { parentCode, parentName, countyName } = question.row;
  if (parentCode !== undefined) return byCode(question, parentCode);
  if (parentName !== undefined) return byName(question, parentName, 'parentName', MAY_LIE_UNDER[question.kind]);
  if (countyName !== undefined) return byName(question, countyName, 'countyName', ['county']);
  return fault('parentName', 'import_parent_missing');
};
