import { defineCommand, guarded } from '@mahalleh/gate';
import { and, eq } from 'drizzle-orm';
import { EditTemplateDraft } from '../draft-inputs.ts';
import { TemplateDraftChanged } from '../draft-outputs.ts';
import { templateDrafts } from '../schema.ts';
import { askDraft, whyNotChange } from './draft-change.ts';

/** Throws a draft away; it comes back by undoing. What was submitted or signed is no draft any more. */
export const discardTemplate = defineCommand({
  name: 'template.discard',
  permission: 'template.discard',
  input: EditTemplateDraft,
  output: TemplateDraftChanged,
  load: (db, { templateDraftId }) => ({ draft: askDraft(db, templateDraftId) }),
  decide: ({ draft }) => whyNotChange(draft) ?? {},
  save: (db, _decision, _state, { templateDraftId, revision }) => [
    guarded(
      db
        .delete(templateDrafts)
        .where(and(eq(templateDrafts.id, templateDraftId), eq(templateDrafts.revision, revision))),
    ),
  ],
  reversal: (_decision, { draft }) => ({ steps: [{ table: templateDrafts, insert: draft }] }),
  audit: (_decision, { draft }) => ({ subject: draft.id, unitId: draft.unitId, fields: ['draft'] }),
  answer: (_decision, { draft }, { revision }) => ({ id: draft.id, revision }),
});
