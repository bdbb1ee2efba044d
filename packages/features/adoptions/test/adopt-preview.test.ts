import { newId } from '@mahalleh/kernel';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { previewAdoption } from '../src/queries/preview.ts';
import { asksOf, documentOf, E, openAdopter, TEMPLATE, uuid, type Adopter } from './adopt-world.ts';

let world: Adopter;
let { adopt } = {} as ReturnType<typeof asksOf>;
beforeEach(async () => {
  world = await openAdopter();
  await world.establish(world.ids.place);
  await world.sign(documentOf());
  ({ adopt } = asksOf(world));
});
afterEach(() => world.db.close());

describe('the preview', () => {
  const preview = (over: object = {}) =>
    previewAdoption.run(world.director, {
      templateId: TEMPLATE,
      unitId: world.ids.place,
      startsOn: '2026-11-28',
      ...over,
    });
  const by = async (over: object = {}) => {
    const { elements } = await preview(over);
    return (id: string) => {
      const found = elements.find((one) => one.id === id);
      if (!found) throw new Error(id);
      return found;
    };
  };

  test('proposes what everything may be mapped to, and why; what it proposes can be adopted', async () => {
    const { elements, council, parts } = await preview();
    const mapping = Object.fromEntries(elements.flatMap(({ id, mapsTo }) => (mapsTo[0] ? [[id, mapsTo[0].key]] : [])));
    const element = await by();
    expect(council).toBe('there');
    expect(parts.map(({ part }) => part)).toContain('operations');
    expect(element(E.domain).mapsTo[0]).toMatchObject({ key: 'civil_works', why: 'similar_title' });
    expect(element(E.manager).mapsTo[0]).toMatchObject({ key: world.manager.personId, why: 'is_manager' });
    expect(element(E.trustee)).toMatchObject({
      meeting: 'needs_mapping',
      mapsTo: [{ key: world.manager.personId, why: 'manager_instead' }],
    });
    expect(element(E.agency).mapsTo[0]).toMatchObject({ key: world.ids.agency, why: 'same_kind' });
    expect(element(E.committee).mapsTo[0]).toMatchObject({ key: 'civil_works', why: 'same_key' });
    expect(element(E.first)).toMatchObject({ meeting: 'new', startsOn: '2026-11-28', endsOn: '2026-12-09' });
    // Nothing was measured here: there is a promise, and nothing to count it from.
    expect(elements.flatMap(({ promise }) => (promise ? [promise] : []))).toMatchObject([
      { change: 20, months: 6, from: null },
    ]);
    expect(element(E.lesson).meeting).toBe('words');
    expect(element(E.later).meeting).toBe('unknown');
    await expect(adopt({ mapping })).resolves.toMatchObject({ landed: 13 });
  });

  test('remembers what was mapped the last time, here and elsewhere', async () => {
    const second = await world.db.as({ role: 'observer', unitId: world.ids.county });
    await adopt({ mapping: { ...world.mapping, [E.domain]: 'environment', [E.trustee]: second.personId } });
    const element = await by({ unitId: world.ids.other });
    expect(element(E.domain).mapsTo[0]).toMatchObject({ key: 'environment', why: 'remembered_elsewhere' });
    expect(element(E.trustee).mapsTo[0]).toMatchObject({ key: second.personId, why: 'remembered_elsewhere' });
    const { adoptionId } = await preview();
    expect(adoptionId).toEqual(expect.any(String));
  });

  test('tells what is there already and what clashes', async () => {
    await world.db.sql(
      "insert into problems (id, code, unit_id, domain_key, title, title_folded, severity, place_kind, status, registered_at_ms, registered_by) values ('p', 'AAAAAA', ?, 'civil_works', 'کوچه‌های بسیار تاریک', 'x', 3, 'whole', 'triaged', 0, ?)",
      [world.ids.place, world.director.personId],
    );
    const rival = newId();
    await world.db.sql(
      "insert into agencies (id, name, name_folded, kind, unit_id, registered_at_ms) values (?, 'جهادی', 'جهادی', 'jihadi_group', ?, 0)",
      [rival, world.ids.county],
    );
    await world.db.sql(
      "insert into responsibilities (id, unit_id, domain_key, agency_id, role, from_on, declared_at_ms) values ('r', ?, 'civil_works', ?, 'lead', '2026-01-01', 0)",
      [world.ids.place, rival],
    );
    const element = await by();
    expect(element(E.problem)).toMatchObject({ meeting: 'exists', joins: [{ key: 'p', why: 'similar_title' }] });
    expect(element(E.duty)).toMatchObject({
      meeting: 'clash',
      clash: { reason: 'responsibility_lead_taken', text: { en: expect.stringContaining('جهادی') } },
    });
    const elsewhere = await by({ unitId: world.ids.other });
    expect(elsewhere(E.committee)).toMatchObject({ meeting: 'new' });
    const governor = await world.db.as({ role: 'county_governor', unitId: world.ids.county });
    const seen = await previewAdoption.run(governor, { templateId: TEMPLATE, unitId: world.ids.place });
    expect(seen.elements.find(({ id }) => id === E.target)).toMatchObject({
      clash: { reason: 'adoption_not_permitted' },
    });
  });

  test('is of the newest version, of templates and places that there are', async () => {
    await world.sign(documentOf({ version: 2, title: 'محله روشن‌تر' }));
    expect((await preview()).template).toMatchObject({ version: 2, title: 'محله روشن‌تر' });
    expect((await preview({ version: 1 })).template.version).toBe(1);
    await expect(preview({ templateId: uuid(5) })).rejects.toMatchObject({ reason: 'template_unknown' });
    await expect(preview({ unitId: newId() })).rejects.toMatchObject({ reason: 'unit_unknown' });
  });
});
