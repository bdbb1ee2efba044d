/** A day as a number, so that a plan is computed without reading text. Unit: days since 1970-01-01. */
export type Day = number;

/** One piece of work on the calendar, both days included. */
export type Work = {
  readonly id: string;
  readonly operationId: string;
  readonly start: Day;
  readonly due: Day;
  /** Done: it moves no more, and `due` is the day on which it was done. */
  readonly isFixed: boolean;
};

/** Finish to start: the one begins only when the other is done, and `lagDays` later at the earliest. */
export type Link = { readonly taskId: string; readonly afterId: string; readonly lagDays: number };

/** The days of an operation, both included. */
export type Stretch = { readonly id: string; readonly start: Day; readonly end: Day };

/** What is planned in one neighbourhood: its work, what waits for what, and the operations that it belongs to. */
export type Plan = {
  readonly works: readonly Work[];
  readonly links: readonly Link[];
  readonly stretches: readonly Stretch[];
};

/** A plan that can be walked along its links. Links of work that is not in the plan are left out. */
export type Network = {
  readonly works: ReadonlyMap<string, Work>;
  readonly stretches: ReadonlyMap<string, Stretch>;
  /** The links by the task that waits. */
  readonly before: ReadonlyMap<string, readonly Link[]>;
  /** The links by the task that is waited for. */
  readonly after: ReadonlyMap<string, readonly Link[]>;
  /** Every task after all those that it waits for; the tasks of a loop, if there were one, come last. */
  readonly order: readonly string[];
};

const NONE: readonly Link[] = [];

/** The links of which this task is the one that waits. */
export const linksBefore = (network: Network, id: string): readonly Link[] => network.before.get(id) ?? NONE;

/** The links of which this task is the one that is waited for. */
export const linksAfter = (network: Network, id: string): readonly Link[] => network.after.get(id) ?? NONE;

const grouped = (links: readonly Link[], by: 'taskId' | 'afterId'): Map<string, Link[]> => {
  const groups = new Map<string, Link[]>();
  for (const link of links) {
    const group = groups.get(link[by]);
    if (group) group.push(link);
    else groups.set(link[by], [link]);
  }
  return groups;
};

const orderOf = (ids: readonly string[], before: Map<string, Link[]>, after: Map<string, Link[]>): string[] => {
  const open = new Map(ids.map((id) => [id, before.get(id)?.length ?? 0]));
  const order = ids.filter((id) => open.get(id) === 0);
  for (let at = 0; at < order.length; at += 1) {
    for (const { taskId } of after.get(order[at] ?? '') ?? []) {
      const left = (open.get(taskId) ?? 0) - 1;
      open.set(taskId, left);
      if (left === 0) order.push(taskId);
    }
  }
  const placed = new Set(order);
  return order.length === ids.length ? order : [...order, ...ids.filter((id) => !placed.has(id))];
};

/** Makes a plan walkable. */
export const networkOf = (plan: Plan): Network => {
  const works = new Map(plan.works.map((work) => [work.id, work]));
  const links = plan.links.filter(({ taskId, afterId }) => works.has(taskId) && works.has(afterId));
  const before = grouped(links, 'taskId');
  const after = grouped(links, 'afterId');
  return {
    works,
    stretches: new Map(plan.stretches.map((stretch) => [stretch.id, stretch])),
    before,
    after,
    order: orderOf([...works.keys()], before, after),
  };
};

/**
 * The loop that a new link would close: the tasks from the one that is to wait, each waited for by the next, to the one
 * that it is to wait for. Undefined when it closes none.
 */
export const loopOf = (
  network: Network,
  { taskId, afterId }: Pick<Link, 'taskId' | 'afterId'>,
): string[] | undefined => {
  const cameFrom = new Map<string, string | undefined>([[taskId, undefined]]);
  const reached = [taskId];
  for (let at = 0; at < reached.length && !cameFrom.has(afterId); at += 1)
    for (const link of linksAfter(network, reached[at] ?? ''))
      if (!cameFrom.has(link.taskId)) {
        cameFrom.set(link.taskId, link.afterId);
        reached.push(link.taskId);
      }
  if (!cameFrom.has(afterId)) return undefined;
  const loop: string[] = [];
  for (let id: string | undefined = afterId; id !== undefined; id = cameFrom.get(id)) loop.unshift(id);
  return loop;
};

/** The first day on which what waits over this link may begin. */
export const freeFrom = (link: Pick<Link, 'lagDays'>, due: Day): Day => due + 1 + link.lagDays;
