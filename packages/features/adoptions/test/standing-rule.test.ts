/** One rule: what the page of an adoption shows of its elements is what is counted, told and drawn of it. */
import { newId } from '@mahalleh/kernel';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readAdoption } from '../src/queries/adoption.ts';
import { standingRound } from '../src/standing/index.ts';
import { begin, decide, finish, openWorld, overlay, type World } from './upgrade-acts.ts';
import { elementId, laterVersion } from './upgrade-world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.place.db.close());

const sql = (text: string, ...args: (string | number)[]) => world.place.db.sql(text, args);
/** The minute's round; `between` comes between what it reads and what it saves. */
const round = (between?: () => Promise<unknown>) =>
  standingRound({
    province: 'qazvin',
    reader: world.place.db.ports.databases.reader('qazvin'),
    save: async (statements) => {
      await between?.();
      await world.place.save([...statements]);
      return true;
    },
    nowMs: world.place.db.ports.nowMs,
  });
const counted = async () => {
  await round();
  const [row] = await sql(
    'select landed, changed, dropped, added, changed_by_kind_json as kinds from adoption_standings',
  );
  const { kinds, ...counts } = row ?? {};
  return { ...counts, kinds: JSON.parse(String(kinds)) as unknown };
};
/** What is counted, after a look at the pages: they say the same. */
const everywhere = async () => {
  const told = await counted();
  const { counts, by } = await overlay(world);
  const { elements } = await readAdoption.run(world.place.dg, { adoptionId: world.adoptionId });
  const changed = elements.filter(({ isChanged }) => isChanged).map(({ id }) => id);
  expect(told).toMatchObject({
    landed: counts.untouched + counts.changed,
    changed: counts.changed,
    dropped: counts.dropped,
    added: counts.added,
  });
  expect(changed.toSorted()).toEqual(
    [...by.values()]
      .filter(({ standing }) => standing === 'changed')
      .map(({ id }) => id)
      .sort(),
  );
  const [letter] = await sql('select overlay_json as told from template_adopters order by version desc limit 1');
  expect(JSON.parse(String(letter?.['told']))).toMatchObject({ changed: counts.changed, added: counts.added });
  return told;
};

test('of what has just landed nothing is changed; whom a task is given to is no change anywhere', async () => {
  await sql('update tasks set responsible_person_id = ?', world.place.dg.personId);
  expect(await everywhere()).toEqual({ landed: 12, changed: 0, dropped: 0, added: 0, kinds: {} });
});

test('an operation that is moved is one change: its tasks, which move along, say what the template says', async () => {
  await sql("update operations set starts_on = date(starts_on, '+7 day'), ends_on = date(ends_on, '+7 day')");
  await sql("update tasks set starts_on = date(starts_on, '+7 day'), due_on = date(due_on, '+7 day')");
  expect(await everywhere()).toMatchObject({ changed: 1, kinds: { operation: 1 } });
});

test('a record that is gone takes its links along; what was there before is never changed', async () => {
  await sql("update tasks set status = 'cancelled' where id = ?", world.rowOf(8));
  expect(await everywhere()).toMatchObject({ landed: 10, dropped: 2 });
  await sql('update adopted_elements set is_joined = 1 where element_id = ?', elementId(2));
  await sql("update problems set title = 'نام خودمان' where id = ?", world.rowOf(2));
  expect(await everywhere()).toMatchObject({ landed: 10, changed: 0 });
});

test('what is added to it is counted when it comes and when it goes: operations for its problems, their tasks, and links', async () => {
  await counted();
  const [operation, task, other] = [newId(), newId(), newId()];
  const insertTask = (id: string, of: string) =>
    sql(
      "insert into tasks (id, operation_id, unit_id, title, responsible_person_id, starts_on, due_on, status) values (?, ?, ?, 'کار', ?, '2026-12-01', '2026-12-05', 'open')",
      ...[id, of, world.place.ids.place, world.place.ids.person],
    );
  await sql(
    "insert into operations (id, code, unit_id, problem_id, domain_key, title, title_folded, status, starts_on, ends_on, planned_at_ms) values (?, 'x', ?, ?, 'civil_works', 'چراغ خورشیدی', 'چراغ خورشیدی', 'planned', '2026-12-01', '2026-12-20', 0)",
    ...[operation, world.place.ids.place, world.rowOf(2)],
  );
  expect(await everywhere()).toMatchObject({ added: 1 });
  await insertTask(task, operation);
  expect(await everywhere()).toMatchObject({ added: 2 });
  await insertTask(other, world.rowOf(6));
  expect(await everywhere()).toMatchObject({ added: 3 });
  await sql("update tasks set status = 'cancelled' where id = ?", other);
  expect(await everywhere()).toMatchObject({ added: 2 });
  await sql("update operations set status = 'cancelled' where id = ?", operation);
  await everywhere();
  await sql('delete from task_dependencies');
  expect(await everywhere()).toMatchObject({ dropped: 1 });
  await sql(
    'insert into task_dependencies (task_id, after_id, unit_id, linked_at_ms) values (?, ?, ?, 0)',
    ...[world.rowOf(7), world.rowOf(8), world.place.ids.place],
  );
  await everywhere();
});

test('after an upgrade what stays otherwise here is a change, and what both sides said alike is none', async () => {
  await sql(
    "update problems set title = 'کوچه‌های تاریک شمالی', solution = 'چراغ خورشیدی' where id = ?",
    world.rowOf(2),
  );
  expect(await everywhere()).toMatchObject({ changed: 1 });
  const later = laterVersion(world.first, {
    2: { title: 'کوچه‌ها', solution: 'چراغ خورشیدی' },
    7: { title: 'شمارش همه چراغ‌ها' },
  });
  const opened = await begin(world, later);
  await finish(world, await decide(world, opened, `${elementId(2)}.title`, { choice: 'mine' }));
  expect(await everywhere()).toMatchObject({ changed: 1, kinds: { problem: 1 } });
  await sql("update problems set title = 'کوچه‌ها' where id = ?", world.rowOf(2));
  expect(await everywhere()).toMatchObject({ changed: 0 });
});

test('what changes while it is counted is counted by the next round', async () => {
  await sql("update problems set title = 'یک' where id = ?", world.rowOf(2));
  await round(() => sql("update operations set title = 'دو' where id = ?", world.rowOf(6)));
  expect(await sql('select changed from adoption_standings')).toEqual([{ changed: 1 }]);
  expect(await sql('select adoption_id from standing_marks')).toHaveLength(1);
  expect(await counted()).toMatchObject({ changed: 2 });
  expect(await sql('select adoption_id from standing_marks')).toEqual([]);
});
