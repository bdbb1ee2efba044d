import { postToProvinces } from '@mahalleh/border';
import { changeOf, defineNationCommand } from '@mahalleh/gate';
import { refuse } from '@mahalleh/kernel';
import { EndTemplate, TemplateChanged } from '../catalogue-model.ts';
import { keepEnded } from '../letters/keep.ts';
import { endedLetter } from '../letters/template-letters.ts';
import { MINISTRY } from '../statuses.ts';
import { askAuthor, askTemplate } from '../template-sql.ts';

/** Revokes a template or a version of it for all provinces, with the reason: it stays readable where it is in use, and is no longer offered. */
export const revokeTemplate = defineNationCommand({
  name: 'template.revoke',
  permission: 'template.revoke',
  input: EndTemplate,
  output: TemplateChanged,
  load: (db, { templateId, version }) => ({
    signed: askTemplate(db, templateId, version === 0 ? undefined : version),
    author: askAuthor(db),
  }),
  decide: ({ signed, author }, { templateId, version, reason }, { nowMs }) =>
    signed.ending === null
      ? { ended: { templateId, version, reason, ...author, atMs: nowMs, province: MINISTRY, how: 'revoked' as const } }
      : refuse(signed.ending === 'revoked' ? 'template_revoked' : 'template_withdrawn'),
  save: (_db, { ended }, _state, _input, { nowMs }) => [
    ...keepEnded(ended).map(changeOf),
    changeOf(postToProvinces(endedLetter, ended, nowMs, 'all')),
  ],
  audit: ({ ended }) => ({ subject: ended.templateId, unitId: null, fields: ['revoked'] }),
  answer: ({ ended }) => ({ templateId: ended.templateId, version: ended.version }),
});
