import { momentOf, zAt } from '@mahalleh/boards/moment';
import { defineNationQuery, many } from '@mahalleh/gate';
import { civilDateOf, isProvinceSlug, toJalali, zInput, zOptional } from '@mahalleh/kernel';
import { metricsRead } from '@mahalleh/metric';
import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { monthsOfYear, provinceSums, sumCells } from './cells-sql.ts';
import { PLACES, SimilarOutput, similarCounties, sizeOf, type FairCounty } from './fair-counties.ts';
import { byReporter, headlineFigure, type CellRow, type CoverRow } from './figures.ts';
import { headlineMetrics, headlineMetricsApart, headlineOf, headlines, headlinesOut } from './headlines.ts';
import { MeaningOutput, meaningOf } from './meaning.ts';
import { FigureOutput, HeadlineOutput } from './outputs.ts';
import {
  askCounties,
  askCoverage,
  askPin,
  askProvinces,
  cellsFrom,
  monthSumsFrom,
  pinOf,
  PinOutput,
} from './source.ts';
import { flowMonths, monthsBack, pointsOf, STEPS, stockMonths, type MonthRow } from './series.ts';

/** How many months a series goes back: two years and this month. */
const MONTHS = 25;
/** The most places beside each other. */
const MOST = 5;

const zPlaces = z
  .string()
  .max(200)
  .transform((text) => [...new Set(text.split(',').map((place) => place.trim()))].filter((place) => place !== ''))
  .refine((places) => places.every((place) => place === 'nation' || isProvinceSlug(place) || /^\d{4}$/.test(place)), {
    error: 'figure_place_unknown',
  })
  .refine((places) => places.length <= MOST, { error: 'places_too_many' });

const PointOutput = z.object({
  span: z.string().describe('Jalali month, quarter or year'),
  value: z.number().nullable(),
  of: z.number().nullable(),
  over: z.number().nullable(),
});

const isCounty = (place: string): boolean => /^\d{4}$/.test(place);

/** Who is summed: by which column, in the standing and in the frozen cells. */
const REPORTERS = [
  { standing: sql`'nation'`, frozen: sql`'nation'`, flows: monthSumsFrom, isOf: (place: string) => place === 'nation' },
  { standing: sql`province`, frozen: sql`f.province`, flows: monthSumsFrom, isOf: isProvinceSlug },
  {
    standing: sql`county`,
    frozen: sql`f.county`,
    flows: cellsFrom,
    isOf: isCounty,
  },
] as const;

/** Up to five places beside each other: all their figures now, and one figure over two years. Costs follow the cells of these places alone. */
export const comparePlaces = defineNationQuery({
  name: 'figure.compare',
  permission: 'province.read',
  input: zInput({
    figure: zOptional(z.string().max(60)),
    places: zOptional(zPlaces),
    step: zOptional(z.enum(STEPS)),
    at: zAt,
  }),
  output: z.object({
    nowMs: z.int(),
    pin: PinOutput,
    headlines: z.array(HeadlineOutput),
    meaning: MeaningOutput,
    figure: z.string(),
    step: z.enum(STEPS),
    all: z.object({
      provinces: z.array(z.object({ key: z.string(), nameFa: z.string(), nameEn: z.string() })),
      counties: z.array(
        z.object({ key: z.string(), nameFa: z.string(), nameEn: z.string().nullable(), province: z.string() }),
      ),
    }),
    places: z.array(
      z.object({
        key: z.string(),
        nameFa: z.string(),
        nameEn: z.string().nullable(),
        province: z.string().nullable(),
        figures: z.record(z.string(), FigureOutput),
        series: z.array(PointOutput),
        similar: SimilarOutput.describe('Of a county, for the chosen figure'),
      }),
    ),
  }),
  ask: (db, { figure, places = ['nation'], at }, facts) => {
    const nowMs = momentOf(at, facts.nowMs);
    const headline = headlineOf(figure);
    const months = monthsBack(nowMs, MONTHS);
    const stored = metricsRead([headline]);
    const of = ({ standing, frozen, flows, isOf }: (typeof REPORTERS)[number]) => {
      const among = sql`in (select value from json_each(${JSON.stringify(places.filter((place) => isOf(place)))}))`;
      const months12 = monthsOfYear(nowMs);
      return {
        now: many(db.text<CellRow>(sumCells(standing, headlineMetrics, months12, sql`${standing} ${among}`, at))),
        series: many(
          db.text<MonthRow>(
            headline.span === 'now'
              ? stockMonths(frozen, stored, months, sql`${frozen} ${among}`, nowMs)
              : flowMonths(standing, stored, months, sql`${standing} ${among}`, flows(at)),
          ),
        ),
      };
    };
    const [nation, province, county] = [of(REPORTERS[0]), of(REPORTERS[1]), of(REPORTERS[2])];
    return {
      pin: askPin(db, at),
      provinces: askProvinces(db, at, sql`status = 'active'`),
      counties: askCounties(db, at, sql`ended_on is null`),
      coverage: askCoverage(db, at),
      known: many(
        db.text<{ province: string; period: string }>(
          sql`select distinct province, period from national_closings where received_at_ms <= ${nowMs}`,
        ),
      ),
      // Province by province, so that one that has not reported is not counted as nought.
      nationNow: many(
        db.text<CellRow>(
          provinceSums(places.includes('nation') ? headlineMetrics : [], headlineMetricsApart, nowMs, at),
        ),
      ),
      nationSeries: nation.series,
      provinceNow: province.now,
      provinceSeries: province.series,
      countyNow: county.now,
      countySeries: county.series,
      // Only where a county is asked for: those like it may be any.
      allCounties: many(
        db.text<CellRow>(
          sumCells(
            sql`county`,
            places.some(isCounty) ? [...new Set([...stored, PLACES])] : [],
            monthsOfYear(nowMs),
            sql`true`,
            at,
          ),
        ),
      ),
    };
  },
  shape: (got, { figure, places = ['nation'], step = 'month', at }, facts) => {
    const nowMs = momentOf(at, facts.nowMs);
    const headline = headlineOf(figure);
    const months = monthsBack(nowMs, MONTHS);
    const slugs = got.provinces.map(({ slug }) => slug);
    const now = [...got.provinceNow, ...got.countyNow];
    const series = [...got.nationSeries, ...got.provinceSeries, ...got.countySeries];
    const coverFor = (place: string, province: string | null): CoverRow[] =>
      got.coverage
        .filter((row) => place === 'nation' || row.province === (province ?? place))
        .map(({ province: reporter, metric, asOfMs }) => ({
          reporter: place === 'nation' ? reporter : place,
          metric,
          asOfMs,
        }));
    const named = (place: string) => {
      if (place === 'nation') return { nameFa: 'کشور', nameEn: 'The nation', province: null };
      const province = got.provinces.find(({ slug }) => slug === place);
      if (province) return { nameFa: province.nameFa, nameEn: province.nameEn, province: null };
      const county = got.counties.find(({ code }) => code === place);
      return county && { nameFa: county.nameFa, nameEn: county.nameEn, province: county.province };
    };
    const cellsBy = byReporter(got.allCounties);
    const fair: FairCounty[] = places.some(isCounty)
      ? got.counties.map(({ code, province, nameFa, nameEn }) => {
          const cells = cellsBy.get(code) ?? [];
          const figure = headlineFigure(headline, [code], cells, coverFor(code, province));
          return { key: code, nameFa, nameEn, figure, ...sizeOf(cells) };
        })
      : [];
    const similarOf = (place: string): z.infer<typeof SimilarOutput> => {
      const county = fair.find(({ key }) => key === place);
      return county ? similarCounties(headline, county, fair) : null;
    };
    const thisYear = String(toJalali(civilDateOf(nowMs)).year);
    /** A flow is known in every month since the place reports; a stock where a month was closed. */
    const knownOf = (place: string, province: string | null): Set<string> =>
      headline.span === 'now'
        ? new Set(
            got.known
              .filter((row) => place === 'nation' || row.province === (province ?? place))
              .map(({ period }) => period),
          )
        : new Set(
            months.filter(
              (month) =>
                series.some((row) => row.reporter === place && row.period === month) || month.startsWith(thisYear),
            ),
          );
    return {
      nowMs,
      pin: pinOf(at, got.pin),
      headlines: headlinesOut(),
      meaning: meaningOf(headline),
      figure: headline.key,
      step,
      all: {
        provinces: got.provinces.map(({ slug, nameFa, nameEn }) => ({ key: slug, nameFa, nameEn })),
        counties: got.counties.map(({ code, nameFa, nameEn, province }) => ({ key: code, nameFa, nameEn, province })),
      },
      places: places.flatMap((place) => {
        const known = named(place);
        if (!known) return [];
        const cover = coverFor(place, known.province);
        const isNation = place === 'nation';
        const cells = isNation ? got.nationNow : now.filter((row) => row.reporter === place);
        const reporters = isNation ? slugs : [place];
        return [
          {
            key: place,
            ...known,
            figures: Object.fromEntries(
              headlines.map((one) => [one.key, headlineFigure(one, reporters, cells, cover)]),
            ),
            series: pointsOf(
              headline,
              series.filter((row) => row.reporter === place),
              months,
              knownOf(place, known.province),
              step,
            ),
            similar: similarOf(place),
          },
        ];
      }),
    };
  },
});
