import { command } from '$lib/action';
import { read } from '$lib/api';
import { readPlaces, readProvince } from '$lib/choice/read';
import { m } from '$lib/paraglide/messages';
import { queryOf } from '$lib/query';
import { workspaceOf } from '$lib/workspace/address';
import { mayDo } from '$lib/workspace/me';
import type { LookinRows } from '@mahalleh/lookin/model';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const [lookins, province, places, { me }] = await Promise.all([
    read<(typeof LookinRows)['_output']>(event, `${api}/look-ins${queryOf(event.url, 'page')}`),
    readProvince(event),
    readPlaces(event, null),
    event.parent(),
  ]);
  return { granted: lookins, places: [...province, ...places], mayGrant: mayDo(me, 'lookin.grant') };
};

export const actions: Actions = {
  grant: command<{ id: string }>({
    to: ({ params }) => `${workspaceOf(params['province']).api}/look-ins`,
    lists: ['areas'],
    then: ({ id }, { params }) => `${workspaceOf(params['province']).path}/look-ins/${id}`,
    says: () => m.lookin_granted(),
  }),
};
