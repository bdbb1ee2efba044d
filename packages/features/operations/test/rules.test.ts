import { addDays, daysBetween, isRefusal, type CivilDate } from '@mahalleh/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CONTRIBUTION_KINDS, OPERATION_STATUSES, TASK_STATUSES } from '../src/model.ts';
import {
  codeOf,
  contributionRefusal,
  daysLate,
  finishRefusal,
  finishTaskRefusal,
  operationStanding,
  postponeRefusal,
  problemRefusal,
  reopenTaskRefusal,
  RISK_DAYS,
  spanRefusal,
  stepOperation,
  taskSpanRefusal,
  taskStanding,
  totalsOf,
  valuationOf,
} from '../src/rules.ts';

const TODAY: CivilDate = '2026-11-22';
const day = fc.integer({ min: -400, max: 400 }).map((n) => addDays(TODAY, n));
const VERBS = ['start', 'finish', 'cancel'] as const;
const reason = (answer: unknown) => (isRefusal(answer) ? answer.refused : undefined);

describe('dates', () => {
  test('an operation may end on the day it starts, and never before', () =>
    fc.assert(
      fc.property(day, day, (startsOn, endsOn) => {
        expect(reason(spanRefusal({ startsOn, endsOn }))).toBe(
          daysBetween(startsOn, endsOn) < 0 ? 'operation_ends_before_start' : undefined,
        );
      }),
    ));

  test('a task is accepted exactly when all of its days are days of its operation', () =>
    fc.assert(
      fc.property(day, day, day, day, (a, b, c, d) => {
        const within = a <= b ? { startsOn: a, endsOn: b } : { startsOn: b, endsOn: a };
        const task = { startsOn: c, dueOn: d };
        const isInside = c <= d && c >= within.startsOn && d <= within.endsOn;
        expect(taskSpanRefusal(task, within) === undefined).toBe(isInside);
      }),
    ));

  test('the refusal of a task names the field that is wrong', () => {
    const within = { startsOn: TODAY, endsOn: addDays(TODAY, 9) };
    expect(taskSpanRefusal({ startsOn: addDays(TODAY, -1), dueOn: TODAY }, within, 'tasks.2.')?.field).toBe(
      'tasks.2.startsOn',
    );
    expect(taskSpanRefusal({ startsOn: TODAY, dueOn: addDays(TODAY, 10) }, within)?.field).toBe('dueOn');
    expect(taskSpanRefusal({ startsOn: addDays(TODAY, 2), dueOn: TODAY }, within)).toMatchObject({
      refused: 'task_due_before_start',
      field: 'dueOn',
    });
  });

  test('a postponement goes to a later day, and not beyond the operation', () =>
    fc.assert(
      fc.property(day, day, day, (dueOn, to, endsOn) => {
        const expected = to <= dueOn ? 'postponed_to_no_later' : to > endsOn ? 'task_outside_operation' : undefined;
        expect(reason(postponeRefusal({ dueOn }, to, { startsOn: '2025-01-01', endsOn }))).toBe(expected);
      }),
    ));
});

describe('states', () => {
  test('whatever is done to an operation, it ends at most once and never runs again', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...VERBS), { maxLength: 12 }), (verbs) => {
        let status: (typeof OPERATION_STATUSES)[number] = 'planned';
        let ends = 0;
        for (const verb of verbs) {
          const next = stepOperation(status, verb);
          if (isRefusal(next)) continue;
          expect(['done', 'cancelled']).not.toContain(status);
          if (next === 'done') expect(status).toBe('running');
          if (next === 'done' || next === 'cancelled') ends += 1;
          status = next;
        }
        expect(ends).toBeLessThanOrEqual(1);
      }),
    ));

  test.each([
    ['planned', 'start', 'running'],
    ['planned', 'finish', 'operation_not_started'],
    ['planned', 'cancel', 'cancelled'],
    ['running', 'start', 'operation_started'],
    ['running', 'finish', 'done'],
    ['running', 'cancel', 'cancelled'],
    ['done', 'cancel', 'operation_ended'],
    ['cancelled', 'start', 'operation_ended'],
  ] as const)('%s, then %s: %s', (status, verb, outcome) => {
    const next = stepOperation(status, verb);
    expect(isRefusal(next) ? next.refused : next).toBe(outcome);
  });

  test('an operation ends well when no task is open and one at least was done', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...TASK_STATUSES)), (statuses) => {
        const expected = statuses.includes('open')
          ? 'operation_has_open_tasks'
          : statuses.includes('done')
            ? undefined
            : 'operation_without_done_task';
        expect(reason(finishRefusal(statuses.map((status) => ({ status }))))).toBe(expected);
      }),
    ));

  test('a task is done only while its operation runs, and only on evidence', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...TASK_STATUSES),
        fc.constantFrom(...OPERATION_STATUSES),
        fc.nat({ max: 2 }),
        fc.option(fc.constant('نصب شد'), { nil: undefined }),
        (status, operationStatus, evidence, note) => {
          const isAccepted =
            finishTaskRefusal({ status, operationStatus, evidence, waitsFor: null }, note) === undefined;
          expect(isAccepted).toBe(
            status === 'open' && operationStatus === 'running' && (evidence > 0 || note !== undefined),
          );
        },
      ),
    ));

  test('a task comes back only while its operation lasts', () => {
    expect(reopenTaskRefusal({ status: 'done', operationStatus: 'running' })).toBeUndefined();
    expect(reopenTaskRefusal({ status: 'cancelled', operationStatus: 'planned' })).toBeUndefined();
    expect(reason(reopenTaskRefusal({ status: 'open', operationStatus: 'running' }))).toBe('task_is_open');
    expect(reason(reopenTaskRefusal({ status: 'done', operationStatus: 'done' }))).toBe('operation_ended');
  });

  test('a merged, split or closed problem takes no operation; an open one of the same neighbourhood and domain does', () => {
    const problem = { unitId: 'a', domainKey: 'health' };
    for (const status of ['registered', 'triaged', 'started', 'solved'])
      expect(problemRefusal({ ...problem, status }, { unitId: 'a' })).toBeUndefined();
    expect(reason(problemRefusal({ ...problem, status: 'merged' }, { unitId: 'a' }))).toBe('problem_is_merged');
    expect(reason(problemRefusal({ ...problem, status: 'split' }, { unitId: 'a' }))).toBe('problem_is_split');
    expect(reason(problemRefusal({ ...problem, status: 'closed' }, { unitId: 'a' }))).toBe('problem_is_closed');
    expect(reason(problemRefusal({ ...problem, status: 'triaged' }, { unitId: 'b' }))).toBe('problem_of_other_unit');
    expect(reason(problemRefusal({ ...problem, status: 'triaged' }, { unitId: 'a', domainKey: 'sport' }))).toBe(
      'operation_domain_differs',
    );
  });
});

describe('how it stands today', () => {
  const task = fc.record({
    status: fc.constantFrom(...TASK_STATUSES),
    startsOn: day,
    dueOn: day,
    operationStatus: fc.constantFrom(...OPERATION_STATUSES),
    isBlocked: fc.boolean(),
  });

  test('a task is late exactly when it is open and its day is past', () =>
    fc.assert(
      fc.property(task, (it) => {
        expect(taskStanding(it, TODAY) === 'late').toBe(it.status === 'open' && it.dueOn < TODAY);
      }),
    ));

  test('a task that is not open stands as its status says, whatever the day', () =>
    fc.assert(
      fc.property(task, day, (it, today) => {
        if (it.status !== 'open') expect(taskStanding(it, today)).toBe(it.status);
      }),
    ));

  test('time alone never makes an open task stand better', () =>
    fc.assert(
      fc.property(task, day, fc.nat({ max: 30 }), (it, today, later) => {
        const order = ['on_time', 'at_risk', 'blocked', 'late'];
        const open = { ...it, status: 'open' as const };
        expect(order.indexOf(taskStanding(open, addDays(today, later)))).toBeGreaterThanOrEqual(
          order.indexOf(taskStanding(open, today)),
        );
      }),
    ));

  test('a task is at risk from three days before its day, and when it should have begun but its operation has not', () => {
    const open = { status: 'open', startsOn: '2026-11-01', operationStatus: 'running', isBlocked: false } as const;
    expect(RISK_DAYS).toBe(3);
    expect(taskStanding({ ...open, dueOn: '2026-11-26' }, TODAY)).toBe('on_time');
    expect(taskStanding({ ...open, dueOn: '2026-11-25' }, TODAY)).toBe('at_risk');
    expect(taskStanding({ ...open, dueOn: '2026-11-22' }, TODAY)).toBe('at_risk');
    expect(taskStanding({ ...open, dueOn: '2026-11-21' }, TODAY)).toBe('late');
    expect(taskStanding({ ...open, dueOn: '2026-12-25', operationStatus: 'planned' }, TODAY)).toBe('at_risk');
    expect(taskStanding({ ...open, startsOn: TODAY, dueOn: '2026-12-25', operationStatus: 'planned' }, TODAY)).toBe(
      'on_time',
    );
    expect(taskStanding({ ...open, dueOn: '2026-12-25', isBlocked: true }, TODAY)).toBe('blocked');
    expect(taskStanding({ ...open, dueOn: '2026-11-21', isBlocked: true }, TODAY)).toBe('late');
  });

  test('an operation is late by its end or by a task, at risk by its start or by a task', () => {
    const running = {
      status: 'running',
      startsOn: '2026-11-01',
      endsOn: '2026-12-25',
      lateTasks: 0,
      blockedTasks: 0,
      riskyTasks: 0,
    } as const;
    expect(operationStanding(running, TODAY)).toBe('on_time');
    expect(operationStanding({ ...running, riskyTasks: 1 }, TODAY)).toBe('at_risk');
    expect(operationStanding({ ...running, status: 'planned' }, TODAY)).toBe('at_risk');
    expect(operationStanding({ ...running, status: 'planned', startsOn: TODAY }, TODAY)).toBe('on_time');
    expect(operationStanding({ ...running, blockedTasks: 1, riskyTasks: 1 }, TODAY)).toBe('blocked');
    expect(operationStanding({ ...running, lateTasks: 1, blockedTasks: 1, riskyTasks: 1 }, TODAY)).toBe('late');
    expect(operationStanding({ ...running, endsOn: '2026-11-21' }, TODAY)).toBe('late');
    expect(operationStanding({ ...running, endsOn: TODAY }, TODAY)).toBe('on_time');
    expect(operationStanding({ ...running, status: 'done', endsOn: '2026-11-21' }, TODAY)).toBe('done');
  });

  test('days late are counted from the day after, and never negative', () =>
    fc.assert(
      fc.property(day, (dueOn) => {
        expect(daysLate(dueOn, TODAY)).toBe(dueOn < TODAY ? daysBetween(dueOn, TODAY) : 0);
      }),
    ));
});

describe('contributions', () => {
  const given = fc.record({
    kind: fc.constantFrom(...CONTRIBUTION_KINDS),
    valueRial: fc.option(fc.nat()),
    valuedBy: fc.constantFrom('given' as const, 'estimated' as const),
    hours: fc.option(fc.nat({ max: 1000 })),
  });

  test('money and what is given in kind add up to everything that was valued, and only money makes a budget', () =>
    fc.assert(
      fc.property(fc.array(given), (list) => {
        const totals = totalsOf(list);
        expect(totals.moneyRial + totals.inKindRial).toBe(
          list.reduce((sum, { valueRial }) => sum + (valueRial ?? 0), 0),
        );
        expect(totals.estimatedRial).toBeLessThanOrEqual(totals.moneyRial + totals.inKindRial);
        expect(totals.unvalued).toBe(list.filter(({ valueRial }) => valueRial === null).length);
        expect(totals.isZeroBudget).toBe(!list.some(({ kind }) => kind === 'money'));
      }),
    ));

  test('work without a value is worth its hours at what an hour is worth, and says so; nothing else is estimated', () => {
    expect(valuationOf({ kind: 'work', hours: 12.5 }, 800_000)).toEqual({
      valueRial: 10_000_000,
      valuedBy: 'estimated',
      hourRial: 800_000,
    });
    const given = { valueRial: 7, valuedBy: 'given', hourRial: null };
    expect(valuationOf({ kind: 'work', hours: 12, valueRial: 7 }, 800_000)).toEqual(given);
    const unknown = { valueRial: null, valuedBy: null, hourRial: null };
    expect(valuationOf({ kind: 'work', hours: 12 }, null)).toEqual(unknown);
    expect(valuationOf({ kind: 'work' }, 800_000)).toEqual(unknown);
    expect(valuationOf({ kind: 'goods' }, 800_000)).toEqual(unknown);
  });

  test('money needs its amount, hours belong to work', () => {
    expect(reason(contributionRefusal({ kind: 'money' }))).toBe('contribution_without_value');
    expect(reason(contributionRefusal({ kind: 'money', valueRial: 0 }))).toBe('contribution_without_value');
    expect(contributionRefusal({ kind: 'money', valueRial: 1 })).toBeUndefined();
    expect(contributionRefusal({ kind: 'place' })).toBeUndefined();
    expect(contributionRefusal({ kind: 'work', hours: 3 })).toBeUndefined();
    expect(reason(contributionRefusal({ kind: 'goods', hours: 3 }))).toBe('contribution_hours_of_no_work');
  });
});

test('a tracking code is short, has no letter that is mistaken for a digit, and differs with the random end of the id', () =>
  fc.assert(
    fc.property(fc.uuid({ version: 7 }), fc.uuid({ version: 7 }), (a, b) => {
      expect(codeOf(a)).toMatch(/^A-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{4}$/);
      if (BigInt(`0x${a.slice(-12)}`) % 2n ** 45n !== BigInt(`0x${b.slice(-12)}`) % 2n ** 45n)
        expect(codeOf(a)).not.toBe(codeOf(b));
    }),
  ));
