import { read } from '$lib/api';
import type { FigureLineage } from '$lib/ministry/lineage';
import { queryOf } from '$lib/query';
import { workspaceOf } from '$lib/workspace/address';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  lineage: await read<FigureLineage>(
    event,
    `${workspaceOf(undefined).api}/figures/lineage${queryOf(event.url, 'metric', 'place', 'period')}`,
  ),
});
