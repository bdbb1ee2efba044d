import { setTimeout } from 'node:timers/promises';
import { by, plain, type Makers } from './asked-by.ts';
import { day } from './makers.ts';
import type { RightRequests } from './right-identity.ts';
import { templateDraft } from './right-publishing.ts';
import { fresh, openWorkspace, type Account, type Workspace } from './world.ts';

type Draft = {
  templateId: string;
  version: number;
  unitId: string;
  digest: string | null;
  findings: { key: string; mayKeep: boolean }[];
};
type Previewed = { elements: { id: string; kind: string; meeting: string; mapsTo: { key: string }[] }[] };
type Overlaid = { elements: { id: string; kind: string; rowKey: string | null }[] };

/** Asks until it is there: letters take their way. */
const arrived = async (w: Workspace, path: string, as: Account): Promise<void> => {
  for (let left = 150; ; left--) {
    const answer = await w.call('GET', path, {}, as);
    if (answer.status === 200) return;
    if (left === 0) throw new Error(`${path} did not arrive: ${answer.text}`);
    await setTimeout(200);
  }
};

/** Submits a draft and signs it at the ministry; it is here afterwards. */
const signed = async (w: Workspace, templateDraftId: string, revision: number, amendment: object): Promise<Draft> => {
  const path = `/template-drafts/${templateDraftId}`;
  const amended = await w.make(`${path}/amend`, { revision, title: fresh('الگوی نمونه'), ...amendment });
  const { findings } = (await w.get(path)) as unknown as Draft;
  const keys = (mayKeep: boolean) => findings.filter((one) => one.mayKeep === mayKeep).map(({ key }) => key);
  const decided = { keep: keys(true), replace: keys(false) };
  const ready =
    findings.length > 0 ? await w.make(`${path}/amend`, { revision: amended.revision, ...decided }) : amended;
  await w.make(`${path}/submit`, { revision: ready.revision });
  const draft = (await w.get(path)) as unknown as Draft;
  const nation = await openWorkspace(new URL(w.base).origin, 'nation');
  await arrived(nation, `/template-submissions/${draft.digest}`, 'reviewer');
  const judged = { revision: 1, mandates: [], leaksSeen: true };
  await nation.make(`/template-submissions/${draft.digest}/sign`, judged, 'reviewer');
  await arrived(w, `/templates/${draft.templateId}?version=${draft.version}`, 'observer');
  return draft;
};

const LEFT_OUT = ['council', 'committees', 'terms', 'duties', 'indicators', 'targets', 'lessons', 'capacities'];

/** A neighbourhood that uses the first version of a template of this province. */
const adopted = async (m: Makers, w: Workspace) => {
  const { templateDraftId, revision } = await templateDraft(m, w);
  const draft = await signed(w, templateDraftId, revision, {});
  const { id: unitId } = await m.neighbourhood();
  const { elements } = (await w.get(`/templates/${draft.templateId}/preview`, { unitId })) as unknown as Previewed;
  const mapped = elements.filter(({ kind }) => ['domain', 'role', 'agency'].includes(kind));
  const personId = await w.person();
  const { id: adoptionId } = await w.make(`/templates/${draft.templateId}/adopt`, {
    ...{ version: draft.version, unitId, startsOn: day(7), withoutParts: LEFT_OUT },
    mapping: Object.fromEntries(
      mapped.map(({ id, kind, mapsTo }) => [id, mapsTo[0]?.key ?? (kind === 'role' ? personId : null)]),
    ),
  });
  return { draft, adoptionId };
};

/** The same, when there is a second version with a lesson more. */
const behind = async (m: Makers, w: Workspace) => {
  const { draft, adoptionId } = await adopted(m, w);
  const { unitId, templateId } = draft;
  const next = await w.make('/template-drafts', { unitId, templateId });
  const changes = 'یک درس تازه';
  const add = [{ kind: 'lesson', title: fresh('درس'), text: 'پیش از آغاز با اهالی گفت‌وگو شود.' }];
  await signed(w, next.id, next.revision, { changes, add });
  return { adoptionId, version: 2 };
};
const upgrading = async (m: Makers, w: Workspace) => {
  const { adoptionId, version } = await behind(m, w);
  const { id, revision } = await w.make(`/adoptions/${adoptionId}/upgrade`, { version });
  return { adoptionId, upgradeId: id, revision };
};
const ending = async (m: Makers, w: Workspace) => {
  const { upgradeId, revision } = await upgrading(m, w);
  return { upgradeId, revision };
};
const deciding = async (m: Makers, w: Workspace) => {
  const { adoptionId, upgradeId, revision } = await upgrading(m, w);
  const read = (await w.get(`/adoptions/${adoptionId}/upgrade`)) as unknown as Record<
    'comes' | 'offers',
    { id: string }[]
  >;
  return { upgradeId, revision, key: [...read.comes, ...read.offers][0]?.id, choice: 'mine' };
};

/** A change that can be proposed: a task that was given up. */
const proposing = async (m: Makers, w: Workspace) => {
  const { adoptionId } = await adopted(m, w);
  const { elements } = (await w.get(`/adoptions/${adoptionId}/overlay`)) as unknown as Overlaid;
  const task = elements.find(({ kind }) => kind === 'task');
  await w.make(`/tasks/${task?.rowKey ?? ''}/cancel`, { revision: 1, reason: 'در این محله لازم نیست.' });
  return { adoptionId, keys: [task?.id], note: 'بدون این کار هم نتیجه گرفته شد.' };
};
const proposed = async (m: Makers, w: Workspace) => {
  const { id } = await w.make('/improvements', await proposing(m, w));
  return { improvementId: id };
};

/** The right requests of overlays, upgrades and improvements in a province. */
export const rightInUpgrades: RightRequests = {
  'GET /adoptions/{adoptionId}/overlay': by('observer', async (m, w) => ({
    adoptionId: (await adopted(m, w)).adoptionId,
  })),
  'GET /adoptions/{adoptionId}/upgrade': by('observer', async (m, w) => ({
    adoptionId: (await behind(m, w)).adoptionId,
  })),
  'POST /adoptions/{adoptionId}/upgrade': by('dg', behind),
  'POST /upgrades/{upgradeId}/decide': by('dg', deciding),
  'POST /upgrades/{upgradeId}/finish': by('dg', ending),
  'POST /upgrades/{upgradeId}/leave': by('dg', ending),
  'GET /improvements': plain('observer'),
  'GET /improvements/{improvementId}': by('observer', proposed),
  'POST /improvements': by('dg', proposing),
  'POST /improvements/{improvementId}/answer': by('dg', async (m, w) => ({
    ...(await proposed(m, w)),
    ...{ taken: [], answer: 'در محله‌های دیگر لازم است.' },
  })),
};
