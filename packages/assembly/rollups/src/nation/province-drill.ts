import { momentOf, zAt } from '@mahalleh/boards/moment';
import { defineNationQuery, many } from '@mahalleh/gate';
import { Failure, PROVINCES, zInput, zOptional } from '@mahalleh/kernel';
import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { monthsOfYear, sumCells } from './cells-sql.ts';
import type { CellRow } from './figures.ts';
import { headlineMetrics, headlinesOut, headlineOf } from './headlines.ts';
import { MeaningOutput, meaningOf } from './meaning.ts';
import { DurationOutput, HeadlineOutput, PlaceOutput } from './outputs.ts';
import { coverageOf, durationOf, placesFrom } from './places.ts';
import { askCounties, askCoverage, askPin, askProvinces, pinOf, PinOutput } from './source.ts';

/** One province by its counties, from cells alone: what the ministry drills down to, and no further. */
export const provinceDrill = defineNationQuery({
  name: 'figure.province',
  permission: 'province.read',
  input: zInput({ slug: z.enum(PROVINCES.map(({ slug }) => slug)), figure: zOptional(z.string().max(60)), at: zAt }),
  output: z.object({
    nowMs: z.int(),
    pin: PinOutput,
    headlines: z.array(HeadlineOutput),
    meaning: MeaningOutput,
    province: PlaceOutput,
    counties: z.array(PlaceOutput),
    daysToSolve: DurationOutput,
  }),
  ask: (db, { slug, at }, facts) => {
    const nowMs = momentOf(at, facts.nowMs);
    const wanted = [...headlineMetrics, 'problem.days_to_solve@2'];
    return {
      pin: askPin(db, at),
      provinces: askProvinces(db, at, sql`slug = ${slug}`),
      counties: askCounties(db, at, sql`province = ${slug}`),
      coverage: askCoverage(db, at, sql`province = ${slug}`),
      ofProvince: many(
        db.text<CellRow>(sumCells(sql`province`, wanted, monthsOfYear(nowMs), sql`province = ${slug}`, at)),
      ),
      ofCounties: many(
        db.text<CellRow>(sumCells(sql`county`, headlineMetrics, monthsOfYear(nowMs), sql`province = ${slug}`, at)),
      ),
    };
  },
  shape: (got, { figure, at }, facts) => {
    const nowMs = momentOf(at, facts.nowMs);
    const pin = pinOf(at, got.pin);
    const [found] = got.provinces;
    if (!found) throw new Failure('not_found', 'province_unknown');
    const cover = got.coverage.map(coverageOf);
    const { slug, code, nameFa, nameEn } = found;
    const counties = got.counties.filter(({ endedOn }) => endedOn === null);
    const countyCover = counties.flatMap((county) =>
      cover.map(({ metric, asOfMs }) => ({ reporter: county.code, metric, asOfMs })),
    );
    const [province] = placesFrom([{ key: slug, code, nameFa, nameEn }], got.ofProvince, cover, got.coverage);
    if (!province) throw new Error('a province without a place');
    return {
      nowMs,
      pin,
      headlines: headlinesOut(),
      meaning: meaningOf(headlineOf(figure)),
      province,
      counties: placesFrom(
        counties.map((county) => ({
          key: county.code,
          code: county.code,
          nameFa: county.nameFa,
          nameEn: county.nameEn,
        })),
        got.ofCounties,
        countyCover,
        [],
      ),
      daysToSolve: durationOf(got.ofProvince),
    };
  },
});
