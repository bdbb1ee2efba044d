import { many, type ReadDb } from '@mahalleh/gate';
import { addPeriods, periodOf } from '@mahalleh/kernel';
import { reportFigures } from '@mahalleh/reports/figure-list';
import { amountOf, FORM_METRICS, FORM_METRICS_APART, type FrozenRow } from '@mahalleh/reports/figures';
import { sql } from 'drizzle-orm';
import type { FigureTold } from './model.ts';

/** The month whose flows are told: the last that has ended. */
const lastMonth = (nowMs: number) => addPeriods(periodOf(nowMs), -1);

/** The cells of the province that its figures follow from, as they stand. */
export const askFigureRows = (db: ReadDb<'province'>, nowMs: number) =>
  many(
    db.text<FrozenRow>(
      sql`select '' as county, c.metric, case when c.metric in (select value from json_each(${JSON.stringify(FORM_METRICS_APART)})) then c.dims else '' end as dims, sum(c.value) as value from cells c where c.metric in (select value from json_each(${JSON.stringify(FORM_METRICS)})) and c.period in ('', ${lastMonth(nowMs)}) group by 2, 3`,
    ),
  );

/** Every figure that can be linked, with the province's own value now, and its definition: title, unit, and the metrics with their versions. */
export const figuresNow = (rows: readonly FrozenRow[], nowMs: number): FigureTold[] =>
  reportFigures.map((figure) => ({
    key: figure.key,
    titleFa: figure.title.fa,
    titleEn: figure.title.en,
    unit: figure.unit,
    period: figure.nature === 'flow' ? lastMonth(nowMs) : '',
    ...amountOf(figure, rows),
    asOfMs: nowMs,
    metrics: [...new Set([figure.of.metric, ...(figure.over ? [figure.over.metric] : [])])],
  }));
