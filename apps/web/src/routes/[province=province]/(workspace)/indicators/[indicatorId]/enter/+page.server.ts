import { command } from '$lib/action';
import { read } from '$lib/api';
import { entryBody, filledRows, problemsByRow } from '$lib/indicators/entry';
import type { Indicator, Series, Units } from '$lib/indicators/model';
import { m } from '$lib/paraglide/messages';
import { queryOf } from '$lib/query';
import { mustBeAllowed } from '$lib/records/allowed';
import { workspaceOf } from '$lib/workspace/address';
import { formatNumber } from '@mahalleh/kernel/digits';
import type { Actions, PageServerLoad } from './$types';

const SIZE = 50;

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const address = `${api}/indicators/${event.params.indicatorId}`;
  const unitId = event.url.searchParams.get('unitId') ?? '';
  const asked = queryOf(event.url, 'period', 'underId', 'page');
  const [indicator, units, series, { me }] = await Promise.all([
    read<Indicator>(event, address),
    read<Units>(event, `${address}/units${asked === '' ? '?' : `${asked}&`}size=${SIZE}`),
    unitId === '' ? undefined : read<Series>(event, `${address}/series?unitId=${unitId}`),
    event.parent(),
  ]);
  mustBeAllowed(me, 'indicator.measure', event);
  return { indicator, units, series };
};

export const actions: Actions = {
  measure: async (event) => {
    const form = await event.request.clone().formData();
    const answer = await command<{ count: number }>({
      to: ({ params }) =>
        `${workspaceOf(params['province']).api}/indicators/${params['indicatorId'] ?? ''}/measurements`,
      body: (_body, typed) => entryBody(typed),
      says: ({ count }) => m.indicators_enter_done({ count: formatNumber(count, event.locals.locale) }),
      undoes: true,
    })(event);
    // The API counts the values that were sent; the form has rows that were left empty.
    if ('data' in answer) Object.assign(answer.data, { errors: problemsByRow(answer.data.errors, filledRows(form)) });
    return answer;
  },
};
