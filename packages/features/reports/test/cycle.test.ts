import { expect, test } from 'vitest';
import { closeUpkeep } from '../src/close-period.ts';
import { annotateReport } from '../src/commands/annotate-report.ts';
import { delegateSigning } from '../src/commands/delegate-signing.ts';
import { signReport } from '../src/commands/sign-report.ts';
import { submitReport } from '../src/commands/submit-report.ts';
import { supersedeReport } from '../src/commands/supersede-report.ts';
import { unsignReport } from '../src/commands/unsign-report.ts';
import { writeReport } from '../src/commands/write-report.ts';
import { acceptReport } from '../src/nation/accept-report.ts';
import { returnReport } from '../src/nation/return-report.ts';
import { readSubmitted } from '../src/nation/submitted-report.ts';
import { readReport } from '../src/queries/report.ts';
import { openBoth, PASSWORD, PERIOD } from './world.ts';

test('draft, signed, submitted, returned, superseded, accepted: both sides show the same figures, and the seal holds', async () => {
  const { ids, cell, nation, governor, director, reviewer, carry, report, close } = await openBoth();
  const edit = async (version = 1) => ({ period: PERIOD, version, revision: (await report(version)).revision });
  await writeReport.run(director, { ...(await edit()), summary: 'ده محله شورا دارند.' });
  await annotateReport.run(director, {
    ...(await edit()),
    figure: 'progress_councils',
    county: '2501',
    body: 'سه محله در راه است.',
  });
  await signReport.run(governor, { ...(await edit()), password: PASSWORD });
  await submitReport.run(director, await edit());
  await carry();
  const first = await readSubmitted.run(reviewer, { province: 'qom', period: PERIOD });
  expect(first.seal).toMatchObject({ isSealed: true, isWhole: true });
  expect(first.figures).toEqual((await report()).figures);
  expect(first.figures.find(({ key }) => key === 'progress_councils')?.whole).toEqual({
    value: 0.25,
    of: 10,
    over: 40,
  });

  await returnReport.run(reviewer, {
    ...{ province: 'qom', period: PERIOD, version: 1, revision: first.revision },
    lines: [
      { figure: 'progress_councils', county: '2501', body: 'شمار شوراها با فهرست شهرستان نمی‌خواند.' },
      { figure: 'problems_open', body: 'کهک تنها چهار مسئله دارد؟' },
    ],
  });
  await carry();
  expect(await report()).toMatchObject({ status: 'returned' });
  expect((await report()).thread.map(({ side, kind, figure }) => [side, kind, figure])).toEqual([
    ['ministry', 'return', 'progress_councils'],
    ['ministry', 'return', 'problems_open'],
  ]);

  await cell(ids.qom, 'council.progress@1', 'state=formed', '', 12);
  await cell(ids.kahak, 'problem.open@1', 'domain=health', '', 9);
  const next = await supersedeReport.run(director, {
    ...(await edit()),
    reason: 'دو شورا دیر ثبت شده بود.',
    figures: ['progress_councils'],
  });
  expect(next).toEqual({ period: PERIOD, version: 2, revision: 1 });
  await signReport.run(governor, { ...(await edit(2)), password: PASSWORD });
  await submitReport.run(director, await edit(2));
  await carry();
  const second = await readSubmitted.run(reviewer, { province: 'qom', period: PERIOD });
  expect(second).toMatchObject({ version: 2, status: 'submitted', reason: 'دو شورا دیر ثبت شده بود.' });
  expect(second.seal).toMatchObject({ isSealed: true, isWhole: true });
  const valueOf = (figures: typeof second.figures, key: string) => figures.find((one) => one.key === key)?.whole.value;
  expect([valueOf(second.figures, 'progress_councils'), valueOf(second.figures, 'problems_open')]).toEqual([0.3, 4]);
  const old = await readSubmitted.run(reviewer, { province: 'qom', period: PERIOD, version: 1 });
  expect([old.status, valueOf(old.figures, 'progress_councils')]).toEqual(['superseded', 0.25]);

  await acceptReport.run(reviewer, { province: 'qom', period: PERIOD, version: 2, revision: second.revision });
  await carry();
  expect((await report()).versions.map(({ version, status }) => [version, status])).toEqual([
    [2, 'accepted'],
    [1, 'superseded'],
  ]);
  await expect(
    acceptReport.run(reviewer, { province: 'qom', period: PERIOD, version: 2, revision: second.revision + 1 }),
  ).rejects.toMatchObject({ reason: 'report_decided' });
  // A tampered word at the nation is seen by its seal.
  await nation.sql(
    "update submitted_reports set body_json = replace(body_json, 'ده محله', 'صد محله') where version = 2",
  );
  expect((await readSubmitted.run(reviewer, { province: 'qom', period: PERIOD })).seal.isSealed).toBe(false);
  close();
});

test('the signature is the governor’s, by password; delegated, it names for whom', async () => {
  const { db, governor, director, report, close } = await openBoth();
  const edit = async () => ({ period: PERIOD, version: 1, revision: (await report()).revision });
  await expect(signReport.run(governor, { ...(await edit()), password: PASSWORD })).rejects.toMatchObject({
    reason: 'summary_missing',
  });
  await writeReport.run(director, { ...(await edit()), summary: 'چکیده' });
  await expect(signReport.run(governor, { ...(await edit()), password: 'not this one' })).rejects.toMatchObject({
    reason: 'current_password_wrong',
  });
  expect(await db.sql("select failed_count from lockouts where key like 'proof:%'")).toEqual([{ failed_count: 1 }]);
  await expect(signReport.run(director, { ...(await edit()), password: PASSWORD })).rejects.toMatchObject({
    reason: 'signature_is_the_governors',
  });
  await delegateSigning.run(governor, {
    personId: director.personId,
    fromOn: '2026-11-20',
    untilOn: '2026-11-30',
    reason: 'سفر',
  });
  expect((await readReport.run(director, { period: PERIOD })).maySign).toBe(true);
  await signReport.run(director, { ...(await edit()), password: PASSWORD });
  expect((await report()).signatory).toMatchObject({ name: 'Sample Person', onBehalfOf: 'Sample Person' });
  await expect(writeReport.run(director, { ...(await edit()), summary: 'دیگر' })).rejects.toMatchObject({
    reason: 'report_not_a_draft',
  });
  await unsignReport.run(director, await edit());
  expect(await report()).toMatchObject({ status: 'draft', signatory: null });
  close();
});

test('what contradicts the last report must be explained before it is signed', async () => {
  const { db, ids, cell, run, governor, director, report, close } = await openBoth();
  await cell(ids.qom, 'problem.open@1', 'domain=health', '', 400);
  db.setNow(Date.parse('2026-12-24T08:00:00Z'));
  await run(closeUpkeep(Date.parse('2026-12-24T08:00:00Z')));
  const at = async () => ({
    period: '1405-09',
    version: 1,
    revision: (await readReport.run(governor, { period: '1405-09' })).revision,
  });
  const found = (await readReport.run(governor, { period: '1405-09' })).findings;
  expect(found.map(({ kind, figure }) => [kind, figure])).toEqual([['unbalanced', 'problems_open']]);
  await writeReport.run(director, { ...(await at()), summary: 'چکیده' });
  await expect(signReport.run(governor, { ...(await at()), password: PASSWORD })).rejects.toMatchObject({
    reason: 'findings_unexplained',
  });
  await annotateReport.run(director, { ...(await at()), figure: 'problems_open', body: 'فهرست پارسال وارد شد.' });
  await signReport.run(governor, { ...(await at()), password: PASSWORD });
  expect((await report()).status).toBe('draft');
  close();
});
