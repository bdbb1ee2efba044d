import { postToProvinces } from '@mahalleh/border';
import { change, changeOf, defineNationCommand, many } from '@mahalleh/gate';
import { sql } from 'drizzle-orm';
import { remindedLetter } from '../letters/report-letters.ts';
import { Reminded, RemindReports } from '../model.ts';
import { remindRefusal, type Remindable } from '../rules.ts';
import { reportReminders, submittedComments } from '../schema.ts';
import { askAuthor, inOffice } from './asks.ts';

type Found = Remindable & { province: string; version: number };

/** Reminds provinces of a report that the ministry waits for, in words that stand in the report's thread on both sides; once a day at most. */
export const remindReports = defineNationCommand({
  name: 'report.remind',
  permission: 'report.remind',
  input: RemindReports,
  output: Reminded,
  load: (db, { period, provinces }) => ({
    author: askAuthor(db),
    found: many(
      db.text<Found>(
        sql`select k.province, max(k.version) as version, (select s.status from submitted_reports s where s.province = k.province and s.period = k.period order by s.version desc limit 1) as status, (select max(r.on_date) from report_reminders r where r.province = k.province and r.period = k.period) as "remindedOn" from national_closings k where k.period = ${period} and k.province in (select value from json_each(${JSON.stringify(provinces)})) group by k.province`,
      ),
    ),
  }),
  decide: ({ author, found }, { period, provinces, body }, { newId, nowMs, today }) =>
    remindRefusal(found, new Set(provinces).size, today) ?? {
      today,
      lines: found.map(({ province, version }) => ({
        province,
        line: { id: newId(), period, version, author: inOffice(author), body, atMs: nowMs },
      })),
    },
  save: (db, { today, lines }, _state, { period }, { nowMs }) =>
    lines.flatMap(({ province, line }) => [
      change(db.insert(reportReminders).values({ province, period, onDate: today })),
      change(db.insert(submittedComments).values({ ...line, province, side: 'ministry', kind: 'remind' })),
      changeOf(postToProvinces(remindedLetter, line, nowMs, [province])),
    ]),
  audit: (_decision, { found }, { period }) => ({
    subject: `report:${period}`,
    unitId: null,
    fields: ['reminder', ...found.map(({ province }) => province)],
  }),
  answer: ({ lines }, _state, { period }) => ({ period, provinces: lines.length }),
  conflicts: { 'report_reminders.province': 'reminded_today' },
});
