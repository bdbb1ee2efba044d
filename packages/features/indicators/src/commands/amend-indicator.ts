import { change, defineCommand, guarded, one } from '@mahalleh/gate';
import { foldText, isRefusal, refuse } from '@mahalleh/kernel';
import { and, eq, sql } from 'drizzle-orm';
import type * as z from 'zod';
import { dependentsRefusal, isNewMeaning, meantRefusal, readsFor, type Meant } from '../indicator-rules.ts';
import { indicatorOf, knownIndicators, measuredOf, provinceOf, type MeasuredRow } from '../indicator-scope.ts';
import { AmendIndicator, IndicatorChanged } from '../model.ts';
import { indicatorInputs, indicators, indicatorVersions, type IndicatorRow } from '../schema.ts';

type Said = z.output<typeof AmendIndicator>;
const WORDS = ['aim', 'titleFa', 'titleEn', 'about', 'ofFa', 'ofEn', 'source', 'addsUp'] as const;
type Words = Partial<Pick<IndicatorRow, (typeof WORDS)[number]>>;

/** What was said of the indicator's words, and nothing else. */
const wordsOf = (said: Said, row: IndicatorRow): Words =>
  Object.fromEntries(
    WORDS.flatMap((name) => (said[name] === undefined || said[name] === row[name] ? [] : [[name, said[name]]])),
  ) as Words;

const meantOf = (said: Said, row: IndicatorRow, now: MeasuredRow): Meant => ({
  key: row.key,
  frequency: row.frequency,
  population: row.population,
  addsUp: said.addsUp ?? row.addsUp,
  unit: said.unit ?? now.unit,
  direction: said.direction ?? now.direction,
  formula: said.formula === undefined ? now.formula : said.formula,
});

/** Changes an indicator's words, or what it means: another formula, unit or direction begins a new version, whose series is its own. */
export const amendIndicator = defineCommand({
  name: 'indicator.amend',
  permission: 'indicator.amend',
  input: AmendIndicator,
  output: IndicatorChanged,
  load: (db, { indicatorId }) => ({
    province: provinceOf(db),
    indicator: indicatorOf(db, indicatorId),
    now: measuredOf(db, indicatorId),
    known: knownIndicators(db),
    last: one(
      db.text<{ version: number }>(
        sql`select max(v.version) as version from indicator_versions v where v.indicator_id = ${indicatorId}`,
      ),
    ),
  }),
  decide: ({ indicator, now, known, last }, input, { nowMs }) => {
    if (indicator.retiredAtMs !== null) return refuse('indicator_retired');
    const meant = meantOf(input, indicator, now);
    const isNew = isNewMeaning(now, meant);
    const no =
      meantRefusal(meant) ??
      (isNew && input.why === undefined ? refuse('indicator_version_needs_reason', { field: 'why' }) : undefined) ??
      (meant.unit === now.unit ? undefined : dependentsRefusal(meant, known));
    if (no) return no;
    const reads = isNew ? readsFor(meant, known) : [];
    if (isRefusal(reads)) return reads;
    const version = isNew ? last.version + 1 : now.version;
    return { words: wordsOf(input, indicator), meant, isNew, reads, version, nowMs };
  },
  save: (db, { words, meant, isNew, reads, version, nowMs }, { indicator }, { indicatorId, revision, why }) => [
    guarded(
      db
        .update(indicators)
        .set({
          ...words,
          titleFolded: foldText(
            `${words.titleFa ?? indicator.titleFa} ${(words.titleEn === undefined ? indicator.titleEn : words.titleEn) ?? ''}`,
          ),
          version,
          revision: revision + 1,
        })
        .where(and(eq(indicators.id, indicatorId), eq(indicators.revision, revision))),
    ),
    ...(isNew
      ? [
          change(
            db.insert(indicatorVersions).values({
              indicatorId,
              version,
              unit: meant.unit,
              direction: meant.direction,
              formula: meant.formula,
              why: why ?? null,
              sinceMs: nowMs,
            }),
          ),
          ...reads.map((read) => change(db.insert(indicatorInputs).values({ indicatorId, version, ...read }))),
        ]
      : []),
  ],
  // A version that has been measured under stays: its row is held by its measurements, and taking back fails as a whole.
  reversal: ({ words, isNew, reads, version }, { indicator }, { indicatorId, revision }) => ({
    steps: [
      ...(isNew
        ? [
            { table: indicatorVersions, id: { indicatorId }, at: { version }, remove: true as const },
            ...reads.map((read) => ({
              table: indicatorInputs,
              id: { indicatorId, ...read },
              at: { version },
              remove: true as const,
            })),
          ]
        : []),
      {
        table: indicators,
        id: indicatorId,
        revision: revision + 1,
        set: {
          ...Object.fromEntries(Object.keys(words).map((name) => [name, indicator[name as keyof Words]])),
          titleFolded: indicator.titleFolded,
          version: indicator.version,
        },
      },
    ],
  }),
  audit: ({ words, isNew }, { province, indicator }) => ({
    subject: indicator.id,
    unitId: province.id,
    fields: [...Object.keys(words), ...(isNew ? ['version'] : [])],
  }),
  answer: (_decision, { indicator }, { revision }) => ({ id: indicator.id, revision: revision + 1 }),
});
