import { command, type CommandEvent } from '$lib/action';
import { read } from '$lib/api';
import type { Boards } from '$lib/ministry/model';
import { m } from '$lib/paraglide/messages';
import { workspaceOf } from '$lib/workspace/address';
import { mayDo } from '$lib/workspace/me';
import type { Actions, PageServerLoad } from './$types';

const { api } = workspaceOf(undefined);

export const load: PageServerLoad = async (event) => {
  const [boards, { me }] = await Promise.all([read<Boards>(event, `${api}/boards`), event.parent()]);
  return { boards, mayShare: mayDo(me, 'board.share') };
};

const to =
  (verb: string) =>
  (_event: CommandEvent, form: FormData): string =>
    `${api}/boards/${String(form.get('boardId'))}/${verb}`;
/** What the command is told: neither the address's part nor where the line that offers the way back was read. */
const withoutId = ({ boardId: _id, back: _back, ...body }: Record<string, unknown>): unknown => body;

export const actions: Actions = {
  save: command({ to: `${api}/boards`, says: () => m.boards_saved(), then: '/ministry/boards' }),
  pin: command<{ path: string }>({ to: `${api}/moments`, says: () => m.boards_pinned(), then: ({ path }) => path }),
  rename: command({ to: to('amend'), body: withoutId, says: () => m.boards_renamed() }),
  share: command({ to: to('share'), body: withoutId, says: () => m.boards_shared_done() }),
  unshare: command({ to: to('unshare'), body: withoutId, says: () => m.boards_unshared() }),
  discard: command<{ id: string; revision: number }>({
    to: to('discard'),
    body: withoutId,
    says: ({ id, revision }) => ({
      text: m.boards_discarded(),
      undo: { action: '/ministry/boards?/restore', fields: { boardId: id, revision: String(revision) } },
    }),
  }),
  restore: command({ to: to('restore'), body: withoutId, says: () => m.boards_restored(), then: '/ministry/boards' }),
};
