import { get, post } from '@mahalleh/http';
import { attachNote } from './commands/attach-note.ts';
import { attachPhoto } from './commands/attach-photo.ts';
import { removeEvidence } from './commands/remove-evidence.ts';
import { evidenceFile } from './queries/evidence-file.ts';

const SUBJECT = { subjectKind: 'problem', subjectId: '01980000-0000-7000-8000-000000000001' };
const EVIDENCE = { evidenceId: '01980000-0000-7000-8000-000000000002' };

/** The addresses of evidence. */
export const evidenceRoutes = [
  post('/evidence', attachPhoto, {
    status: 201,
    body: 'bytes',
    example: { ...SUBJECT, takenOn: '2026-11-20', phase: 'before' },
  }),
  post('/evidence/notes', attachNote, { status: 201, example: { ...SUBJECT, note: 'Twelve lamps are lit again.' } }),
  get('/evidence/{evidenceId}/file', evidenceFile, { effect: 'file', example: EVIDENCE }),
  post('/evidence/{evidenceId}/remove', removeEvidence, { example: EVIDENCE }),
] as const;
