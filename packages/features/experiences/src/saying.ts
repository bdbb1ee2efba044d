import { sql, type SQL } from 'drizzle-orm';
import type { EvidenceTold } from './model.ts';
import type { Saying } from './rules.ts';
import type { experienceDrafts } from './schema.ts';

/** An operation as it is told. */
export type OperationRow = {
  id: string;
  title: string;
  place: string;
  status: 'running' | 'done';
  startsOn: string;
  endsOn: string;
  photos: number;
};
/** A note of an operation as it is told. */
export type NoteRow = {
  id: string;
  operation: string;
  text: string;
  day: string | null;
  phase: 'before' | 'during' | 'after' | null;
};

/** SQL of the ids that a draft keeps in one of its lists. */
export const idsIn = (draftId: string, list: SQL): SQL =>
  sql`select value from json_each((select ${list} from experience_drafts where id = ${draftId}))`;

/** What of a draft would be said, to be looked through before anybody reads it. */
export const savedAs = (
  { title, tried, outcome, advice }: typeof experienceDrafts.$inferSelect,
  operations: readonly OperationRow[],
  notes: readonly NoteRow[],
): Saying => ({
  title,
  tried,
  outcome,
  advice,
  operations: operations.map((operation) => operation.title),
  notes: notes.map(({ text }) => text),
});

/** The operations that were picked with the notes that were picked of each. */
export const evidenceTold = (operations: readonly OperationRow[], notes: readonly NoteRow[]): EvidenceTold[] =>
  operations.map(({ id, ...told }) => ({
    ...told,
    notes: notes.filter(({ operation }) => operation === id).map(({ day, phase, text }) => ({ day, phase, text })),
  }));
