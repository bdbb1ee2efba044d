import { many, one, type ReadDb } from '@mahalleh/gate';
import { storedKey } from '@mahalleh/metric';
import { sql } from 'drizzle-orm';
import { neighbourhoodsByLack } from '../metrics.ts';

type Db = ReadDb<'province'>;

/** The units over which the reader's roles hold. */
export const askScope = (db: Db) =>
  many(
    db.text<{ id: string; kind: string; nameFa: string; nameEn: string | null }>(
      sql`select distinct u.id, u.kind, u.name_fa as nameFa, u.name_en as nameEn from my_grants g join units u on u.id = g.unit_id order by u.kind, u.name_fa`,
    ),
  );

/** Neighbourhoods by what they lack, from the stored figures. Shape: rows `dims` (`lack=seat_vacant`), `n`. */
export const askLacks = (db: Db) =>
  many(
    db.text<{ dims: string; n: number }>(
      sql`select f.dims, sum(f.value) as n from facts f where f.metric = ${storedKey(neighbourhoodsByLack)} and f.unit_id in (select unit_id from my_units) group by f.dims`,
    ),
  );

type LateRow = {
  id: string;
  title: string;
  dueOn: string;
  operationId: string;
  operationTitle: string;
  unitId: string;
  unitKind: string;
  unitFa: string;
  unitEn: string | null;
  personId: string;
  personName: string;
  agencyId: string | null;
  agencyName: string | null;
};

const late = (today: string) =>
  sql`t.status = 'open' and t.due_on < ${today} and t.unit_id in (select unit_id from my_units)`;

/** The tasks that are late, the longest first, with who answers for each. */
export const askLateTasks = (db: Db, today: string, size: number) =>
  many(
    db.text<LateRow>(sql`select t.id, t.title, t.due_on as dueOn, o.id as operationId, o.title as operationTitle, u.id as unitId, u.kind as unitKind, u.name_fa as unitFa,
        u.name_en as unitEn, p.id as personId, p.full_name as personName, a.id as agencyId, a.name as agencyName
      from tasks t join operations o on o.id = t.operation_id join units u on u.id = t.unit_id join people p on p.id = t.responsible_person_id
        left join agencies a on a.id = coalesce(t.agency_id, o.agency_id)
      where ${late(today)} order by t.due_on, t.id limit ${size}`),
  );

/** Late tasks by agency, the most first; those without one are counted under null. */
export const askLateByAgency = (db: Db, today: string) =>
  many(
    db.text<{
      agencyId: string | null;
      agencyName: string | null;
      n: number;
    }>(sql`select a.id as agencyId, a.name as agencyName, count(*) as n
      from tasks t join operations o on o.id = t.operation_id left join agencies a on a.id = coalesce(t.agency_id, o.agency_id)
      where ${late(today)} group by a.id order by n desc, a.id`),
  );

/** How many units wait for their figures, and when the last change was made. */
export const askFreshness = (db: Db) =>
  one(
    db.text<{ waiting: number; last: number | null }>(
      sql`select (select count(distinct d.unit_id) from dirty d where d.unit_id in (select unit_id from my_units)) as waiting, (select l.at_ms from audit_log l where l.actor_kind <> 'guest' order by l.seq desc limit 1) as last`,
    ),
  );
