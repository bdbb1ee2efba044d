import { read } from '$lib/api';
import type { Agencies } from '$lib/agencies/model';
import { queryOf } from '$lib/query';
import { workspaceOf } from '$lib/workspace/address';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  agencies: await read<Agencies>(
    event,
    `${workspaceOf(event.params.province).api}/agencies${queryOf(event.url, 'q', 'kind', 'unitId', 'withRetired', 'page')}`,
  ),
});
