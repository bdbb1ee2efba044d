import { newId } from '@mahalleh/kernel';
import type { TemplateElement } from '@mahalleh/templates/document';
import { undoAct } from '@mahalleh/undo';
import { afterEach, expect, test } from 'vitest';
import { adoptTemplate } from '../src/commands/adopt-template.ts';
import { readUpgrade } from '../src/queries/upgrade.ts';
import { begin, decide, finish, openWorld, overlay, row, type World } from './upgrade-acts.ts';
import { elementId, laterVersion, openPlace, STARTS_ON, type Place } from './upgrade-world.ts';

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
const domainRow = ({ place }: Pick<World, 'place'>, key: string, isSensitive: boolean) =>
  place.db.sql(
    'insert or replace into domains (key, title_fa, title_en, national_key, is_sensitive, ord) values (?, ?, ?, ?, ?, 9)',
    [key, key, key, key, Number(isSensitive)],
  );
const DOMAIN: TemplateElement = {
  id: elementId(30),
  kind: 'domain',
  fields: { titleFa: 'سلامت', titleEn: 'Health', nationalKey: 'health', isSensitive: true, parentRef: null },
};
const INDICATOR = {
  unit: 'count',
  direction: 'less',
  titleFa: 'کوچه‌های تاریک',
  titleEn: 'Dark alleys',
  about: 'شمارش شبانه',
};

test('a duty that the version gives otherwise is ended and declared anew from today; a note is another note of the same duty', async () => {
  const world = await open();
  const { db } = world.place;
  const commandId = newId();
  await finish(
    world,
    await begin(world, laterVersion(world.first, { 12: { role: 'partner', note: 'با هم' } })),
    commandId,
  );
  const duties = () =>
    db.sql(
      'select id, role, note, from_on, ended_at_ms is null as stands from responsibilities order by declared_at_ms',
    );
  expect(await duties()).toMatchObject([
    { id: world.rowOf(12), role: 'lead', stands: 0 },
    { role: 'partner', note: 'با هم', from_on: '2026-11-24', stands: 1 },
  ]);
  expect((await overlay(world)).counts).toMatchObject({ untouched: 12, dropped: 0, changed: 0 });
  await undoAct.run(world.place.dg, { commandId });
  expect((await duties()).filter(({ stands }) => stands === 1)).toMatchObject([{ id: world.rowOf(12), role: 'lead' }]);
  expect((await overlay(world)).counts).toMatchObject({ untouched: 12, dropped: 0, changed: 0 });

  const noted = await open();
  await finish(noted, await begin(noted, laterVersion(noted.first, { 12: { note: 'هر ماه' } })));
  expect(await row(noted, 'responsibilities', noted.rowOf(12))).toMatchObject({ note: 'هر ماه', ended_at_ms: null });
});

test('a lead is not taken from another body; two duties may change places', async () => {
  const world = await open([], {
    ...(await open()).first,
    elements: (await open()).first.elements.map((element) =>
      element.id === elementId(12) ? { ...element, fields: { ...element.fields, role: 'informed' } } : element,
    ),
  });
  const { db, ids } = world.place;
  const other = newId();
  await db.sql(
    "insert into agencies (id, name, name_folded, kind, unit_id, registered_at_ms) values (?, 'هلال احمر', 'هلال احمر', 'red_crescent', ?, 0)",
    [other, ids.province],
  );
  await db.sql(
    "insert into responsibilities (id, unit_id, domain_key, agency_id, role, from_on, declared_at_ms) values (?, ?, 'civil_works', ?, 'lead', '2026-01-01', 0)",
    [newId(), ids.place, other],
  );
  const upgrade = await begin(world, laterVersion(world.first, { 12: { role: 'lead', note: 'تازه' } }));
  const { stays, follows } = await look(world);
  expect(stays).toMatchObject([{ kind: 'duty', field: 'role', why: 'lead_taken', to: { role: 'lead' } }]);
  expect(follows).toMatchObject([{ field: 'note' }]);
  await finish(world, upgrade);
  expect(await row(world, 'responsibilities', world.rowOf(12))).toMatchObject({ role: 'informed', note: 'تازه' });

  const agency: TemplateElement = {
    id: elementId(32),
    kind: 'agency',
    fields: { titleFa: 'هلال احمر', titleEn: null, agencyKind: 'red_crescent' },
  };
  const partner: TemplateElement = {
    id: elementId(33),
    kind: 'duty',
    fields: { domainRef: elementId(1), agencyRef: agency.id, role: 'partner', note: null },
  };
  const pair = await open();
  await pair.place.db.sql(
    "insert into agencies (id, name, name_folded, kind, unit_id, registered_at_ms) values (?, 'هلال احمر', 'هلال احمر', 'red_crescent', ?, 0)",
    [other, pair.place.ids.province],
  );
  const second = laterVersion(pair.first, {}, [agency, partner]);
  await finish(pair, await decide(pair, await begin(pair, second), agency.id, { target: other }));
  const third = {
    ...second,
    version: 3,
    elements: second.elements.map((element) => {
      const role = { [elementId(12)]: 'partner', [partner.id]: 'lead' }[element.id];
      return role ? { ...element, fields: { ...element.fields, role } } : element;
    }),
  };
  await finish(pair, await begin(pair, third));
  expect(
    await pair.place.db.sql('select agency_id, role from responsibilities where ended_at_ms is null order by role'),
  ).toEqual([
    { agency_id: other, role: 'lead' },
    { agency_id: pair.place.ids.agency, role: 'partner' },
  ]);
});

test('a duty that comes may lead where the one that goes has led', async () => {
  const world = await open();
  const { id, kind, fields } = world.first.elements.find((element) => element.id === elementId(12)) ?? DOMAIN;
  const heir = { id: elementId(34), kind, fields };
  expect(id).not.toBe(heir.id);
  await finish(world, await begin(world, laterVersion(world.first, { 12: null }, [heir])));
  expect(await world.place.db.sql('select count(*) as n from responsibilities where ended_at_ms is null')).toEqual([
    { n: 1 },
  ]);
});

test('a problem goes into the domain that the version says, and its operation along with it', async () => {
  const world = await open();
  await domainRow(world, 'health', true);
  const { db } = world.place;
  await db.sql("update problems set place_kind = 'whole'");
  await db.sql('update operations set approved_at_ms = 1 where id = ?', [world.rowOf(6)]);
  const later = laterVersion(world.first, { 2: { domainRef: DOMAIN.id }, 6: { domainRef: DOMAIN.id } }, [DOMAIN]);
  const upgrade = await begin(world, later);
  const commandId = newId();
  await finish(world, await decide(world, upgrade, DOMAIN.id, { target: 'health' }), commandId);
  expect(await row(world, 'problems', world.rowOf(2))).toMatchObject({ domain_key: 'health', revision: 2 });
  expect(await row(world, 'operations', world.rowOf(6))).toMatchObject({ domain_key: 'health', approved_at_ms: null });
  expect((await overlay(world)).counts).toMatchObject({ untouched: 13, changed: 0 });
  await undoAct.run(world.place.dg, { commandId });
  expect(await row(world, 'problems', world.rowOf(2))).toMatchObject({ domain_key: 'civil_works' });
  expect(await row(world, 'operations', world.rowOf(6))).toMatchObject({
    domain_key: 'civil_works',
    approved_at_ms: 1,
  });
});

test('a problem that is shown on the map does not become sensitive by an upgrade; the severity of what was triaged stays', async () => {
  const world = await open();
  await domainRow(world, 'health', true);
  const { db } = world.place;
  await db.sql("update problems set place_kind = 'point', latitude = 36.1, longitude = 50.1, triaged_at_ms = 1");
  const later = laterVersion(world.first, { 2: { domainRef: DOMAIN.id, severity: 5 } }, [DOMAIN]);
  const upgrade = await decide(world, await begin(world, later), DOMAIN.id, { target: 'health' });
  expect((await look(world)).stays.map(({ field, why }) => [field, why])).toEqual([
    ['domainRef', 'sensitive'],
    ['severity', 'triaged'],
  ]);
  await finish(world, upgrade);
  expect(await row(world, 'problems', world.rowOf(2))).toMatchObject({ domain_key: 'civil_works', severity: 3 });
});

test('with no local change the records are those of adopting the new version afresh', async () => {
  const world = await open();
  const later = laterVersion(
    world.first,
    {
      5: { ...INDICATOR, source: 'سرشماری' },
      12: { role: 'partner', note: 'با هم' },
      2: { domainRef: DOMAIN.id },
      6: { domainRef: DOMAIN.id },
    },
    [DOMAIN],
  );
  const again = await openPlace();
  for (const place of [world.place, again]) await domainRow({ place }, 'health', true);
  await world.place.db.sql("update problems set place_kind = 'whole'");
  await finish(world, await decide(world, await begin(world, later), DOMAIN.id, { target: 'health' }));
  await again.sign(later);
  await adoptTemplate.run(again.dg, {
    ...{ templateId: later.templateId, version: 2, unitId: again.ids.place, startsOn: STARTS_ON },
    mapping: {
      ...{ [elementId(1)]: 'civil_works', [DOMAIN.id]: 'health' },
      ...{ [elementId(3)]: again.ids.person, [elementId(4)]: again.ids.agency },
    },
  });
  const seen = async ({ db }: Place) => [
    await db.sql('select title, domain_key, severity, place_kind from problems'),
    await db.sql('select title, domain_key, starts_on, ends_on from operations'),
    await db.sql('select domain_key, role, note, from_on from responsibilities where ended_at_ms is null'),
    await db.sql(
      'select x.key, x.title_fa, x.title_en, x.title_folded, x.about, x.source, v.unit, v.direction, v.formula from indicators x join indicator_versions v on v.indicator_id = x.id and v.version = x.version',
    ),
  ];
  expect(await seen(world.place)).toEqual(await seen(again));
  again.db.close();
});
