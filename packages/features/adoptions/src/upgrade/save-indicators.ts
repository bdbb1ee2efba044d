import { change, guarded, type Change, type Step, type WriteDb } from '@mahalleh/gate';
import type { Read } from '@mahalleh/indicators';
import { indicatorAims, indicatorInputs, indicators, indicatorVersions } from '@mahalleh/indicators/schema';
import { foldText } from '@mahalleh/kernel';
import { and, eq } from 'drizzle-orm';
import type { Meaning } from './meanings-after.ts';
import type { Aimed } from './promises.ts';
import type { ChangedElement } from './changed-elements.ts';

type Db = WriteDb<'province'>;
type Row = typeof indicators.$inferSelect;

const WORDS = ['aim', 'titleFa', 'titleEn', 'about', 'ofFa', 'ofEn', 'source', 'addsUp'] as const;

/** An indicator that is said otherwise, or begins to mean something else: its values so far keep what they meant. */
export type IndicatorChange = {
  readonly id: string;
  readonly revision: number;
  readonly set: Readonly<Record<string, unknown>>;
  readonly was: Readonly<Record<string, string | number | boolean | null>>;
  readonly version: Pick<typeof indicatorVersions.$inferInsert, 'version' | 'unit' | 'direction' | 'formula'> | null;
  readonly reads: readonly Read[];
};

/** The indicators with the last version that each ever had. */
export type IndicatorRecords = {
  readonly rows: readonly Row[];
  readonly lastVersions: readonly { readonly id: string; readonly version: number }[];
};

/** How indicators are rewritten. `idOf`: of an element that comes in the same act, the record that it becomes. */
export const indicatorChanges = (
  meanings: readonly Meaning[],
  changes: readonly ChangedElement[],
  { rows, lastVersions }: IndicatorRecords,
  idOf: (ref: string) => string,
): IndicatorChange[] =>
  meanings.flatMap(({ elementId, indicatorId, meant, isNew, reads }): IndicatorChange[] => {
    const row = rows.find(({ id }) => id === indicatorId);
    const said = changes.find(({ id }) => id === elementId)?.said ?? {};
    if (!row) return [];
    const words = Object.fromEntries(WORDS.flatMap((name) => (Object.hasOwn(said, name) ? [[name, said[name]]] : [])));
    const { titleFa, titleEn } = { ...row, ...words } as Pick<Row, 'titleFa' | 'titleEn'>;
    const last = lastVersions.find(({ id }) => id === indicatorId)?.version ?? row.version;
    const version = isNew ? last + 1 : row.version;
    const set = { ...words, titleFolded: foldText(`${titleFa} ${titleEn ?? ''}`), version };
    const before = row as Readonly<Record<string, string | number | boolean | null>>;
    const { unit, direction, formula } = meant;
    return [
      {
        ...{ id: indicatorId, revision: row.revision, set },
        was: Object.fromEntries(Object.keys(set).map((name) => [name, before[name] ?? null])),
        version: isNew ? { version, unit, direction, formula } : null,
        reads: reads.map((read) => (read.kind === 'indicator' ? { ...read, ref: idOf(read.ref) } : read)),
      },
    ];
  });

/** The changes of indicators, as amending them by hand writes them. */
export const saveIndicators = (db: Db, changes: readonly IndicatorChange[], why: string, nowMs: number): Change[] =>
  changes.flatMap(({ id, revision, set, version, reads }) => [
    guarded(
      db
        .update(indicators)
        .set({ ...set, revision: revision + 1 })
        .where(and(eq(indicators.id, id), eq(indicators.revision, revision))),
    ),
    ...(version
      ? [
          change(db.insert(indicatorVersions).values({ indicatorId: id, ...version, why, sinceMs: nowMs })),
          ...reads.map((read) =>
            change(db.insert(indicatorInputs).values({ indicatorId: id, version: version.version, ...read })),
          ),
        ]
      : []),
  ]);

/** The aims of a neighbourhood that follow what is promised; one that was set otherwise meanwhile makes it a conflict. */
export const saveAims = (db: Db, aimed: readonly Aimed[], unitId: string, nowMs: number): Change[] =>
  aimed.flatMap(({ indicatorId, was, now }): Change[] => {
    const isThis = and(
      eq(indicatorAims.indicatorId, indicatorId),
      eq(indicatorAims.unitId, unitId),
      eq(indicatorAims.setAtMs, was?.setAtMs ?? 0),
    );
    if (was && now)
      return [
        guarded(
          db
            .update(indicatorAims)
            .set({ ...now, setAtMs: nowMs })
            .where(isThis),
        ),
      ];
    if (was) return [guarded(db.delete(indicatorAims).where(isThis))];
    return now ? [change(db.insert(indicatorAims).values({ indicatorId, unitId, ...now, setAtMs: nowMs }))] : [];
  });

/** How that is taken back; a version that has been measured under holds the whole. */
export const indicatorSteps = (
  changes: readonly IndicatorChange[],
  aimed: readonly Aimed[],
  unitId: string,
  nowMs: number,
): Step[] => [
  ...changes.flatMap(({ id, revision, was, version, reads }): Step[] => [
    ...(version
      ? [
          {
            ...{ table: indicatorVersions, id: { indicatorId: id }, at: { version: version.version } },
            remove: true as const,
          },
          ...reads.map((read) => ({
            table: indicatorInputs,
            id: { indicatorId: id, ...read },
            at: { version: version.version },
            remove: true as const,
          })),
        ]
      : []),
    { table: indicators, id, revision: revision + 1, set: { ...was } },
  ]),
  ...aimed.flatMap(({ indicatorId, was, now }): Step[] => {
    const id = { indicatorId, unitId };
    const at = { setAtMs: nowMs };
    if (!was) return now ? [{ table: indicatorAims, id, at, remove: true }] : [];
    const { baselineValue, goalValue, goalPeriod, setAtMs } = was;
    const set = { baselineValue, goalValue, goalPeriod, setAtMs };
    return [now ? { table: indicatorAims, id, at, set } : { table: indicatorAims, insert: { ...id, ...set } }];
  }),
];
