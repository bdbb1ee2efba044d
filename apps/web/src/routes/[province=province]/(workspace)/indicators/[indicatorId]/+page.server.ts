import { command, type CommandEvent } from '$lib/action';
import type { Origin } from '$lib/adoptions/model';
import { read, readIfAllowed } from '$lib/api';
import type { Indicator, Series, Units } from '$lib/indicators/model';
import { m } from '$lib/paraglide/messages';
import { queryOf } from '$lib/query';
import { workspaceOf } from '$lib/workspace/address';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const address = `${api}/indicators/${event.params.indicatorId}`;
  const unitId = event.url.searchParams.get('unitId') ?? '';
  const [indicator, units, origin, series] = await Promise.all([
    read<Indicator>(event, address),
    read<Units>(
      event,
      `${address}/units${queryOf(event.url, 'period', 'underId', 'missing', 'sort', 'page') || '?page=1'}`,
    ),
    readIfAllowed<Origin>(event, `${api}/record-origin?kind=indicator&key=${event.params.indicatorId}`),
    unitId === '' ? undefined : read<Series>(event, `${address}/series?unitId=${unitId}`),
  ]);
  return { indicator, units, origin, series };
};

const ofMeasurement =
  (verb: 'correct' | 'strike') =>
  ({ params }: CommandEvent, form: FormData): string =>
    `${workspaceOf(params['province']).api}/measurements/${String(form.get('_measurementId'))}/${verb}`;
const backToSeries = (_data: unknown, event: CommandEvent): string => {
  const url = new URL(event.url);
  url.searchParams.delete('edit');
  return `${url.pathname}${queryOf(url)}#series`;
};

export const actions: Actions = {
  correct: command({
    to: ofMeasurement('correct'),
    then: backToSeries,
    says: () => m.indicators_correct_done(),
    undoes: true,
  }),
  strike: command({
    to: ofMeasurement('strike'),
    then: backToSeries,
    says: () => m.indicators_strike_done(),
    undoes: true,
  }),
  retire: command({
    to: ({ params }) => `${workspaceOf(params['province']).api}/indicators/${params['indicatorId'] ?? ''}/retire`,
    says: () => m.indicators_retire_done(),
    undoes: true,
  }),
};
