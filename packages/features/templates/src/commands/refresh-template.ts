import { defineCommand } from '@mahalleh/gate';
import { sql } from 'drizzle-orm';
import { EditTemplateDraft } from '../draft-inputs.ts';
import { TemplateDraftChanged } from '../draft-outputs.ts';
import { carriedOver, stateOf } from '../drafting/index.ts';
import { askLiving, generalise, livingOf } from '../project/index.ts';
import { amendedColumns, askDraft, draftReversal, saveDraft, unitOfDraft, whyNotChange } from './draft-change.ts';

/** Takes the draft from its neighbourhood once more, as it is now. What was reworded, left out, decided and written by hand stays. */
export const refreshTemplate = defineCommand({
  name: 'template.refresh',
  permission: 'template.refresh',
  input: EditTemplateDraft,
  output: TemplateDraftChanged,
  load: (db, { templateDraftId }, { nowMs }) => ({
    draft: askDraft(db, templateDraftId),
    ...askLiving(
      db,
      unitOfDraft(templateDraftId),
      sql`(select template_id from template_drafts where id = ${templateDraftId})`,
      nowMs,
    ),
  }),
  decide: ({ draft, ...asked }, _input, { today, newId }) => {
    const why = whyNotChange(draft);
    if (why) return why;
    const state = stateOf(draft);
    const had = state.projected.flatMap(({ id, kind, rowKey }) =>
      rowKey === null ? [] : [{ elementId: id, kind, rowKey }],
    );
    const projection = generalise(livingOf(asked), had, { today, mint: newId });
    return { state: { ...state, ...carriedOver(state, projection) } };
  },
  save: (db, { state }, { draft }, { revision }, { nowMs }) => [
    saveDraft(db, { id: draft.id, revision }, amendedColumns(state, nowMs)),
  ],
  reversal: ({ state }, { draft }, { revision }) => draftReversal(draft, state, revision),
  audit: (_decision, { draft }) => ({ subject: draft.id, unitId: draft.unitId, fields: ['elements'] }),
  answer: (_decision, { draft }, { revision }) => ({ id: draft.id, revision: revision + 1 }),
});
