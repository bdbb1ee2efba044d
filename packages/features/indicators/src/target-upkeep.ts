import type { Statement } from '@mahalleh/gate';
import { civilDateOf } from '@mahalleh/kernel';
import { HAVE } from './have-sql.ts';

/** So many targets are read in one round at most. */
const MOST = 200;

/** What the minute's round does for targets: once a day, what has been reached of each that is measured is written down. */
export const targetsUpkeep = (nowMs: number): Statement[] => {
  const today = civilDateOf(nowMs);
  return [
    {
      sql:
        `insert or ignore into target_readings (target_id, on_date, value) select targets.id, ?, ${HAVE} from targets` +
        ' where targets.metric_key is not null and targets.dropped_at_ms is null and targets.from_on <= ?' +
        ` and not exists (select 1 from target_readings r where r.target_id = targets.id and r.on_date = ?) limit ${MOST}`,
      args: [today, today, today],
    },
  ];
};
