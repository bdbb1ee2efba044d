import { m } from '$lib/paraglide/messages';
import { UNITS, type MeasureUnit } from '@mahalleh/indicators/codes';
import { formulaReasons, parseFormula, unitFault, unknownName, type FormulaFault } from '@mahalleh/indicators/formula';
import { MEASURABLES } from '@mahalleh/indicators/measurable';
import { fillText } from '@mahalleh/kernel/failure';
import { formatNumber } from '@mahalleh/kernel/digits';
import type { Locale } from '@mahalleh/ui';

/** An indicator that a formula can read. */
export type KnownIndicator = { readonly key: string; readonly title: string; readonly unit: MeasureUnit };

const said = ({ reason, at, params }: FormulaFault, locale: Locale): string => {
  const texts: Readonly<Record<string, { readonly fa: string; readonly en: string }>> = formulaReasons;
  const shown = Object.fromEntries(
    Object.entries({ at, ...params }).map(([name, value]) => [
      name,
      typeof value === 'number' ? formatNumber(value, locale) : `\u2068${value}\u2069`,
    ]),
  );
  return fillText(texts[reason]?.[locale] ?? reason, shown);
};

const isUnit = (text: string): text is MeasureUnit => UNITS.some((unit) => unit === text);

/** What is wrong with a formula as it stands, in the reader's words, and where; the API judges again, and loops besides. */
export const faultOf = (
  text: string,
  known: readonly KnownIndicator[],
  unit: string,
  locale: Locale,
): { readonly at: number; readonly text: string } | undefined => {
  const read = parseFormula(text);
  const unitOf = (key: string): MeasureUnit | undefined => known.find((one) => one.key === key)?.unit;
  const fault =
    'fault' in read
      ? read.fault
      : (unknownName(read.formula, (key) => unitOf(key) !== undefined) ??
        (isUnit(unit) ? unitFault(read.formula, unit, unitOf) : undefined));
  return fault && { at: fault.at, text: said(fault, locale) };
};

/** The metrics of the product as a formula names them. */
export const metricNames = (locale: Locale): readonly { name: string; title: string }[] => [
  ...MEASURABLES.map(({ key, title }) => ({
    name: `metric('${key}')`,
    title: m.indicators_metric_in_period({ title: title[locale] }),
  })),
  ...MEASURABLES.filter(({ nature }) => nature === 'flow').map(({ key, title }) => ({
    name: `total('${key}')`,
    title: m.indicators_metric_total({ title: title[locale] }),
  })),
  { name: 'population', title: m.indicators_metric_population() },
];
