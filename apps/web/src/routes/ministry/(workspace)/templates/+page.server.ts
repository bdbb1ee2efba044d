import { read } from '$lib/api';
import { loadTemplates } from '$lib/templates/load';
import type { Submissions } from '$lib/templates/model';
import { workspaceOf } from '$lib/workspace/address';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const [templates, queue] = await Promise.all([
    loadTemplates(event),
    read<Submissions>(event, `${workspaceOf(undefined).api}/template-submissions?status=submitted`),
  ]);
  return { templates, queue };
};
