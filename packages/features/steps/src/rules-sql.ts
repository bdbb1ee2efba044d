import { conformanceSql, councilsIn } from '@mahalleh/councils';
import { MINIMUM, type StepCounts } from './rules.ts';

/**
 * How many problems of a unit stand so, told by the tallies, however many there are. With `most`, so many rows of the
 * tallies are read, each of one problem or more: fewer than `most` is exact, and more is at least that.
 */
const problemsOf = (standing: string, most: number | null): string => {
  const tallies = `problem_tallies y where y.unit_id = u.id and y.standing ${standing} and y.n > 0`;
  return most === null
    ? `(select coalesce(sum(y.n), 0) from ${tallies})`
    : `(select coalesce(sum(n), 0) from (select y.n from ${tallies} limit ${most}))`;
};

/** A count of rows for each unit; `most` stops counting where more would change nothing. */
const counted = (rows: string, most: number | null): string =>
  most === null ? `(select count(*) from ${rows})` : `(select count(*) from (select 1 from ${rows} limit ${most}))`;

const ABIDES = "not in ('merged', 'split')";

const EVIDENCE =
  "exists (select 1 from evidence e where e.subject_kind = 'task' and e.subject_id = t.id and e.removed_at_ms is null)";

const columns = (isBounded: boolean): string => {
  const upTo = (most: number) => (isBounded ? most : null);
  const done = "operations o where o.unit_id = u.id and o.status = 'done'";
  return [
    'u.id as unit_id',
    'k.council_id is not null as has_council',
    'coalesce(k.required_seats, 0) as required_seats',
    'coalesce(k.filled_seats, 0) as filled_seats',
    'coalesce(k.sworn, 0) as sworn_seats',
    'coalesce(k.has_met, 0) as has_met',
    `${problemsOf(ABIDES, upTo(MINIMUM.problems))} as problems`,
    `${problemsOf("= 'registered'", upTo(1))} as untriaged`,
    `${counted('capacities c where c.unit_id = u.id and c.withdrawn_at_ms is null', upTo(MINIMUM.capacities))} as capacities`,
    `${counted("operations o where o.unit_id = u.id and o.status <> 'cancelled' and exists (select 1 from tasks t where t.operation_id = o.id and t.status <> 'cancelled')", upTo(MINIMUM.operations))} as operations_planned`,
    `${counted(done, upTo(1))} as operations_done`,
    `${counted(`tasks t where t.unit_id = u.id and t.status = 'done' and t.done_note is null and not ${EVIDENCE}`, upTo(1))} as tasks_without_evidence`,
    `${counted(`${done} and (o.result_note is not null or o.result_value is not null)`, upTo(1))} as operations_measured`,
  ].join(', ');
};

const STEP1 = 's.has_council and s.filled_seats = s.required_seats and s.sworn_seats = s.required_seats and s.has_met';
const STEP2 = `s.problems >= ${MINIMUM.problems} and s.untriaged = 0 and s.capacities >= ${MINIMUM.capacities}`;
const STEP3 = `s.operations_planned >= ${MINIMUM.operations} and s.operations_done >= 1 and s.tasks_without_evidence = 0 and s.operations_measured >= 1`;

const FLAGS = [
  's.has_council and s.filled_seats = s.required_seats as seats_filled',
  's.has_council and s.sworn_seats = s.required_seats as sworn',
  `s.problems >= ${MINIMUM.problems} and s.untriaged = 0 as triaged`,
  's.operations_done >= 1 and s.tasks_without_evidence = 0 as evidenced',
  's.operations_measured >= 1 as measured',
  `${STEP1} as step1`,
  `${STEP2} as step2`,
  `${STEP3} as step3`,
  `case when not (${STEP1}) then 0 when not (${STEP2}) then 1 when not (${STEP3}) then 2 else 3 end as step`,
  "case when not s.has_council then 'council_absent' when s.filled_seats < s.required_seats then 'seat_vacant'" +
    " when s.sworn_seats < s.required_seats then 'not_sworn' when not s.has_met then 'first_meeting_missing'" +
    ` when s.problems < ${MINIMUM.problems} then 'problems_missing' when s.untriaged > 0 then 'problems_untriaged'` +
    ` when s.capacities < ${MINIMUM.capacities} then 'capacities_missing'` +
    ` when s.operations_planned < ${MINIMUM.operations} then 'operation_missing' when s.operations_done < 1 then 'operation_not_done'` +
    " when s.tasks_without_evidence > 0 then 'evidence_missing' when s.operations_measured < 1 then 'result_missing' else 'none' end as lack",
].join(', ');

/** `exact`: the counts are right, for a page. `bounded`: counting stops where the step is decided, for many units at once. */
export type Counting = 'exact' | 'bounded';

/**
 * The steps of units, the same as `stepOf`. `units` is SQL that gives unit ids. Uses `:today`.
 * Shape: rows `unit_id`, the counts, a flag for each condition, `step1` to `step3`, `step` (0..3), `lack`.
 */
export const stepsSql = (units: string, counting: Counting = 'exact'): string =>
  `with s as materialized (select ${columns(counting === 'bounded')} from units u` +
  ` left join (${conformanceSql(councilsIn(units, 'neighbourhood_progress'))}) k on k.unit_id = u.id where u.id in (${units}))` +
  ` select s.*, ${FLAGS} from s`;

/** The counts among the columns of `stepsSql`. */
export type CountsRow = {
  has_council: number;
  required_seats: number;
  filled_seats: number;
  sworn_seats: number;
  has_met: number;
  problems: number;
  untriaged: number;
  capacities: number;
  operations_planned: number;
  operations_done: number;
  tasks_without_evidence: number;
  operations_measured: number;
};

/** Reads a row of `stepsSql` as the rule takes it. */
export const readCounts = (row: CountsRow): StepCounts => ({
  hasCouncil: row.has_council === 1,
  requiredSeats: row.required_seats,
  filledSeats: row.filled_seats,
  sworn: row.sworn_seats,
  hasMet: row.has_met === 1,
  problems: row.problems,
  untriaged: row.untriaged,
  capacities: row.capacities,
  operationsPlanned: row.operations_planned,
  operationsDone: row.operations_done,
  tasksWithoutEvidence: row.tasks_without_evidence,
  operationsMeasured: row.operations_measured,
});
