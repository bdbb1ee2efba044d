import { isMyUnit, many, maybe, one, type ReadDb } from '@mahalleh/gate';
import { isRecord, ROW_FORMS, ROW_KINDS, type RowKind } from '@mahalleh/templates/rows';
import { sql, type SQL } from 'drizzle-orm';
import type { AdoptionStatus, ElementState } from '../statuses.ts';

type Db = ReadDb<'province'>;

/** An adoption with what it is called and where it is. */
export type AdoptionRow = {
  id: string;
  templateId: string;
  version: number;
  digest: string;
  unitId: string;
  startsOn: string;
  mappingJson: string;
  status: AdoptionStatus;
  revision: number;
  title: string;
  unitName: string;
  province: string;
};

/** An element of the base version as it is kept. */
export type ElementRow = {
  id: string;
  kind: string;
  state: ElementState;
  rowKey: string | null;
  isJoined: number;
  baseJson: string;
  landedJson: string;
  localJson: string;
  revision: number;
};

/** The record of an element as it stands now. */
export type RecordRow = {
  /** The element; of what was added here, the one that it is known by since it was proposed, else its own key. */
  id: string;
  kind: string;
  rowKey: string;
  form: string;
  isGone: number;
  status: string | null;
  /** The revision that a change of it is guarded by; null where its table has none. */
  revision: number | null;
};

const STATUS: Partial<Record<RowKind, SQL>> = {
  operation: sql`r.status`,
  task: sql`r.status`,
  // A problem that something is done about is not put aside.
  problem: sql`iif(r.status = 'registered' and exists (select 1 from operations o where o.problem_id = r.id), 'held', r.status)`,
};
const UNREVISED: readonly RowKind[] = ['committee', 'link'];

const named = (kind: RowKind): SQL => sql.raw(`'${kind}'`);
const recordOf = (kind: RowKind, id: SQL): SQL => {
  const { form, isGone, key } = ROW_FORMS[kind];
  const revision = UNREVISED.includes(kind) ? sql`null` : sql`r.revision`;
  return sql`select ${id} as id, ${named(kind)} as kind, ${key} as "rowKey", ${form} as form, ${isGone} as "isGone", ${STATUS[kind] ?? sql`null`} as status, ${revision} as revision`;
};

/** The records of an adoption's elements: by the key of each, never a look through a whole table. */
const recordsSql = (adoptionId: SQL): SQL =>
  sql.join(
    ROW_KINDS.map(
      (kind) =>
        sql`${recordOf(kind, sql`e.element_id`)} from adopted_elements e cross join ${ROW_FORMS[kind].from} where e.adoption_id = ${adoptionId} and e.kind = ${named(kind)} and e.row_key is not null and ${isRecord(kind, sql`e.row_key`)}`,
    ),
    sql` union all `,
  );

const isNotAdopted = (adoptionId: SQL, kind: RowKind): SQL =>
  sql`not exists (select 1 from adopted_elements x where x.adoption_id = ${adoptionId} and x.kind = ${named(kind)} and x.row_key = ${ROW_FORMS[kind].key})`;

/** Operations for what was adopted, tasks of adopted operations and of those, and what such tasks wait for: what was added here. */
const addedSql = (adoptionId: SQL): SQL => {
  const known = (kind: RowKind) =>
    sql`coalesce((select min(k.element_id) from element_rows k where k.template_id = (select a.template_id from adoptions a where a.id = ${adoptionId}) and k.kind = ${named(kind)} and k.row_key = ${ROW_FORMS[kind].key}), ${ROW_FORMS[kind].key})`;
  const adopted = (kind: RowKind) =>
    sql`(select e.row_key from adopted_elements e where e.adoption_id = ${adoptionId} and e.kind = ${named(kind)} and e.row_key is not null and e.state <> 'gone')`;
  const unit = sql`(select a.unit_id from adoptions a where a.id = ${adoptionId})`;
  const { operation, task, link } = ROW_FORMS;
  return sql.join(
    [
      sql`${recordOf('operation', known('operation'))} from ${operation.from} where r.unit_id = ${unit} and r.status <> 'cancelled' and (r.problem_id in ${adopted('problem')} or r.indicator_id in ${adopted('indicator')}) and ${isNotAdopted(adoptionId, 'operation')}`,
      sql`${recordOf('task', known('task'))} from ${task.from} where r.operation_id in (select o.id from operations o where o.unit_id = ${unit} and (o.id in ${adopted('operation')} or o.problem_id in ${adopted('problem')} or o.indicator_id in ${adopted('indicator')})) and r.status <> 'cancelled' and ${isNotAdopted(adoptionId, 'task')}`,
      sql`${recordOf('link', known('link'))} from ${link.from} where r.task_id in ${adopted('task')} and r.after_id in ${adopted('task')} and ${isNotAdopted(adoptionId, 'link')}`,
    ],
    sql` union all `,
  );
};

/** How an adoption is here: its elements, their records, and what was added. */
export const localSql = (adoptionId: SQL) => ({
  elements: sql`select element_id as id, kind, state, row_key as "rowKey", is_joined as "isJoined", base_json as "baseJson", landed_json as "landedJson", local_json as "localJson", revision from adopted_elements where adoption_id = ${adoptionId} order by rowid`,
  records: recordsSql(adoptionId),
  added: addedSql(adoptionId),
});

/** The weekend of here, by which working days are counted. */
export const WORK: SQL = sql`select weekend from work_settings`;

/** What is asked to know an adoption as it is here. Fails: not_found `adoption_unknown`, when it is not there or not in one's units. */
export const askLocal = (db: Db, adoptionId: SQL) => {
  const { elements, records, added } = localSql(adoptionId);
  return {
    adoption: one(
      db.text<AdoptionRow>(
        sql`select a.id, a.template_id as "templateId", a.version, a.digest, a.unit_id as "unitId", a.starts_on as "startsOn", a.mapping_json as "mappingJson", a.status, a.revision, t.title, t.province, u.name_fa as "unitName" from adoptions a join templates t on t.digest = a.digest join units u on u.id = a.unit_id where a.id = ${adoptionId} and ${isMyUnit(sql`a.unit_id`)}`,
      ),
      'adoption_unknown',
    ),
    elements: many(db.text<ElementRow>(elements)),
    records: many(db.text<RecordRow>(records)),
    added: many(db.text<RecordRow>(added)),
    work: maybe(db.text<{ weekend: string }>(WORK)),
  };
};

/** The answers of `askLocal`, as far as an adoption is read from them. */
export type LocalAnswers = {
  readonly adoption: Pick<AdoptionRow, 'unitId' | 'startsOn' | 'mappingJson'>;
  readonly elements: readonly ElementRow[];
  readonly records: readonly RecordRow[];
  readonly added: readonly RecordRow[];
  readonly work: { readonly weekend: string } | undefined;
};
