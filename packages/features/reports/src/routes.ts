import { get, post } from '@mahalleh/http';
import { annotateReport } from './commands/annotate-report.ts';
import { commentReport } from './commands/comment-report.ts';
import { delegateSigning } from './commands/delegate-signing.ts';
import { endDelegation } from './commands/end-delegation.ts';
import { signReport } from './commands/sign-report.ts';
import { submitReport } from './commands/submit-report.ts';
import { supersedeReport } from './commands/supersede-report.ts';
import { unsignReport } from './commands/unsign-report.ts';
import { writeReport } from './commands/write-report.ts';
import { readReporting } from './nation/reporting.ts';
import { remindReports } from './nation/remind-reports.ts';
import { setReportDeadlines } from './nation/set-deadlines.ts';
import { acceptReport } from './nation/accept-report.ts';
import { answerReport } from './nation/answer-report.ts';
import { returnReport } from './nation/return-report.ts';
import { readSubmitted } from './nation/submitted-report.ts';
import { listSubmitted } from './nation/submitted-reports.ts';
import { listCalls } from './queries/calls.ts';
import { readCoverage } from './queries/coverage.ts';
import { readHighlights } from './queries/highlights.ts';
import { readReport } from './queries/report.ts';
import { listReports } from './queries/reports.ts';

const ID = '019aa5c2-7d10-7c3e-9a51-3f2b8c6d4e20';
const edit = { period: '1405-08', version: 1, revision: 1 };
const line = { figure: 'problems_solved', county: '2501', body: 'دو مسئله دو بار شمرده شده است؟' };

/** Where reports are reached, below a province. */
export const reportsRoutes = [
  get('/reports', listReports, { example: {} }),
  get('/report-calls', listCalls, { example: {} }),
  get('/report-coverage', readCoverage, { example: {} }),
  get('/reports/{period}', readReport, { example: { period: '1405-08' } }),
  get('/reports/{period}/highlights', readHighlights, { example: { period: '1405-08' } }),
  post('/reports/{period}/write', writeReport, { example: { ...edit, summary: 'در آبان دو محله به گام سوم رسیدند.' } }),
  post('/reports/{period}/annotate', annotateReport, { example: { ...edit, ...line } }),
  post('/reports/{period}/sign', signReport, { example: { ...edit, password: 'a long sentence' } }),
  post('/reports/{period}/unsign', unsignReport, { example: edit }),
  post('/reports/{period}/submit', submitReport, { example: edit }),
  post('/reports/{period}/supersede', supersedeReport, {
    status: 201,
    example: { ...edit, reason: 'پنج محله دیر ثبت شده بود.', figures: ['progress_councils'] },
  }),
  post('/reports/{period}/comment', commentReport, { example: { period: '1405-08', version: 1, ...line } }),
  post('/report-delegations', delegateSigning, {
    status: 201,
    example: { personId: ID, fromOn: '1405-09-01', untilOn: '1405-09-15', reason: 'سفر کاری استاندار' },
  }),
  post('/report-delegations/{delegationId}/end', endDelegation, { example: { delegationId: ID } }),
] as const;

/** Where reports are reached at the ministry. */
export const reportsNationRoutes = [
  get('/reports', listSubmitted, { example: {} }),
  get('/reports/{province}/{period}', readSubmitted, { example: { province: 'qom', period: '1405-08' } }),
  post('/reports/{province}/{period}/accept', acceptReport, { example: { ...edit, province: 'qom' } }),
  post('/reports/{province}/{period}/return', returnReport, { example: { ...edit, province: 'qom', lines: [line] } }),
  post('/reports/{province}/{period}/answer', answerReport, {
    example: { province: 'qom', period: '1405-08', version: 1, ...line },
  }),
  get('/reporting/{province}', readReporting, { example: { province: 'qom' } }),
  post('/report-deadlines', setReportDeadlines, { example: { monthDays: 10, quarterDays: 15, revision: 0 } }),
  post('/report-reminders', remindReports, {
    example: { period: '1405-08', provinces: ['qom'], body: 'گزارش آبان هنوز نرسیده است.' },
  }),
] as const;
