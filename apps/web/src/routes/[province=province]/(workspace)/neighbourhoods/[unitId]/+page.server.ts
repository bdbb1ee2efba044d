import { read, readIfAllowed } from '$lib/api';
import type { OfUnit } from '$lib/indicators/model';
import type { Neighbourhood } from '$lib/neighbourhoods/model';
import { workspaceOf } from '$lib/workspace/address';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const address = `${api}/neighbourhoods/${event.params.unitId}`;
  const [place, indicators] = await Promise.all([
    read<Neighbourhood>(event, address),
    readIfAllowed<OfUnit>(event, `${address}/indicators`),
  ]);
  return { place, indicators };
};
