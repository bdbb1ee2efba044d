import {
  freeFrom,
  linksBefore,
  loopOf,
  networkOf,
  type Day,
  type Link,
  type Network,
  type Plan,
  type Work,
} from './schedule-network-rules.ts';

/** The days that a task is to have. */
export type Move = { readonly id: string; readonly start: Day; readonly due: Day };

/** What somebody wants of a plan: other days for some tasks, or a new link. */
export type Change = { readonly moves?: readonly Move[]; readonly link?: Link };

/** Why a change cannot be: nothing that is pushed would make it right. */
export type Fault =
  | { readonly kind: 'unknown' | 'fixed' | 'backwards'; readonly id: string }
  | { readonly kind: 'before_predecessor'; readonly id: string; readonly afterId: string; readonly earliest: Day }
  | { readonly kind: 'loop'; readonly ids: readonly string[] };

/** An operation that is too short for its tasks, and the days that it would need. */
export type Growth = { readonly operationId: string; readonly start: Day; readonly end: Day };

/** What a change comes to: what it breaks for good, which tasks it pushes and where to, which operations must grow. */
export type Proposal = {
  readonly faults: readonly Fault[];
  /** In the order of the plan; none of them is pushed further than its links ask for. */
  readonly pushed: readonly Move[];
  readonly growths: readonly Growth[];
};

const NOTHING = { pushed: [], growths: [] } as const;

const withLink = (network: Network, link: Link): Network => {
  const known = [...network.before.values()].flat();
  const others = known.filter(({ taskId, afterId }) => taskId !== link.taskId || afterId !== link.afterId);
  const plan: Plan = {
    works: [...network.works.values()],
    links: [...others, link],
    stretches: [...network.stretches.values()],
  };
  return networkOf(plan);
};

const linkFault = (network: Network, link: Link): Fault | undefined => {
  const missing = [link.taskId, link.afterId].find((id) => !network.works.has(id));
  if (missing !== undefined) return { kind: 'unknown', id: missing };
  if (network.works.get(link.taskId)?.isFixed) return { kind: 'fixed', id: link.taskId };
  const ids = loopOf(network, link);
  return ids && { kind: 'loop', ids };
};

const moveFault = (network: Network, { id, start, due }: Move): Fault | undefined => {
  const work = network.works.get(id);
  if (!work) return { kind: 'unknown', id };
  if (work.isFixed) return { kind: 'fixed', id };
  return due < start ? { kind: 'backwards', id } : undefined;
};

/** The days of a task in the plan as it would be. */
const placeOf = (network: Network, moved: ReadonlyMap<string, Move>, id: string): Move | Work | undefined =>
  moved.get(id) ?? network.works.get(id);

/** The link that holds a task back the longest, and until when. */
const heldBy = (network: Network, moved: ReadonlyMap<string, Move>, links: readonly Link[]) => {
  let holds: { afterId: string; earliest: Day } | undefined;
  for (const link of links) {
    const before = placeOf(network, moved, link.afterId);
    const earliest = before ? freeFrom(link, before.due) : -Infinity;
    if (!holds || earliest > holds.earliest) holds = { afterId: link.afterId, earliest };
  }
  return holds;
};

const growthsOf = (network: Network, moves: Iterable<Move>): Growth[] => {
  const grown = new Map<string, Growth>();
  for (const { id, start, due } of moves) {
    const operationId = network.works.get(id)?.operationId ?? '';
    const stretch = network.stretches.get(operationId);
    if (!stretch) continue;
    const before = grown.get(operationId) ?? { operationId, start: stretch.start, end: stretch.end };
    if (start < before.start || due > before.end)
      grown.set(operationId, { operationId, start: Math.min(start, before.start), end: Math.max(due, before.end) });
  }
  return [...grown.values()];
};

/**
 * What a change of a plan comes to. Tasks that wait for a moved one are pushed later, by no day more than their links
 * ask for and with their length kept; nothing is pulled earlier. What was asked for itself is never pushed: where it
 * stands before what it waits for, that is a fault.
 */
export const proposalOf = (before: Network, { moves = [], link }: Change): Proposal => {
  const unlinked = link && linkFault(before, link);
  if (unlinked) return { faults: [unlinked], ...NOTHING };
  const network = link ? withLink(before, link) : before;
  const broken = moves.flatMap((move) => moveFault(network, move) ?? []);
  if (broken.length > 0) return { faults: broken, ...NOTHING };

  const asked = new Set(moves.map(({ id }) => id));
  const moved = new Map(moves.map((move) => [move.id, move]));
  const faults: Fault[] = [];
  const pushed: Move[] = [];
  for (const id of network.order) {
    const place = placeOf(network, moved, id);
    if (!place || network.works.get(id)?.isFixed) continue;
    const links = linksBefore(network, id);
    const isTouched = (one: Link): boolean =>
      moved.has(one.afterId) || (one.taskId === link?.taskId && one.afterId === link.afterId);
    if (!asked.has(id) && !links.some(isTouched)) continue;
    const holds = heldBy(network, moved, links);
    if (!holds || place.start >= holds.earliest) continue;
    if (asked.has(id)) faults.push({ kind: 'before_predecessor', id, ...holds });
    else {
      const move = { id, start: holds.earliest, due: holds.earliest + place.due - place.start };
      moved.set(id, move);
      pushed.push(move);
    }
  }
  return { faults, pushed, growths: growthsOf(network, moved.values()) };
};

/** The plan as it is once a change was made with all that it pushes. */
export const planAfter = (plan: Plan, { moves = [], link }: Change, { pushed, growths }: Proposal): Plan => {
  const places = new Map([...moves, ...pushed].map((move) => [move.id, move]));
  const grown = new Map(growths.map((growth) => [growth.operationId, growth]));
  return {
    works: plan.works.map((work) => {
      const place = places.get(work.id);
      return place ? { ...work, start: place.start, due: place.due } : work;
    }),
    links: link ? [...plan.links, link] : plan.links,
    stretches: plan.stretches.map((stretch) => {
      const growth = grown.get(stretch.id);
      return growth ? { ...stretch, start: growth.start, end: growth.end } : stretch;
    }),
  };
};
