import { read } from '$lib/api';
import type { Home } from '$lib/ministry/model';
import { workspaceOf } from '$lib/workspace/address';
import type { RequestHandler } from './$types';

const cell = (value: string | number | null): string => {
  const text = value === null ? '' : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Every figure of every province as a file that Excel opens: stored numbers, one row for each province and figure. */
export const GET: RequestHandler = async (event) => {
  const { locale } = event.locals;
  const home = await read<Home>(event, `${workspaceOf(undefined).api}/home`);
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
  // Excel reads UTF-8 only behind a byte order mark.
  const body = `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
  const headers = {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="figures.csv"',
  };
  return new Response(body, { headers });
};
