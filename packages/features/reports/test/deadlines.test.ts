import { newId } from '@mahalleh/kernel';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '@mahalleh/gate';
import { sql } from 'drizzle-orm';
import { callUpkeep } from '../src/call-upkeep.ts';
import { closeUpkeep } from '../src/close-period.ts';
import { signReport } from '../src/commands/sign-report.ts';
import { submitReport } from '../src/commands/submit-report.ts';
import { supersedeReport } from '../src/commands/supersede-report.ts';
import { writeReport } from '../src/commands/write-report.ts';
import { dueOn, dueOnSql } from '../src/deadlines.ts';
import { tellDeadlines } from '../src/letters/tell-deadlines.ts';
import { remindReports } from '../src/nation/remind-reports.ts';
import { readReporting } from '../src/nation/reporting.ts';
import { returnReport } from '../src/nation/return-report.ts';
import { setReportDeadlines } from '../src/nation/set-deadlines.ts';
import { readSubmitted } from '../src/nation/submitted-report.ts';
import { listSubmitted } from '../src/nation/submitted-reports.ts';
import { lastPeriods, shiftPeriod, type ReportPeriod } from '../src/periods.ts';
import { listCalls } from '../src/queries/calls.ts';
import { readCoverage } from '../src/queries/coverage.ts';
import { NOW, openBoth, openReporting, PASSWORD, PERIOD } from './world.ts';

const day = (text: string): number => Date.parse(`${text}T08:00:00Z`);

test('the last day follows from the days that were set before the period ended, in code as in the database', async () => {
  const { db } = await openReporting();
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          monthDays: fc.integer({ min: 1, max: 90 }),
          quarterDays: fc.integer({ min: 1, max: 90 }),
          setAtMs: fc.integer({ min: day('2024-01-01'), max: day('2028-01-01') }),
        }),
        { maxLength: 4 },
      ),
      fc.integer({ min: -20, max: 20 }),
      fc.boolean(),
      async (sets, shift, isQuarter) => {
        const all = sets.map((set, i) => ({ ...set, revision: i + 1 }));
        await db.sql('delete from report_deadlines');
        for (const { revision, monthDays, quarterDays, setAtMs } of all)
          await db.sql('insert into report_deadlines values (?, ?, ?, ?)', [revision, monthDays, quarterDays, setAtMs]);
        const period = shiftPeriod(isQuarter ? '1405-q3' : '1405-08', shift);
        const { sql: text, args } = compile(
          sql`select ${dueOnSql(sql`x.period`)} as due from (select ${period} as period) x`,
        );
        const [row] = await db.sql(text, args as (string | number)[]);
        expect(row?.['due']).toBe(dueOn(period, all));
      },
    ),
    { numRuns: 60 },
  );
  db.close();
});

test('without anything set, a month has ten days and a quarter fifteen', () => {
  expect([dueOn('1405-08'), dueOn('1405-q3'), dueOn('1405-12')]).toEqual(['2026-12-01', '2027-01-05', '2027-03-30']);
});

test('the periods shown are the months and the quarters that have ended, the newest first', () => {
  const at = (text: string): ReportPeriod[] => lastPeriods(day(text), 2, 2);
  expect(at('2026-11-24')).toEqual(['1405-08', '1405-07', '1405-q2', '1405-q1']);
  expect(at('2026-12-24')).toEqual(['1405-09', '1405-08', '1405-q3', '1405-q2']);
  expect(at('2027-03-25')).toEqual(['1405-12', '1405-11', '1405-q4', '1405-q3']);
});

test('the ministry sets the days; every province is told, and what it has not submitted is due by them', async () => {
  const { db, nation, admin, reviewer, carry, run, close } = await openBoth();
  const october = day('2026-10-25');
  // Set before Aban ended, told only now: the draft of Aban follows, and no period before does.
  nation.setNow(october);
  expect(await setReportDeadlines.run(admin, { monthDays: 5, quarterDays: 20, revision: 0 })).toEqual({
    revision: 1,
    monthDays: 5,
    quarterDays: 20,
  });
  await carry();
  expect(await db.sql('select due_on from reports')).toEqual([{ due_on: '2026-11-26' }]);
  nation.setNow(NOW);
  await setReportDeadlines.run(admin, { monthDays: 12, quarterDays: 20, revision: 1 });
  await carry();
  expect(await db.sql('select due_on from reports')).toEqual([{ due_on: '2026-11-26' }]);
  expect(await db.sql('select revision, month_days from report_deadlines order by 1')).toEqual([
    { revision: 1, month_days: 5 },
    { revision: 2, month_days: 12 },
  ]);
  await run(closeUpkeep(day('2026-12-24')));
  expect(await db.sql("select period, due_on from reports where period <> '1405-08' order by 1")).toEqual([
    { period: '1405-09', due_on: '2027-01-02' },
    { period: '1405-q3', due_on: '2027-01-10' },
  ]);
  const shown = await listSubmitted.run(reviewer, {});
  expect(shown.deadlines).toEqual({ revision: 2, monthDays: 12, quarterDays: 20, setAtMs: NOW });
  expect(shown.periods[0]).toMatchObject({ period: '1405-08', dueOn: '2026-11-26' });
  expect(shown.periods[1]).toMatchObject({ period: '1405-07', dueOn: '2026-11-01' });
  expect(
    await nation.sql("select actor_id, subject, unit_id from audit_log where action = 'deadline.set'"),
  ).toHaveLength(2);
  close();
});

test('two who set the days at once: the second is told what holds; days that are none are refused by their field', async () => {
  const { admin, close } = await openBoth();
  await setReportDeadlines.run(admin, { monthDays: 5, quarterDays: 20, revision: 0 });
  await expect(setReportDeadlines.run(admin, { monthDays: 7, quarterDays: 20, revision: 0 })).rejects.toMatchObject({
    reason: 'deadlines_changed',
  });
  for (const [field, value, error] of [
    ['monthDays', 0, 'number_too_small'],
    ['monthDays', 91, 'number_too_big'],
    ['quarterDays', '۲٫۵', 'integer_expected'],
    ['quarterDays', '', 'required'],
  ] as const)
    await expect(
      setReportDeadlines.run(admin, { monthDays: 5, quarterDays: 5, revision: 1, [field]: value }),
    ).rejects.toMatchObject({ fields: [{ field, reason: error }] });
  expect(await setReportDeadlines.run(admin, { monthDays: '۷', quarterDays: '14', revision: 1 })).toMatchObject({
    monthDays: 7,
  });
  close();
});

test('a province that joins later is told the days that hold', async () => {
  const { db, nation, admin, close } = await openBoth();
  const told = () => nation.sql("select number, kind, body_json from letters_to_provinces where province = 'yazd'");
  const lane = nation.ports.databases.lane('nation');
  await lane.write({ commandId: newId(), statements: [tellDeadlines('yazd', NOW)] });
  expect(await told()).toEqual([]);
  for (const revision of [0, 1])
    await setReportDeadlines.run(admin, { monthDays: 5 + revision, quarterDays: 20, revision });
  await lane.write({ commandId: newId(), statements: [tellDeadlines('yazd', NOW)] });
  expect((await told()).map(({ number, body_json }) => [number, JSON.parse(String(body_json))])).toEqual([
    [1, { revision: 2, monthDays: 6, quarterDays: 20, setAtMs: NOW }],
  ]);
  db.close();
  close();
});

test('a report calls once when it is soon due, once on its last day, once when it is late, until it is submitted', async () => {
  const { db, run, governor, director, report, close } = await openBoth();
  const calls = () => db.sql('select kind, called_at_ms from report_calls order by called_at_ms');
  const said = async (text: string) => {
    db.setNow(day(text));
    await run(callUpkeep(day(text)));
    await run(callUpkeep(day(text) + 60_000));
    return (await listCalls.run(director, {})).calls.map(({ kind, dueOn: last }) => [kind, last]);
  };
  expect(await said('2026-11-27')).toEqual([]);
  expect(await said('2026-11-28')).toEqual([['due_soon', '2026-12-01']]);
  expect(await said('2026-12-01')).toEqual([['due_today', '2026-12-01']]);
  expect(await said('2026-12-05')).toEqual([['late', '2026-12-01']]);
  expect((await calls()).map(({ kind, called_at_ms }) => [kind, called_at_ms])).toEqual([
    ['due_soon', day('2026-11-28')],
    ['due_today', day('2026-12-01')],
    ['late', day('2026-12-05')],
  ]);
  const edit = async () => ({ period: PERIOD, version: 1, revision: (await report()).revision });
  await writeReport.run(director, { ...(await edit()), summary: 'چکیده' });
  await signReport.run(governor, { ...(await edit()), password: PASSWORD });
  expect((await listCalls.run(director, {})).calls).toMatchObject([{ kind: 'late', status: 'signed' }]);
  await submitReport.run(director, await edit());
  expect(await said('2026-12-06')).toEqual([]);
  close();
});

test('a last day that was moved calls by the new one', async () => {
  const { db, run, governor, close } = await openBoth();
  db.setNow(day('2026-12-02'));
  await run(callUpkeep(day('2026-12-02')));
  await db.sql("update reports set due_on = '2026-12-04'");
  expect((await listCalls.run(governor, {})).calls).toEqual([]);
  await run(callUpkeep(day('2026-12-02')));
  expect((await listCalls.run(governor, {})).calls).toMatchObject([{ kind: 'due_soon' }]);
  close();
});

test('a report that was returned calls until its new version is submitted', async () => {
  const { db, run, governor, director, reviewer, carry, report, close } = await openBoth();
  const edit = async (version = 1) => ({ period: PERIOD, version, revision: (await report(version)).revision });
  const kinds = async () => {
    await run(callUpkeep(NOW));
    return (await listCalls.run(director, {})).calls.map(({ kind, version }) => [kind, version]);
  };
  await writeReport.run(director, { ...(await edit()), summary: 'چکیده' });
  await signReport.run(governor, { ...(await edit()), password: PASSWORD });
  await submitReport.run(director, await edit());
  await carry();
  const { revision } = await readSubmitted.run(reviewer, { province: 'qom', period: PERIOD });
  await returnReport.run(reviewer, {
    ...{ province: 'qom', period: PERIOD, version: 1, revision },
    lines: [{ figure: 'problems_open', body: 'چرا؟' }],
  });
  await carry();
  expect(await kinds()).toEqual([['returned', 1]]);
  await supersedeReport.run(director, { ...(await edit()), reason: 'دیر ثبت شد.', figures: ['problems_open'] });
  expect(await kinds()).toEqual([['returned', 2]]);
  await signReport.run(governor, { ...(await edit(2)), password: PASSWORD });
  await submitReport.run(director, await edit(2));
  expect(await kinds()).toEqual([]);
  expect(await db.sql('select version, kind from report_calls')).toEqual([{ version: 1, kind: 'returned' }]);
  close();
});

test('the ministry reminds of what it waits for: the words stand in the thread on both sides, once a day', async () => {
  const { nation, db, run, governor, director, reviewer, carry, report, close } = await openBoth();
  const remind = (provinces: readonly string[] = ['qom']) =>
    remindReports.run(reviewer, { period: PERIOD, provinces, body: 'گزارش آبان نرسیده است.' });
  // Nothing of it is known before the figures are closed.
  await expect(remind()).rejects.toMatchObject({ reason: 'report_not_waited_for' });
  await carry();
  expect(await remind()).toEqual({ period: PERIOD, provinces: 1 });
  await expect(remind()).rejects.toMatchObject({ reason: 'reminded_today' });
  await expect(remind(['qom', 'yazd'])).rejects.toMatchObject({ reason: 'report_not_waited_for' });
  await carry();
  expect((await report()).thread).toMatchObject([{ side: 'ministry', kind: 'remind', body: 'گزارش آبان نرسیده است.' }]);
  expect((await readReporting.run(reviewer, { province: 'qom' })).rows).toMatchObject([
    { period: PERIOD, isWaitedFor: true, remindedOn: '2026-11-24' },
  ]);
  // Long before its last day it calls, for it was asked for.
  expect((await listCalls.run(governor, {})).calls).toMatchObject([{ kind: 'reminded', dueOn: '2026-12-01' }]);
  db.setNow(day('2026-12-01'));
  nation.setNow(day('2026-12-01'));
  await run(callUpkeep(day('2026-12-01')));
  expect((await listCalls.run(governor, {})).calls).toMatchObject([
    { kind: 'due_today', reminder: { body: 'گزارش آبان نرسیده است.' } },
  ]);
  await remind();
  await carry();
  const edit = async () => ({ period: PERIOD, version: 1, revision: (await report()).revision });
  await writeReport.run(director, { ...(await edit()), summary: 'چکیده' });
  await signReport.run(governor, { ...(await edit()), password: PASSWORD });
  await submitReport.run(director, await edit());
  await carry();
  nation.setNow(day('2026-12-02'));
  await expect(remind()).rejects.toMatchObject({ reason: 'report_not_waited_for' });
  const { thread } = await readSubmitted.run(reviewer, { province: 'qom', period: PERIOD });
  expect(thread.map(({ kind }) => kind)).toEqual(['remind', 'remind']);
  close();
});

test('both sides tell the same of who recorded anything, and since when a county is silent', async () => {
  const { db, ids, cell, run, carry, governor, reviewer, close } = await openBoth();
  await cell(ids.qom, 'problem.registered@1', '', '1405-09', 3);
  await cell(ids.kahak, 'problem.open@1', '', '', 50);
  await run(closeUpkeep(day('2026-12-24')));
  await carry();
  db.setNow(day('2026-12-24'));
  const told = await readCoverage.run(governor, {});
  expect(told.periods).toEqual([
    { period: '1405-09', heard: 1 },
    { period: '1405-08', heard: 0 },
  ]);
  expect(told.counties.map(({ code, heardIn, lastHeard }) => [code, heardIn, lastHeard])).toEqual([
    ['2501', ['1405-09'], '1405-09'],
    // What stands open is no sign of life.
    ['2502', [], null],
  ]);
  const seen = (await readReporting.run(reviewer, { province: 'qom' })).coverage;
  expect(seen.periods).toEqual([{ period: '1405-08', heard: 0 }]);
  close();
});
