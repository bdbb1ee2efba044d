import { setTimeout } from 'node:timers/promises';
import { by, plain } from './asked-by.ts';
import { recordMakers } from './makers.ts';
import type { RightRequests } from './right-identity.ts';
import { submittedTemplate } from './right-publishing.ts';
import { openWorkspace, type Account, type Workspace } from './world.ts';

type Submitted = { digest: string; templateId: string; version: number };

/** Asks until it is there: letters take their way. */
const arrived = async (w: Workspace, path: string, as: Account) => {
  for (let left = 150; ; left--) {
    const answer = await w.call('GET', path, {}, as);
    if (answer.status === 200) return answer.body;
    if (left === 0) throw new Error(`${path} did not arrive: ${answer.text}`);
    await setTimeout(200);
  }
};

const other = (w: Workspace, workspace: string) => openWorkspace(new URL(w.base).origin, workspace);

/** A version that this province submitted, once it is at the ministry. */
const submittedFrom = async (province: Workspace, nation: Workspace, isPictured = false): Promise<Submitted> => {
  const templateDraftId = await submittedTemplate(recordMakers(province), province, isPictured);
  const { digest, templateId, version } = (await province.get(
    `/template-drafts/${templateDraftId}`,
  )) as unknown as Submitted;
  await arrived(nation, `/template-submissions/${digest}`, 'reviewer');
  return { digest, templateId, version };
};

const waiting = async (nation: Workspace, isPictured = false) => {
  const { digest } = await submittedFrom(await other(nation, 'qazvin'), nation, isPictured);
  return { digest };
};

const commented = async (nation: Workspace) => {
  const one = await waiting(nation);
  const body = 'نتیجه‌ها روشن‌تر نوشته شود.';
  const { id } = await nation.make(`/template-submissions/${one.digest}/comment`, { body }, 'reviewer');
  return { digest: one.digest, commentId: id };
};
const retracted = async (nation: Workspace) => {
  const { digest, commentId } = await commented(nation);
  await nation.make(`/template-submissions/${digest}/retract`, { commentId }, 'reviewer');
  return { digest, commentId };
};

const sign = async (nation: Workspace, { digest }: { digest: string }) =>
  nation.make(`/template-submissions/${digest}/sign`, { revision: 1, mandates: [], leaksSeen: true }, 'reviewer');

/** A signed template of this province, once it is here. */
const own = async (w: Workspace, isPictured = false): Promise<Submitted> => {
  const nation = await other(w, 'nation');
  const one = await submittedFrom(w, nation, isPictured);
  await sign(nation, one);
  await arrived(w, `/templates/${one.templateId}`, 'observer');
  return one;
};

const atNation = async (nation: Workspace, isPictured = false): Promise<Submitted> => {
  const one = await submittedFrom(await other(nation, 'qazvin'), nation, isPictured);
  await sign(nation, one);
  return one;
};

/** A signed template, once this workspace has it. */
export const signed = (w: Workspace, isPictured = false): Promise<Submitted> =>
  w.workspace === 'nation' ? atNation(w, isPictured) : own(w, isPictured);
const pictured = async (w: Workspace, as: Account) => {
  const { templateId, version } = await signed(w, true);
  const { attachments } = (await w.get(`/templates/${templateId}`, {}, as)) as unknown as {
    attachments: { digest: string }[];
  };
  return { templateId, version, digest: attachments[0]?.digest };
};
const reading = (as: Account): RightRequests => ({
  'GET /templates': plain(as, { q: 'الگو', part: 'operations', setting: 'urban' }),
  'GET /templates/{templateId}': by(as, async (_m, w) => ({ templateId: (await signed(w)).templateId })),
  'GET /templates/{templateId}/file': by(as, async (_m, w) => ({ templateId: (await signed(w)).templateId })),
  'GET /template-comparison': by(as, async (_m, w) => {
    const { templateId } = await signed(w);
    return { one: templateId, other: templateId };
  }),
});

/** The right requests of the catalogue in a province. */
export const rightInTemplates: RightRequests = {
  ...reading('observer'),
  'GET /templates/{templateId}/attachment': by('observer', async (_m, w) => pictured(w, 'observer')),
  'POST /templates/import': by('admin', async (_m, w) => {
    const { templateId } = await own(w);
    const { text } = (await w.get(`/templates/${templateId}/file`)) as unknown as { text: string };
    return { bytes: new TextEncoder().encode(text) };
  }),
  'POST /templates/{templateId}/withdraw': by('dg', async (_m, w) => ({
    ...{ templateId: (await own(w)).templateId, version: 1 },
    reason: 'شاخص‌ها باید بازبینی شود.',
  })),
};

/** The right requests of review and the catalogue at the ministry. */
export const rightInNationalTemplates: RightRequests = {
  ...reading('analyst'),
  'GET /templates/{templateId}/attachment': by('analyst', async (_m, w) => pictured(w, 'analyst')),
  'GET /template-submissions': plain('analyst', { status: 'submitted' }),
  'GET /template-submissions/{digest}': by('analyst', async (_m, w) => waiting(w)),
  'GET /template-submissions/{digest}/attachment': by('analyst', async (_m, w) => {
    const { digest } = await waiting(w, true);
    const { attachments } = (await w.get(`/template-submissions/${digest}`, {}, 'analyst')) as unknown as {
      attachments: { digest: string }[];
    };
    return { digest, attachment: attachments[0]?.digest };
  }),
  'POST /template-submissions/{digest}/comment': by('reviewer', async (_m, w) => ({
    ...(await waiting(w)),
    body: 'نقش شهرداری روشن نیست.',
  })),
  'POST /template-submissions/{digest}/retract': by('reviewer', async (_m, w) => commented(w)),
  'POST /template-submissions/{digest}/restore': by('reviewer', async (_m, w) => retracted(w)),
  'POST /template-submissions/{digest}/return': by('reviewer', async (_m, w) => ({
    ...{ digest: (await commented(w)).digest, revision: 1 },
  })),
  'POST /template-submissions/{digest}/sign': by('reviewer', async (_m, w) => ({
    ...(await waiting(w)),
    ...{ revision: 1, leaksSeen: true },
    mandates: [{ part: 'operations', reason: 'بی آن چیزی برای پیگیری نمی‌ماند.' }],
  })),
  'POST /templates/{templateId}/revoke': by('reviewer', async (_m, w) => ({
    ...{ templateId: (await atNation(w)).templateId, version: 1 },
    reason: 'با آیین‌نامه تازه نمی‌سازد.',
  })),
};
