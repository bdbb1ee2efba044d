import { defineQuery, inMyUnits, isTouched, many, one } from '@mahalleh/gate';
import { sql } from 'drizzle-orm';
import type { Direction, MeasureUnit } from '../codes.ts';
import { IndicatorDetail, ReadIndicator } from '../model.ts';
import {
  definitionColumns,
  definitionOf,
  definitionTables,
  lastPeriodSql,
  type DefinitionRow,
} from './indicator-fields.ts';

type DetailRow = DefinitionRow & {
  source: string;
  about: string | null;
  lastPeriod: string | null;
  measured: number;
  definedAtMs: number;
  retiredAtMs: number | null;
  retireReason: string | null;
  isSample: number;
  revision: number;
};
type VersionRow = {
  version: number;
  unit: MeasureUnit;
  direction: Direction;
  formula: string | null;
  why: string | null;
  sinceMs: number;
};
type Named = { id: string; key: string; titleFa: string; titleEn: string | null };

const NAMED = sql.raw('y.id, y.key, y.title_fa as "titleFa", y.title_en as "titleEn"');

/** One indicator with all its versions, what it reads and what reads it, and its history. */
export const readIndicator = defineQuery({
  name: 'indicator',
  permission: 'indicator.read',
  input: ReadIndicator,
  output: IndicatorDetail,
  ask: (db, { indicatorId }) => ({
    indicator: one(
      db.text<DetailRow>(sql`select ${definitionColumns}, x.source, x.about, x.defined_at_ms as "definedAtMs", x.retired_at_ms as "retiredAtMs", x.retire_reason as "retireReason", x.is_sample as "isSample", x.revision,
          ${lastPeriodSql} as "lastPeriod", (select count(*) from measurements m where m.indicator_id = x.id and m.period = ${lastPeriodSql} and m.struck_at_ms is null and ${inMyUnits(sql`m.unit_id`)}) as measured
        from ${definitionTables} where x.id = ${indicatorId}`),
      'indicator_unknown',
    ),
    versions: many(
      db.text<VersionRow>(
        sql`select v.version, v.unit, v.direction, v.formula, v.why, v.since_ms as "sinceMs" from indicator_versions v where v.indicator_id = ${indicatorId} order by v.version desc`,
      ),
    ),
    reads: many(
      db.text<Named>(
        sql`select ${NAMED} from indicators x join indicator_inputs i on i.indicator_id = x.id and i.version = x.version and i.kind = 'indicator' join indicators y on y.id = i.ref where x.id = ${indicatorId} order by y.key`,
      ),
    ),
    readBy: many(
      db.text<Named>(
        sql`select ${NAMED} from indicator_inputs i join indicators y on y.id = i.indicator_id and y.version = i.version where i.kind = 'indicator' and i.ref = ${indicatorId} and y.retired_at_ms is null order by y.key`,
      ),
    ),
    history: many(
      db.text<{ atMs: number; action: string; actorName: string | null }>(
        sql`select a.at_ms as "atMs", a.action, p.full_name as "actorName" from audit_log a left join people p on p.id = a.actor_id where ${isTouched(sql`select ${indicatorId}`)} and (a.unit_id is null or ${inMyUnits(sql`a.unit_id`)} or a.action in ('indicator.define', 'indicator.amend', 'indicator.retire')) order by a.seq desc limit 100`,
      ),
    ),
  }),
  shape: ({ indicator, versions, reads, readBy, history }) => {
    const { source, about, lastPeriod, measured, definedAtMs, retiredAtMs, retireReason, isSample, revision, ...row } =
      indicator;
    return {
      ...definitionOf(row),
      ...{ source, about, lastPeriod, measured, definedAtMs, retiredAtMs, retireReason, revision },
      ...{ versions, reads, readBy, history },
      isSample: isSample === 1,
    };
  },
});
