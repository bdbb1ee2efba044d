import { command } from '$lib/action';
import { read } from '$lib/api';
import { m } from '$lib/paraglide/messages';
import { queryOf } from '$lib/query';
import { workspaceOf } from '$lib/workspace/address';
import { mayDo } from '$lib/workspace/me';
import type { LookinPage } from '@mahalleh/lookin/model';
import type { Actions, PageServerLoad } from './$types';

const apiOf = (params: Readonly<Record<string, string | undefined>>): string =>
  `${workspaceOf(params['province']).api}/look-ins/${params['lookinId'] ?? ''}`;

export const load: PageServerLoad = async (event) => {
  const [lookin, { me }] = await Promise.all([
    read<(typeof LookinPage)['_output']>(event, `${apiOf(event.params)}${queryOf(event.url, 'page', 'withRefused')}`),
    event.parent(),
  ]);
  const isLive = lookin.standing === 'waiting' || lookin.standing === 'open';
  return { lookin, mayEnd: isLive && mayDo(me, 'lookin.end') };
};

export const actions: Actions = {
  end: command({ to: ({ params }) => `${apiOf(params)}/end`, says: () => m.lookin_ended() }),
};
