import { momentOf, zAt } from '@mahalleh/boards/moment';
import { defineNationQuery, many } from '@mahalleh/gate';
import { PROVINCES, zInput, zOptional } from '@mahalleh/kernel';
import { metricsRead } from '@mahalleh/metric';
import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { monthsOfYear, sumCells } from './cells-sql.ts';
import { PLACES, SimilarOutput, similarCounties, sizeOf } from './fair-counties.ts';
import { byReporter, headlineFigure, type CellRow } from './figures.ts';
import { headlineOf, headlinesOut } from './headlines.ts';
import { MeaningOutput, meaningOf } from './meaning.ts';
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
    meaning: MeaningOutput,
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
        neighbourhoods: z.int().nullable(),
        urban: z.number().nullable().describe('The urban share of its neighbourhoods and villages, 0..1'),
        similar: SimilarOutput,
      }),
    ),
  }),
  ask: (db, { figure, at }, facts) => {
    const nowMs = momentOf(at, facts.nowMs);
    const stored = metricsRead([headlineOf(figure)]);
    return {
      pin: askPin(db, at),
      counties: askCounties(db, at, sql`ended_on is null`),
      active: askProvinces(db, at, sql`status = 'active'`),
      cover: askCoverage(db, at, sql`metric in (select value from json_each(${JSON.stringify(stored)}))`),
      // All counties, whichever are shown: those like one may lie anywhere.
      cells: many(
        db.text<CellRow>(sumCells(sql`county`, [...new Set([...stored, PLACES])], monthsOfYear(nowMs), sql`true`, at)),
      ),
    };
  },
  shape: (got, { figure, province: asked, at }, facts) => {
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
    const all = counties.map((county) => {
      const cells = cellsOf.get(county.code) ?? [];
      const own = headlineFigure(headline, [county.code], cells, coverBy.get(county.code) ?? []);
      return { ...county, key: county.code, figure: own, ...sizeOf(cells) };
    });
    const shown = all.filter(({ province }) => asked === undefined || province === asked);
    return {
      nowMs,
      pin: pinOf(at, got.pin),
      headlines: headlinesOut(),
      meaning: meaningOf(headline),
      figure: headline.key,
      whole: headlineFigure(
        headline,
        shown.map(({ code }) => code),
        got.cells,
        cover,
      ),
      counties: shown.map((county) => {
        const { code, nameFa, nameEn, province, figure: own, neighbourhoods, urban } = county;
        const rest = own.of === null || own.over === null ? null : own.over - own.of;
        const similar = similarCounties(headline, county, all);
        return { code, nameFa, nameEn, province, figure: own, rest, neighbourhoods, urban, similar };
      }),
    };
  },
});
