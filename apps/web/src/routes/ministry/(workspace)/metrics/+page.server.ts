import { read } from '$lib/api';
import type { Catalogue } from '$lib/metrics/words';
import { workspaceOf } from '$lib/workspace/address';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  catalogue: await read<Catalogue>(event, `${workspaceOf(undefined).api}/metrics`),
});
