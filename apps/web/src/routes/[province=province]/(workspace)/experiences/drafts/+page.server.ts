import { read } from '$lib/api';
import type { Drafts } from '$lib/experiences/model';
import { workspaceOf } from '$lib/workspace/address';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  drafts: await read<Drafts>(event, `${workspaceOf(event.params.province).api}/experience-drafts`),
});
