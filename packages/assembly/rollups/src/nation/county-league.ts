import { momentOf, zAt } from '@mahalleh/boards/moment';
import { defineNationQuery, many } from '@mahalleh/gate';
import { PROVINCES, zInput, zOptional } from '@mahalleh/kernel';
import { metricsRead } from '@mahalleh/metric';
import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { monthsOfYear, sumCells } from './cells-sql.ts';
import { byReporter, headlineFigure, type CellRow } from './figures.ts';
import { headlineOf, headlinesOut } from './headlines.ts';
import { FigureOutput, HeadlineOutput } from './outputs.ts';
import { askCounties, askCoverage, askPin, askProvinces, pinOf, PinOutput } from './source.ts';

/** One figure for every county of the nation, with its parts: what a league table is made of. */
export const countyLeague = defineNationQuery({
  name: 'figure.counties',
  permission: 'province.read',
  input: zInput({
    figure: zOptional(z.string().max(60)),
    province: zOptional(z.enum(PROVINCES.map(({ slug }) => slug))),
    at: zAt,
  }),
  output: z.object({
    nowMs: z.int(),
    pin: PinOutput,
    headlines: z.array(HeadlineOutput),
    figure: z.string(),
    whole: FigureOutput,
    counties: z.array(
      z.object({
        code: z.string(),
        nameFa: z.string(),
        nameEn: z.string().nullable(),
        province: z.string(),
        figure: FigureOutput,
        rest: z.number().nullable().describe('What is left of a share: the whole less the part'),
      }),
    ),
  }),
  ask: (db, { figure, province, at }, facts) => {
    const nowMs = momentOf(at, facts.nowMs);
    const stored = metricsRead([headlineOf(figure)]);
    const where = province === undefined ? sql`true` : sql`province = ${province}`;
    return {
      pin: askPin(db, at),
      counties: askCounties(db, at, sql`ended_on is null and ${where}`),
      active: askProvinces(db, at, sql`status = 'active'`),
      cover: askCoverage(db, at, sql`metric in (select value from json_each(${JSON.stringify(stored)}))`),
      cells: many(db.text<CellRow>(sumCells(sql`county`, stored, monthsOfYear(nowMs), where, at))),
    };
  },
  shape: (got, { figure, at }, facts) => {
    const nowMs = momentOf(at, facts.nowMs);
    const headline = headlineOf(figure);
    const active = new Set(got.active.map(({ slug }) => slug));
    const counties = got.counties.filter((county) => active.has(county.province));
    const coverOf = Map.groupBy(got.cover, (row) => row.province);
    const cellsOf = byReporter(got.cells);
    const cover = counties.flatMap(({ code, province }) =>
      (coverOf.get(province) ?? []).map(({ metric, asOfMs }) => ({ reporter: code, metric, asOfMs })),
    );
    const coverBy = byReporter(cover);
    return {
      nowMs,
      pin: pinOf(at, got.pin),
      headlines: headlinesOut(),
      figure: headline.key,
      whole: headlineFigure(
        headline,
        counties.map(({ code }) => code),
        got.cells,
        cover,
      ),
      counties: counties.map(({ code, nameFa, nameEn, province }) => {
        const own = headlineFigure(headline, [code], cellsOf.get(code) ?? [], coverBy.get(code) ?? []);
        const rest = own.of === null || own.over === null ? null : own.over - own.of;
        return { code, nameFa, nameEn, province, figure: own, rest };
      }),
    };
  },
});
