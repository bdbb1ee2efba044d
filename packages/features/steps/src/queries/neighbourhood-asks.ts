import { many, one, type ReadDb } from '@mahalleh/gate';
import { sql } from 'drizzle-orm';

type Db = ReadDb<'province'>;

type UnitRow = {
  id: string;
  kind: string;
  name_fa: string;
  name_en: string | null;
  official_code: string | null;
  is_model: number;
  is_sample: number;
  ended_on: string | null;
  revision: number;
  population: number | null;
  area_m2: number | null;
  latitude: number | null;
  longitude: number | null;
  summary: string | null;
  house_id: string | null;
  house_name: string | null;
  lead_id: string | null;
  lead_name: string | null;
  lead_on: string | null;
  manager_id: string | null;
  manager_name: string | null;
  facilitators: number;
};

/** The neighbourhood with its passport, when it is within the actor's reach. Fails: not_found `neighbourhood_unknown`. */
export const askUnit = (db: Db, unitId: string) =>
  one(
    db.text<UnitRow>(sql`select n.id, n.kind, n.name_fa, n.name_en, n.official_code, n.is_model, n.is_sample, n.ended_on, n.revision, n.population, n.area_m2,
        n.latitude, n.longitude, n.summary, h.id as house_id, h.name as house_name, l.id as lead_id, l.name as lead_name, l.activated_on as lead_on,
        m.id as manager_id, m.full_name as manager_name,
        (select count(distinct g.person_id) from role_grants g where g.unit_id = n.id and g.role = 'facilitator' and g.revoked_at_ms is null) as facilitators
      from units n left join bases h on h.id = n.house_base_id left join bases l on l.id = n.lead_base_id left join people m on m.id = n.manager_person_id
      where n.id = ${unitId} and n.kind in ('neighbourhood', 'village')
        and exists (select 1 from my_grants mg join unit_closure mc on mc.ancestor_id = mg.unit_id where mc.unit_id = n.id)`),
    'neighbourhood_unknown',
  );

/** The units above it, from the province down. */
export const askAncestors = (db: Db, unitId: string) =>
  many(
    db.text<{
      id: string;
      kind: string;
      nameFa: string;
      nameEn: string | null;
    }>(sql`select a.id, a.kind, a.name_fa as nameFa, a.name_en as nameEn
      from unit_closure c join units a on a.id = c.ancestor_id where c.unit_id = ${unitId} and a.id <> ${unitId}
      order by (select count(*) from unit_closure d where d.unit_id = a.id)`),
  );

type ProblemRow = {
  id: string;
  code: string;
  title: string;
  domainKey: string;
  domainFa: string;
  domainEn: string;
  severity: number;
  status: string;
  rank: number | null;
  peopleAffected: number | null;
  isSensitive: number;
};

/** Its first open problems: as ranked, then the most severe. */
export const askProblems = (db: Db, unitId: string, size: number) =>
  many(
    db.text<ProblemRow>(sql`select p.id, p.code, p.title, p.domain_key as domainKey, d.title_fa as domainFa, d.title_en as domainEn, p.severity, p.status, p.rank,
        p.people_affected as peopleAffected, d.is_sensitive as isSensitive
      from problems p join domains d on d.key = p.domain_key where p.unit_id = ${unitId} and p.status in ('registered', 'triaged', 'started') and p.discarded_at_ms is null
      order by p.rank is null, p.rank, p.severity desc, p.registered_at_ms desc, p.id limit ${size}`),
  );

type ScoredRow = {
  id: string;
  title: string;
  residentsRank: number;
  expertsRank: number;
  votes: number;
  isSensitive: number;
};

/** Its first open problems in the order of the residents, with their place in both orders: those that both sides have scored. */
export const askScored = (db: Db, unitId: string, size: number) =>
  many(
    db.text<ScoredRow>(sql`select p.id, p.title, row_number() over (order by p.residents_score desc, p.id) as residentsRank,
        row_number() over (order by p.experts_score desc, p.id) as expertsRank, sum(p.residents_votes) over () as votes, d.is_sensitive as isSensitive
      from problems p join domains d on d.key = p.domain_key where p.unit_id = ${unitId} and p.residents_score is not null and p.experts_score is not null
        and p.status in ('registered', 'triaged', 'started') and p.discarded_at_ms is null
      order by residentsRank limit ${size}`),
  );

/** How much there is of everything. */
export const askTotals = (db: Db, unitId: string) =>
  one(
    db.text<{
      open: number;
      solved: number;
      problems: number;
      capacities: number;
      operations: number;
      running: number;
      done: number;
    }>(sql`select
      (select coalesce(sum(t.n), 0) from problem_tallies t where t.unit_id = ${unitId} and t.standing in ('registered', 'triaged', 'started')) as open,
      (select coalesce(sum(t.n), 0) from problem_tallies t where t.unit_id = ${unitId} and t.standing in ('awaiting', 'solved')) as solved,
      (select coalesce(sum(t.n), 0) from problem_tallies t where t.unit_id = ${unitId} and t.standing not in ('merged', 'split')) as problems,
      (select count(*) from capacities c where c.unit_id = ${unitId} and c.withdrawn_at_ms is null) as capacities,
      (select count(*) from operations o where o.unit_id = ${unitId} and o.status <> 'cancelled') as operations,
      (select count(*) from operations o where o.unit_id = ${unitId} and o.status = 'running') as running,
      (select count(*) from operations o where o.unit_id = ${unitId} and o.status = 'done') as done`),
  );

/** Its newest capacities. */
export const askCapacities = (db: Db, unitId: string, size: number) =>
  many(
    db.text<{
      id: string;
      kind: string;
      name: string;
      quantity: number | null;
      availableNote: string | null;
    }>(sql`select c.id, c.kind, c.name, c.quantity,
        c.available_note as availableNote from capacities c where c.unit_id = ${unitId} and c.withdrawn_at_ms is null
      order by c.registered_at_ms desc, c.id limit ${size}`),
  );

type OperationRow = {
  id: string;
  code: string;
  title: string;
  status: string;
  startsOn: string;
  endsOn: string;
  agencyName: string | null;
  tasks: number;
  doneTasks: number;
  lateTasks: number;
  firstLateOn: string | null;
};

/** Its operations, those under way first, with the state of their tasks. */
export const askOperations = (db: Db, unitId: string, today: string, size: number) =>
  many(
    db.text<OperationRow>(sql`select o.id, o.code, o.title, o.status, o.starts_on as startsOn, o.ends_on as endsOn, a.name as agencyName,
        (select count(*) from tasks t where t.operation_id = o.id and t.status <> 'cancelled') as tasks,
        (select count(*) from tasks t where t.operation_id = o.id and t.status = 'done') as doneTasks,
        (select count(*) from tasks t where t.operation_id = o.id and t.status = 'open' and t.due_on < ${today}) as lateTasks,
        (select min(t.due_on) from tasks t where t.operation_id = o.id and t.status = 'open' and t.due_on < ${today}) as firstLateOn
      from operations o left join agencies a on a.id = o.agency_id where o.unit_id = ${unitId} and o.status <> 'cancelled'
      order by case o.status when 'running' then 0 when 'planned' then 1 else 2 end, o.starts_on desc, o.id limit ${size}`),
  );

/** Its bases, the lead one first, the active before others. */
export const askBases = (db: Db, unitId: string) =>
  many(
    db.text<{
      id: string;
      name: string;
      kind: string;
      activation: string;
      activatedOn: string | null;
      isLead: number;
    }>(sql`select b.id, b.name, b.kind, b.activation,
        b.activated_on as activatedOn, b.is_lead as isLead from bases b where b.unit_id = ${unitId} and b.retired_at_ms is null
      order by b.is_lead desc, case b.activation when 'active' then 0 when 'preparing' then 1 else 2 end, b.name limit 50`),
  );

/** The last changes in it. */
export const askRecent = (db: Db, unitId: string, size: number) =>
  many(
    db.text<{
      atMs: number;
      action: string;
      subject: string;
      actorName: string | null;
    }>(sql`select l.at_ms as atMs, l.action, l.subject, p.full_name as actorName
      from audit_log l left join people p on p.id = l.actor_id where l.unit_id = ${unitId} order by l.seq desc limit ${size}`),
  );
