import { indicatorKind } from '../kinds/result-kinds.ts';
import { effectOf, isTold, verdictOf, type ResultRow } from './effect.ts';
import { MONTHS_UNLESS_SAID } from './months.ts';
import type { ResultsRead } from './results-model.ts';
import { worksWhere } from './works-where.ts';

/** A version as it is stored. */
export type ResultVersionRow = {
  readonly version: number;
  readonly title: string;
  readonly province: string;
  readonly isSample: number;
  readonly adoptions: number;
};
/** An indicator of which a version promises a change. */
export type PromisedRow = { readonly version: number; readonly fieldsJson: string };

type Stored = ResultRow & { readonly version: number; readonly asOfMs: number };
type Promised = {
  readonly key: string;
  readonly titleFa: string;
  readonly titleEn: string | null;
  readonly population: string;
} & Pick<ResultsRead['indicators'][number], 'unit' | 'ofFa' | 'ofEn' | 'direction' | 'promised' | 'months'>;

/** What is no indicator as it is known here is left out. */
const promisedOf = ({ fieldsJson }: PromisedRow): Promised[] => {
  const read = indicatorKind.fields.safeParse(JSON.parse(fieldsJson));
  if (!read.success || read.data.expectedChange === null) return [];
  const { key, titleFa, titleEn, population, unit, ofFa, ofEn, direction, expectedChange, expectedMonths } = read.data;
  return [
    {
      ...{ key, titleFa, titleEn, population, unit, ofFa, ofEn, direction },
      ...{ promised: expectedChange, months: expectedMonths ?? MONTHS_UNLESS_SAID },
    },
  ];
};

const countIn = (rows: readonly ResultRow[], side: ResultRow['side']): number =>
  rows.filter((row) => row.side === side && isTold(row)).reduce((sum, { n }) => sum + n, 0);

/** By province, neighbourhoods with the template of which nothing is said; the most first. */
const untoldIn = (rows: readonly ResultRow[]): { province: string; treated: number }[] => {
  const few = rows.filter((row) => row.side === 'treated' && !isTold(row));
  return [...Map.groupBy(few, ({ province }) => province)]
    .map(([province, own]) => ({ province, treated: own.reduce((sum, { n }) => sum + n, 0) }))
    .toSorted((a, b) => b.treated - a.treated || (a.province < b.province ? -1 : 1));
};

/** The most neighbourhoods that are told of by one indicator. */
const treatedIn = (rows: readonly Stored[]): number =>
  Math.max(0, ...[...Map.groupBy(rows, ({ indicator }) => indicator).values()].map((own) => countIn(own, 'treated')));

const byKey = (a: Promised, b: Promised): number => (a.key < b.key ? -1 : 1);

/** Of more neighbourhoods told of, else in use in more, else the later one. */
const isMore = (
  one: { readonly treated: number; readonly adoptions: number },
  other: { readonly treated: number; readonly adoptions: number },
): boolean => (one.treated === other.treated ? one.adoptions >= other.adoptions : one.treated > other.treated);

/** What was stored of a template’s results, joined over provinces. `asked`: the version, else that of which most is told or which most use. */
export const resultsOf = (
  templateId: string,
  asked: number | undefined,
  rows: {
    readonly versions: readonly ResultVersionRow[];
    readonly promised: readonly PromisedRow[];
    readonly results: readonly Stored[];
  },
  workspace: string,
): ResultsRead | undefined => {
  const versions = rows.versions.map((row) => ({
    ...row,
    treated: treatedIn(rows.results.filter(({ version }) => version === row.version)),
  }));
  const last = versions.at(-1);
  if (!last) return undefined;
  const most = versions.reduce((best, one) => (isMore(one, best) ? one : best), versions[0] ?? last);
  const shown = asked === undefined ? most : versions.find(({ version }) => version === asked);
  if (!shown) return undefined;
  const told = rows.results.filter(({ version }) => version === shown.version);
  const promised = rows.promised
    .filter(({ version }) => version === shown.version)
    .flatMap(promisedOf)
    .toSorted(byKey);
  const own = (key: string): readonly Stored[] => told.filter(({ indicator }) => indicator === key);
  const hasTold = ({ key, population }: Promised): boolean => population === 'things' && own(key).length > 0;
  return {
    ...{ templateId, title: last.title, province: last.province },
    isOwn: last.province === workspace,
    isSample: last.isSample === 1,
    ...{ version: shown.version, adoptions: shown.adoptions },
    versions: versions.map(({ version, treated }) => ({ version, treated })),
    asOfMs: told.length === 0 ? null : Math.min(...told.map(({ asOfMs }) => asOfMs)),
    indicators: promised.filter(hasTold).map(({ population: _of, ...one }) => {
      const sums = own(one.key);
      const effect = effectOf(sums);
      return {
        ...one,
        effect,
        verdict: verdictOf(effect, one.promised),
        told: { treated: countIn(sums, 'treated'), untreated: countIn(sums, 'untreated') },
        untold: untoldIn(sums),
        where: worksWhere(sums, one.promised),
      };
    }),
    without: promised
      .filter((one) => !hasTold(one))
      .map(({ key, titleFa, titleEn, population }) => ({
        ...{ key, titleFa, titleEn },
        why: population === 'things' ? 'untold' : 'people',
      })),
  };
};
