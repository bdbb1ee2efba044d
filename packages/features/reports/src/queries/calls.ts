import { defineQuery, many } from '@mahalleh/gate';
import { civilDateOf, zInput } from '@mahalleh/kernel';
import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { CallOutput } from '../outputs.ts';
import { pressing, type Call } from '../rules.ts';

type Reminder = { period: string; author: string; body: string; atMs: number };

/** The reports that call those who write and sign them, the most pressing first: since when, why, and with what words the ministry has reminded of them last. */
export const listCalls = defineQuery({
  name: 'report.calls',
  permission: 'report.draft',
  input: zInput({}),
  output: z.object({ today: z.string(), calls: z.array(CallOutput) }),
  ask: (db) => ({
    calls: many(
      db.text<Call & { version: number; calledAtMs: number }>(
        sql`select c.period, r.version, c.kind, c.called_at_ms as "calledAtMs", r.status, r.due_on as "dueOn" from report_calls c join reports r on r.period = c.period and r.version = (select max(v.version) from reports v where v.period = c.period) where r.status in ('draft', 'signed', 'returned') and case c.kind when 'returned' then exists (select 1 from reports o where o.period = c.period and o.version = c.version and o.status = 'returned') else c.version = r.version end`,
      ),
    ),
    reminders: many(
      db.text<Reminder>(
        sql`select t.period, t.author, t.body, max(t.at_ms) as "atMs" from report_comments t where t.kind = 'remind' and t.period in (select period from report_calls) group by t.period`,
      ),
    ),
  }),
  shape: ({ calls, reminders }, _input, { nowMs }) => {
    const today = civilDateOf(nowMs);
    const of = (period: string) => {
      const found = reminders.find((one) => one.period === period);
      return found ? { author: found.author, body: found.body, atMs: found.atMs } : null;
    };
    return { today, calls: pressing(calls, today).map((call) => ({ ...call, reminder: of(call.period) })) };
  },
});
