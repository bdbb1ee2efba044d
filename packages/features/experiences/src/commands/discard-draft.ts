import { defineCommand, guarded } from '@mahalleh/gate';
import { and, eq } from 'drizzle-orm';
import { DraftChanged, EditDraft } from '../model.ts';
import { experienceDrafts } from '../schema.ts';
import { askDraft } from './draft-change.ts';

/** Throws a draft away; it comes back by undoing. */
export const discardDraft = defineCommand({
  name: 'experience.discard',
  permission: 'experience.discard',
  input: EditDraft,
  output: DraftChanged,
  load: (db, { draftId }) => ({ draft: askDraft(db, draftId) }),
  decide: () => ({}),
  save: (db, _decision, _state, { draftId, revision }) => [
    guarded(
      db.delete(experienceDrafts).where(and(eq(experienceDrafts.id, draftId), eq(experienceDrafts.revision, revision))),
    ),
  ],
  reversal: (_decision, { draft }) => ({ steps: [{ table: experienceDrafts, insert: draft }] }),
  audit: (_decision, { draft }) => ({ subject: draft.id, unitId: null, fields: ['draft'] }),
  answer: (_decision, { draft }, { revision }) => ({ id: draft.id, revision }),
});
