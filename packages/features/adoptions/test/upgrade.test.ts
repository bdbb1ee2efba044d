import { newId } from '@mahalleh/kernel';
import type { TemplateElement } from '@mahalleh/templates/document';
import { undoAct } from '@mahalleh/undo';
import { afterEach, expect, test } from 'vitest';
import { readUpgrade } from '../src/queries/upgrade.ts';
import { begin, decide, finish, NEW_TASK, openWorld, overlay, row, type World } from './upgrade-acts.ts';
import { elementId, laterVersion } from './upgrade-world.ts';

let worlds: World[] = [];
afterEach(() => {
  for (const { place } of worlds) place.db.close();
  worlds = [];
});
const open = async (...how: Parameters<typeof openWorld>) => {
  const world = await openWorld(...how);
  worlds.push(world);
  return world;
};

test('what nobody touched follows, what is new lands and what is gone is given up: the overlay is empty afterwards', async () => {
  const world = await open();
  const later = laterVersion(
    world.first,
    {
      2: { title: 'کوچه‌های کم‌نور', severity: 4 },
      7: { title: 'شمارش همه چراغ‌ها' },
      11: null,
      5: { expectedChange: 30 },
    },
    [NEW_TASK],
  );
  const answer = await finish(world, await begin(world, later));
  expect(answer).toMatchObject({ version: 2, came: 1, went: 1 });
  expect(await row(world, 'problems', world.rowOf(2))).toMatchObject({
    title: 'کوچه‌های کم‌نور',
    severity: 4,
    revision: 2,
  });
  expect(await row(world, 'tasks', world.rowOf(7))).toMatchObject({ title: 'شمارش همه چراغ‌ها', revision: 2 });
  expect((await row(world, 'targets', world.rowOf(11)))['dropped_at_ms']).not.toBeNull();
  const [fresh] = await world.place.db.sql("select * from tasks where title = 'بازدید شبانه'");
  expect(fresh).toMatchObject({ operation_id: world.rowOf(6), agency_id: world.place.ids.agency, status: 'open' });
  const { counts, version } = await overlay(world);
  expect(version).toBe(2);
  expect(counts).toMatchObject({ untouched: 12, changed: 0, dropped: 0, own: 0, added: 0 });
  const [audit] = (await world.place.db.audit()).slice(-1);
  expect(audit).toMatchObject({ action: 'adoption.finish', subject: world.adoptionId });
});

test('the days of what follows are those that adopting the new version afresh would give; an operation holds its tasks', async () => {
  const world = await open();
  const later = laterVersion(world.first, { 7: { lastsDays: 15 } }, [NEW_TASK]);
  await finish(world, await begin(world, later));
  const again = await open([], later);
  const days = async (of: World) => of.place.db.sql('select title, starts_on, due_on from tasks order by title', []);
  expect(await days(world)).toEqual(await days(again));
  const span = async (of: World) => {
    const { starts_on, ends_on } = await row(of, 'operations', of.rowOf(6));
    return { starts_on, ends_on };
  };
  expect(await span(world)).toEqual(await span(again));
  expect(await world.place.db.sql('select count(*) as n from postponements')).toEqual([{ n: 2 }]);
});

test('what was changed here stays and stays known as changed, and a conflict waits for one decision each', async () => {
  const world = await open();
  const { db } = world.place;
  await db.sql('update problems set title = ?, severity = 5, revision = 2 where id = ?', [
    'تاریکی کوچه ما',
    world.rowOf(2),
  ]);
  const later = laterVersion(world.first, { 2: { title: 'کوچه‌های کم‌نور', solution: 'چراغ خورشیدی' } });
  const upgrade = await begin(world, later);
  const read = await readUpgrade.run(world.place.dg, { adoptionId: world.adoptionId });
  const key = `${elementId(2)}.title`;
  expect(read.conflicts).toMatchObject([
    { key, mine: { title: 'تاریکی کوچه ما' }, theirs: { title: 'کوچه‌های کم‌نور' }, decision: null },
  ]);
  await expect(finish(world, upgrade)).rejects.toMatchObject({ reason: 'upgrade_undecided' });
  const mine = await decide(world, upgrade, key, { choice: 'theirs' });
  const decided = await decide(world, mine, key, { choice: 'mine' });
  await finish(world, decided);
  expect(await row(world, 'problems', world.rowOf(2))).toMatchObject({
    ...{ title: 'تاریکی کوچه ما', severity: 5, solution: 'چراغ خورشیدی' },
  });
  const { by } = await overlay(world);
  expect(by.get(elementId(2))?.changes).toMatchObject([
    { field: 'severity', from: { severity: 3 }, to: { severity: 5 } },
    { field: 'title', from: { title: 'کوچه‌های کم‌نور' }, to: { title: 'تاریکی کوچه ما' } },
  ]);
});

test('an upgrade is taken back as one', async () => {
  const world = await open();
  const { db } = world.place;
  const tables = [
    'adoptions',
    'adopted_elements',
    'tasks',
    'operations',
    'problems',
    'targets',
    'task_dependencies',
    'element_rows',
  ];
  const all = async () =>
    Object.fromEntries(
      await Promise.all(
        tables.map(async (table) => [
          table,
          (await db.sql(`select * from ${table} order by 1, 2, 3`)).map(
            ({ revision: _revision, linked_at_ms: _linked, ...rest }) => rest,
          ),
        ]),
      ),
    ) as Record<string, unknown>;
  const before = await all();
  const later = laterVersion(world.first, { 2: { title: 'کم‌نور' }, 7: { lastsDays: 15 }, 9: null, 11: null }, [
    NEW_TASK,
  ]);
  const upgrade = await begin(world, later);
  const commandId = newId();
  await finish(world, upgrade, commandId);
  expect(await all()).not.toEqual(before);
  await undoAct.run(world.place.dg, { commandId });
  expect(await all()).toEqual(before);
  const read = await readUpgrade.run(world.place.dg, { adoptionId: world.adoptionId });
  expect(read.upgrade).toMatchObject({ id: upgrade.id, status: 'open' });
});

test('what is done keeps what it is, what has begun is not given up, and what others need stays', async () => {
  const world = await open();
  const { db, ids } = world.place;
  await db.sql("update operations set status = 'running' where id = ?", [world.rowOf(6)]);
  await db.sql("update tasks set status = 'done', done_at_ms = 1 where id = ?", [world.rowOf(7)]);
  const later = laterVersion(world.first, { 7: { title: 'دیگر', lastsDays: 3 }, 2: { title: 'دوم' } });
  await finish(world, await begin(world, later));
  expect((await row(world, 'tasks', world.rowOf(7)))['title']).toBe('شمارش چراغ‌ها');
  const { counts } = await overlay(world);
  expect(counts).toMatchObject({ changed: 0 });
  const without = laterVersion(later, { 6: null, 7: null, 8: null, 9: null });
  await db.sql(
    "insert into tasks (id, operation_id, unit_id, title, responsible_person_id, starts_on, due_on, status) values (?, ?, ?, 'افزوده', ?, '2026-11-29', '2026-11-30', 'open')",
    [newId(), world.rowOf(6), ids.place, ids.person],
  );
  await finish(world, await begin(world, without));
  expect((await row(world, 'operations', world.rowOf(6)))['status']).toBe('running');
  expect((await row(world, 'tasks', world.rowOf(7)))['status']).toBe('done');
  expect((await row(world, 'tasks', world.rowOf(8)))['status']).toBe('cancelled');
  const { by } = await overlay(world);
  expect([6, 7].map((n) => by.get(elementId(n))?.standing)).toEqual(['own', 'own']);
});

test('a new role is mapped before what needs it can land; a new element of a part that was left out is offered', async () => {
  const world = await open([10]);
  const { ids } = world.place;
  const role: TemplateElement = {
    id: elementId(22),
    kind: 'role',
    fields: { titleFa: 'برق‌کار', titleEn: null, office: null, duty: null },
  };
  const lesson: TemplateElement = { id: elementId(23), kind: 'lesson', fields: { title: 'درس دوم', text: 'متن' } };
  const later = laterVersion(world.first, {}, [
    role,
    { ...NEW_TASK, fields: { ...NEW_TASK.fields, roleRef: role.id } },
    lesson,
  ]);
  const upgrade = await begin(world, later);
  const read = await readUpgrade.run(world.place.dg, { adoptionId: world.adoptionId });
  expect(read.mappings).toMatchObject([{ elementId: role.id, kind: 'role', target: null }]);
  expect(read.offers).toMatchObject([{ id: lesson.id, why: 'left_out' }]);
  await expect(finish(world, upgrade)).rejects.toMatchObject({ reason: 'upgrade_unmapped' });
  const taken = await decide(world, upgrade, lesson.id, { choice: 'theirs' });
  const mapped = await decide(world, taken, role.id, { target: ids.person });
  await finish(world, mapped);
  const states = await world.place.db.sql(
    'select element_id, state from adopted_elements where element_id in (?, ?, ?) order by 1',
    [...[NEW_TASK.id, role.id, lesson.id]],
  );
  expect(states.map(({ state }) => state)).toEqual(['landed', 'kept', 'kept']);
});

test('what a place moved stays where it is; a task that would lie outside keeps its days', async () => {
  const world = await open();
  const { db } = world.place;
  const { starts_on: startsOn } = await row(world, 'operations', world.rowOf(6));
  await db.sql("update operations set ends_on = '2027-01-20' where id = ?", [world.rowOf(6)]);
  const task = await row(world, 'tasks', world.rowOf(8));
  const later = laterVersion(world.first, { 8: { lastsDays: 60 }, 6: { title: 'روشنایی همه کوچه‌ها' } });
  await finish(world, await begin(world, later));
  expect(await row(world, 'operations', world.rowOf(6))).toMatchObject({
    ...{ starts_on: startsOn, ends_on: '2027-01-20', title: 'روشنایی همه کوچه‌ها' },
  });
  expect((await row(world, 'tasks', world.rowOf(8)))['due_on']).toBe(task['due_on']);
});

test('taking two steps or one is the same, and two adoptions do not touch each other', async () => {
  const [stepped, direct] = [await open(), await open()];
  const second = laterVersion(stepped.first, { 2: { title: 'دوم' }, 7: { lastsDays: 12 } }, [NEW_TASK]);
  const third = laterVersion(second, { 8: { title: 'نصب چراغ‌ها' }, 11: null });
  await finish(stepped, await begin(stepped, second));
  await finish(stepped, await begin(stepped, third));
  await finish(direct, await begin(direct, third));
  const seen = async ({ place }: World) => [
    await place.db.sql('select title, starts_on, due_on, status from tasks order by title'),
    await place.db.sql('select title, starts_on, ends_on, status from operations order by title'),
    await place.db.sql('select title, severity from problems'),
    await place.db.sql('select element_id, base_json from adopted_elements where state in (?, ?) order by element_id', [
      'landed',
      'kept',
    ]),
  ];
  expect(await seen(stepped)).toEqual(await seen(direct));
});
