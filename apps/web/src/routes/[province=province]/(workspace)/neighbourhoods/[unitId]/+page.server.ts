import type { Adoptions } from '$lib/adoptions/model';
import { read, readIfAllowed } from '$lib/api';
import type { OfUnit } from '$lib/indicators/model';
import type { Ground } from '$lib/maps/ground';
import type { PlaceMatches } from '$lib/matching/model';
import type { Neighbourhood } from '$lib/neighbourhoods/model';
import type { Problems } from '$lib/problems/map';
import { workspaceOf } from '$lib/workspace/address';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const { unitId } = event.params;
  const address = `${api}/neighbourhoods/${unitId}`;
  const [place, indicators, ground, onMap, matches, adoptions] = await Promise.all([
    read<Neighbourhood>(event, address),
    readIfAllowed<OfUnit>(event, `${address}/indicators`),
    read<Ground>(event, `${api}/ground?unitId=${unitId}`),
    readIfAllowed<Problems>(event, `${api}/problem-map?unitId=${unitId}`),
    readIfAllowed<PlaceMatches>(event, `${address}/matches`),
    readIfAllowed<Adoptions>(event, `${api}/adoptions?unitId=${unitId}&size=5`),
  ]);
  return { place, indicators, ground, onMap, matches, adoptions };
};
