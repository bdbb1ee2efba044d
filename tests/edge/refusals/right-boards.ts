import { by, plain } from './asked-by.ts';
import type { RightRequests } from './right-identity.ts';
import { fresh, type Workspace } from './world.ts';

const PATH = '/ministry/provinces/qom?figure=steering_councils';

const board = async (w: Workspace) => {
  const { id, revision } = await w.make('/boards', { name: fresh('تابلو'), path: PATH }, 'analyst');
  return { boardId: id, revision };
};
const after = async (w: Workspace, ...verbs: readonly string[]) => {
  let edit = await board(w);
  for (const verb of verbs) {
    const { revision } = await w.make(`/boards/{boardId}/${verb}`, edit, 'analyst');
    edit = { ...edit, revision };
  }
  return edit;
};

/** The right requests of boards and pinned moments. */
export const rightInBoards: RightRequests = {
  'GET /boards': plain('analyst'),
  'POST /boards': by('analyst', () => Promise.resolve({ name: fresh('تابلو'), path: PATH })),
  'POST /boards/{boardId}/amend': by('analyst', async (_m, w) => ({ ...(await board(w)), name: fresh('تابلو') })),
  'POST /boards/{boardId}/share': by('analyst', async (_m, w) => board(w)),
  'POST /boards/{boardId}/unshare': by('analyst', async (_m, w) => after(w, 'share')),
  'POST /boards/{boardId}/discard': by('analyst', async (_m, w) => board(w)),
  'POST /boards/{boardId}/restore': by('analyst', async (_m, w) => after(w, 'discard')),
  'POST /moments': plain('analyst', { path: PATH }),
};
