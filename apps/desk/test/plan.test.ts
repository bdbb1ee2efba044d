import { PROVINCES } from '@mahalleh/kernel';
import { loopOf, networkOf, planOf, strainsOf } from '@mahalleh/operations/schedule';
import { describe, expect, test } from 'vitest';
import { toldOf } from './ground.ts';

const NOW = Date.UTC(2026, 10, 23, 9);
const told = PROVINCES.map(({ slug }) => toldOf(slug, NOW));

describe('the plans of the sample', () => {
  test('no task begins before what it waits for, nothing waits in a circle, and what is done waits for nothing open', () => {
    for (const { sheet } of told) {
      const tasks = sheet.tasks.map((task) => ({ ...task, doneAtMs: task.doneAtMs ?? null }));
      const byId = new Map(tasks.map((task) => [task.id, task]));
      const links = sheet.taskDependencies.map((link) => ({ ...link, lagDays: link.lagDays ?? 0 }));
      const network = networkOf(planOf({ tasks, links, operations: sheet.operations }));
      const strained = strainsOf(network).filter(({ afterId }) => byId.get(afterId)?.status === 'open');
      expect(strained).toEqual([]);
      for (const { taskId, afterId } of links) {
        expect(loopOf(network, { taskId, afterId })).toBeUndefined();
        if (byId.get(taskId)?.status === 'done') expect(byId.get(afterId)?.status).toBe('done');
        expect(byId.get(taskId)?.unitId).toBe(byId.get(afterId)?.unitId);
      }
    }
  });

  test('Sheikhabad has eight operations: one late, one blocked, two done, and a critical path over two', () => {
    const { sheet, calendar } = toldOf('qom', NOW);
    const unit = sheet.units.find(({ nameEn }) => nameEn === 'Sheikhabad');
    const operations = sheet.operations.filter(({ unitId }) => unitId === unit?.id);
    const count = (wanted: string): number => operations.filter(({ status }) => status === wanted).length;
    expect([count('done'), count('running'), count('planned')]).toEqual([2, 4, 2]);
    const tasks = sheet.tasks.filter(({ unitId }) => unitId === unit?.id);
    expect(tasks.some(({ status, dueOn }) => status === 'open' && dueOn === calendar.day(-9))).toBe(true);
    expect(tasks.some(({ blockedBy }) => blockedBy === 'permit')).toBe(true);
    const across = sheet.taskDependencies.filter(
      ({ taskId, afterId }) =>
        tasks.find(({ id }) => id === taskId)?.operationId !== tasks.find(({ id }) => id === afterId)?.operationId &&
        tasks.some(({ id }) => id === taskId),
    );
    expect(across).toHaveLength(1);
    const given = sheet.contributions.filter(({ unitId }) => unitId === unit?.id);
    expect(new Set(given.map(({ kind }) => kind))).toEqual(new Set(['money', 'work', 'goods', 'place']));
    expect(given.some(({ valuedBy }) => valuedBy === 'estimated')).toBe(true);
  });

  test('an operation that was started was approved before', () => {
    for (const { sheet } of told)
      for (const { status, approvedAtMs, startedAtMs } of sheet.operations)
        if (status !== 'planned') expect(approvedAtMs && startedAtMs && approvedAtMs <= startedAtMs).toBe(true);
  });
});
