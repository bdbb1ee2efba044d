import type { Statement } from '@mahalleh/gate';
import { addDays, civilDateOf, Failure, type ProvinceSlug } from '@mahalleh/kernel';
import type { KindName } from '@mahalleh/templates/kinds';
import type { Desk } from '../desk.ts';
import { Fault } from '../fault.ts';
import { actIn } from './acting.ts';
import { inProvince } from './product.ts';
import type { SampleChange } from './starter-changes.ts';
import { elementIdOf } from './starter/index.ts';
import type { StarterName } from './starter/starter-text.ts';

const DAY_MS = 86_400_000;
/** How long after its day a task of the sample counts as late. Unit: days. */
const GRACE = 6;

/** An adoption of the sample, and what it follows. */
export type Used = {
  readonly id: string;
  readonly unitId: string;
  readonly province: ProvinceSlug;
  readonly name: StarterName;
  readonly daysAgo: number;
};

const landedOf = async (desk: Desk, used: Used, kind: KindName, key: string) => {
  const elementId = elementIdOf(used, kind, key);
  const [row] = await desk.rows(
    used.province,
    'select e.row_key, e.revision, coalesce(o.revision, t.revision) from adopted_elements e left join operations o on o.id = e.row_key left join tasks t on t.id = e.row_key where e.adoption_id = ? and e.element_id = ?',
    [used.id, elementId],
  );
  if (!row) throw new Fault(`${used.name} has no ${kind} ${key}.`);
  return { elementId, rowKey: String(row[0]), wordsRevision: Number(row[1]), revision: Number(row[2]) };
};

/** Says otherwise here what was taken over, each by the command that the pages use. */
export const changeLocally = async (desk: Desk, used: Used, changes: readonly SampleChange[]): Promise<void> => {
  const director = await actIn(desk, used.province, 'director_general', Date.now() - (used.daysAgo - 1) * DAY_MS);
  for (const { kind, key, field, text } of changes) {
    const { elementId, rowKey, wordsRevision, revision } = await landedOf(desk, used, kind, key);
    if (kind === 'operation')
      await inProvince(director, 'operation.amend', { operationId: rowKey, revision, [field]: text });
    else if (kind === 'task') await inProvince(director, 'task.amend', { taskId: rowKey, revision, [field]: text });
    else
      await inProvince(director, 'adoption.reword', {
        ...{ adoptionId: used.id, elementId, revision: wordsRevision },
        words: { [field]: text },
      });
  }
};

/** Puts another task at the end of an operation that was taken over. */
export const addTask = async (desk: Desk, used: Used, { operation, title }: { operation: string; title: string }) => {
  const { rowKey } = await landedOf(desk, used, 'operation', operation);
  const [last] = await desk.rows(
    used.province,
    'select responsible_person_id, starts_on, due_on from tasks where operation_id = ? order by due_on desc limit 1',
    [rowKey],
  );
  if (!last) throw new Fault(`${operation} has no task.`);
  const director = await actIn(desk, used.province, 'director_general', Date.now() - (used.daysAgo - 1) * DAY_MS);
  const [responsiblePersonId, startsOn, dueOn] = last;
  await inProvince(director, 'task.assign', { operationId: rowKey, title, responsiblePersonId, startsOn, dueOn });
};

/** Proposes to the publisher what was changed here in these elements. */
export const proposeUpstream = async (
  desk: Desk,
  used: Used,
  {
    changes,
    note,
    daysAgo,
  }: { readonly changes: readonly SampleChange[]; readonly note: string; readonly daysAgo: number },
): Promise<void> => {
  const director = await actIn(desk, used.province, 'director_general', Date.now() - daysAgo * DAY_MS);
  const keys = changes.map(({ kind, key, field }) => `${elementIdOf(used, kind, key)}.${field}`);
  const propose = (cleared: readonly string[]): Promise<unknown> =>
    inProvince(director, 'improvement.propose', { adoptionId: used.id, keys, note, cleared });
  try {
    await propose([]);
  } catch (cause) {
    if (!(cause instanceof Failure) || cause.reason !== 'improvement_findings') throw cause;
    // Words that are a name somewhere else: looked at, and nobody’s here.
    await propose((cause.fields ?? []).map(({ field }) => field));
  }
};

/** What was done since, to today: tasks whose day is past, operations whose tasks are done, and fewer dark alleys than there were. */
export const carriedOn = ({ id, unitId }: Used, by: string, nowMs: number): Statement[] => {
  const today = civilDateOf(nowMs);
  const past = addDays(today, -GRACE);
  const own =
    "select row_key from adopted_elements where adoption_id = ? and kind = 'operation' and state = 'landed' and is_joined = 0";
  const at = (column: string): string => `(unixepoch(${column}) + 36000) * 1000`;
  return [
    {
      sql: `update operations set status = 'running', approved_at_ms = planned_at_ms, approved_by = ?, started_at_ms = ${at('starts_on')}, revision = revision + 1 where starts_on <= ? and id in (${own})`,
      args: [by, today, id],
    },
    {
      sql: `update tasks set status = 'done', done_at_ms = ${at('due_on')}, done_note = ?, revision = revision + 1 where due_on <= ? and operation_id in (${own})`,
      args: ['انجام شد و شورا دید. (نمونه)', past, id],
    },
    {
      sql: `update operations set status = 'done', result_note = ?, finished_at_ms = ${at('ends_on')}, revision = revision + 1 where status = 'running' and ends_on <= ? and id in (${own}) and not exists (select 1 from tasks t where t.operation_id = operations.id and t.status = 'open')`,
      args: ['کارها تا پایان انجام شد و نتیجه در شورا گفته شد. (نمونه)', past, id],
    },
    {
      sql: "update measurements set value = max(min(value, 2), value - 9), revision = revision + 1 where unit_id = ? and struck_at_ms is null and indicator_id in (select row_key from adopted_elements where adoption_id = ? and kind = 'indicator' and json_extract(base_json, '$.key') = 'dark_alleys') and measured_at_ms > (select unixepoch(starts_on) * 1000 + 7776000000 from adoptions where id = ?)",
      args: [unitId, id, id],
    },
  ];
};
