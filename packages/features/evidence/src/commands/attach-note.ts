import { change, defineCommand, one } from '@mahalleh/gate';
import { AttachNote, EvidenceRef } from '../model.ts';
import { whyNotAttach } from '../rules.ts';
import { evidence } from '../schema.ts';
import { subjectOf, subjectSql, type SubjectRow } from '../subjects.ts';

/** Attaches evidence in words: what was seen or done. */
export const attachNote = defineCommand({
  name: 'evidence.attach',
  permission: 'evidence.attach',
  input: AttachNote,
  output: EvidenceRef,
  load: (db, input) => ({
    subject: one(db.text<SubjectRow>(subjectSql(input.subjectKind, input.subjectId)), 'subject_unknown'),
  }),
  decide: ({ subject }, input, facts) =>
    whyNotAttach(subjectOf(subject), 'text', input.takenOn, facts.today) ?? { id: facts.newId() },
  save: (db, { id }, { subject }, input, facts) => [
    change(
      db.insert(evidence).values({
        id,
        subjectKind: input.subjectKind,
        subjectId: input.subjectId,
        unitId: subject.unit_id,
        kind: 'text',
        note: input.note,
        takenOn: input.takenOn ?? null,
        phase: input.phase ?? null,
        addedAtMs: facts.nowMs,
        addedBy: facts.personId,
      }),
    ),
  ],
  audit: (_decision, { subject }, input) => ({ subject: input.subjectId, unitId: subject.unit_id, fields: ['note'] }),
  answer: ({ id }) => ({ id }),
});
