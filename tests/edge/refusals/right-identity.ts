import type { Input } from './caller.ts';
import { accountMakers, totpCode } from './makers.ts';
import { fresh, type Account, type Workspace } from './world.ts';

/** A request that is made right: by whom, with what; `cookie` where it is somebody's own. */
export type Right = { readonly as: Account; readonly input: Input; readonly cookie?: string };
/** How the right request of a route is made, with everything it needs made before. */
export type RightRequests = Readonly<Record<string, (w: Workspace) => Promise<Right>>>;

const by =
  (as: Account, make: (w: Workspace, m: ReturnType<typeof accountMakers>) => Promise<Input>) =>
  async (w: Workspace): Promise<Right> => ({ as, input: await make(w, accountMakers(w)) });

const own =
  (make: (m: ReturnType<typeof accountMakers>) => Promise<{ cookie: string; input: Input }>) =>
  async (w: Workspace): Promise<Right> => ({ as: 'nobody', ...(await make(accountMakers(w))) });

const person = async (w: Workspace) => ({
  ...(await w.make('/people', { fullName: fresh('شخص نمونه') }, 'admin')),
});

/** The right requests about accounts, people and roles, which every workspace has. */
export const rightInEveryWorkspace: RightRequests = {
  'POST /auth/sign-in': by('nobody', async (w) => {
    const { email, password } = await w.account();
    return { email, password };
  }),
  'POST /auth/totp': own(async (m) => {
    const { cookie, secret } = await m.halfway();
    return { cookie, input: { code: totpCode(secret) } };
  }),
  'POST /auth/recovery': own(async (m) => {
    const { cookie, recoveryCodes } = await m.halfway();
    return { cookie, input: { code: recoveryCodes[0] } };
  }),
  'POST /auth/sign-out': own(async (m) => ({ cookie: (await m.somebody()).cookie, input: {} })),
  'POST /together': by('admin', () => Promise.resolve({ asks: ['/me', '/me/sessions'] })),
  'GET /me': by('admin', () => Promise.resolve({})),
  'GET /me/sessions': by('admin', () => Promise.resolve({})),
  'POST /me/sessions/{sessionId}/revoke': own(async (m) => {
    const { cookie, email, password } = await m.somebody();
    await m.again(email, password);
    const { rows } = (await m.own('GET', '/me/sessions', {}, cookie)) as { rows: { id: string; isCurrent: boolean }[] };
    return { cookie, input: { sessionId: rows.find(({ isCurrent }) => !isCurrent)?.id } };
  }),
  'POST /me/sessions/revoke-all': own(async (m) => ({ cookie: (await m.somebody()).cookie, input: {} })),
  'POST /me/password': own(async (m) => {
    const { cookie, password } = await m.somebody();
    return { cookie, input: { current: password, next: 'another long sentence, also for a test' } };
  }),
  'POST /me/totp/begin': own(async (m) => ({ cookie: (await m.somebody()).cookie, input: {} })),
  'POST /me/totp/confirm': own(async (m) => {
    const { cookie, secret } = await m.begun();
    return { cookie, input: { code: totpCode(secret) } };
  }),
  'POST /me/totp/drop': own(async (m) => {
    const { cookie, password } = await m.enrolled();
    return { cookie, input: { password } };
  }),
  'GET /people/{personId}/account': by('admin', async (_w, m) => ({ personId: (await m.somebody()).personId })),
  'POST /people/{personId}/invite': by('admin', async (w) => {
    const { id } = await person(w);
    return { personId: id, email: `${id}@example.sample` };
  }),
  'POST /people/{personId}/reset': by('admin', async (_w, m) => ({ personId: (await m.somebody()).personId })),
  'POST /people/{personId}/suspend': by('admin', async (_w, m) => ({ personId: (await m.somebody()).personId })),
  'POST /people/{personId}/resume': by('admin', async (w, m) => {
    const { personId } = await m.somebody();
    await w.make(`/people/${personId}/suspend`, {}, 'admin');
    return { personId };
  }),
  'GET /invitations/{token}': by('nobody', async (_w, m) => ({ token: (await m.invitation()).token })),
  'POST /invitations/{token}/accept': by('nobody', async (_w, m) => ({
    token: (await m.invitation()).token,
    password: 'a long sentence for one test',
  })),
  'GET /people': by('admin', () => Promise.resolve({ page: 1 })),
  'GET /people/{personId}': by('admin', async (w) => ({ personId: (await person(w)).id })),
  'POST /people': by('admin', () => Promise.resolve({ fullName: fresh('شخص نمونه'), mobile: '۰۹۱۲۰۰۰۰۰۰۰' })),
  'POST /people/{personId}/amend': by('admin', async (w) => {
    const { id, revision } = await person(w);
    return { personId: id, revision, fullName: fresh('شخص دیگر') };
  }),
  'POST /people/{personId}/retire': by('admin', async (w) => {
    const { id, revision } = await person(w);
    return { personId: id, revision };
  }),
  'POST /people/{personId}/roles': by('admin', async (w, m) => ({
    personId: (await person(w)).id,
    role: m.role,
    unitId: await m.unit(),
  })),
  'POST /roles/{grantId}/revoke': by('admin', async (_w, m) => ({ grantId: (await m.somebody()).grantId })),
};

/** The right requests about national figures. */
export const rightAtTheMinistry: RightRequests = {
  'GET /home': by('analyst', () => Promise.resolve({})),
  'GET /provinces/{slug}': by('analyst', () => Promise.resolve({ slug: 'qom' })),
  'GET /counties': by('analyst', () => Promise.resolve({ figure: 'progress_councils' })),
  'GET /compare': by('analyst', () => Promise.resolve({ places: 'qom,qazvin', figure: 'problems_solved' })),
  'GET /people-figures': by('analyst', () => Promise.resolve({})),
  'GET /metrics': by('reviewer', () => Promise.resolve({})),
  'GET /metrics/{key}': by('reviewer', () => Promise.resolve({ key: 'problem.open' })),
  'GET /figures/lineage': by('reviewer', () => Promise.resolve({ metric: 'progress_councils', place: 'qom' })),
  'GET /borders': by('analyst', () => Promise.resolve({})),
};
