import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attachNote, attachPhoto, evidenceFile, removeEvidence } from '../src/index.ts';
import { SUBJECT_KINDS } from '../src/model.ts';
import { cleanPhoto } from '../src/photo/clean-photo.ts';
import { PHONE_JPEG, PHONE_PNG } from './pictures.ts';
import { openSetting, type Setting } from './setting.ts';

let setting: Setting;
beforeAll(async () => {
  setting = await openSetting();
});
afterAll(() => setting.province.close());

const photo = (subjectKind: string, subjectId: string, more: object = {}) => ({
  subjectKind,
  subjectId,
  bytes: PHONE_JPEG,
  contentType: 'text/plain',
  ...more,
});
const row = async (id: string) => (await setting.province.sql('select * from evidence where id = ?', [id]))[0];
const lastAudit = async () => (await setting.province.audit()).at(-1);

describe('a photo', () => {
  test.each(SUBJECT_KINDS)(
    'of a %s is stored clean under the workspace, whatever type its sender called it',
    async (kind) => {
      const { id } = await attachPhoto.run(
        setting.manager,
        photo(kind, setting.plain[kind], { takenOn: '1405/08/29' }),
      );
      const stored = setting.province.files.get(`qom/evidence/${id}`);
      const clean = cleanPhoto(PHONE_JPEG);
      if ('refused' in clean || !stored) throw new Error('not stored');
      expect(Buffer.from(stored).equals(Buffer.from(clean.bytes))).toBe(true);
      expect(await row(id)).toMatchObject({
        subject_kind: kind,
        subject_id: setting.plain[kind],
        unit_id: setting.here,
        kind: 'photo',
        content_type: 'image/jpeg',
        bytes: stored.length,
        sha256: createHash('sha256').update(stored).digest('hex'),
        taken_on: '2026-11-20',
        added_by: setting.manager.personId,
      });
      expect(await lastAudit()).toMatchObject({
        action: 'evidence.attach',
        subject: setting.plain[kind],
        unit_id: setting.here,
        fields_json: '["photo"]',
      });
    },
  );

  test('keeps whether it shows before, during or after, when and where it was taken; removed, the place goes too', async () => {
    const where = { latitude: '34.64', longitude: '50.88' };
    const said = { phase: 'before', takenOn: '1405/08/29', takenTime: '۱۸:۰۵' };
    const { id } = await attachPhoto.run(setting.manager, photo('task', setting.plain.task, { ...said, ...where }));
    expect(await row(id)).toMatchObject({ phase: 'before', taken_time: '18:05', latitude: 34.64, longitude: 50.88 });
    await removeEvidence.run(setting.manager, { evidenceId: id });
    expect(await row(id)).toMatchObject({ phase: 'before', latitude: null, longitude: null });
  });

  test.each([
    [{ latitude: '34.64' }, { kind: 'refused', fields: [{ field: 'longitude', reason: 'point_needs_coordinates' }] }],
    [{ latitude: '38.1', longitude: '46.3' }, { fields: [{ field: 'latitude', reason: 'point_outside_province' }] }],
    [{ phase: 'later' }, { kind: 'invalid', fields: [{ field: 'phase' }] }],
    [{ takenTime: '25:00' }, { kind: 'invalid', fields: [{ field: 'takenTime', reason: 'clock_not_understood' }] }],
  ])('with %o is refused at the field, and no file is stored', async (more, refusal) => {
    const before = setting.province.files.size;
    await expect(
      attachPhoto.run(setting.manager, photo('operation', setting.plain.operation, more)),
    ).rejects.toMatchObject(refusal);
    expect(setting.province.files.size).toBe(before);
  });

  test.each(SUBJECT_KINDS)(
    'of a sensitive %s is refused and nothing is stored: also when only the problem behind it is sensitive',
    async (kind) => {
      const before = setting.province.files.size;
      await expect(attachPhoto.run(setting.manager, photo(kind, setting.sensitive[kind]))).rejects.toMatchObject({
        kind: 'refused',
        reason: 'sensitive_has_no_photo',
        fields: [{ field: 'bytes' }],
      });
      expect(setting.province.files.size).toBe(before);
      await expect(
        attachNote.run(setting.manager, {
          subjectKind: kind,
          subjectId: setting.sensitive[kind],
          note: 'Two families moved.',
        }),
      ).resolves.toBeDefined();
    },
  );

  test('that is no photo is refused as a type, and one cut short as damaged', async () => {
    const bad = (bytes: Uint8Array) =>
      attachPhoto.run(setting.manager, { ...photo('problem', setting.plain.problem), bytes });
    await expect(bad(new TextEncoder().encode('<svg/>'))).rejects.toMatchObject({
      kind: 'unsupported_media',
      reason: 'photo_format_unknown',
    });
    await expect(bad(PHONE_PNG.subarray(0, 500))).rejects.toMatchObject({ kind: 'refused', reason: 'photo_damaged' });
    await expect(bad(new Uint8Array())).rejects.toMatchObject({
      kind: 'invalid',
      fields: [{ field: 'bytes', reason: 'file_expected' }],
    });
    await expect(bad(new Uint8Array(10 * 1024 * 1024 + 1))).rejects.toMatchObject({
      fields: [{ field: 'bytes', reason: 'photo_too_large' }],
    });
  });

  test('is not saved when its problem becomes sensitive while the file is being stored', async () => {
    const { ports, sql } = setting.province;
    const put = ports.blobs.put;
    ports.blobs.put = async (key, bytes, type) => {
      await put(key, bytes, type);
      await sql("update problems set domain_key = 'social_harms' where id = ?", [setting.plain.problem]);
    };
    const count = async () => (await sql('select count(*) as n from evidence'))[0]?.['n'];
    const before = await count();
    await expect(attachPhoto.run(setting.manager, photo('problem', setting.plain.problem))).rejects.toMatchObject({
      reason: 'revision_conflict',
    });
    expect(await count()).toBe(before);
    ports.blobs.put = put;
    await sql("update problems set domain_key = 'sport' where id = ?", [setting.plain.problem]);
  });

  test('is served to who may see its unit, and is not there for others', async () => {
    const { id } = await attachPhoto.run(setting.manager, {
      ...photo('problem', setting.plain.problem),
      bytes: PHONE_PNG,
    });
    await expect(evidenceFile.run(setting.manager, { evidenceId: id })).resolves.toEqual({
      blobKey: `qom/evidence/${id}`,
      contentType: 'image/png',
      filename: `${id}.png`,
    });
    await expect(evidenceFile.run(setting.neighbour, { evidenceId: id })).rejects.toMatchObject({
      kind: 'not_found',
      reason: 'evidence_unknown',
    });
  });
});

describe('a note', () => {
  test('is kept in one spelling', async () => {
    const { id } = await attachNote.run(setting.manager, {
      subjectKind: 'task',
      subjectId: setting.plain.task,
      note: ' روشنايي كوچه\r\nتمام شد ',
    });
    expect(await row(id)).toMatchObject({ kind: 'text', note: 'روشنایی کوچه\nتمام شد', blob_key: null });
    expect(JSON.stringify(await lastAudit())).not.toContain('روشنایی');
  });

  test.each(['با 0912 345 6789 تماس بگیرید', 'کد ملی ۰۰۱۲۳۴۵۶۷۹'])(
    'that holds a number of a person is refused and the field is named: %s',
    async (note) => {
      await expect(
        attachNote.run(setting.manager, { subjectKind: 'task', subjectId: setting.plain.task, note }),
      ).rejects.toMatchObject({
        kind: 'invalid',
        fields: [{ field: 'note', reason: 'personal_number_in_text' }],
      });
    },
  );

  test('of something in another neighbourhood, or nowhere, finds no subject', async () => {
    const note = { subjectKind: 'problem', subjectId: setting.plain.problem, note: 'Seen.' };
    await expect(attachNote.run(setting.neighbour, note)).rejects.toMatchObject({
      kind: 'not_found',
      reason: 'subject_unknown',
    });
    await expect(attachNote.run(setting.manager, { ...note, subjectKind: 'operation' })).rejects.toMatchObject({
      reason: 'subject_unknown',
    });
    await expect(attachNote.run(setting.manager, note)).resolves.toBeDefined();
  });

  test('to a merged problem is refused', async () => {
    const { sql } = setting.province;
    const note = { subjectKind: 'problem', subjectId: setting.sensitive.problem, note: 'Seen.' };
    await sql("update problems set status = 'merged', merged_into_id = ? where id = ?", [
      setting.plain.problem,
      setting.sensitive.problem,
    ]);
    await expect(attachNote.run(setting.manager, note)).rejects.toMatchObject({ reason: 'subject_is_merged' });
    await sql("update problems set status = 'started', merged_into_id = null where id = ?", [
      setting.sensitive.problem,
    ]);
    await expect(attachNote.run(setting.manager, note)).resolves.toBeDefined();
  });
});

describe('removal', () => {
  test('takes file and words, and leaves the row for the trace', async () => {
    const { id } = await attachPhoto.run(
      setting.manager,
      photo('operation', setting.plain.operation, { note: 'The lamps' }),
    );
    await removeEvidence.run(setting.manager, { evidenceId: id });
    expect(setting.province.files.has(`qom/evidence/${id}`)).toBe(false);
    expect(await row(id)).toMatchObject({ note: null, blob_key: null, kind: 'photo' });
    expect((await row(id))?.['removed_at_ms']).not.toBeNull();
    await expect(evidenceFile.run(setting.manager, { evidenceId: id })).rejects.toMatchObject({ kind: 'not_found' });
    await expect(removeEvidence.run(setting.manager, { evidenceId: id })).rejects.toMatchObject({ kind: 'not_found' });
  });

  test('is not for facilitators, nor for the neighbours', async () => {
    const { id } = await attachNote.run(setting.manager, {
      subjectKind: 'operation',
      subjectId: setting.plain.operation,
      note: 'Seen.',
    });
    const facilitator = await setting.province.as({ role: 'facilitator', unitId: setting.here });
    await expect(removeEvidence.run(facilitator, { evidenceId: id })).rejects.toMatchObject({ kind: 'not_permitted' });
    await expect(removeEvidence.run(setting.neighbour, { evidenceId: id })).rejects.toMatchObject({
      kind: 'not_found',
    });
    await expect(removeEvidence.run(setting.manager, { evidenceId: id })).resolves.toEqual({ id });
  });

  test('leaves a done task its last evidence, unless a note says what was done', async () => {
    const { sql } = setting.province;
    const task = setting.sensitive.task;
    await sql('update evidence set removed_at_ms = 1 where subject_id = ?', [task]);
    const { id } = await attachNote.run(setting.manager, { subjectKind: 'task', subjectId: task, note: 'Done.' });
    await sql("update tasks set status = 'done' where id = ?", [task]);
    await expect(removeEvidence.run(setting.manager, { evidenceId: id })).rejects.toMatchObject({
      reason: 'last_evidence',
    });
    await sql("update tasks set done_note = 'Seen by the council' where id = ?", [task]);
    await expect(removeEvidence.run(setting.manager, { evidenceId: id })).resolves.toEqual({ id });
  });
});

test('the same command twice attaches once', async () => {
  const { sql } = setting.province;
  const count = async () => Number((await sql('select count(*) as n from evidence'))[0]?.['n']);
  const before = await count();
  const input = photo('problem', setting.plain.problem);
  const id = '01980000-0000-7000-8000-00000000abcd';
  const first = await attachPhoto.run(setting.manager, input, id);
  expect(await attachPhoto.run(setting.manager, input, id)).toEqual(first);
  expect(await count()).toBe(before + 1);
});
