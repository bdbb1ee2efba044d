import { afterEach, expect, test } from 'vitest';
import { beginUpgrade } from '../src/commands/begin-upgrade.ts';
import { leaveUpgrade } from '../src/commands/leave-upgrade.ts';
import { readUpgrade } from '../src/queries/upgrade.ts';
import { begin, decide, finish, meanwhile, openWorld, row, type World } from './upgrade-acts.ts';
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

test('one upgrade of an adoption at a time, to a later version that stands', async () => {
  const world = await open();
  const { place, adoptionId, first } = world;
  const run = (version: number) => beginUpgrade.run(place.dg, { adoptionId, version });
  await expect(run(1)).rejects.toMatchObject({ reason: 'upgrade_not_later' });
  await expect(run(9)).rejects.toMatchObject({ reason: 'upgrade_version_unknown' });
  const second = laterVersion(first, { 2: { title: 'دوم' } });
  await place.sign(second);
  meanwhile(world, () => run(2));
  await expect(run(2)).rejects.toMatchObject({ reason: 'upgrade_begun_meanwhile' });
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
  meanwhile(world, () =>
    db.sql('update tasks set title = ?, revision = revision + 1 where id = ?', ['ما', world.rowOf(7)]),
  );
  await expect(finish(world, upgrade)).rejects.toMatchObject({ kind: 'conflict' });
  expect((await row(world, 'tasks', world.rowOf(7)))['title']).toBe('ما');
  expect((await row(world, 'problems', world.rowOf(2)))['title']).toBe('کوچه‌های تاریک');
  await expect(finish(world, upgrade)).rejects.toMatchObject({ reason: 'upgrade_undecided' });
});
