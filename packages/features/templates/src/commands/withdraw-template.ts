import { postLetter } from '@mahalleh/border';
import { changeOf, defineCommand } from '@mahalleh/gate';
import { refuse } from '@mahalleh/kernel';
import { EndTemplate, TemplateChanged } from '../catalogue-model.ts';
import { keepEnded } from '../letters/keep.ts';
import { withdrawnLetter } from '../letters/template-letters.ts';
import { askAuthor, askTemplate } from '../template-sql.ts';

/** Takes back a template of this province, or a version of it, with the reason: it stays readable, and is no longer offered anywhere. */
export const withdrawTemplate = defineCommand({
  name: 'template.withdraw',
  permission: 'template.withdraw',
  input: EndTemplate,
  output: TemplateChanged,
  load: (db, { templateId, version }) => ({
    signed: askTemplate(db, templateId, version === 0 ? undefined : version),
    author: askAuthor(db),
  }),
  decide: ({ signed, author }, { templateId, version, reason }, { workspace, nowMs }) => {
    if (signed.province !== workspace) return refuse('template_of_other');
    if (signed.ending === 'withdrawn') return refuse('template_withdrawn');
    return { ending: { templateId, version, reason, ...author, atMs: nowMs } };
  },
  save: (_db, { ending }, _state, _input, { workspace, nowMs }) => [
    ...keepEnded({ ...ending, province: workspace, how: 'withdrawn' }).map(changeOf),
    changeOf(postLetter(withdrawnLetter, ending, nowMs)),
  ],
  audit: ({ ending }) => ({ subject: ending.templateId, unitId: null, fields: ['withdrawn'] }),
  answer: ({ ending }) => ({ templateId: ending.templateId, version: ending.version }),
});
