import { read } from '$lib/api';
import type { Drill } from '$lib/ministry/model';
import { queryOf } from '$lib/query';
import { workspaceOf } from '$lib/workspace/address';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  drill: await read<Drill>(
    event,
    `${workspaceOf(undefined).api}/provinces/${encodeURIComponent(event.params.slug)}${queryOf(event.url, 'at')}`,
  ),
});
