import { PlanEditing } from '$lib/plan/editing.svelte';
import type { Plan, PlanTask } from '$lib/plan/model';
import { acceptedFields, movingBody } from '$lib/plan/moving';
import { around, arrowsOf, rowsOf } from '$lib/plan/rows';
import { dayNumber } from '$lib/plan/days';
import { describe, expect, test } from 'vitest';

const task = (id: string, startsOn: string, dueOn: string, more: Partial<PlanTask> = {}): PlanTask => ({
  id,
  operationId: 'o1',
  title: id,
  responsiblePersonId: 'p',
  responsibleName: 'Zahra',
  agencyId: null,
  agencyName: null,
  startsOn,
  dueOn,
  isMilestone: false,
  status: 'open',
  standing: 'on_time',
  daysLate: 0,
  blocked: null,
  postponedCount: 0,
  revision: 3,
  doneAtMs: null,
  baselineStartsOn: null,
  baselineDueOn: null,
  slackDays: 2,
  isCritical: false,
  latestDueOn: null,
  freeOn: null,
  mayAct: true,
  ...more,
});
const operation = (id: string, startsOn: string, endsOn: string): Plan['operations'][number] => ({
  id,
  code: id,
  unitId: 'u',
  title: id,
  problemId: null,
  domainKey: 'civil_works',
  agencyId: null,
  agencyName: null,
  status: 'running',
  standing: 'on_time',
  startsOn,
  endsOn,
  tasks: 2,
  doneTasks: 1,
  lateTasks: 0,
  blockedTasks: 0,
  daysLate: 0,
  hasMoney: false,
  audience: null,
  approvedAtMs: 1,
  isSample: false,
  revision: 7,
  baselineStartsOn: null,
  baselineEndsOn: null,
  reserveDays: 3,
});
const plan: Plan = {
  unit: { id: 'u', nameFa: 'u', nameEn: null, parentNameFa: null, parentNameEn: null },
  operations: [operation('o1', '2026-12-01', '2026-12-20'), operation('o2', '2026-12-01', '2026-12-31')],
  tasks: [
    task('a', '2026-12-01', '2026-12-05'),
    task('b', '2026-12-06', '2026-12-10'),
    task('c', '2026-12-25', '2026-12-25', { operationId: 'o2', isMilestone: true }),
  ],
  links: [
    { taskId: 'b', afterId: 'a', lagDays: 0 },
    { taskId: 'c', afterId: 'b', lagDays: 2 },
  ],
  isCut: false,
  zeroBudget: { without: 1, all: 2 },
  weekend: '6',
  today: '2026-12-02',
};
const edit = () => new PlanEditing(() => plan, 'en');
const days = (editing: PlanEditing, id: string) => {
  const at = editing.draft.get(id);
  return at && [at.start - dayNumber('2026-12-01'), at.due - dayNumber('2026-12-01')];
};

describe('thinking a change through', () => {
  test('keys carry a bar and what it pushes; nothing is sent before Enter, Escape forgets it', () => {
    const editing = edit();
    editing.nudge('a', 'whole', 1);
    editing.nudge('a', 'whole', 7);
    expect([days(editing, 'a'), days(editing, 'b')]).toEqual([
      [8, 12],
      [13, 17],
    ]);
    expect(editing.stage).toBe('moving');
    expect(editing.says).toContain('8 days later');
    expect(editing.says).toContain('1 more tasks become later');
    editing.cancel();
    expect([editing.stage, editing.draft.size]).toEqual(['still', 0]);
  });

  test('what makes anything later asks for a yes and a reason; what disturbs nobody is sent at once', () => {
    const later = edit();
    later.nudge('b', 'due', 1);
    later.commit('b');
    expect([later.stage, later.isLater]).toEqual(['asking', true]);
    const shorter = edit();
    shorter.nudge('b', 'due', -2);
    shorter.commit('b');
    expect([shorter.stage, shorter.isPlain]).toEqual(['sending', true]);
  });

  test('an operation that must grow is named, and a bar before what it waits for cannot be accepted', () => {
    const editing = edit();
    editing.nudge('b', 'whole', 14);
    expect(editing.proposal.growths.map(({ operationId }) => operationId)).toEqual(['o1']);
    expect(editing.says).toContain('“o1” would have to go on until 24 Dec');
    const before = edit();
    before.nudge('b', 'whole', -1);
    expect(before.proposal.faults).toMatchObject([{ kind: 'before_predecessor', afterId: 'a' }]);
    before.commit('b');
    expect(before.stage).toBe('asking');
  });

  test('one bar at a time: another one waits for the answer about the first', () => {
    const editing = edit();
    editing.nudge('a', 'whole', 1);
    editing.nudge('c', 'whole', 1);
    expect(editing.asked?.id).toBe('a');
    expect(editing.says).toContain('First save');
  });

  test('a milestone has no ends, and what is put back where it was is no change', () => {
    const editing = edit();
    editing.nudge('c', 'due', 1);
    expect(days(editing, 'c')).toEqual([25, 25]);
    editing.nudge('c', 'start', -1);
    editing.commit('c');
    expect(editing.stage).toBe('still');
  });

  test('a link is made by two choices; a loop is said with its names', () => {
    const editing = edit();
    editing.link('c');
    editing.pick('a');
    expect(editing.proposal.faults).toEqual([{ kind: 'loop', ids: ['a', 'b', 'c'] }]);
    expect(editing.says).toContain('a ← b ← c ← a');
    editing.cancel();
    editing.unlink('b');
    expect(editing.unlinking).toMatchObject({ taskId: 'b', afterId: 'a' });
  });
});

describe('what is sent', () => {
  test('is exactly what was shown, with the revisions that were seen', () => {
    const editing = edit();
    editing.nudge('a', 'whole', 15);
    const fields = Object.fromEntries(acceptedFields(plan, editing.proposal));
    expect(fields).toMatchObject({
      'pushed.0.taskId': 'b',
      'pushed.0.revision': '3',
      'pushed.0.startsOn': '2026-12-21',
      'pushed.1.taskId': 'c',
      'extended.0.operationId': 'o1',
      'extended.0.revision': '7',
    });
    expect(movingBody({ taskId: 'a', reason: 'rain', pushed: { 0: { taskId: 'b' } } })).toEqual({
      reason: 'rain',
      pushed: [{ taskId: 'b' }],
    });
  });
});

describe('the rows of a chart', () => {
  const drawing = { locale: 'en', mayMove: true, taskHref: () => '#t', operationHref: () => '#o' } as const;

  test('every operation with its tasks below, read out with its days, how it stands and what it waits for', () => {
    const rows = rowsOf(plan, drawing);
    expect(rows.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      'o1 group',
      'a task',
      'b task',
      'o2 group',
      'c milestone',
    ]);
    expect(rows[2]?.describes).toBe(
      'b, task of “o1”, from 6 Dec 2026 to 10 Dec 2026, 5 days, Zahra answers for it, On time, 2 days of slack, after a',
    );
    expect(
      rowsOf({ ...plan, tasks: [task('a', '2026-12-01', '2026-12-05', { mayAct: false })] }, drawing)[1]?.isMovable,
    ).toBe(false);
  });

  test('around one operation: its own tasks first, then those of others that they are linked to', () => {
    const part = around(plan, 'o2');
    expect(part.operations.map(({ id }) => id)).toEqual(['o2', 'o1']);
    expect(part.tasks.map(({ id }) => id)).toEqual(['b', 'c']);
    expect(arrowsOf(part)).toEqual([{ from: 'b', to: 'c', isCritical: false }]);
  });
});
