import { csvAddress } from '$lib/csv';
import { m } from '$lib/paraglide/messages';
import type { Locale } from '@mahalleh/ui';
import type { Dry } from './model';

/** The errors of a dry run as an address of a CSV that Excel opens. */
export const errorsCsv = (dry: Dry, locale: Locale): string =>
  csvAddress(
    [m.import_line(), m.import_column(), m.import_error_column()],
    dry.errors.map(({ line, column, text }) => [String(line), column?.[locale], text[locale]]),
  );
