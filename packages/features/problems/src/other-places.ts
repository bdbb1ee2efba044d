import { problemFamily } from '@mahalleh/evidence';
import { sql, type SQL } from 'drizzle-orm';
import { HAS_PLACE } from './domain-sql.ts';

// Operations depend on problems, so their table is named in SQL text.

const operationsWithPlace = (id: SQL): SQL =>
  sql`operations where problem_id in (${problemFamily(id)}) and (place_kind <> 'whole' or latitude is not null or longitude is not null)`;

/** SQL that counts what hangs on a problem and is finer than the neighbourhood: those merged into it, and operations. */
export const otherPlaces = (id: SQL): SQL =>
  sql`((select count(*) from problems where id <> ${id} and id in (${problemFamily(id)}) and ${HAS_PLACE}) + (select count(*) from ${operationsWithPlace(id)}))`;

/** SQL that takes the places of a problem's operations away. */
export const dropOperationPlaces = (id: SQL): SQL =>
  sql`update operations set place_kind = 'whole', latitude = null, longitude = null, revision = revision + 1 where id in (select id from ${operationsWithPlace(id)})`;
