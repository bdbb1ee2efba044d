import { read } from '$lib/api';
import { planActions } from '$lib/plan/actions';
import type { Plan } from '$lib/plan/model';
import { workspaceOf } from '$lib/workspace/address';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const ended = event.url.searchParams.get('ended') === 'true' ? '?ended=true' : '';
  return { plan: await read<Plan>(event, `${api}/neighbourhoods/${event.params.unitId}/plan${ended}`) };
};

export const actions: Actions = planActions;
