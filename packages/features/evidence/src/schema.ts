import { provinceTable } from '@mahalleh/gate';
import { people } from '@mahalleh/people/schema';
import { units } from '@mahalleh/units/schema';
import { index, integer, real, text } from 'drizzle-orm/sqlite-core';
import type { EvidenceKind, EvidencePhase, PhotoType, SubjectKind } from './kinds.ts';

/**
 * What shows that something is so, or was done: a photo in the store of files, or a note. A removed one keeps its row,
 * for the trace, but neither its words nor its file.
 */
export const evidence = provinceTable(
  'evidence',
  {
    id: text('id').primaryKey(),
    subjectKind: text('subject_kind').$type<SubjectKind>().notNull(),
    subjectId: text('subject_id').notNull(),
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id),
    kind: text('kind').$type<EvidenceKind>().notNull(),
    note: text('note').case(),
    blobKey: text('blob_key'),
    contentType: text('content_type').$type<PhotoType>(),
    bytes: integer('bytes'),
    sha256: text('sha256'),
    takenOn: text('taken_on'),
    /** The hour on a clock in Tehran, `14:05`, when it is known. */
    takenTime: text('taken_time'),
    phase: text('phase').$type<EvidencePhase>(),
    /** The photo of the same view before, when this is the one after. */
    pairId: text('pair_id'),
    latitude: real('latitude'),
    longitude: real('longitude'),
    addedAtMs: integer('added_at_ms').notNull(),
    addedBy: text('added_by')
      .notNull()
      .references(() => people.id),
    removedAtMs: integer('removed_at_ms'),
  },
  (t) => [index('evidence_by_subject').on(t.subjectKind, t.subjectId), index('evidence_by_unit').on(t.unitId)],
);
