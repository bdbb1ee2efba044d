import { foldText, newId } from '@mahalleh/kernel';
import type { TemplateElement } from '@mahalleh/templates/document';
import { undoAct } from '@mahalleh/undo';
import { afterEach, expect, test } from 'vitest';
import { finishUpgrade } from '../src/commands/finish-upgrade.ts';
import { readUpgrade } from '../src/queries/upgrade.ts';
import { begin, decide, finish, openWorld, overlay, row, type World } from './upgrade-acts.ts';
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
const look = ({ place, adoptionId }: World) => readUpgrade.run(place.dg, { adoptionId });
const INDICATOR = {
  unit: 'count',
  direction: 'less',
  titleFa: 'کوچه‌های تاریک',
  titleEn: 'Dark alleys',
  about: 'شمارش شبانه',
};

test('an indicator that the version means otherwise begins a new version with the reason; values so far keep what they meant, and the promise is still to be counted from', async () => {
  const world = await open();
  const { db, ids } = world.place;
  const id = world.rowOf(5);
  await db.sql(
    "insert into indicator_aims (indicator_id, unit_id, baseline_value, goal_value, goal_period, set_at_ms) values (?, ?, 40, 60, '1406-s1', 7)",
    [id, ids.place],
  );
  await db.sql(
    "insert into measurements (id, indicator_id, version, unit_id, period, value, via, measured_by, measured_at_ms) values (?, ?, 1, ?, '1405-s3', 40, 'form', ?, 0)",
    [newId(), id, ids.place, ids.person],
  );
  const later = laterVersion(world.first, { 5: { ...INDICATOR, expectedChange: -10 } });
  const upgrade = await begin(world, later);
  const { stays, unmeasured } = await look(world);
  expect(stays).toEqual([]);
  expect(unmeasured).toMatchObject([{ id: elementId(5) }]);
  const commandId = newId();
  await finish(world, upgrade, commandId);
  expect(await row(world, 'indicators', id)).toMatchObject({
    ...{ title_fa: 'کوچه‌های تاریک', title_en: 'Dark alleys', about: 'شمارش شبانه', version: 2, revision: 2 },
    title_folded: foldText('کوچه‌های تاریک Dark alleys'),
  });
  expect(
    await db.sql('select version, unit, direction, why from indicator_versions where indicator_id = ? order by 1', [
      id,
    ]),
  ).toEqual([
    { version: 1, unit: 'percent', direction: 'more', why: null },
    { version: 2, unit: 'count', direction: 'less', why: 'نسخه 2 الگو' },
  ]);
  expect(await db.sql('select version, value from measurements')).toEqual([{ version: 1, value: 40 }]);
  // Nothing has been measured of the new meaning: the goal waits for the first value.
  expect(await db.sql('select baseline_value, goal_value, goal_period from indicator_aims')).toEqual([
    { baseline_value: null, goal_value: null, goal_period: '1406-s1' },
  ]);
  expect((await overlay(world)).counts).toMatchObject({ untouched: 12, changed: 0 });
  await undoAct.run(world.place.dg, { commandId });
  expect(await row(world, 'indicators', id)).toMatchObject({ title_fa: 'کوچه‌های روشن', version: 1 });
  expect(await db.sql('select version from indicator_versions')).toEqual([{ version: 1 }]);
  expect(await db.sql('select baseline_value, goal_value, set_at_ms from indicator_aims')).toEqual([
    { baseline_value: 40, goal_value: 60, set_at_ms: 7 },
  ]);
});

test('a promise follows where nobody set another aim: the goal is counted from the same baseline; an aim of the place stays and is said', async () => {
  for (const [goal, then] of [
    [60, 70],
    [55, 55],
  ] as const) {
    const world = await open();
    const { db, ids } = world.place;
    await db.sql(
      "insert into indicator_aims (indicator_id, unit_id, baseline_value, goal_value, goal_period, set_at_ms) values (?, ?, 40, ?, '1406-s1', 7)",
      [world.rowOf(5), ids.place, goal],
    );
    const upgrade = await begin(world, laterVersion(world.first, { 5: { expectedChange: 30 } }));
    expect((await look(world)).unmeasured).toEqual([]);
    const { stays } = await look(world);
    expect(stays.map(({ field, why }) => [field, why])).toEqual(goal === 60 ? [] : [['expectedChange', 'aimed']]);
    await finish(world, upgrade);
    expect(await db.sql('select goal_value from indicator_aims')).toEqual([{ goal_value: then }]);
  }
});

test('a formula that cannot be read here, and a unit that another formula needs, stay as they are and say why', async () => {
  const world = await open();
  const { db } = world.place;
  for (const [key, formula] of [
    ['other_alleys', null],
    ['alley_sum', 'lit_alleys + other_alleys'],
  ] as const) {
    const id = newId();
    await db.sql(
      "insert into indicators (id, key, aim, title_fa, title_folded, source, frequency, population, adds_up, defined_at_ms) values (?, ?, 'conditions', 'x', 'x', 'x', 'season', 'things', 0, 0)",
      [id, key],
    );
    await db.sql(
      "insert into indicator_versions (indicator_id, version, unit, direction, formula, since_ms) values (?, 1, 'percent', 'less', ?, 0)",
      [id, formula],
    );
  }
  const upgrade = await begin(world, laterVersion(world.first, { 5: { unit: 'rial', titleFa: 'دیگر' } }));
  const { stays, follows } = await look(world);
  expect(stays).toMatchObject([{ field: 'unit', why: 'unit_read', from: { unit: 'percent' }, to: { unit: 'rial' } }]);
  expect(follows.map(({ field }) => field)).toEqual(['titleFa']);
  await finish(world, upgrade);
  expect(await row(world, 'indicators', world.rowOf(5))).toMatchObject({ version: 1, title_fa: 'دیگر' });

  const other = await open();
  await begin(other, laterVersion(other.first, { 5: { formula: 'no_such_indicator / 2', direction: 'less' } }));
  expect((await look(other)).stays).toMatchObject([{ field: 'formula', why: 'formula' }]);
  expect((await look(other)).follows.map(({ field }) => field)).toEqual(['direction']);
});

test('a formula may read an indicator that comes with the same version', async () => {
  const world = await open();
  const counted: TemplateElement = {
    id: elementId(31),
    kind: 'indicator',
    fields: {
      ...world.first.elements.find(({ id }) => id === elementId(5))?.fields,
      ...{ key: 'all_alleys', titleFa: 'همه کوچه‌ها', unit: 'percent', expectedChange: null, expectedMonths: null },
    },
  };
  const later = laterVersion(world.first, { 5: { formula: 'all_alleys / 2' } }, [counted]);
  await finish(world, await begin(world, later));
  const [read] = await world.place.db.sql(
    'select i.version, x.key from indicator_inputs i join indicators x on x.id = i.ref where i.indicator_id = ?',
    [world.rowOf(5)],
  );
  expect(read).toEqual({ version: 2, key: 'all_alleys' });
});

test('what belongs to the whole province is not changed by whoever has a part of it, and says so', async () => {
  const world = await open();
  const { db, ids } = world.place;
  const upgrade = await begin(world, laterVersion(world.first, { 5: INDICATOR, 2: { title: 'دوم' } }));
  const governor = await db.as({ role: 'county_governor', unitId: ids.county });
  const read = await readUpgrade.run(governor, { adoptionId: world.adoptionId });
  expect(new Set(read.stays.map(({ why }) => why))).toEqual(new Set(['not_permitted']));
  await finishUpgrade.run(governor, { upgradeId: upgrade.id, revision: upgrade.revision });
  expect(await row(world, 'indicators', world.rowOf(5))).toMatchObject({ version: 1, title_fa: 'کوچه‌های روشن' });
  expect(await row(world, 'problems', world.rowOf(2))).toMatchObject({ title: 'دوم' });
  // What stays otherwise than the version says is seen as such afterwards.
  expect((await overlay(world)).by.get(elementId(5))?.standing).toBe('changed');
});

test('what was changed here is asked about, and an indicator, a duty and a domain follow only when that is decided', async () => {
  const world = await open();
  const { db } = world.place;
  await db.sql("update indicator_versions set unit = 'day'");
  const upgrade = await begin(world, laterVersion(world.first, { 5: { unit: 'count' } }));
  expect((await look(world)).conflicts).toMatchObject([
    { key: `${elementId(5)}.unit`, mine: { unit: 'day' }, theirs: { unit: 'count' } },
  ]);
  await finish(world, await decide(world, upgrade, `${elementId(5)}.unit`, { choice: 'mine' }));
  expect(await db.sql('select unit from indicator_versions')).toEqual([{ unit: 'day' }]);
});
