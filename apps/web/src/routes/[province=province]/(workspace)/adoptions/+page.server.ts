import { ADOPTION_FILTERS, type Adoptions } from '$lib/adoptions/model';
import { read } from '$lib/api';
import { readPlaces } from '$lib/choice/read';
import { queryOf } from '$lib/query';
import { workspaceOf } from '$lib/workspace/address';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const [adoptions, places] = await Promise.all([
    read<Adoptions>(event, `${api}/adoptions${queryOf(event.url, ...ADOPTION_FILTERS)}`),
    readPlaces(event, event.url.searchParams.get('unitId')),
  ]);
  return { adoptions, places };
};
