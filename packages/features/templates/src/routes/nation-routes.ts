import { get, post } from '@mahalleh/http';
import { commentTemplate } from '../nation/comment-template.ts';
import { restoreComment, retractComment } from '../nation/retract-comment.ts';
import { returnTemplate } from '../nation/return-template.ts';
import { revokeTemplate } from '../nation/revoke-template.ts';
import { signTemplate } from '../nation/sign-template.ts';
import { readSubmissionAttachment } from '../nation/submission-attachment.ts';
import { readSubmission } from '../nation/submission.ts';
import { listSubmissions } from '../nation/submissions.ts';
import { readingRoutes } from './catalogue-routes.ts';

const ID = '019aa5c2-7d10-7c3e-9a51-3f2b8c6d4e20';
const ONE = { digest: 'ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0' };
const MANDATES = [{ part: 'duties', reason: 'بدون مسئول روشن، هیچ کاری دنبال نمی‌شود.' }];

/** Where review and the catalogue are reached at the ministry. */
export const reviewRoutes = [
  ...readingRoutes,
  get('/template-submissions', listSubmissions, { example: {} }),
  get('/template-submissions/{digest}', readSubmission, { example: ONE }),
  get('/template-submissions/{digest}/attachment', readSubmissionAttachment, {
    example: { ...ONE, attachment: ONE.digest },
  }),
  post('/template-submissions/{digest}/comment', commentTemplate, {
    status: 201,
    example: { ...ONE, part: 'duties', body: 'نقش شهرداری روشن نیست.' },
  }),
  post('/template-submissions/{digest}/retract', retractComment, { example: { ...ONE, commentId: ID } }),
  post('/template-submissions/{digest}/restore', restoreComment, { example: { ...ONE, commentId: ID } }),
  post('/template-submissions/{digest}/return', returnTemplate, { example: { ...ONE, revision: 1 } }),
  post('/template-submissions/{digest}/sign', signTemplate, { example: { ...ONE, revision: 1, mandates: MANDATES } }),
  post('/templates/{templateId}/revoke', revokeTemplate, {
    example: { templateId: ID, version: 1, reason: 'این روش با آیین‌نامه تازه نمی‌سازد.' },
  }),
] as const;
