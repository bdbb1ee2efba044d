import { change, defineCommand, guarded, one, sha256 } from '@mahalleh/gate';
import { Failure, isRefusal } from '@mahalleh/kernel';
import { sql } from 'drizzle-orm';
import { AttachPhoto, EvidenceRef } from '../model.ts';
import { cleanPhoto } from '../photo/clean-photo.ts';
import { clockText, whyNotAttach, whyNotPlace } from '../rules.ts';
import { evidence } from '../schema.ts';
import { stillTakesPhotos, subjectOf, subjectSql, type SubjectRow } from '../subjects.ts';

/** Attaches a photo, cleaned of its metadata. The file is stored first: a save that fails leaves a file that nothing names. */
export const attachPhoto = defineCommand({
  name: 'evidence.attach',
  permission: 'evidence.attach',
  input: AttachPhoto,
  output: EvidenceRef,
  load: (db, input) => ({
    subject: one(db.text<SubjectRow>(subjectSql(input.subjectKind, input.subjectId)), 'subject_unknown'),
  }),
  compute: async ({ subject }, input, facts) => {
    const no =
      whyNotAttach(subjectOf(subject), 'photo', input.takenOn, facts.today) ?? whyNotPlace(input, facts.workspace);
    if (no) return no;
    const photo = cleanPhoto(input.bytes);
    if (isRefusal(photo)) {
      if (photo.refused === 'photo_format_unknown')
        throw new Failure('unsupported_media', photo.refused, { fields: [{ field: 'bytes', reason: photo.refused }] });
      return photo;
    }
    const id = facts.newId();
    const blobKey = `${facts.workspace}/evidence/${id}`;
    await facts.blobs.put(blobKey, photo.bytes, photo.type);
    return { id, blobKey, contentType: photo.type, bytes: photo.bytes.length, sha256: await sha256(photo.bytes) };
  },
  decide: (_state, _input, _facts, stored) => stored,
  save: (db, stored, { subject }, input, facts) => [
    change(
      db.insert(evidence).values({
        ...stored,
        subjectKind: input.subjectKind,
        subjectId: input.subjectId,
        unitId: subject.unit_id,
        kind: 'photo',
        note: input.note ?? null,
        takenOn: input.takenOn ?? null,
        takenTime: input.takenTime === undefined ? null : clockText(input.takenTime),
        phase: input.phase ?? null,
        latitude: input.latitude ?? null,
        longitude: input.longitude ?? null,
        addedAtMs: facts.nowMs,
        addedBy: facts.personId,
      }),
    ),
    // Changes nothing, and fails the save if the subject has become sensitive or merged since it was read.
    guarded(
      db.text(
        sql`update evidence set kind = kind where id = ${stored.id} and ${stillTakesPhotos(input.subjectKind, input.subjectId)}`,
      ),
    ),
  ],
  audit: (_stored, { subject }, input) => ({ subject: input.subjectId, unitId: subject.unit_id, fields: ['photo'] }),
  answer: ({ id }) => ({ id }),
});
