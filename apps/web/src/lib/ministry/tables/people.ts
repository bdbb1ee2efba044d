import { m } from '$lib/paraglide/messages';
import type { SheetColumn, SheetTable } from '$lib/sheets/table';
import { periodWord } from '$lib/metrics/words';
import type { Locale } from '@mahalleh/ui';
import { peopleRows, type PeopleFigures } from '../people-figures';
import { notesOf } from './figure-rows';

/** The counts of people as they are shown: zero is 0, hidden and not received have no number and say what they are. */
export const peopleTable = (figures: PeopleFigures, locale: Locale): SheetTable => {
  const metric = figures.metrics.find(({ key }) => key === figures.metric);
  const parts = metric?.parts ?? [];
  const text = (key: string, title: string): SheetColumn => ({ key, title, kind: 'text' });
  const count = (key: string, title: string): SheetColumn => ({ key, title, kind: 'count' });
  return {
    file: 'people-figures',
    title: `${metric?.title[locale] ?? figures.metric}${figures.period === null ? '' : ` – ${periodWord(figures.period, locale)}`}`,
    notes: [m.peoplefigures_lede(), ...notesOf(figures, locale)],
    columns: [
      text('metric', m.metrics_metric()),
      text('period', m.peoplefigures_period()),
      text('place', m.lineage_place()),
      text('name', m.sheets_name()),
      text('domain', m.metrics_dim_domain()),
      { key: 'state', title: m.sheets_state(), kind: 'state' },
      count('value', m.sheets_value()),
      count('hidden_cells', m.sheets_hidden()),
      count('low', m.sheets_low()),
      count('high', m.sheets_high()),
      ...parts.map(({ key, title }) => count(key, title[locale])),
      ...(parts.length > 0 ? [{ key: 'share', title: m.lineage_unit_share(), kind: 'share' as const }] : []),
    ],
    rows: peopleRows(figures, locale),
  };
};
