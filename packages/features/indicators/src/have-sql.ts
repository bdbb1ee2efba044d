import { sql, type SQL } from 'drizzle-orm';
import { MEASURABLES } from './measurable.ts';

const FLOWS = MEASURABLES.filter(({ nature }) => nature === 'flow')
  .map(({ key }) => `'${key}'`)
  .join(', ');

/** The rows of a table of figures that a target counts: its metric in its version, its dimensions, now or in its months. */
const counted = (f: 'f' | 'c'): string =>
  `${f}.metric = targets.metric_key || '@' || targets.metric_version` +
  ` and (case when targets.metric_key in (${FLOWS}) then ${f}.period between` +
  ' (select p.key from periods p where targets.from_on between p.first_on and p.last_on) and (select p.key from periods p where targets.due_on between p.first_on and p.last_on)' +
  ` else ${f}.period = '' end)` +
  ` and (targets.metric_dims is null or not exists (select 1 from json_each('["' || replace(targets.metric_dims, ';', '","') || '"]') pair where instr(';' || ${f}.dims || ';', ';' || pair.value || ';') = 0))`;

/**
 * What has been reached of a row of `targets`: reported by hand, or the sum of its metric over its unit and everything below
 * (what an indicator measures follows from its series instead).
 * A province or county is summed from its counties' cells, which are kept added up; a smaller unit from the facts, read
 * unit by unit (cross join keeps that order: else all facts of the metric would be read).
 */
export const HAVE: string =
  '(case when targets.metric_key is null then targets.manual_value' +
  " when (select u.kind from units u where u.id = targets.unit_id) in ('province', 'county') then" +
  ` (select coalesce(sum(c.value), 0) from units k join unit_closure below on below.ancestor_id = targets.unit_id and below.unit_id = k.id join cells c on c.county_id = k.id where k.kind = 'county' and ${counted('c')})` +
  ` else (select coalesce(sum(f.value), 0) from unit_closure below cross join facts f on f.unit_id = below.unit_id where below.ancestor_id = targets.unit_id and ${counted('f')}) end)`;

/** The same for the query builder. The cast is safe: the text gives a number or null. */
export const haveSql = sql.raw(HAVE) as SQL<number | null>;
