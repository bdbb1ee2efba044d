import { read } from '$lib/api';
import type { Neighbourhood } from '$lib/neighbourhoods/model';
import { workspaceOf } from '$lib/workspace/address';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  return { place: await read<Neighbourhood>(event, `${api}/neighbourhoods/${event.params.unitId}`) };
};
