import { defineNationQuery, many, one } from '@mahalleh/gate';
import { provinces } from '@mahalleh/border/schema';
import { PROVINCES, zInput } from '@mahalleh/kernel';
import { eq, sql } from 'drizzle-orm';
import * as z from 'zod';
import { coverage, nationalCounties } from '../schema.ts';
import { monthsOfYear, sumCells } from './cells-sql.ts';
import type { CellRow } from './figures.ts';
import { headlineMetrics, headlines } from './headlines.ts';
import { DurationOutput, HeadlineOutput, PlaceOutput } from './outputs.ts';
import { coverageOf, durationOf, placesFrom } from './places.ts';

/** One province by its counties, from cells alone: what the ministry drills down to, and no further. */
export const provinceDrill = defineNationQuery({
  name: 'figure.province',
  permission: 'province.read',
  input: zInput({ slug: z.enum(PROVINCES.map(({ slug }) => slug)) }),
  output: z.object({
    nowMs: z.int(),
    headlines: z.array(HeadlineOutput),
    province: PlaceOutput,
    counties: z.array(PlaceOutput),
    daysToSolve: DurationOutput,
  }),
  ask: (db, { slug }, { nowMs }) => {
    const wanted = [...headlineMetrics, 'problem.days_to_solve@2'];
    return {
      province: one(db.select().from(provinces).where(eq(provinces.slug, slug)), 'province_unknown'),
      counties: many(db.select().from(nationalCounties).where(eq(nationalCounties.province, slug))),
      coverage: many(db.select().from(coverage).where(eq(coverage.province, slug))),
      ofProvince: many(db.text<CellRow>(sumCells(sql`province`, wanted, monthsOfYear(nowMs), sql`province = ${slug}`))),
      ofCounties: many(
        db.text<CellRow>(sumCells(sql`county`, headlineMetrics, monthsOfYear(nowMs), sql`province = ${slug}`)),
      ),
    };
  },
  shape: (got, _input, { nowMs }) => {
    const cover = got.coverage.map(coverageOf);
    const { slug, code, nameFa, nameEn } = got.province;
    const counties = got.counties.filter(({ endedOn }) => endedOn === null);
    const countyCover = counties.flatMap((county) =>
      cover.map(({ metric, asOfMs }) => ({ reporter: county.code, metric, asOfMs })),
    );
    const [province] = placesFrom([{ key: slug, code, nameFa, nameEn }], got.ofProvince, cover, got.coverage);
    if (!province) throw new Error('a province without a place');
    return {
      nowMs,
      headlines: headlines.map(({ of, over, ...rest }) => ({
        ...rest,
        metrics: [of, ...(over ? [over] : [])].map(({ metric }) => metric),
      })),
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
