import { command } from '$lib/action';
import { read } from '$lib/api';
import type { Indicator, Indicators } from '$lib/indicators/model';
import { m } from '$lib/paraglide/messages';
import { mustBeAllowed } from '$lib/records/allowed';
import { workspaceOf } from '$lib/workspace/address';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const [indicator, indicators, { me }] = await Promise.all([
    read<Indicator>(event, `${api}/indicators/${event.params.indicatorId}`),
    read<Indicators>(event, `${api}/indicators`),
    event.parent(),
  ]);
  mustBeAllowed(me, 'indicator.amend', event);
  return { indicator, known: indicators.rows.filter(({ id }) => id !== indicator.id) };
};

export const actions: Actions = {
  amend: command({
    to: ({ params }) => `${workspaceOf(params['province']).api}/indicators/${params['indicatorId'] ?? ''}/amend`,
    flags: ['addsUp'],
    clearable: ['titleEn', 'about', 'ofFa', 'ofEn', 'formula'],
    then: (_data, { params }) => `${workspaceOf(params['province']).path}/indicators/${params['indicatorId'] ?? ''}`,
    says: () => m.records_saved(),
    undoes: true,
  }),
};
