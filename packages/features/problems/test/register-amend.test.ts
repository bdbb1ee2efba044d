import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { amendProblem, mergeProblem, registerProblem, reprioritiseProblem } from '../src/index.ts';
import { openSetting, type Setting } from './setting.ts';

let s: Setting;
beforeAll(async () => {
  s = await openSetting();
});
afterAll(() => s.province.close());

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
    expect(JSON.stringify(audit)).not.toMatch(/تاریکی|\b1900\b/);
  });

  test.each([
    ['title', 'تماس با 09123456789', 'personal_number_in_text'],
    ['description', 'کد ملی ایشان ۰۰۱۲۳۴۵۶۷۹ است', 'personal_number_in_text'],
    ['rootCause', 'شماره 025-37201234', 'personal_number_in_text'],
    ['placeNote', '+98 912 345 6789', 'personal_number_in_text'],
    ['severity', '6', 'number_too_big'],
    ['latitude', 51.4, 'coordinates_swapped'],
    ['longitude', 2.35, 'coordinates_outside'],
    ['family', 'x', 'unknown_field'],
    ['domainKey', 'Health!', 'domain_unknown'],
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
      await expect(s.photo(id)).rejects.toMatchObject({ reason: 'sensitive_has_no_photo' });
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

  test('at a point outside the province is refused and the coordinate named; so is moving it there', async () => {
    const input = { unitId: s.here, domainKey: 'sport', title: 'Sample', severity: 1, longitude: 50.01 };
    const outside = { kind: 'refused', fields: [{ field: 'latitude', reason: 'point_outside_province' }] };
    await expect(registerProblem.run(s.manager, { ...input, latitude: 36.28 })).rejects.toMatchObject(outside);
    const problemId = await s.register({ latitude: 34.6, longitude: 50.8 });
    await expect(amendProblem.run(s.manager, { problemId, revision: 1, latitude: 36.28 })).rejects.toMatchObject(
      outside,
    );
    expect(await s.row(problemId)).toMatchObject({ latitude: 34.6, revision: 1 });
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
    const file = await s.photo(problemId);
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

  test('into a sensitive domain takes the places of its operations too', async () => {
    const problemId = await s.register();
    const operationId = '01980000-0000-7000-8000-000000000a11';
    await s.province.sql(
      "insert into operations (id, code, unit_id, problem_id, domain_key, title, title_folded, status, starts_on, ends_on, planned_at_ms, place_kind, latitude, longitude) select ?, 'OP7', unit_id, id, 'civil_works', 'Sample', 'sample', 'done', '2026-11-01', '2026-11-02', 0, 'point', 34.6, 50.8 from problems where id = ?",
      [operationId, problemId],
    );
    const amend = { problemId, revision: 1, domainKey: 'health' };
    await expect(amendProblem.run(s.manager, amend)).rejects.toMatchObject({ reason: 'sensitive_has_no_point' });
    await amendProblem.run(s.manager, { ...amend, dropPlace: true });
    expect(
      await s.province.sql('select place_kind, latitude, longitude, revision from operations where id = ?', [
        operationId,
      ]),
    ).toEqual([{ place_kind: 'whole', latitude: null, longitude: null, revision: 2 }]);
  });

  test('keeps the files when somebody was faster', async () => {
    const problemId = await s.register();
    const file = await s.photo(problemId);
    await reprioritiseProblem.run(s.manager, { problemId, revision: 1, rank: 1 });
    await expect(
      amendProblem.run(s.manager, { problemId, revision: 1, domainKey: 'health', dropPhotos: true }),
    ).rejects.toMatchObject({ kind: 'conflict' });
    expect(s.province.files.has(file)).toBe(true);
  });
});
