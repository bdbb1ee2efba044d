import { by, plain, type Makers } from './asked-by.ts';
import { send } from './caller.ts';
import { PNG } from './makers.ts';
import type { RightRequests } from './right-identity.ts';
import { fresh, type Workspace } from './world.ts';

/** A draft of a neighbourhood in which something is done. */
export const templateDraft = async (m: Makers, w: Workspace) => {
  const plan = await m.plan();
  const operation = await w.make('/operations', plan);
  const { id, revision } = await w.make('/template-drafts', { unitId: plan.unitId });
  return { templateDraftId: id, revision, operationId: operation.id };
};

/** A picture of an operation. Shape: what attaches it to a draft. */
const picture = async (w: Workspace, subjectId: string) => {
  const route = { method: 'POST', path: '/evidence', body: 'bytes' } as const;
  const input = { subjectKind: 'operation', subjectId, bytes: PNG };
  const { body } = await send(w.base, route, input, { cookie: w.cookie('dg') });
  return [{ evidenceId: body['id'], title: fresh('کوچه روشن'), isNobodyRecognisable: true }];
};

const edited = async (m: Makers, w: Workspace) => {
  const { templateDraftId, revision } = await templateDraft(m, w);
  return { templateDraftId, revision };
};

type Finding = { key: string; mayKeep: boolean; isKept: boolean };

/** A draft in which everything that was found is decided. */
const readyDraft = async (m: Makers, w: Workspace, isPictured = false) => {
  const { templateDraftId, revision, operationId } = await templateDraft(m, w);
  const attach = isPictured ? await picture(w, operationId) : [];
  const path = `/template-drafts/${templateDraftId}`;
  const titled = await w.make(`${path}/amend`, { revision, title: fresh('الگوی نمونه'), attach });
  const { findings } = (await w.get(path)) as unknown as { findings: Finding[] };
  const keys = (mayKeep: boolean) => findings.filter((one) => one.mayKeep === mayKeep).map(({ key }) => key);
  const decided = { keep: keys(true), replace: keys(false) };
  const ready = findings.length > 0 ? await w.make(`${path}/amend`, { revision: titled.revision, ...decided }) : titled;
  return { templateDraftId, revision: ready.revision };
};

/** A version that was submitted to the ministry, with a picture when it is to have one. */
export const submittedTemplate = async (m: Makers, w: Workspace, isPictured = false) => {
  const { templateDraftId, revision } = await readyDraft(m, w, isPictured);
  await w.make(`/template-drafts/${templateDraftId}/submit`, { revision });
  return templateDraftId;
};

/** The right requests of publishing templates in a province. */
export const rightInPublishing: RightRequests = {
  'GET /template-drafts': plain('dg'),
  'POST /template-drafts': by('dg', async (m, w) => {
    const plan = await m.plan();
    await w.make('/operations', plan);
    return { unitId: plan.unitId };
  }),
  'GET /template-drafts/{templateDraftId}': by('dg', async (m, w) => ({
    templateDraftId: (await templateDraft(m, w)).templateDraftId,
  })),
  'POST /template-drafts/{templateDraftId}/amend': by('dg', async (m, w) => ({
    ...(await edited(m, w)),
    title: fresh('الگوی نمونه'),
    tags: ['نمونه'],
    add: [{ kind: 'lesson', title: 'با اهالی', text: 'پیش از آغاز با اهالی گفت‌وگو شود.' }],
  })),
  'POST /template-drafts/{templateDraftId}/refresh': by('dg', edited),
  'POST /template-drafts/{templateDraftId}/discard': by('dg', edited),
  'POST /template-drafts/{templateDraftId}/submit': by('dg', (m, w) => readyDraft(m, w)),
};
