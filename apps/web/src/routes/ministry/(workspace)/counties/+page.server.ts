import { read } from '$lib/api';
import type { CountyLeague } from '$lib/ministry/model';
import { queryOf } from '$lib/query';
import { workspaceOf } from '$lib/workspace/address';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  league: await read<CountyLeague>(
    event,
    `${workspaceOf(undefined).api}/counties${queryOf(event.url, 'figure', 'province', 'at')}`,
  ),
});
