import { setTimeout } from 'node:timers/promises';
import { by, plain } from './asked-by.ts';
import type { RightRequests } from './right-identity.ts';
import { fresh, openWorkspace, type Workspace } from './world.ts';

const words = () => ({
  kind: 'experience',
  domain: 'education',
  title: fresh('کلاس تقویتی'),
  tried: 'معلمان داوطلب عصرها درس دادند.',
  outcome: 'غیبت کمتر شد.',
});

const draft = async (w: Workspace) => {
  const { id, revision } = await w.make('/experience-drafts', words(), 'dg');
  return { draftId: id, revision };
};

/** A post of this province. */
const own = async (w: Workspace): Promise<string> =>
  (await w.make('/experience-drafts/{draftId}/publish', await draft(w), 'dg')).id;

/** A post of another province, once the nation has passed it on to this workspace. */
const arrived = async (w: Workspace): Promise<string> => {
  const id = await own(await openWorkspace(new URL(w.base).origin, 'qazvin'));
  const reader = w.workspace === 'nation' ? 'analyst' : 'observer';
  for (let left = 150; ; left--) {
    const answer = await w.call('GET', `/experiences/${id}`, {}, reader);
    if (answer.status === 200) return id;
    if (left === 0) throw new Error(`the post did not arrive: ${answer.text}`);
    await setTimeout(200);
  }
};
const adopted = async (w: Workspace): Promise<string> => {
  const experienceId = await arrived(w);
  await w.make('/experiences/{experienceId}/adopt', { experienceId }, 'dg');
  return experienceId;
};

/** The right requests of experiences in a province. */
export const rightInExperiences: RightRequests = {
  'GET /experiences': plain('observer', { q: 'کلاس', kind: 'experience' }),
  'GET /experiences/{experienceId}': by('observer', async (_m, w) => ({ experienceId: await own(w) })),
  'POST /experiences/{experienceId}/answer': by('governor', async (_m, w) => ({
    experienceId: await own(w),
    body: 'ساعت کلاس پس از نماز بهتر بود.',
  })),
  'POST /experiences/{experienceId}/adopt': by('dg', async (_m, w) => ({ experienceId: await arrived(w) })),
  'POST /experiences/{experienceId}/unadopt': by('dg', async (_m, w) => ({ experienceId: await adopted(w) })),
  'POST /experiences/{experienceId}/withdraw': by('dg', async (_m, w) => ({
    experienceId: await own(w),
    reason: 'رقم‌ها بازبینی می‌شود.',
  })),
  'GET /experience-drafts': plain('dg'),
  'POST /experience-drafts': by('dg', () => Promise.resolve(words())),
  'GET /experience-drafts/{draftId}': by('governor', async (_m, w) => ({ draftId: (await draft(w)).draftId })),
  'POST /experience-drafts/{draftId}/amend': by('dg', async (_m, w) => ({
    ...(await draft(w)),
    ...words(),
    figures: ['operations_done'],
  })),
  'POST /experience-drafts/{draftId}/discard': by('dg', async (_m, w) => draft(w)),
  'POST /experience-drafts/{draftId}/publish': by('governor', async (_m, w) => draft(w)),
};

/** The right requests of experiences at the ministry. */
export const rightInNationalExperiences: RightRequests = {
  'GET /experiences': plain('analyst', { province: 'qom' }),
  'GET /experiences/{experienceId}': by('analyst', async (_m, w) => ({ experienceId: await arrived(w) })),
  'POST /experiences/{experienceId}/answer': by('reviewer', async (_m, w) => ({
    experienceId: await arrived(w),
    body: 'نتیجه با شاخص سنجیده شد؟',
  })),
  'POST /experiences/{experienceId}/hide': by('reviewer', async (_m, w) => ({
    experienceId: await arrived(w),
    reason: 'نام کسی در آن است.',
  })),
};
