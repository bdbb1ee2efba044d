import { undoAct } from '@mahalleh/undo';
import { newId } from '@mahalleh/kernel';
import type { TemplateDocument, TemplateElement } from '@mahalleh/templates/document';
import { afterEach, expect, test } from 'vitest';
import { beginUpgrade } from '../src/commands/begin-upgrade.ts';
import { decideUpgrade } from '../src/commands/decide-upgrade.ts';
import { finishUpgrade } from '../src/commands/finish-upgrade.ts';
import { leaveUpgrade } from '../src/commands/leave-upgrade.ts';
import { readOverlay } from '../src/queries/overlay.ts';
import { readUpgrade } from '../src/queries/upgrade.ts';
import { adopted, elementId, firstVersion, laterVersion, openPlace, type Place } from './upgrade-world.ts';

let places: Place[] = [];
afterEach(() => {
  for (const { db } of places) db.close();
  places = [];
});

const open = async (leftOut: readonly number[] = [], first = firstVersion()) => {
  const place = await openPlace();
  places.push(place);
  return { place, first, ...(await adopted(place, first, leftOut)) };
};
type World = Awaited<ReturnType<typeof open>>;

const begin = async ({ place, adoptionId }: World, later: TemplateDocument) => {
  await place.sign(later);
  return beginUpgrade.run(place.dg, { adoptionId, version: later.version });
};
const decide = (
  { place }: World,
  { id, revision }: { id: string; revision: number },
  key: string,
  said: { choice?: string; target?: string },
) => decideUpgrade.run(place.dg, { upgradeId: id, revision, key, ...said });
const finish = ({ place }: World, { id, revision }: { id: string; revision: number }, commandId?: string) =>
  finishUpgrade.run(place.dg, { upgradeId: id, revision }, commandId);
const row = async ({ place }: World, table: string, id: string) =>
  (await place.db.sql(`select * from ${table} where id = ?`, [id]))[0] ?? {};
const overlay = async ({ place, adoptionId }: World) => {
  const { elements, counts, version } = await readOverlay.run(place.dg, { adoptionId });
  return { version, counts, by: new Map(elements.map((element) => [element.id, element])) };
};

const NEW_TASK: TemplateElement = {
  id: elementId(21),
  kind: 'task',
  fields: {
    ...{ title: 'بازدید شبانه', operationRef: elementId(6), roleRef: elementId(3), agencyRef: elementId(4) },
    ...{ startAfterRef: elementId(8), startDays: 1, lastsDays: 2, isMilestone: false },
  },
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

test('one upgrade of an adoption at a time, to a later version that stands', async () => {
  const world = await open();
  const { place, adoptionId, first } = world;
  const run = (version: number) => beginUpgrade.run(place.dg, { adoptionId, version });
  await expect(run(1)).rejects.toMatchObject({ reason: 'upgrade_not_later' });
  await expect(run(9)).rejects.toMatchObject({ reason: 'upgrade_version_unknown' });
  const second = laterVersion(first, { 2: { title: 'دوم' } });
  await place.sign(second);
  const both = await Promise.allSettled([run(2), run(2)]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const failed = both.find((one) => one.status === 'rejected');
  expect(failed?.reason).toMatchObject({ reason: 'upgrade_begun_meanwhile' });
  await expect(run(2)).rejects.toMatchObject({ reason: 'upgrade_open' });
  await place.db.sql(
    "insert into template_endings (template_id, version, how, province, reason, author, office, at_ms) values (?, 2, 'revoked', 'qom', 'نادرست', 'x', 'y', 1)",
    [first.templateId],
  );
  const { upgrade } = await readUpgrade.run(place.dg, { adoptionId });
  if (!upgrade) throw new Error('no upgrade');
  expect(upgrade.isOvertaken).toBe(true);
  await expect(finish(world, upgrade)).rejects.toMatchObject({ reason: 'adoption_of_revoked' });
});

test('an upgrade is left and taken up to a yet later version: decisions about the very same are carried over', async () => {
  const world = await open();
  const { place, adoptionId, first } = world;
  await place.db.sql('update problems set title = ?, solution = ? where id = ?', ['ما', 'ما', world.rowOf(2)]);
  const second = laterVersion(first, { 2: { title: 'دوم', solution: 'دوم' } });
  const upgrade = await begin(world, second);
  const one = await decide(world, upgrade, `${elementId(2)}.title`, { choice: 'theirs' });
  const two = await decide(world, one, `${elementId(2)}.solution`, { choice: 'mine' });
  const third = laterVersion(second, { 2: { solution: 'سوم' } });
  await place.sign(third);
  await leaveUpgrade.run(place.dg, { upgradeId: two.id, revision: two.revision });
  await beginUpgrade.run(place.dg, { adoptionId, version: 3 });
  const { conflicts } = await readUpgrade.run(place.dg, { adoptionId });
  expect(conflicts.map(({ field, decision }) => [field, decision])).toEqual([
    ['solution', null],
    ['title', 'theirs'],
  ]);
  await expect(finish(world, two)).rejects.toMatchObject({ reason: 'upgrade_not_open' });
});

test('a record that somebody changes meanwhile makes the upgrade a conflict, and nothing is written', async () => {
  const world = await open();
  const { db } = world.place;
  const upgrade = await begin(world, laterVersion(world.first, { 2: { title: 'دوم' }, 7: { title: 'دوم' } }));
  const { databases } = db.ports;
  const lane = databases.lane('');
  // Between what was read and what is written, a hand changes a task.
  Object.assign(databases, {
    lane: () => ({
      write: async (job: Parameters<typeof lane.write>[0]) => {
        Object.assign(databases, { lane: () => lane });
        await db.sql('update tasks set title = ?, revision = revision + 1 where id = ?', ['ما', world.rowOf(7)]);
        return lane.write(job);
      },
    }),
  });
  await expect(finish(world, upgrade)).rejects.toMatchObject({ kind: 'conflict' });
  expect((await row(world, 'tasks', world.rowOf(7)))['title']).toBe('ما');
  expect((await row(world, 'problems', world.rowOf(2)))['title']).toBe('کوچه‌های تاریک');
  await expect(finish(world, upgrade)).rejects.toMatchObject({ reason: 'upgrade_undecided' });
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
