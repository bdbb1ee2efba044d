import { attachNote, attachPhoto, removeEvidence } from '@mahalleh/evidence';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  amendProblem,
  closeProblem,
  mergeProblem,
  redactProblem,
  registerProblem,
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

/** A picture of one point. Source: made for this test. */
const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (char) => char.charCodeAt(0),
);
const note = (subjectId: string, words = 'Seen by the council.') =>
  attachNote.run(s.manager, { subjectKind: 'problem', subjectId, note: words });
const photo = async (subjectId: string) => {
  const { id } = await attachPhoto.run(s.manager, {
    subjectKind: 'problem',
    subjectId,
    bytes: PNG,
    contentType: 'image/png',
  });
  return `qom/evidence/${id}`;
};

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

describe('registering', () => {
  test('gives a code, keeps the words in one spelling and a folded title for search, and leaves an audit row without words', async () => {
    const { id, revision, code } = await registerProblem.run(s.manager, {
      unitId: s.here,
      domainKey: 'civil_works',
      title: ' تاريكي  كوچه‌هاي ۸ تا ۱۴ ',
      severity: '۴',
      peopleAffected: '۱٬۹۰۰',
      latitude: '۳۴٫۶۴',
      longitude: '50.88',
    });
    expect(revision).toBe(1);
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/);
    expect(await s.row(id)).toMatchObject({
      code,
      title: 'تاریکی کوچه‌های ۸ تا ۱۴',
      title_folded: 'تاریکی کوچههای 8 تا 14',
      severity: 4,
      people_affected: 1900,
      place_kind: 'point',
      latitude: 34.64,
      longitude: 50.88,
      status: 'registered',
      registered_by: s.manager.personId,
      reopened_count: 0,
    });
    const audit = await s.audit();
    expect(audit).toMatchObject({ action: 'problem.register', subject: id, unit_id: s.here });
    expect(JSON.stringify(audit)).not.toMatch(/تاریکی|1900/);
  });

  test.each([
    ['title', 'تماس با 09123456789', 'personal_number_in_text'],
    ['description', 'کد ملی ایشان ۰۰۱۲۳۴۵۶۷۹ است', 'personal_number_in_text'],
    ['rootCause', 'شماره 025-37201234', 'personal_number_in_text'],
    ['placeNote', '+98 912 345 6789', 'personal_number_in_text'],
    ['severity', '6', 'number_too_big'],
    ['latitude', 51.4, 'coordinates_outside'],
    ['family', 'x', 'unknown_field'],
    ['domainKey', 'Health!', 'choice_unknown'],
  ])('with a wrong %s names the field', async (field, value, reason) => {
    const refusal = registerProblem.run(s.manager, {
      unitId: s.here,
      domainKey: 'sport',
      title: 'Sample',
      severity: 2,
      [field]: value,
    });
    await expect(refusal).rejects.toMatchObject({ kind: 'invalid', fields: [{ field, reason }] });
  });

  test.each(['social_harms', 'women_heads_support', 'health', 'health_monitoring'])(
    'in %s takes no point, and the neighbourhood alone',
    async (domainKey) => {
      const input = { unitId: s.here, domainKey, title: 'Sample', severity: 2 };
      await expect(registerProblem.run(s.manager, { ...input, latitude: 34.6, longitude: 50.8 })).rejects.toMatchObject(
        {
          kind: 'refused',
          fields: [{ field: 'latitude', reason: 'sensitive_has_no_point' }],
        },
      );
      const { id } = await registerProblem.run(s.manager, input);
      expect(await s.row(id)).toMatchObject({ place_kind: 'whole', latitude: null });
      await expect(photo(id)).rejects.toMatchObject({ reason: 'sensitive_has_no_photo' });
    },
  );

  test('outside the scope finds no unit; in a county or an unknown domain it is refused', async () => {
    const input = { unitId: s.there, domainKey: 'sport', title: 'Sample', severity: 2 };
    await expect(registerProblem.run(s.manager, input)).rejects.toMatchObject({
      kind: 'not_found',
      reason: 'unit_unknown',
    });
    await expect(registerProblem.run(s.secretary, { ...input, unitId: s.county })).rejects.toMatchObject({
      reason: 'unit_not_neighbourhood',
    });
    await expect(registerProblem.run(s.secretary, { ...input, domainKey: 'astronomy' })).rejects.toMatchObject({
      fields: [{ field: 'domainKey', reason: 'domain_unknown' }],
    });
    await expect(registerProblem.run(s.secretary, input)).resolves.toHaveProperty('code');
  });
});

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
    const { id: evidenceId } = await note(problemId);
    await expect(solveProblem.run(s.manager, solve)).resolves.toEqual({ id: problemId, revision: 4 });
    expect(await s.row(problemId)).toMatchObject({
      status: 'solved',
      severity: 5,
      rank: 1,
      solution: 'Lamps replaced.',
    });
    expect(await s.audit()).toMatchObject({
      action: 'problem.solve',
      fields_json: '["status","solution","solvedAtMs"]',
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

describe('amending', () => {
  test('changes what is said, clears what is emptied, and keeps the rest', async () => {
    const problemId = await s.register({ description: 'Long.', peopleAffected: 5, placeNote: 'Alley 8' });
    await amendProblem.run(s.manager, { problemId, revision: 1, title: 'كوچه تاريك', description: '' });
    expect(await s.row(problemId)).toMatchObject({
      title: 'کوچه تاریک',
      title_folded: 'کوچه تاریک',
      description: null,
      people_affected: 5,
      place_note: 'Alley 8',
      revision: 2,
    });
    expect(await s.audit()).toMatchObject({ fields_json: '["title","titleFolded","description"]' });
  });

  test('into a sensitive domain drops point and photos, files included, only when that is said', async () => {
    const problemId = await s.register({ latitude: 34.6, longitude: 50.8 });
    const file = await photo(problemId);
    const amend = { problemId, revision: 1, domainKey: 'social_harms' };
    await expect(amendProblem.run(s.manager, amend)).rejects.toMatchObject({
      fields: [{ field: 'latitude', reason: 'sensitive_has_no_point' }],
    });
    await expect(amendProblem.run(s.manager, { ...amend, dropPlace: true })).rejects.toMatchObject({
      fields: [{ field: 'domainKey', reason: 'sensitive_keeps_no_photo' }],
    });
    expect(await s.row(problemId)).toMatchObject({ domain_key: 'civil_works', latitude: 34.6, revision: 1 });
    expect(s.province.files.has(file)).toBe(true);
    await amendProblem.run(s.manager, { ...amend, dropPlace: true, dropPhotos: 'on' });
    expect(await s.row(problemId)).toMatchObject({
      domain_key: 'social_harms',
      place_kind: 'whole',
      latitude: null,
      longitude: null,
    });
    expect(s.province.files.has(file)).toBe(false);
    expect(
      await s.province.sql('select count(*) as n from evidence where subject_id = ? and removed_at_ms is null', [
        problemId,
      ]),
    ).toEqual([{ n: 0 }]);
  });

  test('into a sensitive domain takes the places of merged problems too', async () => {
    const [problemId, merged] = [await s.register(), await s.register({ latitude: 34.6, longitude: 50.8 })];
    await mergeProblem.run(s.manager, { problemId: merged, revision: 1, intoId: problemId });
    const amend = { problemId, revision: 2, domainKey: 'health' };
    await expect(amendProblem.run(s.manager, amend)).rejects.toMatchObject({ reason: 'sensitive_has_no_point' });
    await amendProblem.run(s.manager, { ...amend, dropPlace: true });
    expect(await s.row(merged)).toMatchObject({ latitude: null, place_kind: 'whole', status: 'merged' });
  });

  test('keeps the files when somebody was faster', async () => {
    const problemId = await s.register();
    const file = await photo(problemId);
    await reprioritiseProblem.run(s.manager, { problemId, revision: 1, rank: 1 });
    await expect(
      amendProblem.run(s.manager, { problemId, revision: 1, domainKey: 'health', dropPhotos: true }),
    ).rejects.toMatchObject({ kind: 'conflict' });
    expect(s.province.files.has(file)).toBe(true);
  });
});

describe('merging', () => {
  test('points to the survivor and leaves evidence and history where they were', async () => {
    const [merged, into] = [await s.register(), await s.register()];
    await note(merged);
    await mergeProblem.run(s.manager, { problemId: merged, revision: 1, intoId: into });
    expect(await s.row(merged)).toMatchObject({ status: 'merged', merged_into_id: into, title: 'تاریکی کوچه‌ها' });
    expect(await s.row(into)).toMatchObject({ status: 'registered', revision: 2 });
    expect(await s.province.sql('select subject_id from evidence where subject_id = ?', [merged])).toHaveLength(1);
    await expect(triageProblem.run(s.manager, { problemId: merged, revision: 2, severity: 1 })).rejects.toMatchObject({
      reason: 'problem_already_merged',
    });
    await expect(note(merged)).rejects.toMatchObject({ reason: 'subject_is_merged' });
  });

  test('brings its evidence: what was merged in shows that the survivor is solved', async () => {
    const [merged, into] = [await s.register(), await s.register()];
    await note(merged);
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
    await note(problemId, WORD);
    const file = await photo(problemId);
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
