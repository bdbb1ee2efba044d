import { read } from '$lib/api';
import type { Results } from '$lib/outcomes/model';
import { workspaceOf } from '$lib/workspace/address';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const version = event.url.searchParams.get('version');
  const query = version === null ? '' : `?version=${encodeURIComponent(version)}`;
  return { results: await read<Results>(event, `${api}/templates/${event.params.templateId}/results${query}`) };
};
