import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  mergeProblem,
  redactProblem,
  registerProblem,
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

/** Holds back all writes until so many have come: each has then read what was so before any other was written. */
const holdWrites = (count: number): (() => void) => {
  const { databases } = s.province.ports;
  const lane = databases.lane;
  let open = () => {};
  const opened = new Promise<void>((done) => {
    open = done;
  });
  databases.lane = (name) => ({
    write: async (job) => {
      if (--count === 0) open();
      await opened;
      return lane(name).write(job);
    },
  });
  return () => {
    databases.lane = lane;
  };
};

describe('merging', () => {
  test('points to the survivor and leaves evidence and history where they were', async () => {
    const [merged, into] = [await s.register(), await s.register()];
    await s.note(merged);
    await mergeProblem.run(s.manager, { problemId: merged, revision: 1, intoId: into });
    expect(await s.row(merged)).toMatchObject({ status: 'merged', merged_into_id: into, title: 'تاریکی کوچه‌ها' });
    expect(await s.row(into)).toMatchObject({ status: 'registered', revision: 2 });
    expect(await s.province.sql('select subject_id from evidence where subject_id = ?', [merged])).toHaveLength(1);
    await expect(triageProblem.run(s.manager, { problemId: merged, revision: 2, severity: 1 })).rejects.toMatchObject({
      reason: 'problem_already_merged',
    });
    await expect(s.note(merged)).rejects.toMatchObject({ reason: 'subject_is_merged' });
  });

  test('brings its evidence: what was merged in shows that the survivor is solved', async () => {
    const [merged, into] = [await s.register(), await s.register()];
    await s.note(merged);
    await mergeProblem.run(s.manager, { problemId: merged, revision: 1, intoId: into });
    await triageProblem.run(s.manager, { problemId: into, revision: 2, severity: 1 });
    await startProblem.run(s.manager, { problemId: into, revision: 3 });
    await expect(
      solveProblem.run(s.manager, { problemId: into, revision: 4, solution: 'Done.' }),
    ).resolves.toBeDefined();
  });

  test('of two problems into each other at once makes no circle: one of the two is refused', async () => {
    const [a, b] = [await s.register(), await s.register()];
    const release = holdWrites(2);
    const outcomes = await Promise.allSettled([
      mergeProblem.run(s.manager, { problemId: a, revision: 1, intoId: b }),
      mergeProblem.run(s.manager, { problemId: b, revision: 1, intoId: a }),
    ]);
    release();
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { kind: 'conflict', reason: 'revision_conflict' },
    });
  });

  test('across neighbourhoods is for who is responsible for both', async () => {
    const here = await s.register();
    const { id: there } = await registerProblem.run(s.neighbour, {
      unitId: s.there,
      domainKey: 'civil_works',
      title: 'Sample',
      severity: 2,
    });
    const input = { problemId: here, revision: 1, intoId: there };
    await expect(mergeProblem.run(s.manager, input)).rejects.toMatchObject({
      fields: [{ field: 'intoId', reason: 'merge_target_unknown' }],
    });
    await expect(mergeProblem.run(s.secretary, input)).resolves.toBeDefined();
  });

  test('mixes no sensitive problem with another', async () => {
    const [plain, sensitive] = [await s.register(), await s.register({ domainKey: 'health' })];
    await expect(
      mergeProblem.run(s.manager, { problemId: plain, revision: 1, intoId: sensitive }),
    ).rejects.toMatchObject({ reason: 'merge_across_sensitivity' });
  });
});

describe('redaction', () => {
  test('takes every word and picture everywhere at once, and says so without repeating them', async () => {
    const WORD = 'گفتنی‌نیست';
    const problemId = await s.register({
      title: WORD,
      description: WORD,
      rootCause: WORD,
      placeNote: WORD,
      latitude: 34.6,
      longitude: 50.8,
    });
    await s.note(problemId, WORD);
    const file = await s.photo(problemId);
    await redactProblem.run(s.manager, { problemId, revision: 1 });
    const { sql } = s.province;
    const tables = await sql("select name from sqlite_master where type = 'table' and name not like 'sqlite%'");
    for (const { name } of tables)
      expect(JSON.stringify(await sql(`select * from "${name}"`)), String(name)).not.toContain('گفتنی');
    expect(await s.row(problemId)).toMatchObject({
      title: '',
      title_folded: '',
      latitude: null,
      longitude: null,
      severity: 4,
      status: 'registered',
    });
    expect((await s.row(problemId))['redacted_at_ms']).not.toBeNull();
    expect(s.province.files.has(file)).toBe(false);
    expect(await s.audit()).toMatchObject({ action: 'problem.redact', subject: problemId });
  });

  test('is open to a merged problem, and closed to who may only amend', async () => {
    const [merged, into] = [await s.register(), await s.register()];
    await mergeProblem.run(s.manager, { problemId: merged, revision: 1, intoId: into });
    const facilitator = await s.province.as({ role: 'facilitator', unitId: s.here });
    await expect(redactProblem.run(facilitator, { problemId: merged, revision: 2 })).rejects.toMatchObject({
      kind: 'not_permitted',
    });
    await redactProblem.run(s.manager, { problemId: merged, revision: 2 });
    expect(await s.row(merged)).toMatchObject({ status: 'merged', merged_into_id: into, title: '' });
  });
});
