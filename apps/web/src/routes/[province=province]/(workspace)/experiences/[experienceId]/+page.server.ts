import { command, type CommandEvent } from '$lib/action';
import { read } from '$lib/api';
import type { Post } from '$lib/experiences/model';
import { m } from '$lib/paraglide/messages';
import { workspaceOf } from '$lib/workspace/address';
import type { ProvinceApi } from '@mahalleh/api/client';
import type { Actions, PageServerLoad } from './$types';

type Operations = ProvinceApi['GET /operations']['output'];

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const [post, operations] = await Promise.all([
    read<Post>(event, `${api}/experiences/${event.params.experienceId}`),
    read<Operations>(event, `${api}/operations?size=60`),
  ]);
  return {
    post,
    operations: operations.rows
      .filter(({ status }) => status === 'running' || status === 'done')
      .map(({ id, title }) => ({ id, title })),
  };
};

const to =
  (verb: string) =>
  ({ params }: CommandEvent): string =>
    `${workspaceOf(params['province']).api}/experiences/${params['experienceId'] ?? ''}/${verb}`;

export const actions: Actions = {
  answer: command({ to: to('answer'), says: () => m.experiences_answered() }),
  adopt: command({
    to: to('adopt'),
    says: (_data, { url }) => ({
      text: m.experiences_adopted_done(),
      undo: { action: `${url.pathname}?/unadopt`, fields: {} },
    }),
  }),
  unadopt: command({ to: to('unadopt'), says: () => m.experiences_unadopted() }),
  withdraw: command({ to: to('withdraw'), says: () => m.experiences_withdrawn_done() }),
};
