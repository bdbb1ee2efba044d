import { newId } from '@mahalleh/kernel';
import { trashList, undoAct } from '@mahalleh/undo';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  amendProblem,
  confirmProblem,
  discardProblem,
  discardProblems,
  escalateProblem,
  mergeProblem,
  problemCounts,
  problemList,
  problemPage,
  redactProblem,
  registerProblem,
  reopenProblem,
  scoreProblem,
  solveProblem,
  startProblem,
  triageProblem,
} from '../src/index.ts';
import { openSetting, type Setting } from './setting.ts';

let s: Setting;
beforeAll(async () => {
  s = await openSetting();
});
afterAll(() => s.province.close());

/** Takes a problem to where somebody calls it solved. */
const solved = async (problemId: string, by = s.manager) => {
  await triageProblem.run(s.manager, { problemId, revision: 1, severity: 3 });
  await startProblem.run(s.manager, { problemId, revision: 2 });
  await s.note(problemId);
  await solveProblem.run(by, { problemId, revision: 3, solution: 'Lamps replaced.' });
};
const standing = async (status: string) =>
  (await problemCounts.run(s.manager, {})).byStatus.find((row) => row.status === status)?.count;

describe('confirming', () => {
  test('is never for who called it solved; the council’s office confirms for everybody', async () => {
    const problemId = await s.register();
    await solved(problemId);
    expect(await standing('awaiting')).toBe(1);
    expect((await problemList.run(s.manager, { status: 'awaiting' })).rows.map(({ id }) => id)).toEqual([problemId]);
    await expect(confirmProblem.run(s.manager, { problemId, revision: 4 })).rejects.toMatchObject({
      reason: 'confirming_own_solution',
    });
    const member = await s.province.as({ role: 'council_member', unitId: s.here });
    const commandId = newId();
    await confirmProblem.run(member, { problemId, revision: 4 }, commandId);
    expect(await s.row(problemId)).toMatchObject({
      status: 'solved',
      confirm_kind: 'council',
      confirmed_by: member.personId,
      revision: 5,
    });
    expect(await s.audit()).toMatchObject({
      action: 'problem.confirm',
      fields_json: '["status","confirmedAtMs","confirmedBy","confirmKind"]',
    });
    expect([await standing('awaiting'), await standing('solved')]).toEqual([0, 1]);
    expect((await problemList.run(s.manager, { status: 'confirmed' })).total).toBe(1);
    await expect(confirmProblem.run(member, { problemId, revision: 5 })).rejects.toMatchObject({
      reason: 'problem_already_confirmed',
    });
    await undoAct.run(member, { commandId });
    expect(await s.row(problemId)).toMatchObject({ confirmed_at_ms: null, confirm_kind: null, confirmed_by: null });
    expect(await standing('awaiting')).toBe(1);
  });

  test('is for a facilitator when they reported it themselves, and then only', async () => {
    const facilitator = await s.province.as({ role: 'facilitator', unitId: s.here });
    const own = await registerProblem.run(facilitator, {
      unitId: s.here,
      domainKey: 'sport',
      title: 'Sample',
      severity: 2,
    });
    await solved(own.id);
    await confirmProblem.run(facilitator, { problemId: own.id, revision: 4 });
    expect(await s.row(own.id)).toMatchObject({ confirm_kind: 'reporter' });
    const other = await s.register();
    await solved(other);
    await expect(confirmProblem.run(facilitator, { problemId: other, revision: 4 })).rejects.toMatchObject({
      reason: 'confirming_not_yours',
    });
    await expect(confirmProblem.run(s.neighbour, { problemId: other, revision: 4 })).rejects.toMatchObject({
      reason: 'problem_unknown',
    });
  });

  test('comes after solving, and reopening takes both back', async () => {
    const problemId = await s.register();
    await expect(confirmProblem.run(s.secretary, { problemId, revision: 1 })).rejects.toMatchObject({
      reason: 'problem_not_solved',
    });
    await solved(problemId);
    await confirmProblem.run(s.secretary, { problemId, revision: 4 });
    await reopenProblem.run(s.manager, { problemId, revision: 5, why: 'Dark again.' });
    expect(await s.row(problemId)).toMatchObject({
      status: 'triaged',
      solved_by: null,
      confirmed_at_ms: null,
      confirmed_by: null,
      confirm_kind: null,
    });
    const moves = (await problemPage.run(s.manager, { problemId })).moves.map(({ from, to }) => `${from} ${to}`);
    expect(moves).toEqual(['registered triaged', 'triaged started', 'started solved', 'solved triaged']);
  });
});

describe('discarding', () => {
  test('puts a new problem into the trash, out of lists, counts and reach, and it comes back', async () => {
    const problemId = await s.register({ title: 'Twice by mistake' });
    const before = await problemCounts.run(s.manager, {});
    const commandId = newId();
    await discardProblem.run(s.manager, { problemId, revision: 1 }, commandId);
    expect(await s.audit()).toMatchObject({ action: 'problem.discard', subject: problemId });
    expect((await problemCounts.run(s.manager, {})).total).toBe(before.total - 1);
    expect((await problemList.run(s.manager, { q: 'mistake' })).rows).toEqual([]);
    await expect(problemPage.run(s.manager, { problemId })).rejects.toMatchObject({ kind: 'not_found' });
    const trash = await trashList.run(s.secretary, {});
    expect(trash.rows).toMatchObject([
      { commandId, act: 'problem.discard', subject: problemId, label: 'Twice by mistake' },
    ]);
    await undoAct.run(s.secretary, { commandId });
    expect((await problemPage.run(s.manager, { problemId })).title).toBe('Twice by mistake');
    expect((await problemCounts.run(s.manager, {})).total).toBe(before.total);
  });

  test('is refused once something was done about it', async () => {
    const triaged = await s.register();
    await triageProblem.run(s.manager, { problemId: triaged, revision: 1, severity: 3 });
    await expect(discardProblem.run(s.manager, { problemId: triaged, revision: 2 })).rejects.toMatchObject({
      reason: 'problem_past_discarding',
    });
    const planned = await s.register();
    await s.province.sql(
      "insert into operations (id, code, unit_id, problem_id, domain_key, title, title_folded, status, starts_on, ends_on, planned_at_ms) values (?, 'OP9', ?, ?, 'civil_works', 'Sample', 'sample', 'planned', '2026-11-01', '2026-11-02', 0)",
      [newId(), s.here, planned],
    );
    await expect(discardProblem.run(s.manager, { problemId: planned, revision: 1 })).rejects.toMatchObject({
      reason: 'discard_with_operations',
    });
    const [survivor, merged] = [await s.register(), await s.register()];
    await mergeProblem.run(s.manager, { problemId: merged, revision: 1, intoId: survivor });
    await expect(discardProblem.run(s.manager, { problemId: survivor, revision: 2 })).rejects.toMatchObject({
      reason: 'discard_with_operations',
    });
  });
});

test('many are put aside together, over several neighbourhoods, and come back together for whoever may do that there', async () => {
  const here = await s.register({ title: 'Here' });
  const there = (
    await registerProblem.run(s.neighbour, { unitId: s.there, domainKey: 'sport', title: 'There', severity: 2 })
  ).id;
  const records = [here, there].map((id) => ({ id, revision: 1 }));
  const commandId = newId();
  expect(await discardProblems.run(s.secretary, { records }, commandId)).toEqual({ count: 2 });
  await expect(problemPage.run(s.secretary, { problemId: there })).rejects.toMatchObject({ kind: 'not_found' });
  const listed = async (who: typeof s.manager) =>
    (await trashList.run(who, {})).rows.find((row) => row.commandId === commandId);
  expect(await listed(s.director)).toMatchObject({ label: 'Here، There', unitId: s.county });
  expect(await listed(s.manager)).toBeUndefined();
  await expect(undoAct.run(s.manager, { commandId })).rejects.toMatchObject({ kind: 'refused' });
  await undoAct.run(s.director, { commandId });
  for (const id of [here, there]) expect(await s.row(id)).toMatchObject({ discarded_at_ms: null, revision: 3 });
});

test('redaction leaves no word: not in causes, scores, escalations, nor in what could be taken back', async () => {
  const SECRET = 'کوکب';
  const problemId = await s.register({ title: SECRET, whys: [`${SECRET} الف`, `${SECRET} ب`] });
  const sums = { harm: 3, spread: 3, urgency: 3, feasibility: 3 };
  await scoreProblem.run(s.manager, { problemId, revision: 1, side: 'experts', sums, note: SECRET });
  await escalateProblem.run(s.manager, { problemId, revision: 2, reason: SECRET });
  const holds = async () => {
    const tables = await s.province.sql(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'",
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await s.province.sql(`select * from "${name}"`);
      if (JSON.stringify(rows).includes(SECRET)) found.push(String(name));
    }
    return found.sort();
  };
  await amendProblem.run(s.manager, { problemId, revision: 3, title: `${SECRET} و چراغ` });
  expect(await holds()).toEqual([
    'problem_escalations',
    'problem_scores',
    'problems',
    'reversals',
    'search_docs',
    'search_index',
  ]);
  await redactProblem.run(s.manager, { problemId, revision: 4 });
  expect(await holds()).toEqual([]);
});
