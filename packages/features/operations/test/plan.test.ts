import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { amendOperation } from '../src/commands/amend-operation.ts';
import { planOperation } from '../src/commands/plan-operation.ts';
import { openFixture, planInput, planned, reasonOf, rowOf, type Fixture } from './fixture.ts';

let fixture: Fixture;
beforeEach(async () => {
  fixture = await openFixture();
});
afterEach(() => fixture.db.close());

describe('operation.plan', () => {
  test('writes the operation, its tasks, its capacities and one audit row, all at once', async () => {
    const { db, ids } = fixture;
    const { operationId, code, taskId, manager } = await planned(fixture);
    expect(await rowOf(db, 'operations', operationId)).toMatchObject({
      code,
      unit_id: ids.sheikhabad,
      domain_key: 'civil_works',
      title: 'روشنایی کوچه‌ها',
      status: 'planned',
      starts_on: '2026-11-22',
      ends_on: '2026-12-21',
      revision: 1,
    });
    expect(await rowOf(db, 'tasks', taskId)).toMatchObject({
      unit_id: ids.sheikhabad,
      agency_id: ids.municipality,
      responsible_person_id: ids.ali,
      starts_on: '2026-11-23',
      due_on: '2026-12-01',
      status: 'open',
    });
    expect(await db.sql('select capacity_id from operation_capacities')).toEqual([{ capacity_id: ids.lamps }]);
    const audit = await db.audit();
    expect(audit).toHaveLength(1);
    expect(audit[0]).toMatchObject({
      action: 'operation.plan',
      actor_id: manager.personId,
      subject: operationId,
      unit_id: ids.sheikhabad,
    });
    expect(JSON.stringify(audit[0])).not.toContain('روشنایی');
  });

  test('a task keeps its own agency, or none when that is said', async () => {
    const { ids } = fixture;
    const task = { title: 'کار', responsiblePersonId: ids.ali, startsOn: '1405-09-02', dueOn: '1405-09-03' };
    const { tasks } = await planned(fixture, {
      tasks: [
        { ...task, agencyId: ids.basij },
        { ...task, startsOn: '1405-09-03', agencyId: null },
      ],
    });
    expect(tasks.map(({ agency_id }) => agency_id)).toEqual([ids.basij, null]);
  });

  const bad: [string, (f: Fixture) => Record<string, unknown>, string][] = [
    ['without a task', () => ({ tasks: [] }), 'invalid input_invalid tasks operation_without_task'],
    ['that ends before it starts', () => ({ endsOn: '1405-08-30' }), 'refused operation_ends_before_start endsOn'],
    [
      'with a date that does not exist',
      () => ({ endsOn: '1405-12-30' }),
      'invalid input_invalid endsOn date_does_not_exist',
    ],
    ['with a field that there is not', () => ({ status: 'done' }), 'invalid input_invalid status unknown_field'],
    [
      'with a phone number in its title',
      () => ({ title: 'تماس با ۰۹۱۲۱۲۳۴۵۶۷' }),
      'invalid input_invalid title personal_number_in_text',
    ],
    ['for a problem that is not there', ({ ids }) => ({ problemId: ids.ali }), 'refused problem_unknown problemId'],
    [
      'for the problem of another neighbourhood',
      ({ ids }) => ({ unitId: ids.pardisan }),
      'refused problem_of_other_unit problemId',
    ],
    [
      'for another domain than its problem’s',
      () => ({ domainKey: 'health' }),
      'refused operation_domain_differs domainKey',
    ],
    ['for neither a problem nor a domain', () => ({ problemId: '' }), 'refused operation_without_domain domainKey'],
    [
      'for a domain that there is not',
      () => ({ problemId: '', domainKey: 'astrology' }),
      'refused domain_unknown domainKey',
    ],
    [
      'in a county',
      ({ ids }) => ({ unitId: ids.county, problemId: '', domainKey: 'health' }),
      'refused operation_outside_neighbourhood unitId',
    ],
    ['in a unit that is not there', ({ ids }) => ({ unitId: ids.ali }), 'not_found unit_unknown'],
    ['by an agency that is not there', ({ ids }) => ({ agencyId: ids.ali }), 'refused agency_unknown agencyId'],
    [
      'with a capacity that is not there',
      ({ ids }) => ({ capacityIds: [ids.lamps, ids.ali] }),
      'refused capacity_out_of_reach capacityIds.1',
    ],
  ];
  test.each(bad)('%s is refused and leaves no row', async (_title, change, expected) => {
    const dg = await fixture.db.as({ role: 'director_general', unitId: fixture.ids.province });
    expect(await reasonOf(planOperation.run(dg, { ...planInput(fixture), ...change(fixture) }))).toBe(expected);
    expect(
      await fixture.db.sql(
        'select (select count(*) from operations) + (select count(*) from tasks) + (select count(*) from audit_log) as n',
      ),
    ).toEqual([{ n: 0 }]);
  });

  test('a bad task is named by its place in the list', async () => {
    const { ids, db } = fixture;
    const manager = await db.as({ role: 'neighbourhood_manager', unitId: ids.sheikhabad });
    const task = { title: 'کار', responsiblePersonId: ids.ali, startsOn: '1405-09-02', dueOn: '1405-09-03' };
    const plan = (second: object) =>
      planOperation.run(manager, { ...planInput(fixture), tasks: [task, { ...task, ...second }] });
    expect(await reasonOf(plan({ dueOn: '1405-10-01' }))).toBe('refused task_outside_operation tasks.1.dueOn');
    expect(await reasonOf(plan({ responsiblePersonId: ids.problem }))).toBe(
      'refused person_unknown tasks.1.responsiblePersonId',
    );
    expect(await reasonOf(plan({ agencyId: ids.problem }))).toBe('refused agency_unknown tasks.1.agencyId');
    expect(await reasonOf(plan({ title: '' }))).toBe('invalid input_invalid tasks.1.title required');
  });

  test.each(['merged', 'closed'])('on a %s problem is refused', async (status) => {
    await fixture.db.sql('update problems set status = ?', [status]);
    expect(await reasonOf(planned(fixture))).toBe(`refused problem_is_${status} problemId`);
  });

  test('in a neighbourhood that has ended is refused', async () => {
    await fixture.db.sql('update units set ended_on = ? where id = ?', ['2026-11-01', fixture.ids.sheikhabad]);
    expect(await reasonOf(planned(fixture))).toBe('refused operation_unit_ended unitId');
  });

  test('with a withdrawn capacity, a retired agency or a retired person is refused', async () => {
    await fixture.db.sql('update capacities set withdrawn_at_ms = 1');
    expect(await reasonOf(planned(fixture))).toBe('refused capacity_out_of_reach capacityIds.0');
    await fixture.db.sql('update people set retired_at_ms = 1 where id = ?', [fixture.ids.ali]);
    expect(await reasonOf(planned(fixture))).toBe('refused person_unknown tasks.0.responsiblePersonId');
    await fixture.db.sql('update agencies set retired_at_ms = 1');
    expect(await reasonOf(planned(fixture))).toBe('refused agency_unknown agencyId');
  });

  test('uses the capacities of its neighbourhood and of the county above, not of the neighbourhood beside', async () => {
    const { db, ids } = fixture;
    await db.sql('update capacities set unit_id = ?', [ids.county]);
    expect(await planned(fixture)).toHaveProperty('operationId');
    await db.sql('update capacities set unit_id = ?', [ids.pardisan]);
    expect(await reasonOf(planned(fixture))).toBe('refused capacity_out_of_reach capacityIds.0');
  });

  test('by the manager of another neighbourhood: the unit is not there; by an observer: not permitted', async () => {
    const { db, ids } = fixture;
    const other = await db.as({ role: 'neighbourhood_manager', unitId: ids.pardisan });
    expect(await reasonOf(planOperation.run(other, planInput(fixture)))).toBe('not_found unit_unknown');
    const observer = await db.as({ role: 'observer', unitId: ids.province });
    expect(await reasonOf(planOperation.run(observer, planInput(fixture)))).toBe('not_permitted not_permitted');
  });

  test('sent again under the same command id, it is planned once', async () => {
    const { db, ids } = fixture;
    const manager = await db.as({ role: 'neighbourhood_manager', unitId: ids.sheikhabad });
    const first = await planOperation.run(manager, planInput(fixture), ids.zahra);
    expect(await planOperation.run(manager, planInput(fixture), ids.zahra)).toEqual(first);
    expect(await db.sql('select count(*) as n from operations')).toEqual([{ n: 1 }]);
    expect(await reasonOf(planOperation.run(manager, { ...planInput(fixture), title: 'دیگر' }, ids.zahra))).toBe(
      'conflict command_id_reused',
    );
  });
});

describe('operation.amend', () => {
  test('changes what is given, clears what is empty, keeps the rest', async () => {
    const { manager, operationId } = await planned(fixture, { goal: 'کوچه روشن', measure: 'شمار چراغ' });
    const answer = await amendOperation.run(manager, {
      operationId,
      revision: '۱',
      title: 'روشنايي',
      goal: '',
      agencyId: null,
    });
    expect(answer).toEqual({ id: operationId, revision: 2 });
    expect(await rowOf(fixture.db, 'operations', operationId)).toMatchObject({
      title: 'روشنایی',
      title_folded: 'روشنایی',
      goal: null,
      measure: 'شمار چراغ',
      agency_id: null,
      revision: 2,
      starts_on: '2026-11-22',
    });
    const audit = await fixture.db.audit();
    expect(JSON.parse(String(audit.at(-1)?.['fields_json']))).toEqual(['title', 'goal', 'agencyId']);
  });

  test('replaces the capacities by those named; one that was withdrawn since may stay', async () => {
    const { manager, operationId } = await planned(fixture);
    await fixture.db.sql('update capacities set withdrawn_at_ms = 1');
    await amendOperation.run(manager, { operationId, revision: 1, capacityIds: [fixture.ids.lamps] });
    expect(await fixture.db.sql('select count(*) as n from operation_capacities')).toEqual([{ n: 1 }]);
    await amendOperation.run(manager, { operationId, revision: 2, capacityIds: [] });
    expect(await fixture.db.sql('select count(*) as n from operation_capacities')).toEqual([{ n: 0 }]);
    expect(
      await reasonOf(amendOperation.run(manager, { operationId, revision: 3, capacityIds: [fixture.ids.lamps] })),
    ).toBe('refused capacity_out_of_reach capacityIds.0');
  });

  test('two people edit one operation: the second is told, and nothing of the second is written', async () => {
    const { manager, operationId } = await planned(fixture);
    await amendOperation.run(manager, { operationId, revision: 1, title: 'نخست' });
    expect(
      await reasonOf(amendOperation.run(manager, { operationId, revision: 1, title: 'دوم', capacityIds: [] })),
    ).toBe('conflict revision_conflict');
    expect(await rowOf(fixture.db, 'operations', operationId)).toMatchObject({ title: 'نخست', revision: 2 });
    expect(await fixture.db.sql('select count(*) as n from operation_capacities')).toEqual([{ n: 1 }]);
  });

  test('dates that leave a task outside are refused, as an end before the start is', async () => {
    const { manager, operationId } = await planned(fixture);
    expect(await reasonOf(amendOperation.run(manager, { operationId, revision: 1, endsOn: '1405-09-09' }))).toBe(
      'refused tasks_outside_operation endsOn',
    );
    expect(await reasonOf(amendOperation.run(manager, { operationId, revision: 1, startsOn: '1405-10-09' }))).toBe(
      'refused operation_ends_before_start endsOn',
    );
    expect(await amendOperation.run(manager, { operationId, revision: 1, endsOn: '1405-09-10' })).toMatchObject({
      revision: 2,
    });
  });
});
