import { read } from '$lib/api';
import type { Home } from '$lib/ministry/model';
import { queryOf } from '$lib/query';
import { workspaceOf } from '$lib/workspace/address';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  home: await read<Home>(event, `${workspaceOf(undefined).api}/home${queryOf(event.url, 'at')}`),
});
