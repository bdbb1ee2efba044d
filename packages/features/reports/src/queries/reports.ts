import { defineQuery, many } from '@mahalleh/gate';
import { civilDateOf, zInput } from '@mahalleh/kernel';
import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { DelegationOutput, ReportRowOutput } from '../outputs.ts';

type Row = z.infer<typeof ReportRowOutput>;
type Delegation = z.infer<typeof DelegationOutput>;

/** The reports of the province, the newest version of each period, with who may sign for the governor. */
export const listReports = defineQuery({
  name: 'reports',
  permission: 'report.read',
  input: zInput({}),
  output: z.object({ today: z.string(), rows: z.array(ReportRowOutput), delegations: z.array(DelegationOutput) }),
  ask: (db) => ({
    rows: many(
      db.text<Row>(
        sql`select r.period, r.version, r.status, r.due_on as "dueOn", r.submitted_at_ms as "submittedAtMs", (select min(s.submitted_at_ms) from reports s where s.period = r.period) as "firstSubmittedAtMs" from reports r where r.version = (select max(v.version) from reports v where v.period = r.period) order by (select k.closed_at_ms from closings k where k.period = r.period order by k.version limit 1) desc, r.period desc limit 60`,
      ),
    ),
    delegations: many(
      db.text<Delegation>(
        sql`select d.id, f.full_name as "from", t.full_name as "to", d.from_on as "fromOn", d.until_on as "untilOn", d.reason, d.ended_at_ms as "endedAtMs" from delegations d join people f on f.id = d.from_person_id join people t on t.id = d.to_person_id order by d.granted_at_ms desc limit 20`,
      ),
    ),
  }),
  shape: ({ rows, delegations }, _input, { nowMs }) => ({ today: civilDateOf(nowMs), rows, delegations }),
});
