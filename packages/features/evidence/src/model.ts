import { zCivilDate, zClock, zId, zInput, zLatitude, zLongitude, zNote, zOptional } from '@mahalleh/kernel';
import * as z from 'zod';
import { EVIDENCE_KINDS, EVIDENCE_PHASES, MAX_PHOTO_BYTES, SUBJECT_KINDS } from './kinds.ts';

export * from './kinds.ts';

const subject = { subjectKind: z.enum(SUBJECT_KINDS), subjectId: zId('subject') };

/** Input of `evidence.attach` with a picture as the body. What the sender calls its type is not believed. */
export const AttachPhoto = zInput({
  ...subject,
  takenOn: zOptional(zCivilDate),
  /** The hour on a clock in Tehran. Unit: minutes from midnight. */
  takenTime: zOptional(zClock),
  phase: zOptional(z.enum(EVIDENCE_PHASES)),
  latitude: zOptional(zLatitude),
  longitude: zOptional(zLongitude),
  note: zOptional(zNote(500)),
  bytes: z
    .instanceof(Uint8Array, { error: 'file_expected' })
    .refine((bytes) => bytes.length > 0, { error: 'file_expected', abort: true })
    .refine((bytes) => bytes.length <= MAX_PHOTO_BYTES, { error: 'photo_too_large' }),
  contentType: z.string().optional(),
});

/** Input of `evidence.attach` in words. */
export const AttachNote = zInput({
  ...subject,
  note: zNote(),
  takenOn: zOptional(zCivilDate),
  phase: zOptional(z.enum(EVIDENCE_PHASES)),
});

/** Input of `evidence.remove`, and of the stored file. */
export const OneEvidence = zInput({ evidenceId: zId('evidence') });

/** What attaching and removing answer. */
export const EvidenceRef = z.object({ id: z.string() });

/** Where a stored file lies, and how it is sent. */
export const StoredFile = z.object({ blobKey: z.string(), contentType: z.string(), filename: z.string() });

/** One piece of evidence as pages show it. A photo's picture is at its own address. */
export const EvidenceItem = z.object({
  id: z.string(),
  subjectKind: z.enum(SUBJECT_KINDS),
  subjectId: z.string(),
  kind: z.enum(EVIDENCE_KINDS),
  note: z.string().nullable(),
  contentType: z.string().nullable(),
  bytes: z.number().nullable(),
  takenOn: z.string().nullable(),
  /** The hour on a clock in Tehran: `14:05`. */
  takenTime: z.string().nullable(),
  phase: z.enum(EVIDENCE_PHASES).nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  addedAtMs: z.number(),
  addedByName: z.string().nullable(),
});
/** One piece of evidence as pages show it. */
export type EvidenceItem = z.infer<typeof EvidenceItem>;
