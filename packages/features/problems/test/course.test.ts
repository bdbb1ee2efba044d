import { isRefusal } from '@mahalleh/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLOSE_REASONS, PROBLEM_STATUSES, type ProblemStatus } from '../src/model.ts';
import { problemsReasons } from '../src/reasons.ts';
import {
  close,
  COURSE,
  isOpen,
  merge,
  redacted,
  reopen,
  reprioritise,
  solve,
  start,
  statusAfter,
  triage,
  VERBS,
  verbsFor,
  type Mergeable,
} from '../src/rules.ts';

type Problem = {
  status: ProblemStatus;
  severity: number;
  rank: number | null;
  triagedAtMs: number | null;
  startedAtMs: number | null;
  solvedAtMs: number | null;
  closedAtMs: number | null;
  closeReason: string | null;
  reopenedCount: number;
};
const NEW: Problem = {
  status: 'registered',
  severity: 3,
  rank: null,
  triagedAtMs: null,
  startedAtMs: null,
  solvedAtMs: null,
  closedAtMs: null,
  closeReason: null,
  reopenedCount: 0,
};

type Step = {
  evidence: number;
  nowMs: number;
  verb: 'triage' | 'start' | 'solve' | 'close' | 'reopen' | 'reprioritise';
};
const step: fc.Arbitrary<Step> = fc.record({
  evidence: fc.nat(2),
  nowMs: fc.integer({ min: 1, max: 1e6 }),
  verb: fc.constantFrom('triage', 'start', 'solve', 'close', 'reopen', 'reprioritise'),
});

const attempt = (problem: Problem, { verb, evidence, nowMs }: Step) => {
  switch (verb) {
    case 'triage':
      return triage(problem, { severity: 4 }, nowMs);
    case 'start':
      return start(problem, nowMs);
    case 'solve':
      return solve(problem, 'Done.', evidence, { nowMs, personId: 'p' });
    case 'close':
      return close(problem, 'not_feasible', nowMs);
    case 'reopen':
      return reopen(problem, 'Back again.');
    case 'reprioritise':
      return reprioritise(problem, { rank: 1 });
  }
};

/** A problem after a history of attempts, those that were refused left out. */
const after = (steps: readonly Step[]): Problem =>
  steps.reduce<Problem>((problem, step) => {
    const change = attempt(problem, step);
    return isRefusal(change) ? problem : { ...problem, ...change };
  }, NEW);

const history = fc.array(step, { maxLength: 25 });

describe('the course of a problem', () => {
  test('runs from registered through triaged and started to solved', () => {
    const course = [
      { verb: 'triage', evidence: 0, nowMs: 1 },
      { verb: 'start', evidence: 0, nowMs: 2 },
      { verb: 'solve', evidence: 1, nowMs: 3 },
    ] as const;
    expect(course.map((_, i) => after(course.slice(0, i + 1)).status)).toEqual(['triaged', 'started', 'solved']);
  });

  test('whatever is tried in whatever order, the dates say what the status says', () =>
    fc.assert(
      fc.property(history, (steps) => {
        const p = after(steps);
        expect(p.solvedAtMs !== null).toBe(p.status === 'solved');
        expect(p.closedAtMs !== null).toBe(p.status === 'closed');
        expect(p.closeReason !== null).toBe(p.status === 'closed');
        if (p.status === 'registered') expect(p.triagedAtMs).toBeNull();
        if (p.status === 'triaged' || p.status === 'started' || p.status === 'solved')
          expect(p.triagedAtMs).not.toBeNull();
        if (p.status === 'started' || p.status === 'solved') expect(p.startedAtMs).not.toBeNull();
        if (p.status === 'registered' || p.status === 'triaged') expect(p.startedAtMs).toBeNull();
      }),
    ));

  test('no history reaches solved but through evidence, work and triage', () =>
    fc.assert(
      fc.property(history, (steps) => {
        fc.pre(after(steps).status === 'solved');
        const without = (verb: Step['verb']) => after(steps.filter((step) => step.verb !== verb));
        expect(without('triage').status).not.toBe('solved');
        expect(without('start').status).not.toBe('solved');
        expect(after(steps.map((step) => ({ ...step, evidence: 0 }))).status).not.toBe('solved');
      }),
    ));

  test('each reopening is counted, and what was triaged stays triaged', () =>
    fc.assert(
      fc.property(history, (steps) => {
        const p = after(steps);
        const again = reopen(p, 'Back again.');
        expect(isRefusal(again)).toBe(isOpen(p.status));
        if (isRefusal(again)) return;
        expect(again.reopenedCount).toBe(p.reopenedCount + 1);
        expect(again.status).toBe(p.triagedAtMs === null ? 'registered' : 'triaged');
      }),
    ));

  test('every refusal has a text in both languages', () => {
    for (const status of PROBLEM_STATUSES)
      for (const verb of VERBS) {
        const next = COURSE[status][verb];
        if (typeof next === 'object') expect(problemsReasons).toHaveProperty(next.no);
      }
  });
});

describe('each step', () => {
  test('triage is final: a triaged problem refuses a second triage', () =>
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 5 }), (steps, severity) => {
        const p = after(steps);
        const once = triage(p, { severity }, 1);
        if (isRefusal(once)) return;
        expect(triage({ ...p, ...once }, { severity }, 2)).toEqual({ refused: 'problem_already_triaged' });
      }),
    ));

  test('triage keeps the rank and root cause that it does not mention', () => {
    expect(triage(NEW, { severity: 5 }, 7)).toEqual({ status: 'triaged', severity: 5, triagedAtMs: 7 });
    expect(triage(NEW, { severity: 5, rank: 2, rootCause: 'Burnt lamps' }, 7)).toMatchObject({
      rank: 2,
      rootCause: 'Burnt lamps',
    });
  });

  test('solving without evidence is refused, with one piece it is not', () => {
    const started = { status: 'started', triagedAtMs: 1 } as const;
    expect(solve(started, 'Lamps replaced.', 0, { nowMs: 9, personId: 'p' })).toEqual({
      refused: 'solving_needs_evidence',
    });
    expect(solve(started, 'Lamps replaced.', 1, { nowMs: 9, personId: 'p' })).toEqual({
      status: 'solved',
      solution: 'Lamps replaced.',
      solvedAtMs: 9,
      solvedBy: 'p',
      levelDueOn: null,
    });
  });

  test('any open problem can be closed for any reason, and closed is never solved', () =>
    fc.assert(
      fc.property(history, fc.constantFrom(...CLOSE_REASONS), (steps, reason) => {
        const p = after(steps);
        const closed = close(p, reason, 5);
        if (isOpen(p.status))
          expect({ ...p, ...closed }).toMatchObject({ status: 'closed', closeReason: reason, solvedAtMs: null });
        else expect(closed).toEqual({ refused: 'problem_not_open' });
      }),
    ));

  test('reprioritising says something, and an empty rank takes the problem out of the order', () => {
    expect(reprioritise(NEW, {})).toEqual({ refused: 'nothing_said', field: 'rank' });
    expect(reprioritise({ ...NEW, rank: 3 } as Problem, { rank: null })).toEqual({ status: 'registered', rank: null });
  });

  test.each(['merged', 'split'] as const)('a %s problem refuses everything but redaction', (status) => {
    const gone = { status, triagedAtMs: 1 };
    expect(verbsFor(gone)).toEqual(['redact']);
    for (const verb of VERBS.filter((verb) => verb !== 'redact'))
      expect(statusAfter(gone, verb)).toEqual({ refused: `problem_already_${status}` });
  });

  test('the page offers exactly what the rules allow', () => {
    const always = ['amend', 'reprioritise', 'merge', 'split', 'relate', 'score', 'escalate', 'close', 'redact'];
    expect(verbsFor(NEW).toSorted()).toEqual([...always, 'triage', 'discard'].toSorted());
    expect(verbsFor({ status: 'started', triagedAtMs: 1 }).toSorted()).toEqual([...always, 'solve'].toSorted());
    expect(verbsFor({ status: 'solved', triagedAtMs: 1 })).toEqual(['relate', 'confirm', 'reopen', 'redact']);
    expect(verbsFor({ status: 'solved', triagedAtMs: 1, confirmedAtMs: 2 })).toEqual(['relate', 'reopen', 'redact']);
  });
});

describe('merging', () => {
  const problem = (id: string, more: Partial<Mergeable> = {}): Mergeable => ({
    id,
    status: 'triaged',
    triagedAtMs: 1,
    isSensitive: false,
    ...more,
  });

  test('makes the one point to the other', () => {
    expect(merge(problem('a'), problem('b'))).toEqual({ status: 'merged', mergedIntoId: 'b' });
  });

  test.each([
    ['itself', problem('a'), 'merge_into_itself'],
    ['nothing', undefined, 'merge_target_unknown'],
    ['a solved one', problem('b', { status: 'solved' }), 'merge_target_not_open'],
    ['a merged one', problem('b', { status: 'merged' }), 'merge_target_not_open'],
    ['a sensitive one', problem('b', { isSensitive: true }), 'merge_across_sensitivity'],
  ])('into %s is refused, naming the field', (_into, into, reason) => {
    expect(merge(problem('a'), into)).toEqual({ refused: reason, field: 'intoId' });
  });

  test('in any order among any problems never makes a circle: every way ends at one that is not merged', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 40 }), (pairs) => {
        const all = Array.from({ length: 8 }, (_, i) => ({
          ...problem(String(i)),
          mergedIntoId: null as string | null,
        }));
        for (const [from, to] of pairs) {
          const one = all[from];
          if (!one) continue;
          const merged = merge(one, all[to]);
          if (!isRefusal(merged)) Object.assign(one, merged);
        }
        for (const first of all) {
          let at = first;
          for (let steps = 0; at.status === 'merged'; steps++) {
            expect(steps).toBeLessThan(all.length);
            const next = all.find(({ id }) => id === at.mergedIntoId);
            if (!next) throw new Error('points nowhere');
            at = next;
          }
        }
      }),
    ));
});

test('redaction leaves no word and no place, whatever was there', () => {
  const { redactedAtMs, placeKind, ...rest } = redacted(5);
  expect([redactedAtMs, placeKind]).toEqual([5, 'whole']);
  expect(Object.values(rest).every((value) => value === null || value === '')).toBe(true);
  expect(Object.keys(rest).sort()).toEqual(
    [
      'title',
      'titleFolded',
      'whysJson',
      'description',
      'rootCause',
      'solution',
      'reopenWhy',
      'placeNote',
      'latitude',
      'longitude',
    ].sort(),
  );
});
