import { read } from '$lib/api';
import type { PlaceMatches } from '$lib/matching/model';
import type { Neighbourhood } from '$lib/neighbourhoods/model';
import { workspaceOf } from '$lib/workspace/address';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const address = `${api}/neighbourhoods/${event.params.unitId}`;
  const [place, matches] = await Promise.all([
    read<Neighbourhood>(event, address),
    read<PlaceMatches>(event, `${address}/matches?size=50`),
  ]);
  return { place, matches };
};
