import { targets } from '@mahalleh/indicators/schema';
import { foldText } from '@mahalleh/kernel';
import { operations, tasks, type OperationRow, type TaskRow } from '@mahalleh/operations/schema';
import { whysOf } from '@mahalleh/problems/rules';
import { problems } from '@mahalleh/problems/schema';
import { responsibilities } from '@mahalleh/responsibility/schema';
import type { Fields, FieldValue } from '@mahalleh/templates/document';
import type { RealDays } from '../dates/index.ts';
import type { ChangedElement } from './changed-elements.ts';
import type { IndicatorRecords } from './save-indicators.ts';

/** A column set of one record: what it is to be, and what it was. */
export type Rewrite = {
  readonly kind: 'problem' | 'operation' | 'task' | 'target' | 'duty';
  readonly id: string;
  readonly unitId: string;
  readonly revision: number;
  readonly set: Readonly<Record<string, unknown>>;
  readonly was: Readonly<Record<string, unknown>>;
  /** Moved to later days: the reason is kept, as whoever moves it by hand gives one. */
  readonly later: { readonly fromOn: string; readonly toOn: string } | null;
};

/** Records of an adoption as their tables have them. */
export type Records = {
  readonly problems: readonly (typeof problems.$inferSelect)[];
  readonly operations: readonly OperationRow[];
  readonly tasks: readonly TaskRow[];
  readonly targets: readonly (typeof targets.$inferSelect)[];
  readonly indicators: IndicatorRecords;
};

/** What an element's record is to say: new fields in the words of here, and new days. */
export type News = { readonly fields: Fields; readonly days: RealDays | undefined };

const words = (value: FieldValue | undefined): string | null => (typeof value === 'string' ? value : null);
const has = (fields: Fields, name: string): boolean => Object.hasOwn(fields, name);

const titled = (fields: Fields): Record<string, unknown> =>
  has(fields, 'title')
    ? { title: words(fields['title']) ?? '', titleFolded: foldText(words(fields['title']) ?? '') }
    : {};

const columns = (fields: Fields, names: Readonly<Record<string, string>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(names).flatMap(([field, column]) => (has(fields, field) ? [[column, fields[field]]] : [])),
  );

const changed = <R extends object>(row: R, set: Readonly<Record<string, unknown>>) => {
  const before = row as Readonly<Record<string, unknown>>;
  const names = Object.keys(set).filter((name) => set[name] !== before[name]);
  return {
    set: Object.fromEntries(names.map((name) => [name, set[name]])),
    was: Object.fromEntries(names.map((name) => [name, before[name] ?? null])),
  };
};

const problemNews = (row: Records['problems'][number], { fields }: News): Rewrite => {
  const list = fields['whys'];
  const whys = Array.isArray(list) ? { rootCause: null, whysJson: null, ...whysOf({ whys: list }) } : {};
  const set = {
    ...titled(fields),
    ...columns(fields, { description: 'description', severity: 'severity', solution: 'solution' }),
    ...columns(fields, { domainRef: 'domainKey' }),
    ...whys,
  };
  const { id, unitId, revision } = row;
  return { kind: 'problem', id, unitId, revision, ...changed(row, set), later: null };
};

/** What an operation is that nobody has approved: other days, another domain and another group are approved anew. */
const UNAPPROVED = { approvedAtMs: null, approvedBy: null, overlapsNoted: null };

const operationNews = (row: OperationRow, { fields, days }: News): Rewrite => {
  const { id, unitId, revision, startsOn, endsOn } = row;
  const isMoved = days !== undefined && (days.startsOn !== startsOn || days.endsOn !== endsOn);
  const isForOthers = has(fields, 'audience') && fields['audience'] !== row.audience;
  const isElsewhere = has(fields, 'domainRef') && fields['domainRef'] !== row.domainKey;
  const set = {
    ...titled(fields),
    ...columns(fields, {
      goal: 'goal',
      measure: 'measure',
      audience: 'audience',
      domainRef: 'domainKey',
      agencyRef: 'agencyId',
      indicatorRef: 'indicatorId',
    }),
    ...(isMoved
      ? { ...days, baselineStartsOn: row.baselineStartsOn ?? startsOn, baselineEndsOn: row.baselineEndsOn ?? endsOn }
      : {}),
    ...(row.status === 'planned' && (isMoved || isForOthers || isElsewhere) ? UNAPPROVED : {}),
  };
  const isLater = isMoved && days.endsOn > endsOn;
  const later = isLater ? { fromOn: endsOn, toOn: days.endsOn } : null;
  return { kind: 'operation', id, unitId, revision, ...changed(row, set), later };
};

const taskNews = (row: TaskRow, { fields, days }: News): Rewrite => {
  const { id, unitId, revision, startsOn, dueOn } = row;
  const isMoved = days !== undefined && (days.startsOn !== startsOn || days.endsOn !== dueOn);
  const isLater = isMoved && days.endsOn > dueOn;
  const { title } = titled(fields);
  const set = {
    ...(title === undefined ? {} : { title }),
    ...columns(fields, { agencyRef: 'agencyId', isMilestone: 'isMilestone' }),
    ...(isMoved
      ? {
          ...{ startsOn: days.startsOn, dueOn: days.endsOn },
          ...{ baselineStartsOn: row.baselineStartsOn ?? startsOn, baselineDueOn: row.baselineDueOn ?? dueOn },
          postponedCount: row.postponedCount + (isLater ? 1 : 0),
        }
      : {}),
  };
  const later = isLater ? { fromOn: dueOn, toOn: days.endsOn } : null;
  return { kind: 'task', id, unitId, revision, ...changed(row, set), later };
};

const targetNews = (row: Records['targets'][number], { fields, days }: News): Rewrite => {
  const { id, unitId, revision } = row;
  const set = {
    ...columns(fields, { titleFa: 'titleFa', titleEn: 'titleEn', baseline: 'baselineValue', goal: 'goalValue' }),
    ...(days ? { dueOn: days.endsOn } : {}),
  };
  return { kind: 'target', id, unitId, revision, ...changed(row, set), later: null };
};

/** Duties of which nothing but the note is another: they stay the same duties, since the same day. */
export const dutyNotes = (
  changes: readonly ChangedElement[],
  replaced: ReadonlySet<string>,
  unitId: string,
): Rewrite[] =>
  changes.flatMap(({ kind, local: { record, now }, said }): Rewrite[] => {
    if (kind !== 'duty' || !record || replaced.has(record.rowKey) || !has(said, 'note')) return [];
    const [note, was] = [words(said['note']), words(now['note'])];
    const { rowKey, revision } = record;
    return [{ kind, id: rowKey, unitId, revision: revision ?? 0, set: { note }, was: { note: was }, later: null }];
  });

/** How records are rewritten; those of which nothing changes are left out. */
export const rewrites = (records: Records, news: ReadonlyMap<string, News>): Rewrite[] =>
  [
    ...records.problems.map((row) => [row.id, (found: News) => problemNews(row, found)] as const),
    ...records.operations.map((row) => [row.id, (found: News) => operationNews(row, found)] as const),
    ...records.tasks.map((row) => [row.id, (found: News) => taskNews(row, found)] as const),
    ...records.targets.map((row) => [row.id, (found: News) => targetNews(row, found)] as const),
  ].flatMap(([id, make]) => {
    const found = news.get(id);
    const rewrite = found && make(found);
    return rewrite && Object.keys(rewrite.set).length > 0 ? [rewrite] : [];
  });

/** The table of each kind that is rewritten. */
export const REWRITTEN = {
  ...{ problem: problems, operation: operations, task: tasks, target: targets },
  duty: responsibilities,
} as const;
