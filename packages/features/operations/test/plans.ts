import fc from 'fast-check';
import { freeFrom, networkOf, proposalOf, type Link, type Plan, type Work } from '../src/schedule-rules.ts';

/** A task of a made-up plan. */
export const work = (id: string, start: number, due: number, more: Partial<Work> = {}): Work => ({
  id,
  operationId: 'o1',
  start,
  due,
  isFixed: false,
  ...more,
});

/** A link of a made-up plan. */
export const link = (taskId: string, afterId: string, lagDays = 0): Link => ({ taskId, afterId, lagDays });

/** A plan in operations `o1` … of days 0 to 400. */
export const planOf = (works: readonly Work[], links: readonly Link[] = [], operations = 3): Plan => ({
  works,
  links,
  stretches: Array.from({ length: operations }, (_, i) => ({ id: `o${i + 1}`, start: 0, end: 400 })),
});

/** The same plan with every task moved to where its links allow it: what a kept plan looks like. */
export const settled = (plan: Plan): Plan => {
  const network = networkOf(plan);
  const places = new Map<string, Work>();
  for (const id of network.order) {
    const one = network.works.get(id);
    if (!one) continue;
    const earliest = Math.max(
      one.start,
      ...(network.before.get(id) ?? []).map((before) => freeFrom(before, places.get(before.afterId)?.due ?? 0)),
    );
    places.set(id, one.isFixed ? one : { ...one, start: earliest, due: earliest + one.due - one.start });
  }
  return { ...plan, works: plan.works.map((one) => places.get(one.id) ?? one) };
};

const drawn = (size: number, share: number) =>
  fc
    .record({
      works: fc.array(
        fc.record({
          start: fc.integer({ min: 0, max: 30 }),
          length: fc.integer({ min: 0, max: 9 }),
          operation: fc.integer({ min: 1, max: 3 }),
          isFixed: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
        }),
        { minLength: 1, maxLength: size },
      ),
      lags: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: size * size, maxLength: size * size }),
      names: fc.shuffledSubarray(
        Array.from({ length: size }, (_, i) => i),
        { minLength: size, maxLength: size },
      ),
    })
    .map(({ works, lags, names }): Plan => {
      const id = (i: number): string => `t${names[i]}`;
      const links = works.flatMap((_, after) =>
        works.flatMap((_unused, before) => {
          const lag = lags[after * size + before] ?? 0;
          return before < after && lag < share ? [link(id(after), id(before), lag % 4)] : [];
        }),
      );
      const made = works.map(({ start, length, operation, isFixed }, i) =>
        work(id(i), start, start + length, { operationId: `o${operation}`, isFixed }),
      );
      return planOf(
        made.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
        links,
      );
    });

/** Random plans without a loop, of up to `size` tasks; `isKept`: none begins before what it waits for. */
export const plans = ({ size = 9, isKept = true, share = 16 } = {}): fc.Arbitrary<Plan> =>
  isKept ? drawn(size, share).map(settled) : drawn(size, share);

/** A random plan, and one of its open tasks with other days. */
export const moves = fc
  .record({
    plan: plans(),
    at: fc.nat(),
    start: fc.integer({ min: 0, max: 60 }),
    length: fc.integer({ min: 0, max: 9 }),
  })
  .map(({ plan, at, start, length }) => {
    const open = plan.works.filter(({ isFixed }) => !isFixed);
    const one = open[at % Math.max(1, open.length)];
    const asked = one && { id: one.id, start, due: start + length };
    return { plan, asked, proposal: asked && proposalOf(networkOf(plan), { moves: [asked] }) };
  });
