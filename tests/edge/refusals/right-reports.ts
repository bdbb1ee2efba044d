import { setTimeout } from 'node:timers/promises';
import { addPeriods, periodOf } from '@mahalleh/kernel';
import { TEST_PASSWORD } from '../../support/nation.ts';
import { by, plain } from './asked-by.ts';
import { day } from './makers.ts';
import type { RightRequests } from './right-identity.ts';
import { openWorkspace, type Workspace } from './world.ts';

/** The month that ended last: the sample leaves its report of Qom to be written. */
const PERIOD = addPeriods(periodOf(Date.now()), -1);
/** A month of which the sample's report is accepted. */
const ACCEPTED = addPeriods(PERIOD, -2);

type Edit = { period: string; version: number; revision: number };
type Read = Edit & { status: string };

const read = async (w: Workspace, period: string = PERIOD): Promise<Read> =>
  (await w.get(`/reports/${period}`, {}, 'governor')) as unknown as Read;
const editOf = ({ period, version, revision }: Read): Edit => ({ period, version, revision });

/** The report as a draft, whatever was done to it before. */
const draft = async (w: Workspace): Promise<Edit> => {
  const report = await read(w);
  if (report.status === 'draft') return editOf(report);
  if (report.status === 'signed') await w.make('/reports/{period}/unsign', editOf(report), 'governor');
  else
    await w.make(
      '/reports/{period}/supersede',
      { ...editOf(report), reason: 'دو محله دیر ثبت شده بود.', figures: ['progress_councils'] },
      'governor',
    );
  return editOf(await read(w));
};
const written = async (w: Workspace): Promise<Edit> => {
  await w.make('/reports/{period}/write', { ...(await draft(w)), summary: 'چکیده این ماه' }, 'dg');
  return editOf(await read(w));
};
const signed = async (w: Workspace): Promise<Edit> => {
  await w.make('/reports/{period}/sign', { ...(await written(w)), password: TEST_PASSWORD }, 'governor');
  return editOf(await read(w));
};
const submitted = async (w: Workspace): Promise<Edit> => {
  await w.make('/reports/{period}/submit', await signed(w), 'governor');
  return editOf(await read(w));
};
const director = async (w: Workspace): Promise<string> => String((await w.get('/me', {}, 'dg'))['personId']);
const delegation = async (w: Workspace) => ({
  personId: await director(w),
  fromOn: day(),
  untilOn: day(5),
  reason: 'سفر کاری',
});

/** The right requests of a province's reports. */
export const rightInReports: RightRequests = {
  'GET /reports': plain('governor'),
  'GET /report-calls': plain('governor'),
  'GET /report-coverage': plain('dg'),
  'GET /reports/{period}': plain('dg', { period: PERIOD }),
  'GET /reports/{period}/highlights': plain('dg', { period: PERIOD }),
  'POST /reports/{period}/write': by('dg', async (_m, w) => ({ ...(await draft(w)), summary: 'چکیده این ماه' })),
  'POST /reports/{period}/annotate': by('dg', async (_m, w) => ({
    ...(await draft(w)),
    figure: 'problems_solved',
    body: 'دو مسئله در پایان ماه تأیید شد.',
  })),
  'POST /reports/{period}/sign': by('governor', async (_m, w) => ({ ...(await written(w)), password: TEST_PASSWORD })),
  'POST /reports/{period}/unsign': by('governor', async (_m, w) => signed(w)),
  'POST /reports/{period}/submit': by('governor', async (_m, w) => signed(w)),
  'POST /reports/{period}/supersede': by('governor', async (_m, w) => ({
    ...(await submitted(w)),
    reason: 'دو محله دیر ثبت شده بود.',
    figures: ['progress_councils'],
  })),
  'POST /reports/{period}/comment': by('dg', async (_m, w) => {
    const { period, version } = await read(w, ACCEPTED);
    return { period, version, body: 'از پذیرش سپاسگزاریم.' };
  }),
  'POST /report-delegations': by('governor', async (_m, w) => delegation(w)),
  'POST /report-delegations/{delegationId}/end': by('governor', async (_m, w) => ({
    delegationId: (await w.make('/report-delegations', await delegation(w), 'governor')).id,
  })),
};

/** A report of Qom that has just been submitted, as the ministry has it. */
const arrived = async (w: Workspace): Promise<Edit & { province: string }> => {
  const qom = await openWorkspace(new URL(w.base).origin, 'qom');
  const { version } = await submitted(qom);
  for (let left = 100; ; left--) {
    const answer = await w.call('GET', `/reports/qom/${PERIOD}`, {}, 'reviewer');
    const found = answer.body as unknown as Read;
    if (answer.status === 200 && found.version === version) return { province: 'qom', ...editOf(found) };
    if (left === 0) throw new Error(`version ${version} did not arrive: ${answer.text}`);
    await setTimeout(200);
  }
};

/** The right requests of the reports at the ministry. */
export const rightInSubmittedReports: RightRequests = {
  'GET /reports': plain('analyst'),
  'GET /reports/{province}/{period}': plain('analyst', { province: 'qom', period: ACCEPTED }),
  'POST /reports/{province}/{period}/accept': by('reviewer', async (_m, w) => arrived(w)),
  'POST /reports/{province}/{period}/return': by('reviewer', async (_m, w) => ({
    ...(await arrived(w)),
    lines: [{ figure: 'problems_solved', body: 'با فهرست ماه پیش نمی‌خواند.' }],
  })),
  'POST /reports/{province}/{period}/answer': plain('reviewer', {
    province: 'qom',
    period: ACCEPTED,
    version: 1,
    body: 'سپاس.',
  }),
  'GET /reporting/{province}': plain('analyst', { province: 'qom' }),
  'POST /report-deadlines': by('admin', async (_m, w) => {
    const { deadlines } = (await w.get('/reports', {}, 'admin')) as unknown as { deadlines: { revision: number } };
    return { monthDays: 12, quarterDays: 20, revision: deadlines.revision };
  }),
  // Nobody here writes the report of Qazvin: it is waited for.
  'POST /report-reminders': plain('reviewer', { period: PERIOD, provinces: ['qazvin'], body: 'گزارش ماه نرسیده است.' }),
};
