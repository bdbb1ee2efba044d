import { isEvidenceOfProblem, problemFamily } from '@mahalleh/evidence';
import { many, type ReadDb } from '@mahalleh/gate';
import { sql, type SQL } from 'drizzle-orm';
import { askAround } from '../landing/ground.ts';
import type { Ground, KnownIndicator } from '../landing/landing-model.ts';

type Db = ReadDb<'province'>;

/** SQL that holds for an operation `o` that tells where it is, finer than its neighbourhood, or shows it. */
const isOperationPlaced = sql`(o.place_kind <> 'whole' or o.latitude is not null or exists (select 1 from evidence e where e.kind = 'photo' and e.removed_at_ms is null and (e.subject_id = o.id or e.subject_id in (select t.id from tasks t where t.operation_id = o.id))))`;
const PLACED = (id: SQL): SQL =>
  sql`exists (select 1 from problems m where m.id in (${problemFamily(id)}) and (m.place_kind = 'point' or m.latitude is not null or m.place_note is not null))`;

/** SQL that holds for a problem of which something is kept that no sensitive one may have: a point, words about its place, photos; of its operations too. */
export const isProblemPlaced = (id: SQL): SQL =>
  sql`(${PLACED(id)} or exists (select 1 from evidence e where e.kind = 'photo' and e.removed_at_ms is null and ${isEvidenceOfProblem(id)}) or exists (select 1 from operations o where o.problem_id = ${id} and o.status in ('planned', 'running') and ${isOperationPlaced}))`;

/** How a problem or operation of an adoption stands, as far as changing it is concerned. */
export type StandingRow = { readonly id: string; readonly isPlaced: number; readonly isTriaged: number };

/** What a neighbourhood is to reach of an indicator. */
export type AimRow = {
  readonly indicatorId: string;
  readonly unitId: string;
  readonly baselineValue: number | null;
  readonly goalValue: number | null;
  readonly goalPeriod: string | null;
  readonly setAtMs: number;
};

/** What is asked to know what the rules of the records forbid an upgrade. */
export const askLimits = (db: Db, adoptionId: SQL) => {
  const unit = sql`(select a.unit_id from adoptions a where a.id = ${adoptionId})`;
  const rows = (kind: string) =>
    sql`(select e.row_key from adopted_elements e where e.adoption_id = ${adoptionId} and e.kind = ${kind} and e.row_key is not null)`;
  return {
    ...askAround(db, unit),
    standings: many(
      db.text<StandingRow>(
        sql`select r.id, ${isProblemPlaced(sql`r.id`)} as "isPlaced", r.triaged_at_ms is not null as "isTriaged" from problems r where r.id in ${rows('problem')} union all select o.id, ${isOperationPlaced}, 0 from operations o where o.id in ${rows('operation')}`,
      ),
    ),
    aims: many(
      db.text<AimRow>(
        sql`select g.indicator_id as "indicatorId", g.unit_id as "unitId", g.baseline_value as "baselineValue", g.goal_value as "goalValue", g.goal_period as "goalPeriod", g.set_at_ms as "setAtMs" from indicator_aims g where g.unit_id = ${unit} and g.indicator_id in ${rows('indicator')}`,
      ),
    ),
  };
};

/** The answers of `askLimits`. */
export type LimitAnswers = {
  readonly above: readonly { readonly id: string; readonly kind: string }[];
  readonly domains: readonly {
    readonly key: string;
    readonly isSensitive: number;
    readonly retiredAtMs: number | null;
  }[];
  readonly duties: Ground['duties'];
  readonly indicators: readonly KnownIndicator[];
  readonly standings: readonly StandingRow[];
  readonly aims: readonly AimRow[];
};
