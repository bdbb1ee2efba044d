import { manyOf, planBody, rowsOf } from '../src/lib/operations/plan.ts';
import { timelineOf } from '../src/lib/operations/timeline.ts';
import { operationVerbs, taskVerbs } from '../src/lib/operations/verbs.ts';
import { problemBody, sameCode } from '../src/lib/problems/amendment.ts';
import { targetBody } from '../src/lib/targets/metric.ts';
import { isCivilDate } from '@mahalleh/kernel/time';
import { describe, expect, test } from 'vitest';

const day = (text: string) => {
  if (!isCivilDate(text)) throw new Error(text);
  return text;
};

describe('a plan', () => {
  test('numbered rows become the list of tasks, without the empty ones at its end', () => {
    const form = { title: 'x', tasks: { '0': { title: 'a' }, '1': { title: 'b' } } };
    expect(planBody(form)).toEqual({ title: 'x', tasks: [{ title: 'a' }, { title: 'b' }] });
  });

  test('an empty row between two keeps its place, so that the fault is shown where it is', () => {
    expect(planBody({ tasks: { '0': { title: 'a' }, '2': { title: 'c' } } })['tasks']).toEqual([
      { title: 'a' },
      {},
      { title: 'c' },
    ]);
  });

  test('no row is no task, and a row of an invented number makes no long list', () => {
    expect(planBody({})['tasks']).toEqual([]);
    expect(planBody({ tasks: { '99999999': { title: 'a' } } })['tasks']).toHaveLength(100);
  });

  test('a refused form has as many rows as were sent', () => {
    expect(rowsOf({ 'tasks.0.title': 'a', 'tasks.4.title': '', 'tasks.0.dueOn': '' })).toBe(2);
    expect(manyOf({ capacityIds: 'a' }, 'capacityIds')).toEqual(['a']);
    expect(manyOf({}, 'capacityIds')).toEqual([]);
  });
});

describe('a timeline', () => {
  const span = { startsOn: '2026-11-22', endsOn: '2026-12-21' };

  test('a late task runs on until today, one that is not does not', () => {
    const task = { startsOn: '2026-11-22', dueOn: '2026-11-26' };
    const stretches = [
      { ...task, standing: 'late' },
      { ...task, standing: 'done' },
    ];
    const { bars, today } = timelineOf(span, stretches, day('2026-12-06'), 'en');
    expect(bars[0]?.from).toBe(0);
    expect((bars[0]?.to ?? 0) + (bars[0]?.over ?? 0)).toBeCloseTo(today ?? -1);
    expect(bars[1]?.over).toBe(0);
  });

  test('today is marked only while it lies on the line', () => {
    expect(timelineOf(span, [], day('2027-03-01'), 'en').today).toBeUndefined();
    expect(timelineOf(span, [], day('2026-11-22'), 'en').today).toBe(0);
  });

  test('months are the Jalali ones', () => {
    expect(timelineOf(span, [], day('2026-11-30'), 'en').months.map(({ label }) => label)).toContain('Azar');
  });
});

describe('what can be done', () => {
  test('a task is finished only while its operation runs', () => {
    expect(taskVerbs({ status: 'open' }, { status: 'running' })).toContain('task.finish');
    expect(taskVerbs({ status: 'open' }, { status: 'planned' })).not.toContain('task.finish');
    expect(taskVerbs({ status: 'done' }, { status: 'running' })).toEqual(['task.reopen']);
    expect(taskVerbs({ status: 'done' }, { status: 'done' })).toEqual([]);
  });

  test('a planned operation is approved, then started', () => {
    const waiting = operationVerbs({ status: 'planned', approvedAtMs: null });
    expect(waiting).toContain('operation.approve');
    expect(waiting).not.toContain('operation.start');
    const approved = operationVerbs({ status: 'planned', approvedAtMs: 1 });
    expect(approved).toContain('operation.start');
    expect(approved).not.toContain('operation.approve');
  });

  test('nothing is done to a cancelled operation', () => {
    expect(operationVerbs({ status: 'cancelled', approvedAtMs: 1 })).toEqual([]);
    expect(operationVerbs({ status: 'running', approvedAtMs: 1 })).toContain('operation.finish');
  });
});

test('a place that is dropped is not said again', () => {
  const said = { title: 'x', placeNote: 'y', latitude: '34', dropPhotos: false };
  expect(problemBody({ ...said, dropPlace: true })).toEqual({ title: 'x', dropPlace: true, whys: [] });
  expect(problemBody({ ...said, dropPlace: false })).toEqual({ whys: [], title: 'x', placeNote: 'y', latitude: '34' });
});

test('a code is typed in any digits and case, but never left out', () => {
  expect(sameCode('8xvb۸0 ', '8XVB80')).toBe(true);
  expect(sameCode('8XVB8', '8XVB80')).toBe(false);
  expect(sameCode('', '')).toBe(false);
});

test('a chosen measure becomes metric and dimensions, or an indicator', () => {
  const form = (value: string) => {
    const data = new FormData();
    data.set('_metric', value);
    return data;
  };
  const milestones: never[] = [];
  expect(targetBody({}, form('base.active|kind=mosque'))).toEqual({
    metricKey: 'base.active',
    metricDims: 'kind=mosque',
    milestones,
  });
  expect(targetBody({}, form('base.active|'))).toEqual({ metricKey: 'base.active', milestones });
  expect(targetBody({}, form('indicator:019aa5c2'))).toEqual({ indicatorId: '019aa5c2', milestones });
  expect(targetBody({ goalValue: '1' }, form(''))).toEqual({ goalValue: '1', milestones });
});
