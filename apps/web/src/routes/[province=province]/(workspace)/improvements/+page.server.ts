import { read } from '$lib/api';
import type { Improvements } from '$lib/upgrades/model';
import { workspaceOf } from '$lib/workspace/address';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  improvements: await read<Improvements>(event, `${workspaceOf(event.params.province).api}/improvements`),
});
