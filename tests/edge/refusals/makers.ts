import { createHmac } from 'node:crypto';
import { addDays, civilDateOf, WEEK } from '@mahalleh/kernel';
import { cookieIn, send, signIn, type Input } from './caller.ts';
import { fresh, type Workspace } from './world.ts';

/** Today in Tehran, and days around it. */
export const day = (days = 0): string => addDays(civilDateOf(Date.now()), days);

/** A picture of one point. Source: made for this test. */
export const PNG = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
/** The code that an authenticator shows, some half minutes from now. */
export const totpCode = (secret: string, steps = 0): string => {
  const bits = [...secret].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const digest = createHmac('sha1', key).update(counter).digest();
  const at = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(at) & 0x7fff_ffff) % 1_000_000).padStart(6, '0');
};

/** Makes the people and accounts that requests about accounts need. */
export const accountMakers = (w: Workspace) => {
  const unit = async () =>
    w.workspace === 'nation'
      ? 'nation'
      : String(((await w.get('/units', { kind: 'province' })) as { rows: { id: string }[] }).rows[0]?.id);
  const role = w.workspace === 'nation' ? 'ministry_reviewer' : 'observer';
  /** Somebody with an account and a role. */
  const somebody = async () => {
    const account = await w.account();
    const grant = await w.make(`/people/${account.personId}/roles`, { role, unitId: await unit() }, 'admin');
    return { ...account, grantId: grant.id };
  };
  /** Somebody's own request. */
  const own = async (method: 'GET' | 'POST', path: string, input: Input, cookie: string) => {
    const answer = await send(w.base, { method, path, body: method === 'GET' ? 'none' : 'json' }, input, { cookie });
    if (answer.status > 299) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  };
  const begun = async () => {
    const account = await somebody();
    const { secret } = (await own('POST', '/me/totp/begin', {}, account.cookie)) as { secret: string };
    return { ...account, secret };
  };
  const enrolled = async () => {
    const account = await begun();
    const code = totpCode(account.secret, -1);
    const { recoveryCodes } = (await own('POST', '/me/totp/confirm', { code }, account.cookie)) as {
      recoveryCodes: string[];
    };
    return { ...account, recoveryCodes };
  };
  /** Somebody who has shown the password and not yet the second factor. */
  const halfway = async () => {
    const account = await enrolled();
    const { email, password } = account;
    const answer = await send(w.base, { method: 'POST', path: '/auth/sign-in', body: 'json' }, { email, password });
    return { ...account, cookie: cookieIn(answer) };
  };
  const invitation = async () => {
    const personId = await w.person();
    const made = await w.make(`/people/${personId}/invite`, { email: `${personId}@example.sample` }, 'admin');
    return { personId, token: String((made as { token?: string }).token) };
  };
  return {
    unit,
    role,
    somebody,
    own,
    begun,
    enrolled,
    halfway,
    invitation,
    again: (email: string, password: string) => signIn(w.base, email, password),
  };
};

/** Makes what requests about a province's records need. */
export const recordMakers = (w: Workspace) => {
  const first = async (kind: string) =>
    String(((await w.get('/units', { kind, size: 1 })) as { rows: { id: string }[] }).rows[0]?.id);
  const province = () => first('province');
  const city = () => first('city');
  const county = async () =>
    w.make('/units', { parentId: await province(), kind: 'county', nameFa: fresh('شهرستان') }, 'admin');
  const neighbourhood = async () =>
    w.make('/units', { parentId: await city(), kind: 'neighbourhood', nameFa: fresh('محله') }, 'admin');
  const agency = async () =>
    w.make('/agencies', { unitId: await province(), kind: 'municipality', name: fresh('شهرداری') });
  const base = async () =>
    w.make('/bases', { unitId: (await neighbourhood()).id, kind: 'mosque', name: fresh('مسجد') });
  const council = async () =>
    w.make('/councils', {
      kind: 'neighbourhood_progress',
      unitId: (await neighbourhood()).id,
      establishedOn: day(-10),
    });
  const seat = async (councilId: string) => {
    const page = (await w.get(`/councils/${councilId}`)) as Record<string, unknown>;
    const seats = (page['seats'] ?? (page['council'] as Record<string, unknown>)['seats']) as Record<string, unknown>[];
    return String(seats[0]?.['seatId'] ?? seats[0]?.['id']);
  };
  const appointing = async (councilId?: string) => {
    const id = councilId ?? (await council()).id;
    return {
      councilId: id,
      seatId: await seat(id),
      personId: await w.person(),
      decreeNumber: '۱۲۴۰۳',
      fromOn: day(-5),
    };
  };
  const appointment = async () => {
    const { councilId, ...input } = await appointing();
    return w.make(`/councils/${councilId}/appointments`, input);
  };
  const problem = async (unitId?: string) =>
    w.make('/problems', {
      unitId: unitId ?? (await neighbourhood()).id,
      domainKey: 'civil_works',
      title: fresh('مسئله'),
      severity: 3,
    });
  const edit = (made: { id: string; revision: number }, name: string) => ({ [name]: made.id, revision: made.revision });
  const problemAfter = async (...verbs: readonly [string, Input][]) => {
    let made = await problem();
    for (const [verb, input] of verbs)
      made = { ...made, ...(await w.make(`/problems/${made.id}/${verb}`, { revision: made.revision, ...input })) };
    return made;
  };
  const note = async (subjectKind: string, subjectId: string) =>
    w.make('/evidence/notes', { subjectKind, subjectId, note: 'دوازده چراغ نصب شد.' });
  const capacity = async () =>
    w.make('/capacities', { unitId: (await neighbourhood()).id, kind: 'place', name: fresh('زمین') });
  const booking = async () => {
    const made = await capacity();
    const week = Object.fromEntries(WEEK.map((name) => [name, '8-20']));
    await w.make(`/capacities/${made.id}/hours`, { revision: made.revision, week });
    return { capacityId: made.id, purpose: fresh('کلاس'), fromOn: day(2), fromAt: '16:00', toAt: '۱۸' };
  };
  const newTask = async () => ({
    title: fresh('کار'),
    responsiblePersonId: await w.person(),
    startsOn: day(-3),
    dueOn: day(10),
  });
  const plan = async () => ({
    unitId: (await neighbourhood()).id,
    domainKey: 'civil_works',
    title: fresh('عملیات'),
    startsOn: day(-5),
    endsOn: day(30),
    tasks: [await newTask()],
  });
  const operation = async () => w.make('/operations', await plan());
  const approved = async () => {
    const made = await operation();
    return { ...made, ...(await w.make(`/operations/${made.id}/approve`, { revision: made.revision })) };
  };
  const running = async () => {
    const made = await approved();
    return { ...made, ...(await w.make(`/operations/${made.id}/start`, { revision: made.revision })) };
  };
  const taskOf = async (operationId: string) => {
    const page = (await w.get(`/operations/${operationId}`)) as Record<string, unknown>;
    const tasks = (page['tasks'] ?? []) as { id: string; revision: number }[];
    const [task] = tasks;
    if (!task) throw new Error('an operation without a task');
    return { id: task.id, revision: task.revision };
  };
  const task = async () => taskOf((await running()).id);
  const finished = async () => {
    const made = await task();
    return { ...made, ...(await w.make(`/tasks/${made.id}/finish`, { revision: made.revision, note: 'انجام شد.' })) };
  };
  const finishable = async () => {
    const made = await running();
    const { id, revision } = await taskOf(made.id);
    await w.make(`/tasks/${id}/finish`, { revision, note: 'انجام شد.' });
    return made;
  };
  const contribution = async () =>
    w.make(`/operations/${(await operation()).id}/contributions`, { kind: 'work', hours: 12 });
  const aim = async () => ({
    unitId: await province(),
    titleFa: fresh('هدف'),
    baselineValue: 0,
    goalValue: 100,
    fromOn: day(-30),
    dueOn: day(300),
  });
  const target = async () => w.make('/targets', await aim());
  return {
    province,
    city,
    county,
    neighbourhood,
    agency,
    base,
    council,
    appointing,
    appointment,
    problem,
    problemAfter,
    edit,
    note,
    capacity,
    booking,
    newTask,
    plan,
    operation,
    approved,
    running,
    task,
    taskOf,
    finished,
    finishable,
    contribution,
    aim,
    target,
  };
};
