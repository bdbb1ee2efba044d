import { read } from '$lib/api';
import { POST_FILTERS, type Posts } from '$lib/experiences/model';
import { queryOf } from '$lib/query';
import { workspaceOf } from '$lib/workspace/address';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  posts: await read<Posts>(event, `${workspaceOf(undefined).api}/experiences${queryOf(event.url, ...POST_FILTERS)}`),
});
