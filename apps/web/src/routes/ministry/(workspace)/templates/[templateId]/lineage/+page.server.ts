import { read } from '$lib/api';
import type { Lineage } from '$lib/outcomes/model';
import { workspaceOf } from '$lib/workspace/address';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(undefined);
  return { lineage: await read<Lineage>(event, `${api}/templates/${event.params.templateId}/lineage`) };
};
