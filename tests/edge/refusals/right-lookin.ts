import { setTimeout } from 'node:timers/promises';
import { by, plain } from './asked-by.ts';
import { send, type Input } from './caller.ts';
import { accountMakers, recordMakers, totpCode } from './makers.ts';
import type { RightRequests } from './right-identity.ts';
import { fresh, openWorkspace, type Workspace } from './world.ts';

/** Asks again until it is so: letters take their time. */
const until = async <T>(what: string, ask: () => Promise<T | undefined>): Promise<T> => {
  for (let left = 100; ; left--) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (left === 0) throw new Error(`${what} did not come`);
    await setTimeout(200);
  }
};

const PASSWORD = 'a long sentence for one guest';

/** A grant to look at a part of the province, to somebody of this address. */
const grantTo = (unitId: string, email: string, change: Input = {}) => ({
  ...{ fullName: fresh('مهمان نمونه'), email, unitId, areas: ['councils', 'problems'] },
  ...{ forHours: 2, reason: 'بررسی یک نمونه', ...change },
});

let ministry: Promise<Workspace> | undefined;
/** The ministry of the same nation. */
const ministryOf = (w: Workspace): Promise<Workspace> => (ministry ??= openWorkspace(new URL(w.base).origin, 'nation'));

/** Somebody of the ministry who has been invited, and whose invitation has come. */
export const invited = async (w: Workspace, unitId: string, change: Input = {}) => {
  const somebody = await accountMakers(await ministryOf(w)).somebody();
  const { id } = await w.make('/look-ins', grantTo(unitId, somebody.email, change), 'admin');
  const base = (await ministryOf(w)).base;
  await until(`invitation ${id}`, async () => {
    const answer = await send(
      base,
      { method: 'GET', path: '/look-ins', body: 'none' },
      {},
      { cookie: somebody.cookie },
    );
    const { rows } = answer.body as { rows: { lookinId: string }[] };
    return rows.find(({ lookinId }) => lookinId === id);
  });
  return { ...somebody, lookinId: id, base };
};

/** Somebody whose link to look in is open at the province's door. */
export const linked = async (w: Workspace, unitId: string, change: Input = {}) => {
  const { lookinId, cookie, base, email } = await invited(w, unitId, change);
  const accept = { method: 'POST', path: `/look-ins/qom/${lookinId}/accept`, body: 'json' } as const;
  const token = String((await send(base, accept, {}, { cookie })).body['token']);
  await until(`link of ${lookinId}`, async () => {
    const answer = await w.call('GET', '/invitations/{token}', { token }, 'nobody');
    return answer.status === 200 || undefined;
  });
  return { lookinId, token, email };
};

/** Somebody who has the authenticator of the link. */
export const withKey = async (w: Workspace, unitId: string, change: Input = {}) => {
  const link = await linked(w, unitId, change);
  const { secret } = (await w.make(`/invitations/${link.token}/authenticator`, {}, 'nobody')) as unknown as {
    secret: string;
  };
  return { ...link, secret, input: { token: link.token, password: PASSWORD, code: totpCode(secret, -1) } };
};

const anywhere = async (w: Workspace): Promise<string> => (await recordMakers(w).county()).id;

/** The right requests of looking in, in a province. */
export const rightInLookins: RightRequests = {
  'GET /look-ins/current': plain('facilitator'),
  'GET /look-ins': plain('dg', { page: 1 }),
  'GET /look-ins/{lookinId}': by('governor', async (_m, w) => ({
    lookinId: (await invited(w, await anywhere(w))).lookinId,
    page: 1,
  })),
  'POST /look-ins': by('admin', async (m) => grantTo((await m.county()).id, `${crypto.randomUUID()}@ministry.sample`)),
  'POST /look-ins/{lookinId}/end': by('admin', async (_m, w) => ({
    lookinId: (await invited(w, await anywhere(w))).lookinId,
  })),
  'POST /invitations/{token}/authenticator': by('nobody', async (_m, w) => ({
    token: (await linked(w, await anywhere(w))).token,
  })),
  'POST /invitations/{token}/accept-as-guest': by(
    'nobody',
    async (_m, w) => (await withKey(w, await anywhere(w))).input,
  ),
};

/** The right requests of invitations, at the ministry. */
export const rightInInvitations: RightRequests = {
  'GET /look-ins': plain('analyst'),
  'POST /look-ins/{province}/{lookinId}/accept': async (w) => {
    const qom = await openWorkspace(new URL(w.base).origin, 'qom');
    const { lookinId, cookie } = await invited(qom, await anywhere(qom));
    return { as: 'nobody', input: { province: 'qom', lookinId }, cookie };
  },
};
