import { freeFrom, linksAfter, linksBefore, type Day, type Network, type Work } from './schedule-network-rules.ts';

/** What the links leave to one piece of open work. */
export type Dates = {
  /** The first day on which it could begin, were everything before it begun as early as can be. */
  readonly earliestStart: Day;
  readonly earliestDue: Day;
  /** The last days that move the end of no operation. */
  readonly latestStart: Day;
  readonly latestDue: Day;
  /** How many days it can slip before an operation ends later. Below zero when the plan is strained already. Unit: days. */
  readonly slack: number;
  /** Slips with the end: the critical path is made of these. */
  readonly isCritical: boolean;
};

const lengthOf = ({ start, due }: Work): number => due - start;

/** The last day of each operation's open work: its end as the work stands, whatever its stretch allows. */
const endsOf = (network: Network): Map<string, Day> => {
  const ends = new Map<string, Day>();
  for (const { operationId, due, isFixed } of network.works.values())
    if (!isFixed) ends.set(operationId, Math.max(ends.get(operationId) ?? due, due));
  return ends;
};

const earliestOf = (network: Network): Map<string, Day> => {
  const starts = new Map<string, Day>();
  for (const id of network.order) {
    const work = network.works.get(id);
    if (!work) continue;
    const opens = network.stretches.get(work.operationId)?.start ?? work.start;
    const start = linksBefore(network, id).reduce((latest, link) => {
      const before = network.works.get(link.afterId);
      if (!before) return latest;
      const due = (starts.get(before.id) ?? before.start) + lengthOf(before);
      return Math.max(latest, freeFrom(link, due));
    }, opens);
    starts.set(id, work.isFixed ? work.start : start);
  }
  return starts;
};

/** Earliest and latest days, slack and the critical path of all open work. */
export const datesOf = (network: Network): Map<string, Dates> => {
  const ends = endsOf(network);
  const earliest = earliestOf(network);
  const dates = new Map<string, Dates>();
  for (const id of network.order.toReversed()) {
    const work = network.works.get(id);
    if (!work || work.isFixed) continue;
    const latestDue = linksAfter(network, id).reduce(
      (soonest, link) => {
        const next = dates.get(link.taskId);
        return next ? Math.min(soonest, next.latestStart - 1 - link.lagDays) : soonest;
      },
      ends.get(work.operationId) ?? work.due,
    );
    const earliestStart = earliest.get(id) ?? work.start;
    const slack = latestDue - work.due;
    dates.set(id, {
      earliestStart,
      earliestDue: earliestStart + lengthOf(work),
      latestStart: latestDue - lengthOf(work),
      latestDue,
      slack,
      isCritical: slack <= 0,
    });
  }
  return dates;
};

/** Work that begins before what it waits for is done, and the first day on which it could. */
export type Strain = { readonly taskId: string; readonly afterId: string; readonly earliest: Day };

/** The links that the plan does not keep: after something was done later than planned, its successors may stand too early. */
export const strainsOf = (network: Network): Strain[] =>
  [...network.works.values()]
    .filter(({ isFixed }) => !isFixed)
    .flatMap((work) =>
      linksBefore(network, work.id).flatMap((link) => {
        const before = network.works.get(link.afterId);
        const earliest = before ? freeFrom(link, before.due) : work.start;
        return work.start < earliest ? [{ taskId: work.id, afterId: link.afterId, earliest }] : [];
      }),
    );
