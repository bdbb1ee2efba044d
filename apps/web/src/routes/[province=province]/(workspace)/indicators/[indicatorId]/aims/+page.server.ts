import { command } from '$lib/action';
import { read } from '$lib/api';
import { aimsBody } from '$lib/indicators/aims';
import type { Indicator, Units } from '$lib/indicators/model';
import { m } from '$lib/paraglide/messages';
import { queryOf } from '$lib/query';
import { mustBeAllowed } from '$lib/records/allowed';
import { workspaceOf } from '$lib/workspace/address';
import type { Actions, PageServerLoad } from './$types';

const SIZE = 50;

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const address = `${api}/indicators/${event.params.indicatorId}`;
  const asked = queryOf(event.url, 'underId', 'page');
  const [indicator, units, { me }] = await Promise.all([
    read<Indicator>(event, address),
    read<Units>(event, `${address}/units${asked === '' ? '?' : `${asked}&`}size=${SIZE}`),
    event.parent(),
  ]);
  mustBeAllowed(me, 'indicator.aim', event);
  return { indicator, units };
};

export const actions: Actions = {
  aim: command({
    to: ({ params }) => `${workspaceOf(params['province']).api}/indicators/${params['indicatorId'] ?? ''}/aims`,
    body: (_body, form) => aimsBody(form),
    says: () => m.indicators_aims_done(),
    undoes: true,
  }),
};
