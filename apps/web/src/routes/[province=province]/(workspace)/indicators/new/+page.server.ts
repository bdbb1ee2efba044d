import { command } from '$lib/action';
import { read } from '$lib/api';
import type { Indicators } from '$lib/indicators/model';
import { m } from '$lib/paraglide/messages';
import { mustBeAllowed } from '$lib/records/allowed';
import { workspaceOf } from '$lib/workspace/address';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const [indicators, { me }] = await Promise.all([read<Indicators>(event, `${api}/indicators`), event.parent()]);
  mustBeAllowed(me, 'indicator.define', event);
  return { known: indicators.rows };
};

export const actions: Actions = {
  define: command<{ id: string }>({
    to: ({ params }) => `${workspaceOf(params['province']).api}/indicators`,
    flags: ['addsUp'],
    then: ({ id }, { params }) => `${workspaceOf(params['province']).path}/indicators/${id}`,
    says: () => m.indicators_define_done(),
    undoes: true,
  }),
};
