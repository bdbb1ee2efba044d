import { compile } from '@mahalleh/gate';
import { newId } from '@mahalleh/kernel';
import { isRecord, ROW_FORMS, ROW_KINDS } from '@mahalleh/templates/rows';
import { undoAct } from '@mahalleh/undo';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { asksOf, documentOf, E, openAdopter, type Adopter } from './adopt-world.ts';
import { NOW } from './standing-world.ts';

let world: Adopter;
let { adopt } = {} as ReturnType<typeof asksOf>;
beforeEach(async () => {
  world = await openAdopter();
  await world.establish(world.ids.place);
  await world.sign(documentOf());
  ({ adopt } = asksOf(world));
});
afterEach(() => world.db.close());

describe('adopting', () => {
  test('makes every element a record as its own command would write it, in one act', async () => {
    const answer = await adopt();
    expect(answer).toMatchObject({ revision: 1, landed: 13, joined: 0, kept: 9, leftOut: 0 });
    const { rows, ids, director, manager } = world;
    expect(await rows('problems', "title = 'کوچه‌های تاریک'")).toMatchObject([
      {
        ...{
          unit_id: ids.place,
          domain_key: 'civil_works',
          title_folded: 'کوچههای تاریک',
          severity: 4,
          status: 'registered',
        },
        ...{ whys_json: '["چراغ کم است","کسی گزارش نمی‌دهد"]', root_cause: 'کسی گزارش نمی‌دهد', solution: 'چراغ تازه' },
        ...{ place_kind: 'whole', registered_by: director.personId, registered_at_ms: NOW, revision: 1 },
        code: expect.stringMatching(/^[0-9A-Z]{6}$/),
      },
    ]);
    expect(await rows('operations', "title = 'روشنایی کوچه‌ها'")).toMatchObject([
      {
        ...{ unit_id: ids.place, domain_key: 'civil_works', agency_id: ids.agency, status: 'planned' },
        ...{ starts_on: '2026-11-28', problem_id: expect.any(String), indicator_id: expect.any(String) },
        code: expect.stringMatching(/^A-/),
      },
    ]);
    expect(await rows('tasks', "title = 'نصب'")).toMatchObject([
      {
        responsible_person_id: manager.personId,
        agency_id: ids.agency,
        status: 'open',
        starts_on: '2026-12-05',
        due_on: '2026-12-09',
      },
    ]);
    expect(await rows('task_dependencies')).toMatchObject([{ lag_days: 4, unit_id: ids.place }]);
    expect(await rows('responsibilities')).toMatchObject([
      { role: 'lead', from_on: '2026-11-24', agency_id: ids.agency },
    ]);
    expect(await rows('committees')).toMatchObject([{ kind_key: 'civil_works', formed_on: '2026-11-24' }]);
    expect(await rows('targets')).toMatchObject([{ goal_value: 100, from_on: '2026-11-28', unit_id: ids.place }]);
    const indicators = await rows('indicators');
    expect(indicators.map(({ key }) => key).toSorted()).toEqual(['lit_alleys', 'lit_gain']);
    expect(await rows('indicator_inputs')).toMatchObject([
      { kind: 'indicator', ref: indicators.find(({ key }) => key === 'lit_alleys')?.['id'] },
    ]);
    expect(await rows('indicator_aims')).toMatchObject([
      { unit_id: ids.place, baseline_value: null, goal_period: '1406-s1' },
    ]);
    expect(await rows('adoptions')).toMatchObject([
      { status: 'active', version: 1, starts_on: '2026-11-28', adopted_by: director.personId },
    ]);
    expect((await world.db.audit()).at(-1)).toMatchObject({
      action: 'template.adopt',
      subject: answer.id,
      unit_id: ids.place,
    });
  });

  test('keeps how each element landed exactly as the record’s own form reads, so that nothing counts as changed', async () => {
    const { id } = await adopt();
    for (const kind of ROW_KINDS) {
      const { from, form } = ROW_FORMS[kind];
      const { sql: text, args } = compile(
        sql`select count(*) as n, sum(e.landed_json = ${form}) as same from adopted_elements e cross join ${from} where e.adoption_id = ${id} and e.kind = ${kind} and ${isRecord(kind, sql`e.row_key`)}`,
      );
      const [row] = await world.db.sql(text, args);
      expect([kind, row?.['n'] === row?.['same'], Number(row?.['n']) > 0]).toEqual([kind, true, true]);
    }
    const kept = await world.rows('adopted_elements', `element_id = '${E.later}'`);
    expect(kept).toMatchObject([{ state: 'kept', kind: 'rhythm', row_key: null }]);
    const stands = await world.rows('element_rows', "kind = 'problem'");
    expect(stands.map(({ element_id }) => element_id).toSorted()).toEqual([E.problem, E.hidden]);
    expect(await world.rows('element_rows', "kind = 'role'")).toEqual([]);
  });

  test('is two database requests', async () => {
    let requests = 0;
    const { databases } = world.db.ports;
    const { reader, loader, lane } = databases;
    Object.assign(databases, {
      reader: (name: string) => ({ batch: (all: never) => ((requests += 1), reader(name as never).batch(all)) }),
      loader: (name: string) => ({ batch: (all: never) => ((requests += 1), loader(name as never).batch(all)) }),
      lane: (name: string) => ({ write: (job: never) => ((requests += 1), lane(name as never).write(job)) }),
    });
    await adopt();
    expect(requests).toBe(2);
  });

  test('is taken back as one, and can then be done again', async () => {
    const commandId = newId();
    await adopt({}, commandId);
    await undoAct.run(world.director, { commandId });
    for (const table of ['adoptions', 'adopted_elements', 'element_rows', 'operations', 'tasks', 'task_dependencies'])
      expect([table, await world.rows(table)]).toEqual([table, []]);
    for (const table of [
      'indicators',
      'indicator_versions',
      'indicator_inputs',
      'indicator_aims',
      'targets',
      'committees',
    ])
      expect([table, await world.rows(table)]).toEqual([table, []]);
    expect(await world.rows('problems', 'discarded_at_ms is null')).toEqual([]);
    expect(await world.rows('responsibilities', 'ended_at_ms is null')).toEqual([]);
    expect(await world.rows('mapping_memory')).not.toEqual([]);
    await expect(adopt()).resolves.toMatchObject({ landed: 13 });
  });

  test.each([
    ['a task has moved on', "update tasks set revision = 2 where title = 'جشن'"],
    [
      'something was given to an operation',
      "insert into contributions (id, operation_id, unit_id, kind, recorded_at_ms) select 'c', id, unit_id, 'goods', 0 from operations limit 1",
    ],
    [
      'evidence was added',
      "insert into evidence (id, subject_kind, subject_id, unit_id, kind, note, added_at_ms, added_by) select 'e', 'task', id, unit_id, 'text', 'n', 0, 'p' from tasks limit 1",
    ],
    ['an element was reworded', `update adopted_elements set revision = 2 where element_id = '${E.lesson}'`],
  ])('is not taken back when %s', async (_what, change) => {
    const commandId = newId();
    await adopt({}, commandId);
    await world.db.sql('pragma foreign_keys = off');
    await world.db.sql(change);
    await expect(undoAct.run(world.director, { commandId })).rejects.toMatchObject({ kind: 'conflict' });
    expect(await world.rows('operations')).toHaveLength(2);
    expect(await world.rows('adoptions')).toHaveLength(1);
  });

  test('the same command sent again answers the same and does nothing more', async () => {
    const commandId = newId();
    const first = await adopt({}, commandId);
    expect(await adopt({}, commandId)).toEqual(first);
    expect(await world.rows('adoptions')).toHaveLength(1);
  });

  test('two at once make one adoption, and nothing of the other', async () => {
    const answers = await Promise.allSettled([adopt(), adopt()]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { kind: 'conflict' } });
    expect(await world.rows('operations')).toHaveLength(2);
    expect(await world.rows('problems')).toHaveLength(2);
  });
});
