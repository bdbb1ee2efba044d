import { randomUUID } from 'node:crypto';
import { addressOf, send, signIn, type Answer, type Input } from './caller.ts';

/** Who acts: the sample accounts by the first word of their address; `nobody` holds no role. */
export const ACCOUNTS = [
  'admin',
  'dg',
  'governor',
  'secretary',
  'manager',
  'facilitator',
  'agency',
  'observer',
] as const;
/** The ministry's sample accounts. */
export const MINISTRY_ACCOUNTS = ['admin', 'analyst', 'reviewer'] as const;
/** One who acts. */
export type Account = (typeof ACCOUNTS)[number] | (typeof MINISTRY_ACCOUNTS)[number] | 'nobody';

/** The roles of the sample accounts. */
export const ROLE_OF = {
  province: {
    admin: 'province_admin',
    dg: 'director_general',
    governor: 'governor',
    secretary: 'county_secretary',
    manager: 'neighbourhood_manager',
    facilitator: 'facilitator',
    agency: 'agency_officer',
    observer: 'observer',
  },
  nation: { admin: 'ministry_admin', analyst: 'ministry_analyst', reviewer: 'ministry_reviewer' },
} as const;

const PASSWORD = 'a long sentence for one test';
let counter = 0;
/** A name that nothing else has, in Persian letters. */
export const fresh = (word: string): string => {
  counter += 1;
  const letters = String(counter + 100).replace(/\d/g, (digit) => 'ابپتثجچحخد'[Number(digit)] ?? '');
  return `${word} ${letters}`;
};

/** A workspace in which things are made for a test, each by the request that makes it. */
export const openWorkspace = async (url: string, workspace: string) => {
  const base = addressOf(url, workspace);
  const domain = workspace === 'nation' ? 'ministry.sample' : `${workspace}.sample`;
  const cookies = new Map<Account, string>();
  const call = (method: 'GET' | 'POST', path: string, input: Input, as: Account): Promise<Answer> =>
    send(base, { method, path, body: method === 'GET' ? 'none' : 'json' }, input, { cookie: cookies.get(as) });
  const right = async (method: 'GET' | 'POST', path: string, input: Input, as: Account) => {
    const answer = await call(method, path, input, as);
    if (answer.status > 299) throw new Error(`${method} ${path} as ${as}: ${answer.status} ${answer.text}`);
    return answer.body;
  };
  /** Makes something. Shape: its id, and what else the answer says. */
  const make = async (path: string, input: Input, as: Account = 'dg') => {
    const made = await right('POST', path, input, as);
    return { ...made, id: String(made['id']), revision: Number(made['revision'] ?? 1) };
  };
  const get = (path: string, input: Input = {}, as: Account = workspace === 'nation' ? 'admin' : 'dg') =>
    right('GET', path, input, as);
  const person = async () => (await make('/people', { fullName: fresh('شخص نمونه') }, 'admin')).id;

  /** An account of its own: invited, accepted, signed in. */
  const account = async () => {
    const personId = await person();
    const email = `person-${randomUUID().slice(0, 8)}@${domain}`;
    const invited = await make(`/people/${personId}/invite`, { email }, 'admin');
    await make(`/invitations/${String((invited as { token?: string }).token)}/accept`, { password: PASSWORD }, 'admin');
    return { personId, email, password: PASSWORD, cookie: await signIn(base, email, PASSWORD) };
  };

  const accounts: readonly Account[] = workspace === 'nation' ? MINISTRY_ACCOUNTS : ACCOUNTS;
  for (const name of accounts) cookies.set(name, await signIn(base, `${name}@${domain}`));
  const nobody = await account();
  cookies.set('nobody', nobody.cookie);
  return { base, workspace, call, make, get, person, account, cookie: (as: Account) => cookies.get(as) };
};

/** What `openWorkspace` gives. */
export type Workspace = Awaited<ReturnType<typeof openWorkspace>>;
