import { isMyUnit, many, one, type ReadDb } from '@mahalleh/gate';
import { units } from '@mahalleh/units/schema';
import { and, eq, sql, type SQL } from 'drizzle-orm';
import { domainTree } from './queries/problem-scope.ts';
import { domains } from './schema.ts';

type Db = ReadDb<'province'>;

/** The whole tree, in its order. */
export const askDomains = (db: Db) => many(db.select().from(domains).orderBy(domains.ord, domains.key));

/** The province, for whoever has a seat over all of it: domains are everybody's. Fails: unit_unknown. */
export const askProvince = (db: Db) =>
  one(
    db
      .select({ id: units.id })
      .from(units)
      .where(and(eq(units.kind, 'province'), isMyUnit(units.id))),
    'unit_unknown',
  );

// Operations depend on problems, so their table is named in SQL text.

/** SQL that gives the problems, operations and tasks in some domains. Shape: kind, id. */
const subjectsIn = (keys: SQL): SQL =>
  sql`select 'problem' as kind, p.id from problems p where p.domain_key in ${keys} union all select 'operation', o.id from operations o left join problems p on p.id = o.problem_id where o.domain_key in ${keys} or p.domain_key in ${keys} union all select 'task', t.id from tasks t join operations o on o.id = t.operation_id left join problems p on p.id = o.problem_id where o.domain_key in ${keys} or p.domain_key in ${keys}`;

/** SQL that keeps the rows of `problems` that have something finer than their neighbourhood. */
export const HAS_PLACE = sql`(place_kind = 'point' or latitude is not null or longitude is not null or place_note is not null)`;

const placesIn = (keys: SQL): SQL =>
  sql`((select count(*) from problems where domain_key in ${keys} and ${HAS_PLACE}) + (select count(*) from operations o left join problems p on p.id = o.problem_id where (o.domain_key in ${keys} or p.domain_key in ${keys}) and o.latitude is not null))`;

const photosIn = (keys: SQL): SQL =>
  sql`(select count(*) from evidence e join (${subjectsIn(keys)}) s on s.kind = e.subject_kind and s.id = e.subject_id where e.kind = 'photo' and e.removed_at_ms is null)`;

/** How much in a domain and below it could not be kept if it were sensitive. */
export const askHolding = (db: Db, domainKey: string) => {
  const keys = domainTree(domainKey);
  return one(
    db.text<{ places: number; photos: number }>(sql`select ${placesIn(keys)} as places, ${photosIn(keys)} as photos`),
  );
};

/** SQL that holds while nothing in a domain and below it is finer than a neighbourhood or shows something. */
export const holdsNothing = (domainKey: string): SQL => {
  const keys = domainTree(domainKey);
  return sql`${placesIn(keys)} = 0 and ${photosIn(keys)} = 0`;
};
