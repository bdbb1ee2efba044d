import { defineCommand, guarded, isMyUnit, one } from '@mahalleh/gate';
import { isRefusal } from '@mahalleh/kernel';
import { and, eq, isNull } from 'drizzle-orm';
import { EvidenceRef, OneEvidence } from '../model.ts';
import { whyNotRemove } from '../rules.ts';
import { evidence } from '../schema.ts';
import { erased } from '../erase.ts';
import { subjectOf, subjectOfEvidenceSql, type SubjectRow } from '../subjects.ts';

/** Removes a piece of evidence for good: its words and its file go, the row stays. The file goes first, so that no save can leave it behind. */
export const removeEvidence = defineCommand({
  name: 'evidence.remove',
  permission: 'evidence.remove',
  input: OneEvidence,
  output: EvidenceRef,
  load: (db, input) => ({
    row: one(
      db
        .select()
        .from(evidence)
        .where(and(eq(evidence.id, input.evidenceId), isNull(evidence.removedAtMs), isMyUnit(evidence.unitId))),
      'evidence_unknown',
    ),
    subject: one(db.text<SubjectRow>(subjectOfEvidenceSql(input.evidenceId)), 'subject_unknown'),
  }),
  compute: async ({ row, subject }, _input, { blobs }) => {
    const no = whyNotRemove(subjectOf(subject));
    if (!no && row.blobKey) await blobs.remove(row.blobKey);
    return no;
  },
  decide: ({ row }, _input, _facts, no) => (isRefusal(no) ? no : { id: row.id }),
  save: (db, { id }, _state, _input, facts) => [
    guarded(
      db
        .update(evidence)
        .set(erased(facts.nowMs))
        .where(and(eq(evidence.id, id), isNull(evidence.removedAtMs))),
    ),
  ],
  audit: (_decision, { row }) => ({
    subject: row.subjectId,
    unitId: row.unitId,
    fields: [row.kind === 'photo' ? 'photo' : 'note'],
  }),
  answer: ({ id }) => ({ id }),
});
