import { by, plain, type Makers } from './asked-by.ts';
import type { RightRequests } from './right-identity.ts';
import { fresh, type Workspace } from './world.ts';

const view = async (w: Workspace) => {
  const { id, revision } = await w.make('/views', { list: 'problems', name: fresh('نما'), query: 'status=open' }, 'dg');
  return { viewId: id, revision };
};
const shared = async (m: Makers, w: Workspace) => {
  const { viewId, revision } = await view(w);
  const after = await w.make(`/views/${viewId}/share`, { revision, unitId: await m.province() }, 'dg');
  return { viewId, revision: after.revision };
};

/** The right requests of finding. */
export const rightInFinding: RightRequests = {
  'GET /search': plain('dg', { q: 'masjed' }),
  'GET /views': plain('dg', { list: 'problems' }),
  'POST /views': plain('dg', { list: 'tasks', name: fresh('نما'), query: 'mine=true', columns: ['title'] }),
  'POST /views/{viewId}/amend': by('dg', async (_m, w) => ({ ...(await view(w)), name: fresh('نما') })),
  'POST /views/{viewId}/share': by('dg', async (m, w) => ({ ...(await view(w)), unitId: await m.province() })),
  'POST /views/{viewId}/unshare': by('dg', shared),
  'POST /views/{viewId}/drop': by('dg', async (_m, w) => view(w)),
};
