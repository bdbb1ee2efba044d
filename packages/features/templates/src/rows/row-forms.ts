import { sql, type SQL } from 'drizzle-orm';

/**
 * How a kind of element looks as a record of the workspace: the *landed form*. It has the field names of the element; a
 * `…Ref` holds the key of a record here (a domain's key, a person's, an agency's or a problem's id), and the three fields of
 * relative days (`startAfterRef`, `startDays`, `lastsDays`) are the two days `startsOn` and `endsOn`. What is stored of an
 * adopted element when it lands (`adopted_elements.landed_json`) is exactly this text, made by the same SQL, so that a
 * field was changed here if and only if it differs.
 */
export type RowForm = {
  /** SQL after `from`; the table's alias is `r`. */
  readonly from: SQL;
  /** What names the record: `row_key` of `element_rows` and `adopted_elements`. */
  readonly key: SQL;
  /** The unit that it belongs to; null for what is of the whole province. */
  readonly unit: SQL;
  /** 1 when it is over without having been done: cancelled, dropped, discarded. */
  readonly isGone: SQL;
  /** A JSON object: the landed form. */
  readonly form: SQL;
};

/** SQL that holds for the one record that this key names, found by its index. */
export const isRecord = (kind: RowKind, key: SQL): SQL =>
  kind === 'link' ? sql`(r.task_id = substr(${key}, 1, 36) and r.after_id = substr(${key}, 38))` : sql`r.id = ${key}`;

const flag = (column: string): SQL => sql.raw(`json(iif(${column}, 'true', 'false'))`);

/** The landed form of every kind that has records of its own. */
export const ROW_FORMS = {
  committee: {
    from: sql`committees r`,
    key: sql`r.id`,
    unit: sql`r.unit_id`,
    isGone: sql`0`,
    form: sql`json_object('key', r.kind_key)`,
  },
  problem: {
    from: sql`problems r`,
    key: sql`r.id`,
    unit: sql`r.unit_id`,
    isGone: sql`(r.discarded_at_ms is not null or r.redacted_at_ms is not null or r.merged_into_id is not null)`,
    form: sql`json_object('title', r.title, 'description', r.description, 'domainRef', r.domain_key, 'severity', r.severity, 'whys', json(coalesce(r.whys_json, iif(r.root_cause is null, '[]', json_array(r.root_cause)))), 'solution', r.solution)`,
  },
  operation: {
    from: sql`operations r`,
    key: sql`r.id`,
    unit: sql`r.unit_id`,
    isGone: sql`(r.status = 'cancelled')`,
    form: sql`json_object('title', r.title, 'goal', r.goal, 'measure', r.measure, 'audience', r.audience, 'domainRef', r.domain_key, 'problemRef', r.problem_id, 'agencyRef', r.agency_id, 'indicatorRef', r.indicator_id, 'capacityRefs', json((select json_group_array(capacity_id) from (select capacity_id from operation_capacities where operation_id = r.id order by capacity_id))), 'startsOn', r.starts_on, 'endsOn', r.ends_on)`,
  },
  task: {
    from: sql`tasks r`,
    key: sql`r.id`,
    unit: sql`r.unit_id`,
    isGone: sql`(r.status = 'cancelled')`,
    form: sql`json_object('title', r.title, 'operationRef', r.operation_id, 'roleRef', r.responsible_person_id, 'agencyRef', r.agency_id, 'startsOn', r.starts_on, 'endsOn', r.due_on, 'isMilestone', ${flag('r.is_milestone')})`,
  },
  link: {
    from: sql`task_dependencies r`,
    key: sql`(r.task_id || '|' || r.after_id)`,
    unit: sql`r.unit_id`,
    isGone: sql`0`,
    form: sql`json_object('taskRef', r.task_id, 'afterRef', r.after_id, 'lagDays', r.lag_days)`,
  },
  duty: {
    from: sql`responsibilities r`,
    key: sql`r.id`,
    unit: sql`r.unit_id`,
    isGone: sql`(r.ended_at_ms is not null)`,
    form: sql`json_object('domainRef', r.domain_key, 'agencyRef', r.agency_id, 'role', r.role, 'note', r.note)`,
  },
  indicator: {
    from: sql`indicators r join indicator_versions v on v.indicator_id = r.id and v.version = r.version`,
    key: sql`r.id`,
    unit: sql`null`,
    isGone: sql`(r.retired_at_ms is not null)`,
    form: sql`json_object('key', r.key, 'titleFa', r.title_fa, 'titleEn', r.title_en, 'aim', r.aim, 'unit', v.unit, 'direction', v.direction, 'formula', v.formula, 'about', r.about, 'ofFa', r.of_fa, 'ofEn', r.of_en, 'source', r.source, 'frequency', r.frequency, 'population', r.population, 'addsUp', ${flag('r.adds_up')})`,
  },
  target: {
    from: sql`targets r`,
    key: sql`r.id`,
    unit: sql`r.unit_id`,
    isGone: sql`(r.dropped_at_ms is not null)`,
    form: sql`json_object('titleFa', r.title_fa, 'titleEn', r.title_en, 'metricKey', r.metric_key, 'metricDims', r.metric_dims, 'indicatorRef', r.indicator_id, 'baseline', r.baseline_value, 'goal', r.goal_value, 'startsOn', r.from_on, 'endsOn', r.due_on)`,
  },
} as const satisfies Record<string, RowForm>;

/** A kind that has records of its own. */
export type RowKind = keyof typeof ROW_FORMS;

/** The kinds that have records of their own; the cast is safe because an object literal has no other keys. */
export const ROW_KINDS = Object.keys(ROW_FORMS) as readonly RowKind[];

/** Whether elements of this kind become records of their own. */
export const isRowKind = (kind: string): kind is RowKind => Object.hasOwn(ROW_FORMS, kind);
