import { momentOf, zAt } from '@mahalleh/boards/moment';
import { coverageOf, durationOf, placesFrom } from './places.ts';
import { defineNationQuery, many } from '@mahalleh/gate';
import { zInput, zOptional } from '@mahalleh/kernel';
import * as z from 'zod';
import { provinceSums } from './cells-sql.ts';
import { headlineFigure, type CellRow, type HeadlineFigure } from './figures.ts';
import { headlineMetrics, headlineMetricsApart, headlines, headlinesOut, headlineOf } from './headlines.ts';
import { MeaningOutput, meaningOf } from './meaning.ts';
import { DurationOutput, FigureOutput, HeadlineOutput, PlaceOutput } from './outputs.ts';
import { askCoverage, askPin, askProvinces, pinOf, PinOutput } from './source.ts';

const DURATION = 'problem.days_to_solve@2';

/** The national home: every headline for the nation and for each of the provinces, from sums of cells alone. One request. */
export const nationalHome = defineNationQuery({
  name: 'figure.home',
  permission: 'province.read',
  input: zInput({ figure: zOptional(z.string().max(60)), at: zAt }),
  output: z.object({
    nowMs: z.int(),
    pin: PinOutput,
    headlines: z.array(HeadlineOutput),
    meaning: MeaningOutput,
    nation: z.record(z.string(), FigureOutput),
    provinces: z.array(PlaceOutput),
    daysToSolve: DurationOutput,
  }),
  ask: (db, { at }, { nowMs }) => ({
    pin: askPin(db, at),
    provinces: askProvinces(db, at),
    coverage: askCoverage(db, at),
    cells: many(
      db.text<CellRow>(
        provinceSums([...headlineMetrics, DURATION], [...headlineMetricsApart, DURATION], momentOf(at, nowMs), at),
      ),
    ),
  }),
  shape: (got, { figure, at }, facts) => {
    const nowMs = momentOf(at, facts.nowMs);
    const cover = got.coverage.map(coverageOf);
    const active = got.provinces.filter(({ status }) => status === 'active');
    const slugs = active.map(({ slug }) => slug);
    const nation: Record<string, HeadlineFigure> = {};
    for (const headline of headlines) nation[headline.key] = headlineFigure(headline, slugs, got.cells, cover);
    return {
      nowMs,
      pin: pinOf(at, got.pin),
      headlines: headlinesOut(),
      meaning: meaningOf(headlineOf(figure)),
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
