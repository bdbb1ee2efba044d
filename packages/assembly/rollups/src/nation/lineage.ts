import { momentOf, zAt } from '@mahalleh/boards/moment';
import { defineNationQuery, many } from '@mahalleh/gate';
import { civilDateOf, Failure, isSpanKey, monthsOfSpan, toJalali, zInput } from '@mahalleh/kernel';
import { sql, type SQL } from 'drizzle-orm';
import * as z from 'zod';
import { askedFigure, storedOf, type AskedFigure } from './asked-figure.ts';
import { sumCells } from './cells-sql.ts';
import { headlineFigure, type CellRow, type CoverRow } from './figures.ts';
import { coverRows, letterRows, type LetterRow } from './lineage-sql.ts';
import { describeMetric, MetricOutput } from './metric-output.ts';
import { DurationOutput, FigureOutput } from './outputs.ts';
import { coverageOf, spreadOf } from './places.ts';
import { askCounties, askCoverage, askPin, askProvinces, countiesFrom, pinOf, PinOutput, type At } from './source.ts';

/** How many letters of a province are told: of each for the nation, of the one asked for. */
const LETTERS = { each: 3, one: 40 } as const;

const Letter = z.object({
  province: z.string(),
  epoch: z.int(),
  kind: z.string(),
  number: z.int(),
  keyId: z.string().describe('The key of the province that sealed it'),
  digest: z.string(),
  sentAtMs: z.int(),
  receivedAtMs: z.int(),
  cells: z.int().describe('Cells of this figure that stand as this letter brought them'),
  metrics: z.array(z.string()),
});
const Reporter = z.object({
  key: z.string(),
  nameFa: z.string(),
  nameEn: z.string().nullable(),
  figure: FigureOutput,
});
const Part = z.object({
  role: z.enum(['all', 'of', 'over']),
  metric: MetricOutput,
  where: z.object({ dim: z.string(), in: z.array(z.string()) }).nullable(),
  value: z.number().nullable(),
});

const figureOf = (key: string): AskedFigure => {
  const found = askedFigure(key);
  if (!found) throw new Failure('not_found', 'metric_unknown');
  return found;
};
const partsOf = ({ of, over }: AskedFigure) =>
  over
    ? ([
        { role: 'of', part: of },
        { role: 'over', part: over },
      ] as const)
    : ([{ role: 'all', part: of }] as const);
const storedIn = (figure: AskedFigure): string[] => [...new Set(partsOf(figure).map(({ part }) => part.metric))];

/** Which period a flow is told over: the one asked for, or this Jalali year. */
const periodOfFlow = (period: string | undefined, nowMs: number): string =>
  period ?? String(toJalali(civilDateOf(nowMs)).year);
const monthsOf = (period: string | undefined, nowMs: number): string[] => {
  const span = periodOfFlow(period, nowMs);
  return isSpanKey(span) ? monthsOfSpan(span) : [];
};

const isCounty = (place: string): boolean => /^\d{4}$/.test(place);
const inPlace = (place: string): SQL =>
  place === 'nation' ? sql`true` : isCounty(place) ? sql`county = ${place}` : sql`province = ${place}`;
/** The province that a place is, or lies in, as a condition; all of them for the nation. */
const ofPlace = (place: string, at: At): SQL =>
  isCounty(place) ? sql`province = (select province from ${countiesFrom(at)} where code = ${place})` : inPlace(place);

/** Where a figure comes from: what it means, who reported, which letters brought it, and since when it is so. */
export const figureLineage = defineNationQuery({
  name: 'figure.lineage',
  permission: 'metric.read',
  input: zInput({
    metric: z.string().max(80).describe('A figure of the national pages (`progress_councils`) or a metric'),
    place: z
      .string()
      .regex(/^(nation|[a-z-]{2,40}|\d{4})$/, { error: 'figure_place_unknown' })
      .default('nation')
      .describe('`nation`, a province or the official code of a county'),
    period: z
      .string()
      .refine(isSpanKey, { error: 'figure_period_unknown' })
      .optional()
      .describe('Of a flow: `1405-08`, `1405-q3` or `1405`; this Jalali year when left out'),
    at: zAt,
  }),
  output: z.object({
    nowMs: z.int(),
    pin: PinOutput,
    place: z.object({
      kind: z.enum(['nation', 'province', 'county']),
      key: z.string(),
      nameFa: z.string(),
      nameEn: z.string().nullable(),
      province: z.string().nullable(),
    }),
    key: z.string(),
    title: z.object({ fa: z.string(), en: z.string() }),
    unit: z.string(),
    period: z.string().nullable(),
    figure: FigureOutput,
    spread: DurationOutput.nullable(),
    parts: z.array(Part),
    reporters: z.array(Reporter),
    letters: z.array(Letter),
    lettersInAll: z.int(),
  }),
  ask: (db, { metric, place, period, at }, facts) => {
    const nowMs = momentOf(at, facts.nowMs);
    const figure = figureOf(metric);
    const stored = storedIn(figure);
    const months = figure.nature === 'flow' ? monthsOf(period, nowMs) : [];
    const most = place === 'nation' ? LETTERS.each : LETTERS.one;
    return {
      pin: askPin(db, at),
      provinces: askProvinces(db, at),
      counties: askCounties(db, at, place === 'nation' ? sql`false` : ofPlace(place, at)),
      coverage: askCoverage(db, at, sql`metric in (select value from json_each(${JSON.stringify(stored)}))`),
      cells: many(
        db.text<CellRow>(
          sumCells(place === 'nation' ? sql`province` : sql`county`, stored, months, inPlace(place), at),
        ),
      ),
      letters: many(db.text<LetterRow>(letterRows(stored, months, inPlace(place), most, at))),
      covers: many(db.text<LetterRow>(coverRows(stored, ofPlace(place, at), nowMs, at))),
    };
  },
  shape: (got, { metric, place: asked, period, at }, facts) => {
    const nowMs = momentOf(at, facts.nowMs);
    const pin = pinOf(at, got.pin);
    const figure = figureOf(metric);
    const place = placeOf(asked, got.provinces, got.counties);
    const cover = got.coverage.map(coverageOf);
    const reporters = reportersOf(place, got.provinces, got.counties);
    const covers: CoverRow[] = reporters.flatMap(({ key, province }) =>
      cover.filter(({ reporter }) => reporter === province).map((row) => ({ ...row, reporter: key })),
    );
    // A province answers for all of its counties at once; the nation for its provinces one by one.
    const own = place.kind === 'province' ? got.cells.map((row) => ({ ...row, reporter: place.key })) : got.cells;
    const whole = place.kind === 'province' ? [place.key] : reporters.map(({ key }) => key);
    const wholeCover = place.kind === 'province' ? cover : covers;
    const valueOf = (part: AskedFigure['of']): number | null =>
      headlineFigure({ of: part }, whole, own, wholeCover).value;
    const stored = storedOf(figure.of.metric);
    return {
      nowMs,
      pin,
      place,
      key: figure.key,
      title: { ...figure.title },
      unit: figure.unit,
      period: figure.nature === 'flow' ? periodOfFlow(period, nowMs) : null,
      figure: headlineFigure(figure, whole, own, wholeCover),
      spread: stored.kind === 'distribution' ? spreadOf(stored, got.cells) : null,
      parts: partsOf(figure).map(({ role, part }) => ({
        role,
        metric: describeMetric(storedOf(part.metric)),
        where: part.where ? { dim: part.where.dim, in: [...part.where.in] } : null,
        value: valueOf(part),
      })),
      reporters:
        place.kind === 'county'
          ? []
          : reporters.map(({ key, nameFa, nameEn }) => ({
              key,
              nameFa,
              nameEn,
              figure: headlineFigure(figure, [key], got.cells, covers),
            })),
      letters: [...got.letters, ...got.covers].map(letterOf),
      lettersInAll: [...new Map(got.letters.map(({ province, letters }) => [province, letters])).values()].reduce(
        (sum, n) => sum + n,
        0,
      ),
    };
  },
});

/** A letter for its readers: without the count of its province, which is told once for all. */
const letterOf = (row: LetterRow): z.infer<typeof Letter> => {
  const { province, epoch, kind, number, keyId, digest, sentAtMs, receivedAtMs, cells } = row;
  const metrics = row.metrics === null ? [] : row.metrics.split(',');
  return { province, epoch, kind, number, keyId, digest, sentAtMs, receivedAtMs, cells, metrics };
};

type Province = { slug: string; nameFa: string; nameEn: string; status: string };
type County = { code: string; province: string; nameFa: string; nameEn: string | null; endedOn: string | null };
type Place = {
  kind: 'nation' | 'province' | 'county';
  key: string;
  nameFa: string;
  nameEn: string | null;
  province: string | null;
};

/** The place of the address with its names. Fails: not_found. */
const placeOf = (key: string, known: readonly Province[], counties: readonly County[]): Place => {
  if (key === 'nation') return { kind: 'nation', key, nameFa: 'کشور', nameEn: 'Nation', province: null };
  const county = counties.find(({ code }) => code === key);
  if (county) return { kind: 'county', key, nameFa: county.nameFa, nameEn: county.nameEn, province: county.province };
  const province = known.find(({ slug }) => slug === key);
  if (!province) throw new Failure('not_found', 'figure_place_unknown');
  return { kind: 'province', key, nameFa: province.nameFa, nameEn: province.nameEn, province: key };
};

/** Who is expected to report on a place: the provinces that work, the counties of a province, a county itself. */
const reportersOf = (place: Place, known: readonly Province[], counties: readonly County[]) =>
  place.kind === 'nation'
    ? known
        .filter(({ status }) => status === 'active')
        .map(({ slug, nameFa, nameEn }) => ({ key: slug, nameFa, nameEn, province: slug }))
    : counties
        .filter(({ code, endedOn }) => (place.kind === 'county' ? code === place.key : endedOn === null))
        .map(({ code, nameFa, nameEn, province }) => ({ key: code, nameFa, nameEn, province }));
