import { many, type ReadDb } from '@mahalleh/gate';
import { sql } from 'drizzle-orm';
import type { Promised } from '../adopt-outputs.ts';
import { readingsSql } from '../landing/ground.ts';

type PromisedRow = Omit<Promised, 'isComputed'> & { readonly isComputed: number };

/** What is promised of the indicators of an adoption, with the aim of its neighbourhood and the last value there. */
export const askPromised = (db: ReadDb<'province'>, adoptionId: string) =>
  many(
    db.text<PromisedRow>(
      sql`select e.element_id as "elementId", x.id as "indicatorId", x.title_fa as "titleFa", x.title_en as "titleEn", v.unit, x.of_fa as "ofFa", x.of_en as "ofEn", v.formula is not null as "isComputed", json_extract(e.base_json, '$.expectedChange') as change, g.baseline_value as "baselineValue", g.goal_value as "goalValue", g.goal_period as "goalPeriod", m.value as "lastValue", m.period as "lastPeriod" from adopted_elements e join adoptions a on a.id = e.adoption_id join indicators x on x.id = e.row_key and x.retired_at_ms is null join indicator_versions v on v.indicator_id = x.id and v.version = x.version left join indicator_aims g on g.indicator_id = x.id and g.unit_id = a.unit_id left join (${readingsSql(sql`(select unit_id from adoptions where id = ${adoptionId})`)}) m on m."indicatorId" = x.id where e.adoption_id = ${adoptionId} and a.status = 'active' and e.kind = 'indicator' and e.state = 'landed' and json_extract(e.base_json, '$.expectedChange') is not null order by e.rowid`,
    ),
  );

/** The rows of `askPromised` as they are answered. */
export const promisedFrom = (rows: readonly PromisedRow[]): Promised[] =>
  rows.map((row) => ({ ...row, isComputed: row.isComputed === 1 }));
