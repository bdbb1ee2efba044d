import { at, DOMAINS, edit, idOf, NEIGHBOURHOODS, pick, type Verb } from './choose.ts';

/** What happens to operations, tasks and contributions. */
export const operationVerbs: Record<string, Verb> = {
  plan: async (world, { a, b }) =>
    world.run('operation.plan', {
      unitId: idOf(await pick(world, NEIGHBOURHOODS, a)),
      domainKey: at(DOMAINS, b),
      title: `عملیات ${a}`,
      startsOn: world.today(),
      endsOn: world.dayFromNow(40),
      tasks: [5, 20].map((days) => ({
        title: 'کار',
        responsiblePersonId: world.people[0],
        startsOn: world.today(),
        dueOn: world.dayFromNow(days + (b % 15)),
      })),
    }),
  startOperation: async (world, { a }) => {
    const row = await pick(
      world,
      "select * from operations where status = 'planned' and approved_at_ms is null order by id",
      a,
    );
    if (!row) return undefined;
    const others = await world.rows(
      "select id from operations where status in ('planned', 'running', 'done') limit 200",
    );
    const approved = await world.run('operation.approve', {
      ...edit(row, 'operationId'),
      notedOverlaps: others.map(idOf),
    });
    return world.run('operation.start', edit({ ...row, ...approved }, 'operationId'));
  },
  finishTasks: async (world, { a, b }) => {
    const operation = await pick(world, "select * from operations where status = 'running' order by id", a);
    if (!operation) return undefined;
    const tasks = await world.rows("select * from tasks where operation_id = ? and status = 'open'", idOf(operation));
    for (const task of tasks.slice(0, (b % 2) + 1))
      await world.run('task.finish', { ...edit(task, 'taskId'), note: 'انجام شد.' });
    const [fresh] = await world.rows('select * from operations where id = ?', idOf(operation));
    return world.run('operation.finish', { ...edit(fresh, 'operationId'), resultNote: 'روشن شد.', resultValue: 12 });
  },
  cancelOperation: async (world, { a, b }) => {
    const row =
      b % 3
        ? undefined
        : await pick(world, "select * from operations where status in ('planned', 'running') order by id", a);
    return row && world.run('operation.cancel', { ...edit(row, 'operationId'), reason: 'لازم نیست.' });
  },
  postpone: async (world, { a }) => {
    const row = await pick(
      world,
      "select t.*, o.ends_on from tasks t join operations o on o.id = t.operation_id where t.status = 'open' and o.status in ('planned', 'running') order by t.id",
      a,
    );
    return row && world.run('task.postpone', { ...edit(row, 'taskId'), dueOn: row['ends_on'], reason: 'بارندگی' });
  },
  contribute: async (world, { a, b }) => {
    const row = await pick(world, "select * from operations where status in ('planned', 'running') order by id", a);
    return (
      row &&
      world.run('contribution.record', {
        operationId: idOf(row),
        kind: b % 2 ? 'money' : 'work',
        ...(b % 2 ? { valueRial: (b + 1) * 1000 } : { hours: 3 }),
      })
    );
  },
  takeBack: async (world, { a }) => {
    const row = await pick(world, 'select * from contributions where removed_at_ms is null order by id', a);
    return row && world.run('contribution.remove', { contributionId: idOf(row) });
  },
};
