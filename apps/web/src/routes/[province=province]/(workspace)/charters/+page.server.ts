import { command } from '$lib/action';
import { read } from '$lib/api';
import { charterBody } from '$lib/councils/charter';
import type { Charter, CharterList } from '$lib/councils/model';
import { m } from '$lib/paraglide/messages';
import { workspaceOf } from '$lib/workspace/address';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const asked = event.url.searchParams.get('charterId') || 'current';
  const [list, charter] = await Promise.all([
    read<CharterList>(event, `${api}/charters`),
    read<Charter>(event, `${api}/charters/${encodeURIComponent(asked)}`),
  ]);
  return { list, charter, isAdopting: event.url.searchParams.has('adopt') };
};

export const actions: Actions = {
  adopt: command<{ id: string }>({
    to: ({ params }) => `${workspaceOf(params['province']).api}/charters`,
    body: charterBody,
    then: ({ id }, { params }) => `${workspaceOf(params['province']).path}/charters?charterId=${id}`,
    says: () => m.councils_adopt_done(),
  }),
};
