import { addDays, civilDateOf, isRefusal, newId, type CivilDate } from '@mahalleh/kernel';
import { undoAct } from '@mahalleh/undo';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  answerProblem,
  closeProblem,
  escalateProblem,
  escalateProblems,
  problemList,
  problemPage,
  registerProblem,
} from '../src/index.ts';
import { answer, escalate, isOverdue, type Escalable } from '../src/rules.ts';
import { openSetting, type Setting } from './setting.ts';

const TODAY = '2026-11-22' as CivilDate;
const DAYS = { neighbourhood: undefined, county: 14, province: 21 } as const;
const daysOf = (level: keyof typeof DAYS) => DAYS[level];
const open: Escalable = { status: 'triaged', triagedAtMs: 1, level: 'neighbourhood', levelDueOn: null };
const at = (isOfLevel: boolean, today = TODAY) => ({ isOfLevel, today, nowMs: 1 });

describe('the rule', () => {
  test('takes one level at a time, with the days of the level that is asked, and ends at the province', () => {
    expect(escalate(open, daysOf, at(true))).toMatchObject({
      toLevel: 'county',
      change: { level: 'county', levelDueOn: '2026-12-06' },
    });
    const county: Escalable = { ...open, level: 'county', levelDueOn: '2026-12-06' };
    expect(escalate(county, daysOf, at(true))).toMatchObject({
      change: { level: 'province', levelDueOn: '2026-12-13' },
    });
    expect(escalate({ ...open, level: 'province' }, daysOf, at(true))).toEqual({ refused: 'escalation_at_top' });
    expect(escalate(open, () => undefined, at(true))).toEqual({ refused: 'escalation_without_clock' });
    expect(escalate({ ...open, status: 'closed' }, daysOf, at(true))).toEqual({ refused: 'problem_not_open' });
  });

  test('while a level’s clock runs only that level passes it on; once it is over anybody may', () => {
    const waiting: Escalable = { ...open, level: 'county', levelDueOn: '2026-11-25' };
    expect(escalate(waiting, daysOf, at(false))).toEqual({
      refused: 'escalation_clock_runs',
      detail: { dueOn: '2026-11-25' },
    });
    expect(escalate(waiting, daysOf, at(false, '2026-11-26' as CivilDate))).toHaveProperty('toLevel', 'province');
  });

  test('a clock runs exactly while an answer is waited for, in any history', () =>
    fc.assert(
      fc.property(
        fc.array(fc.record({ up: fc.boolean(), mine: fc.boolean(), back: fc.boolean(), days: fc.nat(30) })),
        (turns) => {
          let problem = open;
          let today: CivilDate = TODAY;
          const from: Escalable['level'][] = [];
          for (const { up, mine, back, days } of turns) {
            today = addDays(today, days);
            const before = problem;
            if (up) {
              const done = escalate(problem, daysOf, at(mine, today));
              if (!isRefusal(done)) {
                from.push(problem.level);
                problem = { ...problem, ...done.change };
                expect(isOverdue(problem, today)).toBe(false);
                expect(isOverdue(problem, addDays(today, (daysOf(done.toLevel) ?? 0) + 1))).toBe(true);
              }
            } else {
              const fromLevel = from.at(-1);
              const done = answer(problem, fromLevel && { fromLevel }, back ? 'returned' : 'answered', at(mine, today));
              if (isRefusal(done)) expect(!mine || before.levelDueOn === null).toBe(true);
              else {
                expect(done.levelDueOn).toBeNull();
                expect(done.level).toBe(back ? fromLevel : before.level);
                problem = { ...problem, ...done };
              }
            }
          }
        },
      ),
    ));
});

let s: Setting;
beforeAll(async () => {
  s = await openSetting();
});
afterAll(() => s.province.close());

const later = (days: number) => s.province.setNow(Date.parse('2026-11-22T08:00:00Z') + days * 86_400_000);

describe('escalating', () => {
  test('begins the county’s clock, which its answer stops', async () => {
    later(0);
    const problemId = await s.register();
    await escalateProblem.run(s.manager, { problemId, revision: 1, reason: 'برق با شهرستان است.' });
    const due = addDays(civilDateOf(Date.parse('2026-11-22T08:00:00Z')), 14);
    expect(await s.row(problemId)).toMatchObject({
      level: 'county',
      level_due_on: due,
      status: 'registered',
      revision: 2,
    });
    const audit = await s.audit();
    expect(audit).toMatchObject({
      action: 'problem.escalate',
      subject: problemId,
      fields_json: '["level","levelSinceMs","levelDueOn"]',
    });
    expect(JSON.stringify(audit)).not.toMatch(/شهرستان است/);

    await expect(
      answerProblem.run(s.manager, { problemId, revision: 2, outcome: 'answered', words: 'ما خود پاسخ دادیم.' }),
    ).rejects.toMatchObject({ reason: 'escalation_of_other_level' });
    await answerProblem.run(s.secretary, { problemId, revision: 2, outcome: 'answered', words: 'شنبه می‌آییم.' });
    expect(await s.row(problemId)).toMatchObject({ level: 'county', level_due_on: null, revision: 3 });
    const page = await problemPage.run(s.manager, { problemId });
    expect(page.escalations).toMatchObject([
      {
        fromLevel: 'neighbourhood',
        toLevel: 'county',
        outcome: 'answered',
        answer: 'شنبه می‌آییم.',
        answeredByName: 'Sample Person',
      },
    ]);
    await expect(
      answerProblem.run(s.secretary, { problemId, revision: 3, outcome: 'answered', words: 'باز.' }),
    ).rejects.toMatchObject({ reason: 'escalation_not_open' });
  });

  test('what goes back is the neighbourhood’s again, and can be taken up once more', async () => {
    later(0);
    const problemId = await s.register();
    await escalateProblem.run(s.manager, { problemId, revision: 1, reason: 'بودجه نیست.' });
    await answerProblem.run(s.secretary, {
      problemId,
      revision: 2,
      outcome: 'returned',
      words: 'با آورده محله شدنی است.',
    });
    expect(await s.row(problemId)).toMatchObject({ level: 'neighbourhood', level_due_on: null });
    await escalateProblem.run(s.manager, { problemId, revision: 3, reason: 'آورده نرسید.' });
    expect((await problemPage.run(s.manager, { problemId })).escalations).toHaveLength(2);
  });

  test('an unanswered county is overdue after its day, and then the province is asked; the county’s turn counts as passed', async () => {
    later(0);
    const problemId = await s.register();
    await escalateProblem.run(s.manager, { problemId, revision: 1, reason: 'برق' });
    const overdue = async () => (await problemList.run(s.manager, { overdue: true })).rows.map(({ id }) => id);
    later(14);
    expect(await overdue()).not.toContain(problemId);
    await expect(escalateProblem.run(s.manager, { problemId, revision: 2, reason: 'دیر شد' })).rejects.toMatchObject({
      reason: 'escalation_clock_runs',
    });
    later(15);
    expect(await overdue()).toContain(problemId);
    const commandId = newId();
    await escalateProblem.run(s.manager, { problemId, revision: 2, reason: 'دیر شد' }, commandId);
    expect(await overdue()).not.toContain(problemId);
    const outcomes = async () =>
      (await problemPage.run(s.manager, { problemId })).escalations.map(({ toLevel, outcome }) => [toLevel, outcome]);
    expect(await outcomes()).toEqual([
      ['province', null],
      ['county', 'passed'],
    ]);
    await expect(
      answerProblem.run(s.secretary, { problemId, revision: 3, outcome: 'answered', words: 'دیر پاسخ دادیم' }),
    ).rejects.toMatchObject({ reason: 'escalation_of_other_level' });

    await undoAct.run(s.manager, { commandId });
    expect(await outcomes()).toEqual([['county', null]]);
    expect(await s.row(problemId)).toMatchObject({ level: 'county', revision: 4 });
    expect(await overdue()).toContain(problemId);

    await escalateProblem.run(s.secretary, { problemId, revision: 4, reason: 'بیرون از توان شهرستان' });
    await answerProblem.run(s.director, { problemId, revision: 5, outcome: 'answered', words: 'اعتبار داده شد.' });
    expect(await s.row(problemId)).toMatchObject({ level: 'province', level_due_on: null });
    later(0);
  });

  test('an answer is taken back by who gave it; closing the problem stops the clock', async () => {
    later(0);
    const problemId = await s.register();
    await escalateProblem.run(s.manager, { problemId, revision: 1, reason: 'برق' });
    const commandId = newId();
    await answerProblem.run(s.secretary, { problemId, revision: 2, outcome: 'returned', words: 'نه' }, commandId);
    await undoAct.run(s.secretary, { commandId });
    expect(await s.row(problemId)).toMatchObject({ level: 'county', level_due_on: '2026-12-06' });
    expect((await problemPage.run(s.manager, { problemId })).escalations[0]).toMatchObject({
      outcome: null,
      answer: null,
    });
    await closeProblem.run(s.manager, { problemId, revision: 4, reason: 'solved_elsewhere' });
    expect(await s.row(problemId)).toMatchObject({ status: 'closed', level_due_on: null });
  });

  test('is not for the neighbours', async () => {
    const problemId = await s.register();
    await expect(escalateProblem.run(s.neighbour, { problemId, revision: 1, reason: 'x' })).rejects.toMatchObject({
      reason: 'problem_unknown',
    });
    await expect(
      escalateProblem.run(s.manager, { problemId, revision: 1, reason: 'با 09123456789 تماس بگیرید' }),
    ).rejects.toMatchObject({
      fields: [{ field: 'reason', reason: 'personal_number_in_text' }],
    });
  });
});

describe('escalating many', () => {
  const two = async () => {
    const first = await s.register();
    const second = (
      await registerProblem.run(s.neighbour, { unitId: s.there, domainKey: 'sport', title: 'Their field', severity: 2 })
    ).id;
    return [first, second] as const;
  };

  test('takes all of them up at once, in every history, and back', async () => {
    later(0);
    const ids = await two();
    const commandId = newId();
    const input = { records: ids.map((id) => ({ id, revision: 1 })), reason: 'بودجه نیست.' };
    expect(await escalateProblems.run(s.secretary, input, commandId)).toEqual({ count: 2 });
    for (const id of ids) {
      expect(await s.row(id)).toMatchObject({ level: 'county', level_due_on: '2026-12-06', revision: 2 });
      const page = await problemPage.run(s.secretary, { problemId: id });
      expect(page.escalations).toMatchObject([{ toLevel: 'county', reason: 'بودجه نیست.' }]);
      expect(page.history[0]?.action).toBe('problem.escalate');
    }
    await undoAct.run(s.secretary, { commandId });
    for (const id of ids) {
      expect(await s.row(id)).toMatchObject({ level: 'neighbourhood', level_due_on: null, revision: 3 });
      expect((await problemPage.run(s.secretary, { problemId: id })).escalations).toEqual([]);
    }
  });

  test('names the one that refuses, and takes up none', async () => {
    const [first, second] = await two();
    await closeProblem.run(s.neighbour, { problemId: second, revision: 1, reason: 'duplicate' });
    const records = [first, second].map((id) => ({ id, revision: 1 }));
    await expect(escalateProblems.run(s.secretary, { records, reason: 'x' })).rejects.toMatchObject({
      reason: 'problem_not_open',
      detail: { code: (await s.row(second))['code'] },
    });
    expect(await s.row(first)).toMatchObject({ level: 'neighbourhood', revision: 1 });
    await expect(escalateProblems.run(s.manager, { records, reason: 'x' })).rejects.toMatchObject({
      fields: [{ field: 'records.1.id', reason: 'problem_unknown' }],
    });
  });
});
