import { command, type CommandEvent } from '$lib/action';
import { read } from '$lib/api';
import type { Post } from '$lib/experiences/model';
import { m } from '$lib/paraglide/messages';
import { workspaceOf } from '$lib/workspace/address';
import type { Actions, PageServerLoad } from './$types';

const { api } = workspaceOf(undefined);

export const load: PageServerLoad = async (event) => ({
  post: await read<Post>(event, `${api}/experiences/${event.params.experienceId}`),
});

const to =
  (verb: string) =>
  ({ params }: CommandEvent): string =>
    `${api}/experiences/${params['experienceId'] ?? ''}/${verb}`;

export const actions: Actions = {
  answer: command({ to: to('answer'), says: () => m.experiences_answered() }),
  hide: command({ to: to('hide'), says: () => m.experiences_hidden_done() }),
};
