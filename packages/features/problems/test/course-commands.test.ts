import { attachNote, removeEvidence } from '@mahalleh/evidence';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  closeProblem,
  reopenProblem,
  reprioritiseProblem,
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

describe('the course', () => {
  test('runs to solved with evidence, and back', async () => {
    const problemId = await s.register();
    await triageProblem.run(s.manager, { problemId, revision: 1, severity: 5, rank: 1, rootCause: 'Burnt lamps' });
    await startProblem.run(s.manager, { problemId, revision: 2 });
    const solve = { problemId, revision: 3, solution: 'Lamps replaced.' };
    await expect(solveProblem.run(s.manager, solve)).rejects.toMatchObject({
      kind: 'refused',
      reason: 'solving_needs_evidence',
    });
    const evidenceId = await s.note(problemId);
    await expect(solveProblem.run(s.manager, solve)).resolves.toEqual({ id: problemId, revision: 4 });
    expect(await s.row(problemId)).toMatchObject({
      status: 'solved',
      severity: 5,
      rank: 1,
      solution: 'Lamps replaced.',
    });
    expect(await s.audit()).toMatchObject({
      action: 'problem.solve',
      fields_json: '["status","solution","solvedAtMs","solvedBy","levelDueOn"]',
    });

    await expect(removeEvidence.run(s.manager, { evidenceId })).rejects.toMatchObject({ reason: 'last_evidence' });
    await reopenProblem.run(s.manager, { problemId, revision: 4, why: 'Dark again.' });
    expect(await s.row(problemId)).toMatchObject({
      status: 'triaged',
      solved_at_ms: null,
      started_at_ms: null,
      reopened_count: 1,
      reopen_why: 'Dark again.',
      solution: 'Lamps replaced.',
    });
    await expect(removeEvidence.run(s.manager, { evidenceId })).resolves.toBeDefined();
  });

  test('evidence of a finished operation for the problem shows that it is solved', async () => {
    const problemId = await s.register();
    const { sql } = s.province;
    await triageProblem.run(s.manager, { problemId, revision: 1, severity: 3 });
    await startProblem.run(s.manager, { problemId, revision: 2 });
    await sql(
      "insert into operations (id, code, unit_id, problem_id, domain_key, title, title_folded, status, starts_on, ends_on, planned_at_ms) values ('01980000-0000-7000-8000-000000000abc', 'OP1', ?, ?, 'civil_works', 'Sample', 'sample', 'done', '2026-11-01', '2026-11-02', 0)",
      [s.here, problemId],
    );
    const solve = { problemId, revision: 3, solution: 'Lamps replaced.' };
    await expect(solveProblem.run(s.manager, solve)).rejects.toMatchObject({ reason: 'solving_needs_evidence' });
    await attachNote.run(s.manager, {
      subjectKind: 'operation',
      subjectId: '01980000-0000-7000-8000-000000000abc',
      note: 'All lamps burn.',
    });
    await expect(solveProblem.run(s.manager, solve)).resolves.toBeDefined();
  });

  test('closed is not solved: it takes a reason of the national list and opens again where it was', async () => {
    const problemId = await s.register();
    await expect(closeProblem.run(s.manager, { problemId, revision: 1, reason: 'boring' })).rejects.toMatchObject({
      kind: 'invalid',
      fields: [{ field: 'reason', reason: 'choice_unknown' }],
    });
    await closeProblem.run(s.manager, { problemId, revision: 1, reason: 'out_of_scope' });
    expect(await s.row(problemId)).toMatchObject({
      status: 'closed',
      close_reason: 'out_of_scope',
      solved_at_ms: null,
    });
    await expect(startProblem.run(s.manager, { problemId, revision: 2 })).rejects.toMatchObject({
      reason: 'problem_not_open',
    });
    await reopenProblem.run(s.manager, { problemId, revision: 2, why: 'It is in scope.' });
    expect(await s.row(problemId)).toMatchObject({
      status: 'registered',
      close_reason: null,
      closed_at_ms: null,
      reopened_count: 1,
    });
  });

  test('of two people who change one problem the second learns of the first', async () => {
    const problemId = await s.register();
    await reprioritiseProblem.run(s.manager, { problemId, revision: 1, rank: 1 });
    await expect(reprioritiseProblem.run(s.secretary, { problemId, revision: 1, rank: 9 })).rejects.toMatchObject({
      kind: 'conflict',
      reason: 'revision_conflict',
    });
    expect(await s.row(problemId)).toMatchObject({ rank: 1, revision: 2 });
    await reprioritiseProblem.run(s.secretary, { problemId, revision: 2, rank: '' });
    expect(await s.row(problemId)).toMatchObject({ rank: null, severity: 4 });
  });

  test('is not for the neighbours, nor for who may only watch', async () => {
    const problemId = await s.register();
    const observer = await s.province.as({ role: 'observer', unitId: s.here });
    const input = { problemId, revision: 1, severity: 3 };
    await expect(triageProblem.run(s.neighbour, input)).rejects.toMatchObject({
      kind: 'not_found',
      reason: 'problem_unknown',
    });
    await expect(triageProblem.run(observer, input)).rejects.toMatchObject({ kind: 'not_permitted' });
    await expect(triageProblem.run(s.manager, input)).resolves.toBeDefined();
  });

  test('the same command twice triages once; the same id for something else is refused', async () => {
    const problemId = await s.register();
    const id = '01980000-0000-7000-8000-00000000dddd';
    const input = { problemId, revision: 1, severity: 3 };
    const first = await triageProblem.run(s.manager, input, id);
    expect(await triageProblem.run(s.manager, input, id)).toEqual(first);
    await expect(triageProblem.run(s.manager, { ...input, severity: 4 }, id)).rejects.toMatchObject({
      reason: 'command_id_reused',
    });
    expect(await s.row(problemId)).toMatchObject({ revision: 2, severity: 3 });
  });
});
