import { read } from '$lib/api';
import { queryOf } from '$lib/query';
import type { Submissions } from '$lib/templates/model';
import { workspaceOf } from '$lib/workspace/address';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  submissions: await read<Submissions>(
    event,
    `${workspaceOf(undefined).api}/template-submissions${queryOf(event.url, 'status', 'province', 'page')}`,
  ),
});
