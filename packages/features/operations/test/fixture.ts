import { openTestProvince, type TestWorkspace } from '@mahalleh/gate/testing';
import { newId } from '@mahalleh/kernel';
import { approveOperation } from '../src/commands/approve-operation.ts';
import { startOperation } from '../src/commands/start-operation.ts';
import { planOperation } from '../src/commands/plan-operation.ts';

/** A county with two neighbourhoods, a problem, two agencies, a capacity and two people. Today is 1 Azar 1405 (2026-11-22). */
export const openFixture = async () => {
  const db = await openTestProvince();
  const ids = {
    province: newId(),
    county: newId(),
    sheikhabad: newId(),
    pardisan: newId(),
    problem: newId(),
    municipality: newId(),
    basij: newId(),
    lamps: newId(),
    ali: newId(),
    zahra: newId(),
  };
  const unit = (id: string, kind: string, parent: string | null, county: string | null) =>
    db.sql(
      'insert into units (id, kind, name_fa, name_folded, parent_id, county_id, from_on, registered_at_ms) values (?, ?, ?, ?, ?, ?, ?, 0)',
      [id, kind, kind, kind, parent, county, '2026-03-21'],
    );
  await unit(ids.province, 'province', null, null);
  await unit(ids.county, 'county', ids.province, ids.county);
  await unit(ids.sheikhabad, 'neighbourhood', ids.county, ids.county);
  await unit(ids.pardisan, 'neighbourhood', ids.county, ids.county);
  const above: Record<string, string[]> = {
    [ids.province]: [],
    [ids.county]: [ids.province],
    [ids.sheikhabad]: [ids.county, ids.province],
    [ids.pardisan]: [ids.county, ids.province],
  };
  for (const [id, ancestors] of Object.entries(above))
    for (const ancestor of [id, ...ancestors])
      await db.sql('insert into unit_closure (ancestor_id, unit_id) values (?, ?)', [ancestor, id]);
  for (const id of [ids.county, ids.sheikhabad, ids.pardisan])
    await db.sql('insert into unit_memberships (id, unit_id, parent_id, county_id, from_on) values (?, ?, ?, ?, ?)', [
      newId(),
      id,
      ids.province,
      ids.county,
      '2026-03-21',
    ]);
  for (const [id, name] of [
    [ids.ali, 'علی رضایی'],
    [ids.zahra, 'زهرا صالحی'],
  ] as const)
    await db.sql(
      'insert into people (id, full_name, name_folded, is_sample, registered_at_ms) values (?, ?, ?, 1, 0)',
      [id, name, name],
    );
  for (const [id, kind] of [
    [ids.municipality, 'municipality'],
    [ids.basij, 'basij'],
  ] as const)
    await db.sql(
      'insert into agencies (id, name, name_folded, kind, unit_id, registered_at_ms) values (?, ?, ?, ?, ?, 0)',
      [id, kind, kind, kind, ids.county],
    );
  for (const key of ['civil_works', 'health'])
    await db.sql(
      'insert or ignore into domains (key, title_fa, title_en, national_key, is_sensitive, ord) values (?, ?, ?, ?, 0, 1)',
      [key, key, key, key],
    );
  await db.sql(
    "insert into problems (id, code, unit_id, domain_key, title, title_folded, severity, place_kind, status, registered_by, registered_at_ms) values (?, 'P-1', ?, 'civil_works', 'dark', 'dark', 3, 'whole', 'triaged', ?, 0)",
    [ids.problem, ids.sheikhabad, ids.ali],
  );
  await db.sql(
    "insert into capacities (id, unit_id, kind, name, name_folded, registered_at_ms) values (?, ?, 'equipment', 'lamps', 'lamps', 0)",
    [ids.lamps, ids.sheikhabad],
  );
  return { db, ids, today: '2026-11-22' };
};

/** What `openFixture` gives. */
export type Fixture = Awaited<ReturnType<typeof openFixture>>;

type Manager = Awaited<ReturnType<Fixture['db']['as']>>;

/** A right plan: one task, ten days, for the problem of Sheikhabad. */
export const planInput = ({ ids }: Fixture) => ({
  unitId: ids.sheikhabad,
  problemId: ids.problem,
  agencyId: ids.municipality,
  title: 'روشنایی كوچه‌ها',
  startsOn: '1405-09-01',
  endsOn: '1405-09-30',
  capacityIds: [ids.lamps],
  tasks: [{ title: 'نصب چراغ', responsiblePersonId: ids.ali, startsOn: '1405/09/02', dueOn: '۱۴۰۵/۰۹/۱۰' }],
});

/** A planned operation and its first task. */
export const planned = async (fixture: Fixture, change: Record<string, unknown> = {}) => {
  const manager = await fixture.db.as({ role: 'neighbourhood_manager', unitId: fixture.ids.sheikhabad });
  const plan = await planOperation.run(manager, { ...planInput(fixture), ...change });
  const tasks = await fixture.db.sql('select * from tasks where operation_id = ? order by starts_on, id', [plan.id]);
  return { manager, operationId: plan.id, code: plan.code, taskId: String(tasks[0]?.['id']), tasks };
};

/** Approves and starts a planned operation: it is at revision 3 then. */
export const started = async (manager: Manager, operationId: string) => {
  await approveOperation.run(manager, { operationId, revision: 1 });
  await startOperation.run(manager, { operationId, revision: 2 });
};

/** A running operation, at revision 3, and its first task. */
export const running = async (fixture: Fixture) => {
  const plan = await planned(fixture);
  await started(plan.manager, plan.operationId);
  return plan;
};

/** A photo of a task, or one that was removed. */
export const attachPhoto = ({ db, ids }: Fixture, taskId: string, removedAtMs: number | null = null) =>
  db.sql(
    "insert into evidence (id, subject_kind, subject_id, unit_id, kind, added_at_ms, added_by, removed_at_ms) values (?, 'task', ?, ?, 'photo', 0, ?, ?)",
    [newId(), taskId, ids.sheikhabad, ids.ali, removedAtMs],
  );

/** Lets something happen in the database after the next command has decided and before it saves. */
export const meanwhile = (fixture: Fixture, happens: string): void => {
  const { databases } = fixture.db.ports as { databases: { lane: Fixture['db']['ports']['databases']['lane'] } };
  const { lane } = databases;
  databases.lane = (name) => ({
    write: async (job) => {
      databases.lane = lane;
      await fixture.db.sql(happens);
      return lane(name).write(job);
    },
  });
};

/** One row by table and id. */
export const rowOf = async (db: TestWorkspace<'province'>, table: string, id: string) => {
  const [row] = await db.sql(`select * from ${table} where id = ?`, [id]);
  if (!row) throw new Error(`no row in ${table}`);
  return row;
};

/** What a command's refusal says: its kind and reason. */
export const reasonOf = async (running: Promise<unknown>): Promise<string> => {
  try {
    await running;
  } catch (cause) {
    const { kind, reason, fields } = cause as {
      kind?: string;
      reason?: string;
      fields?: { field: string; reason: string }[];
    };
    if (!kind) throw cause;
    return [
      kind,
      reason,
      ...(fields ?? []).map((fault) => (fault.reason === reason ? fault.field : `${fault.field} ${fault.reason}`)),
    ].join(' ');
  }
  return 'no refusal';
};

/** What a refused command says, with the values that its text mentions. */
export const failureOf = async (running: Promise<unknown>) => {
  try {
    await running;
    return undefined;
  } catch (cause) {
    const { kind, reason, detail, fields } = cause as {
      kind: string;
      reason: string;
      detail?: object;
      fields?: { params?: object }[];
    };
    return { kind, reason, ...(detail ?? fields?.[0]?.params) };
  }
};
