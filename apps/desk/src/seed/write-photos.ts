import { createHash } from 'node:crypto';
import { newId } from '@mahalleh/kernel';
import type { Author } from './author.ts';
import { drawnAlley } from './drawn-photo.ts';

/** Writes one view as it was before and after the work: two pictures that belong together. */
export const writeView = (
  author: Author,
  of: {
    readonly operationId: string;
    readonly unitId: string;
    readonly by: string;
    readonly view: string;
    readonly turn: number;
    /** The days on which it was taken. */
    readonly days: readonly [before: number, after: number];
  },
): void => {
  const before = writePhoto(author, of, 'before', null);
  writePhoto(author, of, 'after', before);
};

const writePhoto = (
  author: Author,
  { operationId, unitId, by, view, turn, days }: Parameters<typeof writeView>[1],
  phase: 'before' | 'after',
  pairId: string | null,
): string => {
  const { sheet, calendar, slug } = author;
  const id = newId();
  const bytes = drawnAlley(turn, phase === 'after');
  const day = days[phase === 'before' ? 0 : 1];
  const blobKey = `${slug}/evidence/${id}`;
  sheet.files.push({ key: blobKey, bytes, contentType: 'image/png' });
  sheet.evidence.push({
    id,
    subjectKind: 'operation',
    subjectId: operationId,
    unitId,
    kind: 'photo',
    note: `${view} (تصویر نمونه)`,
    blobKey,
    contentType: 'image/png',
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    takenOn: calendar.day(day),
    takenTime: phase === 'before' ? '18:40' : '19:05',
    phase,
    pairId,
    addedAtMs: calendar.at(day),
    addedBy: by,
  });
  return id;
};
