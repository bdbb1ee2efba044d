import { read } from '$lib/api';
import { csvFile } from '$lib/csv';
import type { Home } from '$lib/ministry/model';
import { queryOf } from '$lib/query';
import { workspaceOf } from '$lib/workspace/address';
import type { RequestHandler } from './$types';

/** Every figure of every province as a file that Excel opens: stored numbers, one row for each province and figure. */
export const GET: RequestHandler = async (event) => {
  const { locale } = event.locals;
  const home = await read<Home>(event, `${workspaceOf(undefined).api}/home${queryOf(event.url, 'at')}`);
  const rows = home.provinces.flatMap((place) =>
    home.headlines.map(({ key, title, unit }) => {
      const figure = place.figures[key];
      const asOf = figure?.asOf ? new Date(figure.asOf).toISOString() : null;
      const name = locale === 'en' && place.nameEn ? place.nameEn : place.nameFa;
      return [
        place.key,
        name,
        key,
        title[locale],
        unit,
        figure?.value ?? null,
        figure?.of ?? null,
        figure?.over ?? null,
        asOf,
      ];
    }),
  );
  const head = ['province', 'name', 'figure', 'title', 'unit', 'value', 'of', 'over', 'as_of'];
  return csvFile('figures.csv', head, rows);
};
