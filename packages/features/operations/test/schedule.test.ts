import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  datesOf,
  freeFrom,
  loopOf,
  networkOf,
  planAfter,
  proposalOf,
  strainsOf,
  type Link,
  type Plan,
  type Work,
} from '../src/schedule-rules.ts';
import { link, moves, planOf, plans, work } from './plans.ts';

/** Every way from a task along the links, as the links walked. */
const waysFrom = (plan: Plan, id: string): Link[][] => [
  [],
  ...plan.links
    .filter(({ afterId }) => afterId === id)
    .flatMap((first) => waysFrom(plan, first.taskId).map((rest) => [first, ...rest])),
];
/** Every way that ends at a task, as the links walked. */
const waysTo = (plan: Plan, id: string): Link[][] => [
  [],
  ...plan.links
    .filter(({ taskId }) => taskId === id)
    .flatMap((last) => waysTo(plan, last.afterId).map((rest) => [...rest, last])),
];
const lengthOf = ({ start, due }: Work): number => due - start + 1;
const inPlan = (plan: Plan) => {
  const byId = new Map(plan.works.map((one) => [one.id, one]));
  return (id: string): Work => byId.get(id) ?? work(id, 0, 0);
};
const open = (plan: Plan) => plan.works.filter(({ isFixed }) => !isFixed);
const endOf = (plan: Plan, operationId: string): number =>
  Math.max(...open(plan).flatMap((one) => (one.operationId === operationId ? [one.due] : [])));

describe('the critical path, against every path there is', () => {
  test('slack is what the tightest way to the end of any operation leaves', () =>
    fc.assert(
      fc.property(plans({ isKept: false }), (plan) => {
        const at = inPlan(plan);
        const dates = datesOf(networkOf(plan));
        for (const one of open(plan)) {
          const latest = waysFrom(plan, one.id)
            .filter((way) => way.every(({ taskId }) => !at(taskId).isFixed))
            .map((way) => {
              const last = at(way.at(-1)?.taskId ?? one.id);
              const after = way.reduce((sum, step) => sum + step.lagDays + lengthOf(at(step.taskId)), 0);
              return endOf(plan, last.operationId) - after;
            });
          expect(dates.get(one.id)?.latestDue).toBe(Math.min(...latest));
          expect(dates.get(one.id)?.slack).toBe(Math.min(...latest) - one.due);
        }
        expect(dates.size).toBe(open(plan).length);
      }),
      { numRuns: 300 },
    ));

  test('the earliest start is the longest way to a task, from where its work can begin', () =>
    fc.assert(
      fc.property(plans({ isKept: false }), (plan) => {
        const at = inPlan(plan);
        const dates = datesOf(networkOf(plan));
        for (const one of open(plan)) {
          const longest = waysTo(plan, one.id).map((way) => {
            const since = way.findLastIndex(({ afterId }) => at(afterId).isFixed);
            const walked = since < 0 ? way : way.slice(since);
            const [first] = walked;
            const begun = first && at(first.afterId);
            if (!begun) return 0;
            const opens = begun.isFixed ? begun.due + 1 : lengthOf(begun);
            const between = walked.slice(1).reduce((sum, step) => sum + lengthOf(at(step.afterId)), 0);
            return opens + between + walked.reduce((sum, step) => sum + step.lagDays, 0);
          });
          expect(dates.get(one.id)?.earliestStart).toBe(Math.max(...longest));
        }
      }),
      { numRuns: 300 },
    ));

  test('critical is exactly what ends an operation later when it slips by a day', () =>
    fc.assert(
      fc.property(plans(), (plan) => {
        const network = networkOf(plan);
        const dates = datesOf(network);
        for (const one of open(plan)) {
          const change = { moves: [{ id: one.id, start: one.start, due: one.due + 1 }] };
          const after = planAfter(plan, change, proposalOf(network, change));
          const isLater = plan.stretches.some(({ id }) => endOf(after, id) > endOf(plan, id));
          expect(isLater).toBe(dates.get(one.id)?.isCritical);
        }
      }),
      { numRuns: 300 },
    ));

  test('a task slips by its whole slack and moves no end, and by one day more it does', () => {
    const plan = planOf([work('a', 0, 4), work('b', 8, 10), work('c', 0, 20)], [link('b', 'a', 1)]);
    const dates = datesOf(networkOf(plan));
    expect([...dates].map(([id, { slack, isCritical }]) => [id, slack, isCritical]).sort()).toEqual([
      ['a', 12, false],
      ['b', 10, false],
      ['c', 0, true],
    ]);
    expect(dates.get('b')).toMatchObject({ earliestStart: 6, earliestDue: 8, latestStart: 18, latestDue: 20 });
  });

  test('what was done decides no end, and the day on which it was done is what others wait for', () => {
    const plan = planOf(
      [work('a', 0, 12, { isFixed: true }), work('b', 10, 11), work('c', 0, 3)],
      [link('b', 'a'), link('c', 'b')],
    );
    const dates = datesOf(networkOf(plan));
    expect(dates.has('a')).toBe(false);
    expect(dates.get('b')?.earliestStart).toBe(13);
    expect(strainsOf(networkOf(plan))).toEqual([
      { taskId: 'b', afterId: 'a', earliest: 13 },
      { taskId: 'c', afterId: 'b', earliest: 12 },
    ]);
  });
});

describe('loops', () => {
  test('a link closes a loop exactly when the task it waits for already waits for it, and the loop is named', () =>
    fc.assert(
      fc.property(plans({ size: 7 }), fc.nat(), fc.nat(), (plan, i, j) => {
        const [taskId, afterId] = [
          plan.works[i % plan.works.length]?.id ?? '',
          plan.works[j % plan.works.length]?.id ?? '',
        ];
        const loop = loopOf(networkOf(plan), { taskId, afterId });
        const isLoop = waysFrom(plan, taskId).some((way) => (way.at(-1)?.taskId ?? taskId) === afterId);
        expect(loop !== undefined).toBe(isLoop);
        if (!loop) return;
        expect([loop[0], loop.at(-1)]).toEqual([taskId, afterId]);
        for (const [n, id] of loop.entries())
          if (n > 0) expect(plan.links.some((one) => one.taskId === id && one.afterId === loop[n - 1])).toBe(true);
      }),
    ));

  test('a task does not wait for itself, nor for what waits for it', () => {
    const network = networkOf(
      planOf([work('a', 0, 1), work('b', 2, 3), work('c', 4, 5)], [link('b', 'a'), link('c', 'b')]),
    );
    expect(loopOf(network, link('a', 'a'))).toEqual(['a']);
    expect(loopOf(network, link('a', 'c'))).toEqual(['a', 'b', 'c']);
    expect(proposalOf(network, { link: link('a', 'c') }).faults).toEqual([{ kind: 'loop', ids: ['a', 'b', 'c'] }]);
    expect(loopOf(network, link('c', 'a'))).toBeUndefined();
  });
});

describe('moving a bar', () => {
  test('after a change without a fault nothing begins before what it waits for', () =>
    fc.assert(
      fc.property(moves, ({ plan, asked, proposal }) => {
        if (!asked || !proposal || proposal.faults.length > 0) return;
        expect(strainsOf(networkOf(planAfter(plan, { moves: [asked] }, proposal)))).toEqual([]);
      }),
      { numRuns: 500 },
    ));

  test('whatever the plan was like, what was moved and what was pushed keeps its links', () =>
    fc.assert(
      fc.property(plans({ isKept: false }), fc.nat(), fc.integer({ min: 0, max: 60 }), (plan, at, start) => {
        const one = open(plan)[at % Math.max(1, open(plan).length)];
        if (!one) return;
        const change = { moves: [{ id: one.id, start, due: start + 2 }] };
        const proposal = proposalOf(networkOf(plan), change);
        if (proposal.faults.length > 0) return;
        const moved = new Set([one.id, ...proposal.pushed.map(({ id }) => id)]);
        const strained = strainsOf(networkOf(planAfter(plan, change, proposal)));
        expect(strained.filter(({ taskId, afterId }) => moved.has(taskId) || moved.has(afterId))).toEqual([]);
      }),
      { numRuns: 500 },
    ));

  test('pushing is minimal: a pushed task touches something it waits for, keeps its length and is never pulled earlier', () =>
    fc.assert(
      fc.property(moves, ({ plan, asked, proposal }) => {
        if (!asked || !proposal || proposal.faults.length > 0) return;
        const before = inPlan(plan);
        const after = inPlan(planAfter(plan, { moves: [asked] }, proposal));
        for (const { id, start, due } of proposal.pushed) {
          expect(start).toBeGreaterThan(before(id).start);
          expect(due - start).toBe(before(id).due - before(id).start);
          expect(before(id).isFixed).toBe(false);
          const earliest = plan.links
            .filter(({ taskId }) => taskId === id)
            .map((one) => freeFrom(one, after(one.afterId).due));
          expect(start).toBe(Math.max(...earliest));
        }
      }),
      { numRuns: 500 },
    ));

  test('pushing is idempotent: once accepted, the same change pushes nothing more', () =>
    fc.assert(
      fc.property(moves, ({ plan, asked, proposal }) => {
        if (!asked || !proposal || proposal.faults.length > 0) return;
        const after = planAfter(plan, { moves: [asked] }, proposal);
        expect(proposalOf(networkOf(after), { moves: [asked] })).toEqual({ faults: [], pushed: [], growths: [] });
      }),
    ));

  test('nothing leaves the days of its operation without its being said', () =>
    fc.assert(
      fc.property(moves, ({ plan, asked, proposal }) => {
        if (!asked || !proposal || proposal.faults.length > 0) return;
        const tight = { ...plan, stretches: plan.stretches.map((stretch) => ({ ...stretch, start: 5, end: 25 })) };
        const said = proposalOf(networkOf(tight), { moves: [asked] });
        const grown = new Map(said.growths.map((growth) => [growth.operationId, growth]));
        const stretches = new Map(tight.stretches.map((stretch) => [stretch.id, stretch]));
        for (const move of [asked, ...said.pushed]) {
          const id = inPlan(plan)(move.id).operationId;
          const within = grown.get(id) ?? stretches.get(id);
          expect(move.start).toBeGreaterThanOrEqual(within?.start ?? 0);
          expect(move.due).toBeLessThanOrEqual(within?.end ?? 0);
        }
        for (const { operationId, start, end } of said.growths) expect(start < 5 || end > 25, operationId).toBe(true);
      }),
      { numRuns: 300 },
    ));

  test('a bar that is put before what it waits for is refused with the first day that is free', () => {
    const network = networkOf(planOf([work('a', 0, 4), work('b', 8, 10)], [link('b', 'a', 2)]));
    expect(proposalOf(network, { moves: [{ id: 'b', start: 6, due: 8 }] }).faults).toEqual([
      { kind: 'before_predecessor', id: 'b', afterId: 'a', earliest: 7 },
    ]);
    expect(proposalOf(network, { moves: [{ id: 'b', start: 7, due: 9 }] }).faults).toEqual([]);
  });

  test('done work neither moves nor is pushed; a bar does not end before it begins', () => {
    const network = networkOf(planOf([work('a', 0, 4), work('b', 8, 10, { isFixed: true })], [link('b', 'a')]));
    expect(proposalOf(network, { moves: [{ id: 'b', start: 9, due: 9 }] }).faults).toEqual([
      { kind: 'fixed', id: 'b' },
    ]);
    expect(proposalOf(network, { moves: [{ id: 'a', start: 4, due: 3 }] }).faults).toEqual([
      { kind: 'backwards', id: 'a' },
    ]);
    expect(proposalOf(network, { moves: [{ id: 'x', start: 1, due: 3 }] }).faults).toEqual([
      { kind: 'unknown', id: 'x' },
    ]);
    expect(proposalOf(network, { moves: [{ id: 'a', start: 0, due: 40 }] })).toEqual({
      faults: [],
      pushed: [],
      growths: [],
    });
  });

  test('a push goes across operations and names the one that must grow', () => {
    const plan: Plan = {
      works: [work('a', 0, 4), work('b', 5, 9, { operationId: 'o2' }), work('c', 10, 12, { operationId: 'o2' })],
      links: [link('b', 'a'), link('c', 'b')],
      stretches: [
        { id: 'o1', start: 0, end: 20 },
        { id: 'o2', start: 0, end: 14 },
      ],
    };
    expect(proposalOf(networkOf(plan), { moves: [{ id: 'a', start: 3, due: 7 }] })).toEqual({
      faults: [],
      pushed: [
        { id: 'b', start: 8, due: 12 },
        { id: 'c', start: 13, due: 15 },
      ],
      growths: [{ operationId: 'o2', start: 0, end: 15 }],
    });
  });

  test('a new link pushes what stands too early, and nothing when all is well', () => {
    const network = networkOf(planOf([work('a', 0, 9), work('b', 5, 7), work('c', 8, 8)], [link('c', 'b')]));
    expect(proposalOf(network, { link: link('b', 'a', 1) }).pushed).toEqual([
      { id: 'b', start: 11, due: 13 },
      { id: 'c', start: 14, due: 14 },
    ]);
    expect(proposalOf(network, { link: link('a', 'x') }).faults).toEqual([{ kind: 'unknown', id: 'x' }]);
    const kept = networkOf(planOf([work('a', 0, 4), work('b', 5, 7)]));
    expect(proposalOf(kept, { link: link('b', 'a') })).toEqual({ faults: [], pushed: [], growths: [] });
  });
});
