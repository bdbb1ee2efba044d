import { m } from '$lib/paraglide/messages';
import { formatNumber, formatPercent, persianDigits } from '@mahalleh/kernel/digits';
import { isPeriodKey } from '@mahalleh/kernel/period';
import { civilDateOf, formatPeriod } from '@mahalleh/kernel/time';
import type { Locale, Status } from '@mahalleh/ui';
import type { Amount, County, Finding, ReportFigure } from './model';

const DAY_MS = 86_400_000;
const QUARTERS = [m.reports_quarter_1, m.reports_quarter_2, m.reports_quarter_3, m.reports_quarter_4];

/** A period in words: «آبان ۱۴۰۵», “Third quarter of 1405”. */
export const periodTitle = (period: string, locale: Locale): string => {
  if (isPeriodKey(period)) return formatPeriod(period, locale);
  const [year = '', quarter = '1'] = period.split('-q');
  const title = QUARTERS[Number(quarter) - 1];
  return title ? title({ year: locale === 'fa' ? persianDigits(year) : year }) : period;
};

type State = 'draft' | 'signed' | 'submitted' | 'returned' | 'accepted' | 'superseded' | null;

/** Where a report stands: a mark and a word. Null: it has not come. */
export const stateOf = (status: State): { readonly status: Status; readonly label: string } => {
  switch (status) {
    case 'draft':
      return { status: 'todo', label: m.reports_status_draft() };
    case 'signed':
      return { status: 'doing', label: m.reports_status_signed() };
    case 'submitted':
      return { status: 'doing', label: m.reports_status_submitted() };
    case 'returned':
      return { status: 'risk', label: m.reports_status_returned() };
    case 'accepted':
      return { status: 'done', label: m.reports_status_accepted() };
    case 'superseded':
      return { status: 'blocked', label: m.reports_status_superseded() };
    case null:
      return { status: 'todo', label: m.reports_status_missing() };
  }
};

const daysFrom = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

const counted = (days: number, locale: Locale, one: () => string, many: (said: { days: string }) => string): string =>
  days === 1 ? one() : many({ days: formatNumber(days, locale) });

/** Whether a report was in time, or how long it still has. Days are civil dates. */
export const timingOf = (
  dueOn: string,
  submittedAtMs: number | null,
  today: string,
  locale: Locale,
): { readonly isLate: boolean; readonly text: string } => {
  const late = daysFrom(dueOn, submittedAtMs === null ? today : civilDateOf(submittedAtMs));
  if (submittedAtMs !== null)
    return late > 0
      ? { isLate: true, text: counted(late, locale, m.reports_late_by_one, m.reports_late_by) }
      : { isLate: false, text: m.reports_in_time() };
  if (late > 0) return { isLate: true, text: counted(late, locale, m.reports_overdue_one, m.reports_overdue) };
  if (late === 0) return { isLate: false, text: m.reports_due_today() };
  return { isLate: false, text: counted(-late, locale, m.reports_days_left_one, m.reports_days_left) };
};

/** An amount of a figure for a reader; the same everywhere it is shown. */
export const amountText = (unit: ReportFigure['unit'], value: number | null, locale: Locale): string =>
  value === null
    ? '–'
    : unit === 'share'
      ? formatPercent(value, locale, { maxFraction: 1 })
      : formatNumber(value, locale, { maxFraction: 0 });

/** A difference of two shares: hundredths of the whole, not a part of either. */
export const pointsText = (by: number, locale: Locale, maxFraction: number): string =>
  m.reports_points({ n: formatNumber(by * 100, locale, { maxFraction }) });

/** The parts of a share: «۸۶ از ۱۱۲»; nothing for what has none. */
export const partsText = ({ of, over }: Amount, locale: Locale): string | undefined =>
  of === null || over === null
    ? undefined
    : m.reports_of_over({ of: formatNumber(of, locale), over: formatNumber(over, locale) });

/** What stands beside an amount: the parts of a share, or the unit of money. */
export const besideText = (unit: ReportFigure['unit'], amount: Amount, locale: Locale): string =>
  partsText(amount, locale) ?? (unit === 'rial' && amount.value !== null ? m.reports_rial() : '');

/** How a figure stands against the period before. */
export const changeText = (figure: ReportFigure, locale: Locale): string => {
  const [before] = figure.before;
  if (!before || before.value === null || figure.whole.value === null) return m.reports_doc_change_first();
  const by = figure.whole.value - before.value;
  if (Math.abs(by) < 1e-9) return m.reports_doc_change_none();
  const size =
    figure.unit === 'share' ? pointsText(Math.abs(by), locale, 1) : amountText(figure.unit, Math.abs(by), locale);
  return by > 0 ? m.reports_doc_change_more({ by: size }) : m.reports_doc_change_less({ by: size });
};

/** A county in the reader's language; its code when it is not known. */
export const countyName = (counties: readonly County[], code: string, locale: Locale): string => {
  const found = counties.find((county) => county.code === code);
  if (!found) return code;
  return locale === 'en' && found.nameEn ? found.nameEn : found.nameFa;
};

/** A figure's title; its key when the form no longer has it. */
export const figureTitle = (figures: readonly ReportFigure[], key: string | null, locale: Locale): string =>
  figures.find((figure) => figure.key === key)?.title[locale] ?? key ?? m.reports_comment_any();

/** What must be explained, as one sentence. */
export const findingText = (
  finding: Finding,
  figures: readonly ReportFigure[],
  counties: readonly County[],
  locale: Locale,
): string => {
  const unit = figures.find(({ key }) => key === finding.figure)?.unit ?? 'count';
  const said = {
    figure: figureTitle(figures, finding.figure, locale),
    now: amountText(unit, finding.now, locale),
    before: amountText(unit, finding.before, locale),
  };
  switch (finding.kind) {
    case 'missing':
      return m.reports_finding_missing({ county: countyName(counties, finding.county, locale) });
    case 'outlier':
      return m.reports_finding_outlier(said);
    case 'shrunk':
      return m.reports_finding_shrunk(said);
    case 'unbalanced':
      return m.reports_finding_unbalanced(said);
  }
};
