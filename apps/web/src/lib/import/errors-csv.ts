import { m } from '$lib/paraglide/messages';
import type { Locale } from '@mahalleh/ui';
import type { Dry } from './model';

const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The errors of a dry run as an address of a CSV that Excel opens. */
export const errorsCsv = (dry: Dry, locale: Locale): string => {
  const head = [m.import_line(), m.import_column(), m.import_error_column()];
  const rows = dry.errors.map(({ line, column, text }) => [String(line), column?.[locale] ?? '', text[locale]]);
  const body = [head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n');
  return `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${body}\r\n`)}`;
};
