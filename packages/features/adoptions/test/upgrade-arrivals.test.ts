import { newId } from '@mahalleh/kernel';
import type { TemplateElement } from '@mahalleh/templates/document';
import { undoAct } from '@mahalleh/undo';
import { afterEach, expect, test } from 'vitest';
import { readUpgrade } from '../src/queries/upgrade.ts';
import { begin, decide, finish, NEW_TASK, openWorld, overlay, type World } from './upgrade-acts.ts';
import { elementId, laterVersion } from './upgrade-world.ts';

let worlds: World[] = [];
afterEach(() => {
  for (const { place } of worlds) place.db.close();
  worlds = [];
});
const open = async () => {
  const world = await openWorld();
  worlds.push(world);
  return world;
};
const arrivals = async ({ place, adoptionId }: World) => (await readUpgrade.run(place.dg, { adoptionId })).arrivals;

const PROBLEM: TemplateElement = {
  id: elementId(40),
  kind: 'problem',
  fields: {
    title: 'جوی‌های گرفته',
    description: null,
    domainRef: elementId(1),
    severity: 2,
    whys: ['زباله'],
    solution: null,
  },
};
const LEAD: TemplateElement = {
  id: elementId(41),
  kind: 'duty',
  fields: { domainRef: elementId(1), agencyRef: elementId(4), role: 'lead', note: null },
};
const COMMITTEE: TemplateElement = {
  id: elementId(42),
  kind: 'committee',
  fields: { key: 'light', titleFa: 'روشنایی', titleEn: 'Light', isEmergency: false, duty: null },
};
const ownProblem = async ({ place: { db, ids } }: World) => {
  const id = newId();
  await db.sql(
    "insert into problems (id, code, unit_id, domain_key, title, title_folded, severity, place_kind, status, registered_at_ms, registered_by) values (?, ?, ?, 'civil_works', 'جوی‌های گرفته', 'x', 4, 'whole', 'registered', 0, ?)",
    [id, id.slice(-8), ids.place, ids.person],
  );
  return id;
};

test('a new element that is like something of here says so, and may be joined to it: the record stays as it is and stands for it', async () => {
  const world = await open();
  const { db } = world.place;
  const id = await ownProblem(world);
  const operation: TemplateElement = {
    id: elementId(43),
    kind: 'operation',
    fields: {
      ...world.first.elements.find((element) => element.id === elementId(6))?.fields,
      ...{ title: 'لای‌روبی', problemRef: PROBLEM.id },
    },
  };
  const upgrade = await begin(world, laterVersion(world.first, {}, [PROBLEM, operation]));
  expect(await arrivals(world)).toMatchObject([
    { elementId: PROBLEM.id, clash: null, choice: null, joins: [{ key: id, why: 'similar_title' }] },
  ]);
  const joined = await decide(world, upgrade, PROBLEM.id, { target: `join:${id}` });
  expect(await arrivals(world)).toMatchObject([{ elementId: PROBLEM.id, choice: `join:${id}` }]);
  const commandId = newId();
  await finish(world, joined, commandId);
  expect(await db.sql('select id, severity, revision from problems where id = ?', [id])).toEqual([
    { id, severity: 4, revision: 1 },
  ]);
  expect(await db.sql('select count(*) as n from problems')).toEqual([{ n: 2 }]);
  expect(await db.sql("select problem_id from operations where title = 'لای‌روبی'")).toEqual([{ problem_id: id }]);
  expect(await db.sql('select is_joined, row_key from adopted_elements where element_id = ?', [PROBLEM.id])).toEqual([
    { is_joined: 1, row_key: id },
  ]);
  expect((await overlay(world)).by.get(PROBLEM.id)).toMatchObject({ isJoined: true });
  const [{ mapping_json: mapping } = {}] = await db.sql('select mapping_json from adoptions');
  expect(String(mapping)).not.toContain('join:');
  await undoAct.run(world.place.dg, { commandId });
  expect(await db.sql('select discarded_at_ms from problems where id = ?', [id])).toEqual([{ discarded_at_ms: null }]);
  expect(await db.sql('select count(*) as n from adopted_elements where element_id = ?', [PROBLEM.id])).toEqual([
    { n: 0 },
  ]);
});

test('what was joined may come as a record of its own after all', async () => {
  const world = await open();
  const id = await ownProblem(world);
  const upgrade = await begin(world, laterVersion(world.first, {}, [PROBLEM]));
  const joined = await decide(world, upgrade, PROBLEM.id, { target: `join:${id}` });
  const free = await decide(world, joined, PROBLEM.id, { choice: 'theirs' });
  await finish(world, free);
  expect(await world.place.db.sql('select count(*) as n from problems')).toEqual([{ n: 2 + 1 }]);
});

test('a new element that clashes is told before the end, and is left out or joined; until then nothing is written', async () => {
  const world = await open();
  const upgrade = await begin(world, laterVersion(world.first, { 2: { title: 'دوم' } }, [LEAD]));
  expect(await arrivals(world)).toMatchObject([
    { elementId: LEAD.id, clash: { reason: 'responsibility_lead_taken' }, joins: [], choice: null },
  ]);
  await expect(finish(world, upgrade)).rejects.toMatchObject({ reason: 'adoption_does_not_fit' });
  const left = await decide(world, upgrade, LEAD.id, { choice: 'mine' });
  expect(await arrivals(world)).toEqual([]);
  const { offers } = await readUpgrade.run(world.place.dg, { adoptionId: world.adoptionId });
  expect(offers).toMatchObject([{ id: LEAD.id, why: 'declined', decision: 'mine' }]);
  await finish(world, left);
  expect((await overlay(world)).by.get(LEAD.id)?.standing).toBe('left_out');

  const other = await open();
  const { db, ids } = other.place;
  await db.sql('update responsibilities set ended_at_ms = 1');
  const own = newId();
  await db.sql(
    "insert into responsibilities (id, unit_id, domain_key, agency_id, role, from_on, declared_at_ms) values (?, ?, 'civil_works', ?, 'lead', '2026-01-01', 0)",
    [own, ids.place, ids.agency],
  );
  const again = await begin(other, laterVersion(other.first, {}, [LEAD]));
  expect(await arrivals(other)).toMatchObject([{ clash: {}, joins: [{ key: own, why: 'declared' }] }]);
  await finish(other, await decide(other, again, LEAD.id, { target: `join:${own}` }));
  expect(await db.sql('select id from responsibilities where ended_at_ms is null')).toEqual([{ id: own }]);
});

test('a committee needs a council; a record is taken for one element alone, and one that is not here for none', async () => {
  const world = await open();
  const upgrade = await begin(world, laterVersion(world.first, {}, [PROBLEM, COMMITTEE, NEW_TASK]));
  expect(await arrivals(world)).toMatchObject([{ kind: 'committee', clash: { reason: 'adoption_without_council' } }]);
  const without = await decide(world, upgrade, COMMITTEE.id, { choice: 'mine' });
  for (const [key, reason] of [
    [world.rowOf(2), 'adoption_joined_twice'],
    [newId(), 'adoption_join_unknown'],
  ] as const) {
    const { upgrade: now } = await readUpgrade.run(world.place.dg, { adoptionId: world.adoptionId });
    const joined = await decide(world, now ?? without, PROBLEM.id, { target: `join:${key}` });
    expect((await arrivals(world))[0]?.clash?.reason).toBe(key === world.rowOf(2) ? reason : undefined);
    await expect(finish(world, joined)).rejects.toMatchObject({ fields: [{ reason }] });
  }
  const { upgrade: now } = await readUpgrade.run(world.place.dg, { adoptionId: world.adoptionId });
  await expect(decide(world, now ?? without, elementId(2), { target: 'join:x' })).rejects.toMatchObject({
    reason: 'upgrade_not_joinable',
  });
});
