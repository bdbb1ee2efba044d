import { sql, type SQL } from 'drizzle-orm';
import type { EvidenceItem } from './model.ts';
import type { EvidenceKind, EvidencePhase, SubjectKind } from './kinds.ts';

/** A row of `evidenceSql`. */
export type EvidenceRow = {
  id: string;
  subject_kind: string;
  subject_id: string;
  kind: string;
  note: string | null;
  content_type: string | null;
  bytes: number | null;
  taken_on: string | null;
  taken_time: string | null;
  phase: string | null;
  latitude: number | null;
  longitude: number | null;
  added_at_ms: number;
  added_by_name: string | null;
};

/** SQL that gives the pieces of evidence that meet a condition on `evidence e`, newest first. Shape: `EvidenceRow`. */
export const evidenceSql = (condition: SQL): SQL =>
  sql`select e.id, e.subject_kind, e.subject_id, e.kind, e.note, e.content_type, e.bytes, e.taken_on, e.taken_time, e.phase, e.latitude, e.longitude, e.added_at_ms, p.full_name as added_by_name from evidence e left join people p on p.id = e.added_by where e.removed_at_ms is null and ${condition} order by e.added_at_ms desc, e.id desc`;

/** A row as pages show it. The casts are safe: only this feature's commands write these columns. */
export const evidenceItem = (row: EvidenceRow): EvidenceItem => ({
  id: row.id,
  subjectKind: row.subject_kind as SubjectKind,
  subjectId: row.subject_id,
  kind: row.kind as EvidenceKind,
  note: row.note,
  contentType: row.content_type,
  bytes: row.bytes,
  takenOn: row.taken_on,
  takenTime: row.taken_time,
  phase: row.phase as EvidencePhase | null,
  latitude: row.latitude,
  longitude: row.longitude,
  addedAtMs: row.added_at_ms,
  addedByName: row.added_by_name,
});
