import { coverageOf, durationOf, placesFrom } from './places.ts';
import { defineNationQuery, many } from '@mahalleh/gate';
import { zInput } from '@mahalleh/kernel';
import { provinces } from '@mahalleh/border/schema';
import * as z from 'zod';
import { coverage } from '../schema.ts';
import { provinceSums } from './cells-sql.ts';
import { headlineFigure, type CellRow, type HeadlineFigure } from './figures.ts';
import { headlineMetrics, headlineMetricsApart, headlines } from './headlines.ts';
import { DurationOutput, FigureOutput, HeadlineOutput, PlaceOutput } from './outputs.ts';

const DURATION = 'problem.days_to_solve@2';

/** The national home: every headline for the nation and for each of the provinces, from sums of cells alone. One request. */
export const nationalHome = defineNationQuery({
  name: 'figure.home',
  permission: 'province.read',
  input: zInput({}),
  output: z.object({
    nowMs: z.int(),
    headlines: z.array(HeadlineOutput),
    nation: z.record(z.string(), FigureOutput),
    provinces: z.array(PlaceOutput),
    daysToSolve: DurationOutput,
  }),
  ask: (db, _input, { nowMs }) => ({
    provinces: many(db.select().from(provinces)),
    coverage: many(db.select().from(coverage)),
    cells: many(
      db.text<CellRow>(provinceSums([...headlineMetrics, DURATION], [...headlineMetricsApart, DURATION], nowMs)),
    ),
  }),
  shape: (got, _input, { nowMs }) => {
    const cover = got.coverage.map(coverageOf);
    const active = got.provinces.filter(({ status }) => status === 'active');
    const slugs = active.map(({ slug }) => slug);
    const nation: Record<string, HeadlineFigure> = {};
    for (const headline of headlines) nation[headline.key] = headlineFigure(headline, slugs, got.cells, cover);
    return {
      nowMs,
      headlines: headlines.map(({ of, over, ...rest }) => ({
        ...rest,
        metrics: [of, ...(over ? [over] : [])].map(({ metric }) => metric),
      })),
      nation,
      provinces: placesFrom(
        active.map(({ slug, code, nameFa, nameEn }) => ({ key: slug, code, nameFa, nameEn })),
        got.cells,
        cover,
        got.coverage,
      ),
      daysToSolve: durationOf(got.cells),
    };
  },
});
