import { many, type ReadDb } from '@mahalleh/gate';
import { addPeriods, periodOf } from '@mahalleh/kernel';
import { reportFigures } from '@mahalleh/reports/figure-list';
import { amountOf, FORM_METRICS, type FrozenRow } from '@mahalleh/reports/figures';
import { sql, type SQL } from 'drizzle-orm';
import type { TemplateResult } from '../document/template-document.ts';

/** Figures of whole counties and provinces: a neighbourhood is one of what they count. */
const NOT_OF_ONE: ReadonlySet<string> = new Set([
  'progress_councils',
  'steering_councils',
  'step_1',
  'step_2',
  'step_3',
]);

/** The month whose flows are told: the last that has ended. */
const lastMonth = (nowMs: number) => addPeriods(periodOf(nowMs), -1);

/** The facts of a neighbourhood that its results follow from: counts of things, never of people. */
export const askFacts = (db: Pick<ReadDb<'province'>, 'text'>, unitId: string | SQL, nowMs: number) =>
  many(
    db.text<FrozenRow>(
      sql`select '' as county, metric, dims, sum(value) as value from facts where unit_id = ${unitId} and metric in (select value from json_each(${JSON.stringify(FORM_METRICS)})) and period in ('', ${lastMonth(nowMs)}) group by metric, dims`,
    ),
  );

/** A result that can be attached, with the key of its figure. */
export type ResultNow = TemplateResult & { readonly key: string };

/** Every result that can be attached, as it stands: a share with what is counted and out of how many; none where there is nothing to divide by. */
export const resultsNow = (rows: readonly FrozenRow[], nowMs: number): ResultNow[] =>
  reportFigures
    .filter(({ key }) => !NOT_OF_ONE.has(key))
    .flatMap((figure) => {
      const { value, of, over } = amountOf(figure, rows);
      if (value === null) return [];
      return [
        {
          key: figure.key,
          metric: figure.of.metric,
          ...{ titleFa: figure.title.fa, titleEn: figure.title.en, unit: figure.unit },
          period: figure.nature === 'flow' ? lastMonth(nowMs) : '',
          ...{ of: of ?? value, over, asOfMs: nowMs },
        },
      ];
    });
