import { read } from '$lib/api';
import type { Submitted } from '$lib/reports/model';
import { workspaceOf } from '$lib/workspace/address';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  submitted: await read<Submitted>(event, `${workspaceOf(undefined).api}/reports`),
});
