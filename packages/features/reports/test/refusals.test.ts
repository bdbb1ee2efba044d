import { expect, test } from 'vitest';
import { commentReport } from '../src/commands/comment-report.ts';
import { annotateReport } from '../src/commands/annotate-report.ts';
import { delegateSigning } from '../src/commands/delegate-signing.ts';
import { signReport } from '../src/commands/sign-report.ts';
import { submitReport } from '../src/commands/submit-report.ts';
import { supersedeReport } from '../src/commands/supersede-report.ts';
import { unsignReport } from '../src/commands/unsign-report.ts';
import { writeReport } from '../src/commands/write-report.ts';
import { answerReport } from '../src/nation/answer-report.ts';
import { returnReport } from '../src/nation/return-report.ts';
import { readReporting } from '../src/nation/reporting.ts';
import { readSubmitted } from '../src/nation/submitted-report.ts';
import { readReport } from '../src/queries/report.ts';
import { openBoth, PASSWORD, PERIOD } from './world.ts';

/** A report with its words, and the ways on from there. */
const openWritten = async () => {
  const world = await openBoth();
  const edit = async (version = 1) => ({ period: PERIOD, version, revision: (await world.report(version)).revision });
  await writeReport.run(world.director, { ...(await edit()), summary: 'چکیده' });
  const sign = async (who: typeof world.governor = world.governor) =>
    signReport.run(who, { ...(await edit()), password: PASSWORD });
  const submit = async () => {
    await sign();
    await submitReport.run(world.director, await edit());
    await world.carry();
  };
  return { ...world, edit, sign, submit };
};

test('too many wrong passwords lock the signature, even for the right one, until some time has passed', async () => {
  const { db, governor, edit, sign, report, close } = await openWritten();
  let last: unknown;
  for (let i = 0; i < 10; i++)
    last = await signReport
      .run(governor, { ...(await edit()), password: `guess ${i}` })
      .catch((cause: { reason?: string }) => cause.reason);
  expect(last).not.toBe('current_password_wrong');
  await expect(sign()).rejects.toMatchObject({ reason: 'account_locked' });
  expect((await report()).status).toBe('draft');
  db.setNow(db.ports.nowMs() + 24 * 3_600_000);
  await sign();
  expect((await report()).status).toBe('signed');
  close();
});

test('of two who sign at once only one has signed', async () => {
  const { db, governor, director, edit, report, close } = await openWritten();
  await delegateSigning.run(governor, {
    ...{ personId: director.personId, fromOn: '2026-11-20', untilOn: '2026-11-30', reason: 'سفر' },
  });
  const as = await edit();
  const outcomes = await Promise.allSettled(
    [governor, director].map((who) => signReport.run(who, { ...as, password: PASSWORD })),
  );
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(await db.sql("select count(*) as n from audit_log where action = 'report.sign'")).toEqual([{ n: 1 }]);
  expect((await report()).status).toBe('signed');
  close();
});

test('a delegation ends with the office of who gave it', async () => {
  const { db, governor, director, edit, close } = await openWritten();
  await delegateSigning.run(governor, {
    ...{ personId: director.personId, fromOn: '2026-11-20', untilOn: '2026-11-30', reason: 'سفر' },
  });
  const as = { ...(await edit()), password: PASSWORD };
  expect((await readReport.run(director, { period: PERIOD })).maySign).toBe(true);
  await db.sql("update role_grants set revoked_at_ms = 1 where role = 'governor'");
  expect((await readReport.run(director, { period: PERIOD })).maySign).toBe(false);
  await expect(signReport.run(director, as)).rejects.toMatchObject({ reason: 'signature_is_the_governors' });
  close();
});

test('a report is submitted after its last day too, and is late for ever', async () => {
  const { db, reviewer, submit, nation, carry, close } = await openWritten();
  const late = Date.parse('2026-12-09T08:00:00Z');
  for (const each of [db, nation]) each.setNow(late);
  await submit();
  await carry();
  const [row] = (await readReporting.run(reviewer, { province: 'qom' })).rows;
  expect(row).toMatchObject({ dueOn: '2026-12-01', firstSubmittedAtMs: late, isWaitedFor: false });
  close();
});

test('what was submitted is not written, signed, taken back or submitted again', async () => {
  const { director, edit, sign, submit, close } = await openWritten();
  const before = await edit();
  await submit();
  // As from a page that is still open, and as from one that was loaded again.
  for (const at of [before, await edit()]) {
    await expect(submitReport.run(director, at)).rejects.toMatchObject({ reason: 'report_not_signed' });
    await expect(unsignReport.run(director, at)).rejects.toMatchObject({ reason: 'report_not_signed' });
    await expect(writeReport.run(director, { ...at, summary: 'دیگر' })).rejects.toMatchObject({
      reason: 'report_not_a_draft',
    });
  }
  await expect(sign()).rejects.toMatchObject({ reason: 'report_not_a_draft' });
  close();
});

test('a version is superseded once: a second time, and two at once, are refused', async () => {
  const { db, director, edit, submit, close } = await openWritten();
  await submit();
  const again = { ...(await edit()), reason: 'دیر ثبت شد.', figures: ['problems_open'] };
  const outcomes = await Promise.allSettled([1, 2].map(() => supersedeReport.run(director, again)));
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  await expect(supersedeReport.run(director, { ...again, ...(await edit()) })).rejects.toMatchObject({
    reason: 'report_superseded',
  });
  await expect(supersedeReport.run(director, { ...again, ...(await edit(2)) })).rejects.toMatchObject({
    reason: 'report_not_submitted',
  });
  expect(await db.sql('select version from closings order by 1')).toEqual([{ version: 1 }, { version: 2 }]);
  close();
});

test('an empty reason, one of blanks or with somebody’s number, and a text beyond all measure are refused by their field', async () => {
  const { director, edit, submit, close } = await openWritten();
  await expect(writeReport.run(director, { ...(await edit()), summary: 'ا'.repeat(8001) })).rejects.toMatchObject({
    fields: [{ field: 'summary', reason: 'text_too_long' }],
  });
  await writeReport.run(director, { ...(await edit()), summary: 'ا'.repeat(8000) });
  await submit();
  for (const [reason, why] of [
    ['', 'required'],
    [' \u200C\n\t', 'required'],
    ['تلفن ایشان ۰۹۱۲۱۲۳۴۵۶۷ است', 'personal_number_in_text'],
    ['ا'.repeat(2001), 'text_too_long'],
  ])
    await expect(
      supersedeReport.run(director, { ...(await edit()), reason, figures: ['problems_open'] }),
    ).rejects.toMatchObject({ fields: [{ field: 'reason', reason: why }] });
  await expect(
    supersedeReport.run(director, { ...(await edit()), reason: 'دیر ثبت شد.', figures: [] }),
  ).rejects.toMatchObject({ fields: [{ field: 'figures', reason: 'required' }] });
  close();
});

test('a figure that the report does not have, or a county that is not the province’s, is neither returned nor spoken of', async () => {
  const { nation, director, governor, reviewer, edit, submit, close } = await openWritten();
  await submit();
  const { revision } = await readSubmitted.run(reviewer, { province: 'qom', period: PERIOD });
  const at = { province: 'qom', period: PERIOD, version: 1 };
  const returned = (line: object) =>
    returnReport.run(reviewer, {
      ...at,
      revision,
      lines: [
        { figure: 'problems_open', county: '2501', body: 'چرا؟' },
        { body: 'چرا؟', ...line },
      ],
    });
  await expect(returned({ figure: 'happiness' })).rejects.toMatchObject({
    fields: [{ field: 'lines.1.figure', reason: 'figure_unknown' }],
  });
  const stray = { figure: 'problems_open', county: '9901' };
  await expect(returned(stray)).rejects.toMatchObject({
    reason: 'county_unknown',
    fields: [{ field: 'lines.1.county' }],
  });
  for (const refused of [
    answerReport.run(reviewer, { ...at, ...stray, body: 'چرا؟' }),
    commentReport.run(director, { period: PERIOD, version: 1, ...stray, body: 'چون' }),
  ])
    await expect(refused).rejects.toMatchObject({ reason: 'county_unknown', fields: [{ field: 'county' }] });
  await expect(returned({ figure: 'problems_open', body: ' ' })).rejects.toMatchObject({
    fields: [{ field: 'lines.1.body', reason: 'required' }],
  });
  expect(await nation.sql('select status from submitted_reports')).toEqual([{ status: 'submitted' }]);
  expect(await nation.sql('select 1 from submitted_comments')).toEqual([]);
  await expect(annotateReport.run(governor, { ...(await edit()), ...stray, body: 'چون' })).rejects.toMatchObject({
    reason: 'report_not_a_draft',
  });
  await returned({ figure: 'problems_open', county: '2502' });
  close();
});
