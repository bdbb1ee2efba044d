import { by } from './asked-by.ts';
import type { RightRequests } from './right-identity.ts';
import type { Workspace } from './world.ts';

const rule = async (w: Workspace, key: string) => {
  const { rows } = (await w.get('/match-rules')) as { rows: { key: string; revision: number }[] };
  return { key, revision: rows.find((one) => one.key === key)?.revision ?? 1 };
};

/** The right requests of matching. */
export const rightInMatching: RightRequests = {
  'GET /problems/{problemId}/matches': by('dg', async (m) => ({ problemId: (await m.problem()).id, size: '۵' })),
  'GET /capacities/{capacityId}/matches': by('dg', async (m) => ({ capacityId: (await m.capacity()).id })),
  'GET /neighbourhoods/{unitId}/matches': by('dg', async (m) => ({ unitId: (await m.neighbourhood()).id })),
  'GET /match-rules': by('dg', async (m) => ({ problemId: (await m.problem()).id })),
  'POST /match-rules/{key}/tune': by('dg', async (_m, w) => ({ ...(await rule(w, 'free')), weight: '۱۲' })),
};
