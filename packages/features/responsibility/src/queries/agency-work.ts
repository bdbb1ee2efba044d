import { isAgencyInSight } from '@mahalleh/agencies/scope';
import { defineQuery, inMyUnits, isMyUnit, many, one } from '@mahalleh/gate';
import { civilDateOf } from '@mahalleh/kernel';
import type { ContributionKind } from '@mahalleh/operations/statuses';
import { sql, type SQL } from 'drizzle-orm';
import { HARM, IS_OPEN } from '../duty-sql.ts';
import { gapColumns, weightOf, type GapRow } from '../gap-sql.ts';
import { ledBy } from '../led-sql.ts';
import { AgencyWork, ReadAgencyWork } from '../model.ts';
import { actingOperation, lastingOperations, type OperationRow } from '../operation-sql.ts';
import type { DutyRow } from '../matrix-asks.ts';

const MOST = { duties: 200, problems: 8, escalations: 20, tasks: 12, operations: 40, collisions: 30 } as const;

/**
 * SQL that gives the ids of the gravest open problems of units and domains, `led` with its columns unit_id and
 * domain_key. They lie where the very gravest of a unit and domain is among the gravest: so each is looked at once.
 */
const gravestOf = (led: SQL, most: number): SQL => {
  const there = sql`p.unit_id = l.unit_id and p.domain_key = l.domain_key and ${IS_OPEN}`;
  const order = sql`order by ${HARM} desc, p.id desc`;
  const top = sql`select p.id from problems p indexed by problems_pair_harm where ${there} ${order} limit 1`;
  const best = sql`select l.unit_id, l.domain_key from (${led}) l cross join problems p on p.id = (${top}) where ${inMyUnits(sql`l.unit_id`)} ${order} limit ${most}`;
  return sql`select p.id from (${best}) l cross join problems p indexed by problems_pair_harm on ${there} ${order} limit ${most}`;
};

type Place = { unitId: string; unitNameFa: string; unitNameEn: string | null };

/** What is asked of an agency, what it does, where it meets others, and what it gave. */
export const agencyWork = defineQuery({
  name: 'agency_work',
  permission: 'responsibility.read',
  input: ReadAgencyWork,
  output: AgencyWork,
  ask: (db, { agencyId }, { nowMs }) => {
    const today = civilDateOf(nowMs);
    const isOurs = sql`(p.unit_id, p.domain_key) in (${ledBy(agencyId)})`;
    const isOurTask = sql`t.status = 'open' and coalesce(t.agency_id, o.agency_id) = ${agencyId} and o.status in ('planned', 'running') and ${inMyUnits(sql`t.unit_id`)}`;
    return {
      agency: one(
        db.text<{ id: string }>(
          sql`select a.id from agencies a where a.id = ${agencyId} and ${isAgencyInSight(sql`a.unit_id`)}`,
        ),
        'agency_unknown',
      ),
      duties: many(
        db.text<DutyRow & Place & { isMine: number; unitKind: string; domainTitleFa: string; domainTitleEn: string }>(
          sql`select r.id, r.unit_id as unitId, u.name_fa as unitNameFa, u.name_en as unitNameEn, u.kind as unitKind, r.domain_key as domainKey, d.title_fa as domainTitleFa, d.title_en as domainTitleEn, r.agency_id as agencyId, a.name as agencyName, r.role, r.note, r.from_on as fromOn, ${isMyUnit(sql`r.unit_id`)} as isMine, r.revision from responsibilities r join units u on u.id = r.unit_id join domains d on d.key = r.domain_key join agencies a on a.id = r.agency_id where r.agency_id = ${agencyId} and r.ended_at_ms is null order by r.role = 'informed', r.role = 'partner', d.ord, u.name_folded, r.id limit ${MOST.duties}`,
        ),
      ),
      byDomain: many(
        db.text<{ domainKey: string; titleFa: string; titleEn: string; open: number }>(
          sql`with led as materialized (${ledBy(agencyId)}) select d.key as domainKey, d.title_fa as titleFa, d.title_en as titleEn, sum(t.n) as open from led l cross join problem_tallies t on t.unit_id = l.unit_id and t.domain_key = l.domain_key and t.standing in ('registered', 'triaged', 'started') join units u on u.id = t.unit_id join domains d on d.key = t.domain_key where u.kind in ('neighbourhood', 'village') and ${inMyUnits(sql`t.unit_id`)} group by d.key having open > 0 order by open desc, d.ord`,
        ),
      ),
      problems: many(
        db.text<GapRow>(
          sql`select ${gapColumns(today)} from problems p join units u on u.id = p.unit_id join domains d on d.key = p.domain_key where p.id in (${gravestOf(ledBy(agencyId), MOST.problems)}) order by ${weightOf(today)} desc, p.id`,
        ),
      ),
      escalations: many(
        db.text<Place & { problemId: string; code: string; title: string; level: string; dueOn: string | null }>(
          sql`select p.id as problemId, p.code, p.title, p.unit_id as unitId, u.name_fa as unitNameFa, u.name_en as unitNameEn, p.level, p.level_due_on as dueOn from problems p indexed by problems_escalated cross join units u on u.id = p.unit_id where p.level_due_on is not null and p.discarded_at_ms is null and ${isOurs} and ${inMyUnits(sql`p.unit_id`)} order by p.level_due_on, p.id limit ${MOST.escalations}`,
        ),
      ),
      tasks: many(
        db.text<
          Place & {
            id: string;
            title: string;
            operationId: string;
            operationTitle: string;
            responsibleName: string;
            dueOn: string;
          }
        >(
          sql`select t.id, t.title, o.id as operationId, o.title as operationTitle, t.unit_id as unitId, u.name_fa as unitNameFa, u.name_en as unitNameEn, h.full_name as responsibleName, t.due_on as dueOn from tasks t join operations o on o.id = t.operation_id join units u on u.id = t.unit_id join people h on h.id = t.responsible_person_id where ${isOurTask} order by t.due_on, t.id limit ${MOST.tasks}`,
        ),
      ),
      taskCounts: one(
        db.text<{ open: number; late: number }>(
          sql`select count(*) as open, coalesce(sum(t.due_on < ${today}), 0) as late from tasks t join operations o on o.id = t.operation_id where ${isOurTask}`,
        ),
      ),
      operations: many(
        db.text<OperationRow>(
          lastingOperations(
            sql`(o.agency_id = ${agencyId} or exists (select 1 from tasks t where t.operation_id = o.id and t.agency_id = ${agencyId}))`,
            today,
            MOST.operations,
          ),
        ),
      ),
      collisions: many(
        db.text<
          Place & {
            domainKey: string;
            domainTitleFa: string;
            domainTitleEn: string;
            ownId: string;
            ownCode: string;
            ownTitle: string;
            otherId: string;
            otherCode: string;
            otherTitle: string;
            otherAgencyId: string | null;
            otherAgencyName: string | null;
          }
        >(
          sql`select m.unit_id as unitId, u.name_fa as unitNameFa, u.name_en as unitNameEn, d.key as domainKey, d.title_fa as domainTitleFa, d.title_en as domainTitleEn, m.id as ownId, m.code as ownCode, m.title as ownTitle, o.id as otherId, o.code as otherCode, o.title as otherTitle, o.agency_id as otherAgencyId, a.name as otherAgencyName from operations m join domains d on d.key = m.domain_key join units u on u.id = m.unit_id join operations o on o.unit_id = m.unit_id and o.domain_key = m.domain_key and o.status in ('planned', 'running') and o.agency_id is not m.agency_id and o.starts_on <= m.ends_on and o.ends_on >= m.starts_on left join agencies a on a.id = o.agency_id where m.agency_id = ${agencyId} and m.status in ('planned', 'running') and ${inMyUnits(sql`m.unit_id`)} order by m.starts_on, m.id, o.id limit ${MOST.collisions}`,
        ),
      ),
      given: many(
        db.text<{ kind: ContributionKind; count: number; valueRial: number | null; hours: number | null }>(
          sql`select c.kind, count(*) as count, sum(c.value_rial) as valueRial, sum(c.hours) as hours from contributions c where c.agency_id = ${agencyId} and c.removed_at_ms is null and ${inMyUnits(sql`c.unit_id`)} group by c.kind order by valueRial desc`,
        ),
      ),
    };
  },
  shape: (got, _input, { nowMs }) => {
    const today = civilDateOf(nowMs);
    return {
      agencyId: got.agency.id,
      duties: got.duties.map((duty) => ({ ...duty, isMine: duty.isMine === 1 })),
      asked: {
        byDomain: got.byDomain,
        open: got.byDomain.reduce((all, { open }) => all + open, 0),
        problems: got.problems,
        escalations: got.escalations.map((row) => ({ ...row, isOverdue: row.dueOn !== null && row.dueOn < today })),
        tasks: got.tasks.map((row) => ({ ...row, status: 'open' as const, isLate: row.dueOn < today })),
        openTasks: got.taskCounts.open,
        lateTasks: got.taskCounts.late,
      },
      operations: got.operations.map((row) => actingOperation(row, today)),
      collisions: got.collisions,
      given: got.given,
    };
  },
});
