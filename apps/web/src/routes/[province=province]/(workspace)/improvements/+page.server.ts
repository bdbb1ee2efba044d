import { read } from '$lib/api';
import { queryOf } from '$lib/query';
import { IMPROVEMENT_FILTERS, type Improvements } from '$lib/upgrades/model';
import { workspaceOf } from '$lib/workspace/address';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  improvements: await read<Improvements>(
    event,
    `${workspaceOf(event.params.province).api}/improvements${queryOf(event.url, ...IMPROVEMENT_FILTERS)}`,
  ),
});
