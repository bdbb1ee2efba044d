import { get, post } from '@mahalleh/http';
import { amendTemplate } from '../commands/amend-template.ts';
import { discardTemplate } from '../commands/discard-template.ts';
import { draftTemplate } from '../commands/draft-template.ts';
import { refreshTemplate } from '../commands/refresh-template.ts';
import { submitTemplate } from '../commands/submit-template.ts';
import { readTemplateDraft } from '../queries/template-draft.ts';
import { listTemplateDrafts } from '../queries/template-drafts.ts';

const ID = '019aa5c2-7d10-7c3e-9a51-3f2b8c6d4e20';
const EDIT = { templateDraftId: ID, revision: 1 };

/** Where publish is reached, below a province. */
export const publishRoutes = [
  get('/template-drafts', listTemplateDrafts, { example: {} }),
  post('/template-drafts', draftTemplate, { status: 201, example: { unitId: ID } }),
  get('/template-drafts/{templateDraftId}', readTemplateDraft, { example: { templateDraftId: ID } }),
  post('/template-drafts/{templateDraftId}/amend', amendTemplate, {
    example: { ...EDIT, title: 'الگوی همسایگی سالم', tags: ['سلامت'], leaveOutParts: ['media'] },
  }),
  post('/template-drafts/{templateDraftId}/refresh', refreshTemplate, { example: EDIT }),
  post('/template-drafts/{templateDraftId}/discard', discardTemplate, { example: EDIT }),
  post('/template-drafts/{templateDraftId}/submit', submitTemplate, {
    status: 201,
    example: { ...EDIT, note: 'نتیجه‌ها از گزارش همین ماه است.' },
  }),
] as const;
