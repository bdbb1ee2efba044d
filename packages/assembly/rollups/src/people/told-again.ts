import { compile, type Statement } from '@mahalleh/gate';
import { sql } from 'drizzle-orm';
import type * as z from 'zod';
import type { peopleLetter } from './letter.ts';

/**
 * What gives a restored province back what it once told of people, from its own letter: what was hidden stays hidden in the
 * next version only if the province knows of it. Shape: statements that change nothing where it is known.
 */
export const toldAgain = ({
  period,
  version,
  asOfMs,
  counties,
  tables,
}: z.infer<typeof peopleLetter.body>): Statement[] => {
  const metrics = tables.map(({ metric }) => metric);
  return [
    sql`insert or ignore into people_closings (period, version, as_of_ms, counties_json, metrics_json) values (${period}, ${version}, ${asOfMs}, ${JSON.stringify(counties)}, ${JSON.stringify(metrics)})`,
    ...tables.map(
      ({ metric, told, hidden }) =>
        sql`insert or ignore into people_leaves (period, version, metric, county, domain, values_json) select ${period}, ${version}, ${metric}, json_extract(value, '$.county'), json_extract(value, '$.domain'), json_extract(value, '$.values') from json_each(${JSON.stringify([...told, ...hidden])})`,
    ),
  ].map(compile);
};
