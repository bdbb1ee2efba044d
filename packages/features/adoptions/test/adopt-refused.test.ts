import { newId } from '@mahalleh/kernel';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { adoptTemplate } from '../src/commands/adopt-template.ts';
import { asksOf, documentOf, E, elementsOf, openAdopter, TEMPLATE, uuid, type Adopter } from './adopt-world.ts';

let world: Adopter;
let { adopt, refusal, faults } = {} as ReturnType<typeof asksOf>;
beforeEach(async () => {
  world = await openAdopter();
  await world.establish(world.ids.place);
  await world.sign(documentOf());
  ({ adopt, refusal, faults } = asksOf(world));
});
afterEach(() => world.db.close());

describe('what is refused', () => {
  test.each([
    [{ templateId: uuid(901) }, 'template_unknown'],
    [{ version: 9 }, 'template_unknown'],
    [{ without: [uuid(77)] }, 'adoption_element_unknown'],
    [{ mapping: { [uuid(77)]: 'x' } }, 'adoption_element_unknown'],
    [{ joins: { [uuid(77)]: 'x' } }, 'adoption_element_unknown'],
  ])('%j: %s', async (over, reason) => {
    expect(await refusal(over)).toMatchObject({ reason });
  });

  test('a version that was withdrawn or revoked, itself or with its template', async () => {
    await world.db.sql(
      "insert into template_endings values (?, 1, 'withdrawn', 'qom', 'رقم‌ها نادرست بود', 'a', 'o', 0)",
      [TEMPLATE],
    );
    expect(await refusal()).toMatchObject({ reason: 'adoption_of_withdrawn', detail: { why: 'رقم‌ها نادرست بود' } });
    await world.sign(documentOf({ version: 2 }));
    await expect(adopt({ version: 2 })).resolves.toBeDefined();
    await world.db.sql("insert into template_endings values (?, 0, 'revoked', 'ministry', 'خطا', 'a', 'o', 0)", [
      TEMPLATE,
    ]);
    expect(await refusal({ version: 2, unitId: world.ids.other })).toMatchObject({ reason: 'adoption_of_revoked' });
  });

  test('a text that is not the one that was signed', async () => {
    await world.db.sql('drop trigger templates_stay');
    await world.db.sql("update templates set document_json = replace(document_json, 'تاریک', 'روشن')");
    expect(await refusal()).toMatchObject({ reason: 'adoption_not_as_signed' });
  });

  test('a second time in the same neighbourhood; elsewhere it may be', async () => {
    await adopt();
    expect(await refusal()).toMatchObject({ reason: 'adoption_twice' });
    await world.establish(world.ids.other);
    const { rows } = { rows: await world.rows('indicators') };
    const joins = Object.fromEntries(rows.map(({ key, id }) => [key === 'lit_alleys' ? E.indicator : E.computed, id]));
    await expect(adopt({ unitId: world.ids.other, joins })).resolves.toMatchObject({ joined: 2 });
  });

  test('a unit that is no neighbourhood, has ended, or is not the actor’s', async () => {
    expect(await refusal({ unitId: world.ids.county })).toMatchObject({ reason: 'adoption_outside_neighbourhood' });
    await world.db.sql("update units set ended_on = '2026-01-01' where id = ?", [world.ids.place]);
    expect(await refusal()).toMatchObject({ reason: 'adoption_unit_ended' });
    const elsewhere = await world.db.as({ role: 'county_governor', unitId: newId() });
    await expect(adoptTemplate.run(elsewhere, world.adoption())).rejects.toMatchObject({ kind: 'not_found' });
    const manager = await world.db.as({ role: 'neighbourhood_manager', unitId: world.ids.place });
    await expect(adoptTemplate.run(manager, world.adoption())).rejects.toMatchObject({ kind: 'not_permitted' });
  });

  test('a mapping to what is not there, or to what may not be', async () => {
    const strange = await faults({
      mapping: {
        ...world.mapping,
        [E.domain]: 'astronomy',
        [E.agency]: newId(),
        [E.trustee]: newId(),
        [E.lesson]: 'x',
      },
    });
    expect(strange).toEqual(
      expect.arrayContaining([
        '03 domain_unknown',
        '07 agency_unknown',
        '06 person_unknown',
        '21 adoption_not_mappable',
      ]),
    );
    expect(await faults({ mapping: { ...world.mapping, [E.sensitive]: 'sport' } })).toEqual([
      '04 adoption_domain_not_sensitive',
    ]);
    await world.db.sql('update people set retired_at_ms = 1 where id = ?', [world.manager.personId]);
    expect(await faults()).toEqual(['05 person_unknown']);
  });

  test('a join to what is not in this neighbourhood, twice to the same, or to an indicator that means something else', async () => {
    expect(await faults({ joins: { [E.problem]: newId() } })).toEqual(
      expect.arrayContaining(['08 adoption_join_unknown']),
    );
    const indicator = newId();
    await world.db.sql(
      "insert into indicators (id, key, aim, title_fa, title_folded, source, frequency, population, adds_up, defined_at_ms) values (?, 'lit_alleys', 'conditions', 'x', 'x', 'x', 'season', 'things', 0, 0)",
      [indicator],
    );
    await world.db.sql(
      "insert into indicator_versions (indicator_id, version, unit, direction, since_ms) values (?, 1, 'count', 'more', 0)",
      [indicator],
    );
    expect(await faults()).toEqual(expect.arrayContaining(['11 indicator_key_taken']));
    expect(await faults({ joins: { [E.indicator]: indicator } })).toEqual(
      expect.arrayContaining(['11 indicator_other_meaning']),
    );
    const problem = newId();
    await world.db.sql(
      "insert into problems (id, code, unit_id, domain_key, title, title_folded, severity, place_kind, status, registered_at_ms, registered_by) values (?, 'AAAAAA', ?, 'civil_works', 'x', 'x', 3, 'whole', 'triaged', 0, ?)",
      [problem, world.ids.place, world.director.personId],
    );
    expect(
      await faults({ joins: { [E.problem]: problem, [E.hidden]: problem }, without: [E.indicator, E.computed] }),
    ).toEqual(['09 adoption_joined_twice']);
  });

  test('what clashes with what is here: a lead, a committee, no council, a target whose day is past', async () => {
    await world.db.sql(
      "insert into responsibilities (id, unit_id, domain_key, agency_id, role, from_on, declared_at_ms) values ('r', ?, 'civil_works', ?, 'lead', '2026-01-01', 0)",
      [world.ids.place, world.ids.agency],
    );
    await world.db.sql(
      "insert into committees (id, council_id, unit_id, kind_key, formed_on) select 'k', id, unit_id, 'civil_works', '2026-02-01' from councils",
    );
    expect(await faults({ startsOn: '2026-01-01' })).toEqual([
      '02 committee_exists',
      '13 responsibility_lead_taken',
      '20 target_due_in_past',
    ]);
    expect(await faults({ unitId: world.ids.other })).toEqual(['02 adoption_without_council']);
    await expect(adopt({ joins: { [E.committee]: 'k', [E.duty]: 'r' } })).resolves.toMatchObject({ joined: 2 });
  });

  test('what the actor may not do by hand: a county governor defines no indicators and sets no targets', async () => {
    const governor = await world.db.as({ role: 'county_governor', unitId: world.ids.county });
    await expect(adoptTemplate.run(governor, world.adoption())).rejects.toMatchObject({
      reason: 'adoption_does_not_fit',
      fields: [11, 12, 20].map((n) => ({ field: `elements.${uuid(n)}`, reason: 'adoption_not_permitted' })),
    });
    await expect(
      adoptTemplate.run(governor, world.adoption({ withoutParts: ['indicators', 'targets'] })),
    ).resolves.toBeDefined();
    const fresh = {
      mapping: { ...world.mapping, [E.domain]: 'new' },
      unitId: world.ids.other,
      withoutParts: ['indicators', 'targets', 'committees'],
    };
    await expect(adoptTemplate.run(governor, world.adoption(fresh))).rejects.toMatchObject({
      fields: [{ field: `elements.${E.domain}`, reason: 'adoption_not_permitted' }],
    });
  });

  test('input that is none', async () => {
    for (const [over, field] of [
      [{ startsOn: 'yesterday' }, 'startsOn'],
      [{ version: 0 }, 'version'],
      [{ unitId: 'here' }, 'unitId'],
      [{ withoutParts: ['weather'] }, 'withoutParts.0'],
      [{ mapping: { here: 'x' } }, 'mapping.here'],
      [{ joins: { [E.problem]: '' } }, `joins.${E.problem}`],
      [{ strange: 1 }, 'strange'],
    ] as const)
      await expect(adopt(over)).rejects.toMatchObject({ kind: 'invalid', fields: [{ field }] });
  });

  test('a plan whose operations wait for each other in the end', async () => {
    const elements = elementsOf().map((one) =>
      one.id === E.count ? { ...one, fields: { ...one.fields, startAfterRef: E.celebrate } } : one,
    );
    await world.sign(documentOf({ version: 4, elements }));
    expect(await faults({ version: 4 })).toEqual(expect.arrayContaining(['14 template_circle']));
  });
});
