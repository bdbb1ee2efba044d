import { defineCommand } from '@mahalleh/gate';
import { isRefusal } from '@mahalleh/kernel';
import { AmendTemplate } from '../draft-inputs.ts';
import { TemplateDraftChanged } from '../draft-outputs.ts';
import { MOST } from '../document/template-document.ts';
import { amendDraft, stateOf } from '../drafting/index.ts';
import { askNames, namesAsked } from '../leaks/index.ts';
import { askPhotos } from '../project/index.ts';
import { amendedColumns, askDraft, draftReversal, saveDraft, unitOfDraft, whyNotChange } from './draft-change.ts';

/** Rewrites a draft: its words, what of it is taken, what was found in it, and what is attached. Records of the neighbourhood stay as they are. */
export const amendTemplate = defineCommand({
  name: 'template.amend',
  permission: 'template.amend',
  input: AmendTemplate,
  output: TemplateDraftChanged,
  load: (db, { templateDraftId }) => {
    const unit = unitOfDraft(templateDraftId);
    return { draft: askDraft(db, templateDraftId), names: askNames(db, unit), photos: askPhotos(db, unit) };
  },
  decide: ({ draft, names, photos }, { templateDraftId: _id, revision: _revision, ...amendment }, facts) => {
    const why = whyNotChange(draft);
    if (why) return why;
    const { personId, nowMs, newId } = facts;
    const state = amendDraft(stateOf(draft), amendment, {
      ...{ personId, nowMs, newId, names: namesAsked(names) },
      attachable: new Set(photos.filter(({ bytes }) => bytes > 0 && bytes <= MOST.attachmentBytes).map(({ id }) => id)),
    });
    return isRefusal(state) ? state : { state };
  },
  save: (db, { state }, { draft }, { revision }, { nowMs }) => [
    saveDraft(db, { id: draft.id, revision }, amendedColumns(state, nowMs)),
  ],
  reversal: ({ state }, { draft }, { revision }) => draftReversal(draft, state, revision),
  audit: (_decision, { draft }, { templateDraftId: _id, revision: _revision, ...rest }) => ({
    subject: draft.id,
    unitId: draft.unitId,
    fields: Object.keys(rest),
  }),
  answer: (_decision, { draft }, { revision }) => ({ id: draft.id, revision: revision + 1 }),
});
