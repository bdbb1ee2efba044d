import { read } from '$lib/api';
import type { PeopleFigures } from '$lib/ministry/people-figures';
import { queryOf } from '$lib/query';
import { workspaceOf } from '$lib/workspace/address';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  figures: await read<PeopleFigures>(
    event,
    `${workspaceOf(undefined).api}/people-figures${queryOf(event.url, 'metric', 'period', 'province', 'at')}`,
  ),
});
