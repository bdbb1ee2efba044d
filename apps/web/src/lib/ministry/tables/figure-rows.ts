import { m } from '$lib/paraglide/messages';
import { instantText } from '$lib/reports/instants';
import { stateOfFigure, type SheetColumn, type Value } from '$lib/sheets/table';
import type { Locale } from '@mahalleh/ui';
import type { Headline, PlaceFigure } from '../model';

/** An instant as a file keeps it. */
export const instantCell = (ms: number | null): Value => (ms === null ? null : new Date(ms).toISOString());

/** The columns of a figure: how it stands, its value, its parts, and as of when. `isShare` undefined: figures of several units. */
export const figureColumns = (isShare?: boolean): SheetColumn[] => [
  { key: 'state', title: m.sheets_state(), kind: 'state' },
  { key: 'value', title: m.sheets_value(), kind: isShare === undefined ? 'decimal' : isShare ? 'share' : 'count' },
  { key: 'of', title: m.sheets_of(), kind: 'count' },
  { key: 'over', title: m.sheets_over(), kind: 'count' },
  { key: 'as_of', title: m.sheets_as_of(), kind: 'text' },
];

/** A figure under those columns. What has not been told has no number. */
export const figureCells = (figure: PlaceFigure | undefined): Value[] =>
  figure === undefined
    ? ['missing', null, null, null, null]
    : [stateOfFigure(figure), figure.value, figure.of, figure.over, instantCell(figure.asOf)];

/** Names of a headline: its key, its title, its unit. */
export const headlineCells = ({ key, title, unit }: Headline, locale: Locale): Value[] => [
  key,
  title[locale],
  { share: m.lineage_unit_share, count: m.lineage_unit_count, rial: m.lineage_unit_rial }[unit](),
];
/** The columns of those names. */
export const headlineColumns = (): SheetColumn[] => [
  { key: 'figure', title: m.sheets_figure(), kind: 'text' },
  { key: 'title', title: m.sheets_title(), kind: 'text' },
  { key: 'unit', title: m.sheets_unit(), kind: 'text' },
];

/** What stands over every table: when it was taken, and of which pinned moment it is. */
export const notesOf = (
  { nowMs, pin }: { readonly nowMs: number; readonly pin: { readonly id: string; readonly byName: string } | null },
  locale: Locale,
): string[] => [
  pin === null
    ? m.sheets_taken({ at: instantText(nowMs, locale) })
    : m.boards_pinned_notice({ at: instantText(nowMs, locale), by: pin.byName }),
  m.sheets_source(),
];
