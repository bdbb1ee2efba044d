import type { CivilDate } from '@mahalleh/kernel';
import { msOf } from '@mahalleh/kernel';
import { sql, type SQL } from 'drizzle-orm';
import { HARM, IS_OPEN } from './duty-sql.ts';
import type { GapItem } from './outputs.ts';

const DAY_MS = 86_400_000;

/** SQL for how many days ago a problem `p` was registered; at least one. */
const daysOpen = (today: CivilDate): SQL =>
  sql`max(1, cast((${msOf(today) + DAY_MS - 1} - p.registered_at_ms) / ${DAY_MS} as integer))`;

/** SQL for how grave an open problem `p` is: the same as `gapWeight`. */
export const weightOf = (today: CivilDate): SQL => sql`(${HARM}) * ${daysOpen(today)}`;

/** A problem of a short list as the database gives it. */
export type GapRow = { [K in keyof GapItem]: GapItem[K] };

/** SQL for the columns of an open problem `p` in its unit `u` and domain `d`. */
export const gapColumns = (today: CivilDate): SQL =>
  sql`p.id, p.code, p.title, p.status, p.unit_id as unitId, u.name_fa as unitNameFa, u.name_en as unitNameEn, p.domain_key as domainKey, d.title_fa as domainTitleFa, d.title_en as domainTitleEn, p.severity, p.people_affected as peopleAffected, p.registered_at_ms as registeredAtMs, ${daysOpen(today)} as daysOpen, ${weightOf(today)} as weight`;

/** SQL that gives the ids of the gravest open problems, before their age, that meet a condition; `by`: the index that is walked, where the planner would choose another. */
export const gravest = (where: SQL, most: SQL | number, by?: 'problems_walk_harm' | 'problems_by_unit'): SQL =>
  sql`select p.id from problems p${by === undefined ? sql`` : sql.raw(` indexed by ${by}`)} where ${IS_OPEN} and ${where} order by ${HARM} desc, p.id desc limit ${most}`;
