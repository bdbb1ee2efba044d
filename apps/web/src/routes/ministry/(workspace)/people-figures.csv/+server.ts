import { read } from '$lib/api';
import { csvFile } from '$lib/csv';
import { peopleHead, peopleRows, type PeopleFigures } from '$lib/ministry/people-figures';
import { queryOf } from '$lib/query';
import { workspaceOf } from '$lib/workspace/address';
import type { RequestHandler } from './$types';

/** The counts of people as they are shown: zero, hidden and not received are told apart. */
export const GET: RequestHandler = async (event) => {
  const figures = await read<PeopleFigures>(
    event,
    `${workspaceOf(undefined).api}/people-figures${queryOf(event.url, 'metric', 'period', 'province', 'at')}`,
  );
  return csvFile('people-figures.csv', peopleHead(figures), peopleRows(figures, event.locals.locale));
};
