import { day } from './makers.ts';
import { by, plain, type Makers } from './asked-by.ts';
import type { RightRequests } from './right-identity.ts';
import { fresh, type Workspace } from './world.ts';

/** A running operation with two tasks of which the second begins after the first is due. */
const two = async (m: Makers, w: Workspace) => {
  const { id } = await m.running();
  const later = await w.make(`/operations/${id}/tasks`, {
    title: fresh('کار'),
    responsiblePersonId: await w.person(),
    startsOn: day(11),
    dueOn: day(14),
  });
  return { first: await m.taskOf(id), later };
};

/** The right requests of the order of work: days, links, blockers, and how work is counted. */
export const rightInOperations: RightRequests = {
  'GET /neighbourhoods/{unitId}/plan': by('dg', async (m) => ({ unitId: (await m.neighbourhood()).id })),
  'GET /operations/{operationId}/plan': by('dg', async (m) => ({ operationId: (await m.operation()).id })),
  'POST /tasks/{taskId}/reschedule': by('dg', async (m) => ({
    ...m.edit(await m.task(), 'taskId'),
    startsOn: day(-2),
    dueOn: day(12),
    reason: 'بارندگی',
  })),
  'POST /tasks/{taskId}/link': by('dg', async (m, w) => {
    const { first, later } = await two(m, w);
    return { ...m.edit(later, 'taskId'), afterId: first.id };
  }),
  'POST /tasks/{taskId}/unlink': by('dg', async (m, w) => {
    const { first, later } = await two(m, w);
    await w.make(`/tasks/${later.id}/link`, { revision: later.revision, afterId: first.id });
    return { taskId: later.id, revision: later.revision + 1, afterId: first.id };
  }),
  'POST /tasks/{taskId}/block': by('dg', async (m) => ({ ...m.edit(await m.task(), 'taskId'), by: 'permit' })),
  'POST /tasks/{taskId}/unblock': by('dg', async (m, w) => {
    const { id, revision } = await m.task();
    await w.make(`/tasks/${id}/block`, { revision, by: 'permit' });
    return { taskId: id, revision: revision + 1 };
  }),
  'GET /settings/work': plain('dg'),
  'POST /settings/work': by('dg', async (_m, w) => ({
    revision: ((await w.get('/settings/work')) as { revision: number }).revision,
    hourRial: '۸۵۰٬۰۰۰',
    weekend: '6',
  })),
};
