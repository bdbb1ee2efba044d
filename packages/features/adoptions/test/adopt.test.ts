import { newId } from '@mahalleh/kernel';
import { isRecord, ROW_FORMS, ROW_KINDS } from '@mahalleh/templates/rows';
import { undoAct } from '@mahalleh/undo';
import { compile } from '@mahalleh/gate';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { adoptTemplate } from '../src/commands/adopt-template.ts';
import { previewAdoption } from '../src/queries/preview.ts';
import { documentOf, E, elementsOf, openAdopter, TEMPLATE, uuid, type Adopter } from './adopt-world.ts';
import { NOW } from './standing-world.ts';

let world: Adopter;
beforeEach(async () => {
  world = await openAdopter();
  await world.establish(world.ids.place);
  await world.sign(documentOf());
});
afterEach(() => world.db.close());

const adopt = (over: object = {}, id?: string) => adoptTemplate.run(world.director, world.adoption(over), id);
const refusal = (over: object = {}) =>
  adopt(over).then(
    () => ({ reason: 'adopted' }),
    (cause: { reason: string; detail?: object; fields?: { field: string; reason: string }[] }) => cause,
  );
const faults = async (over: object = {}) =>
  ((await refusal(over)) as { fields?: { field: string; reason: string }[] }).fields?.map(
    ({ field, reason }) => `${field.slice(-2)} ${reason}`,
  );

describe('adopting', () => {
  test('makes every element a record as its own command would write it, in one act', async () => {
    const answer = await adopt();
    expect(answer).toMatchObject({ revision: 1, landed: 13, joined: 0, kept: 9, leftOut: 0 });
    const { rows, ids, director, manager } = world;
    expect(await rows('problems', "title = 'کوچه‌های تاریک'")).toMatchObject([
      {
        ...{
          unit_id: ids.place,
          domain_key: 'civil_works',
          title_folded: 'کوچههای تاریک',
          severity: 4,
          status: 'registered',
        },
        ...{ whys_json: '["چراغ کم است","کسی گزارش نمی‌دهد"]', root_cause: 'کسی گزارش نمی‌دهد', solution: 'چراغ تازه' },
        ...{ place_kind: 'whole', registered_by: director.personId, registered_at_ms: NOW, revision: 1 },
        code: expect.stringMatching(/^[0-9A-Z]{6}$/),
      },
    ]);
    expect(await rows('operations', "title = 'روشنایی کوچه‌ها'")).toMatchObject([
      {
        ...{ unit_id: ids.place, domain_key: 'civil_works', agency_id: ids.agency, status: 'planned' },
        ...{ starts_on: '2026-11-28', problem_id: expect.any(String), indicator_id: expect.any(String) },
        code: expect.stringMatching(/^A-/),
      },
    ]);
    expect(await rows('tasks', "title = 'نصب'")).toMatchObject([
      {
        responsible_person_id: manager.personId,
        agency_id: ids.agency,
        status: 'open',
        starts_on: '2026-12-05',
        due_on: '2026-12-09',
      },
    ]);
    expect(await rows('task_dependencies')).toMatchObject([{ lag_days: 4, unit_id: ids.place }]);
    expect(await rows('responsibilities')).toMatchObject([
      { role: 'lead', from_on: '2026-11-24', agency_id: ids.agency },
    ]);
    expect(await rows('committees')).toMatchObject([{ kind_key: 'civil_works', formed_on: '2026-11-24' }]);
    expect(await rows('targets')).toMatchObject([{ goal_value: 100, from_on: '2026-11-28', unit_id: ids.place }]);
    const indicators = await rows('indicators');
    expect(indicators.map(({ key }) => key).toSorted()).toEqual(['lit_alleys', 'lit_gain']);
    expect(await rows('indicator_inputs')).toMatchObject([
      { kind: 'indicator', ref: indicators.find(({ key }) => key === 'lit_alleys')?.['id'] },
    ]);
    expect(await rows('indicator_aims')).toMatchObject([
      { unit_id: ids.place, baseline_value: null, goal_period: '1406-s1' },
    ]);
    expect(await rows('adoptions')).toMatchObject([
      { status: 'active', version: 1, starts_on: '2026-11-28', adopted_by: director.personId },
    ]);
    expect((await world.db.audit()).at(-1)).toMatchObject({
      action: 'template.adopt',
      subject: answer.id,
      unit_id: ids.place,
    });
  });

  test('keeps how each element landed exactly as the record’s own form reads, so that nothing counts as changed', async () => {
    const { id } = await adopt();
    for (const kind of ROW_KINDS) {
      const { from, form } = ROW_FORMS[kind];
      const { sql: text, args } = compile(
        sql`select count(*) as n, sum(e.landed_json = ${form}) as same from adopted_elements e cross join ${from} where e.adoption_id = ${id} and e.kind = ${kind} and ${isRecord(kind, sql`e.row_key`)}`,
      );
      const [row] = await world.db.sql(text, args);
      expect([kind, row?.['n'] === row?.['same'], Number(row?.['n']) > 0]).toEqual([kind, true, true]);
    }
    const kept = await world.rows('adopted_elements', `element_id = '${E.later}'`);
    expect(kept).toMatchObject([{ state: 'kept', kind: 'rhythm', row_key: null }]);
    const stands = await world.rows('element_rows', "kind = 'problem'");
    expect(stands.map(({ element_id }) => element_id).toSorted()).toEqual([E.problem, E.hidden]);
    expect(await world.rows('element_rows', "kind = 'role'")).toEqual([]);
  });

  test('is two database requests', async () => {
    let requests = 0;
    const { databases } = world.db.ports;
    const { reader, loader, lane } = databases;
    Object.assign(databases, {
      reader: (name: string) => ({ batch: (all: never) => ((requests += 1), reader(name as never).batch(all)) }),
      loader: (name: string) => ({ batch: (all: never) => ((requests += 1), loader(name as never).batch(all)) }),
      lane: (name: string) => ({ write: (job: never) => ((requests += 1), lane(name as never).write(job)) }),
    });
    await adopt();
    expect(requests).toBe(2);
  });

  test('is taken back as one, and can then be done again', async () => {
    const commandId = newId();
    await adopt({}, commandId);
    await undoAct.run(world.director, { commandId });
    for (const table of ['adoptions', 'adopted_elements', 'element_rows', 'operations', 'tasks', 'task_dependencies'])
      expect([table, await world.rows(table)]).toEqual([table, []]);
    for (const table of [
      'indicators',
      'indicator_versions',
      'indicator_inputs',
      'indicator_aims',
      'targets',
      'committees',
    ])
      expect([table, await world.rows(table)]).toEqual([table, []]);
    expect(await world.rows('problems', 'discarded_at_ms is null')).toEqual([]);
    expect(await world.rows('responsibilities', 'ended_at_ms is null')).toEqual([]);
    expect(await world.rows('mapping_memory')).not.toEqual([]);
    await expect(adopt()).resolves.toMatchObject({ landed: 13 });
  });

  test.each([
    ['a task has moved on', "update tasks set revision = 2 where title = 'جشن'"],
    [
      'something was given to an operation',
      "insert into contributions (id, operation_id, unit_id, kind, recorded_at_ms) select 'c', id, unit_id, 'goods', 0 from operations limit 1",
    ],
    [
      'evidence was added',
      "insert into evidence (id, subject_kind, subject_id, unit_id, kind, note, added_at_ms, added_by) select 'e', 'task', id, unit_id, 'text', 'n', 0, 'p' from tasks limit 1",
    ],
    ['an element was reworded', `update adopted_elements set revision = 2 where element_id = '${E.lesson}'`],
  ])('is not taken back when %s', async (_what, change) => {
    const commandId = newId();
    await adopt({}, commandId);
    await world.db.sql('pragma foreign_keys = off');
    await world.db.sql(change);
    await expect(undoAct.run(world.director, { commandId })).rejects.toMatchObject({ kind: 'conflict' });
    expect(await world.rows('operations')).toHaveLength(2);
    expect(await world.rows('adoptions')).toHaveLength(1);
  });

  test('the same command sent again answers the same and does nothing more', async () => {
    const commandId = newId();
    const first = await adopt({}, commandId);
    expect(await adopt({}, commandId)).toEqual(first);
    expect(await world.rows('adoptions')).toHaveLength(1);
  });

  test('two at once make one adoption, and nothing of the other', async () => {
    const answers = await Promise.allSettled([adopt(), adopt()]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { kind: 'conflict' } });
    expect(await world.rows('operations')).toHaveLength(2);
    expect(await world.rows('problems')).toHaveLength(2);
  });
});

describe('parts and elements', () => {
  test('can be taken alone: what an element may do without is let go', async () => {
    const answer = await adopt({
      withoutParts: ['problems', 'indicators', 'targets', 'duties', 'committees', 'agencies', 'capacities'],
    });
    expect(answer).toMatchObject({ landed: 6, leftOut: 9 });
    expect(await world.rows('operations')).toMatchObject([
      { problem_id: null, indicator_id: null, agency_id: null, domain_key: 'civil_works' },
      { problem_id: null },
    ]);
    expect(await world.rows('problems')).toEqual([]);
  });

  test('a task goes with its operation and a link with its tasks, and the rest keeps its days', async () => {
    await adopt();
    const [before] = await world.rows('operations', "title = 'جشن روشنایی'");
    const other = await adopt({ unitId: world.ids.other, without: [E.first, E.committee, E.indicator, E.computed] });
    const rows = await world.rows('adopted_elements', `adoption_id = '${other.id}' and state = 'left_out'`);
    expect(rows.map(({ element_id }) => element_id).toSorted()).toEqual(
      [E.first, E.committee, E.indicator, E.computed, E.count, E.install, E.link].toSorted(),
    );
    expect(await world.rows('operations', `unit_id = '${world.ids.other}'`)).toMatchObject([
      { title: 'جشن روشنایی', starts_on: before?.['starts_on'], ends_on: before?.['ends_on'] },
    ]);
  });

  test('what an element cannot do without is told under its id', async () => {
    expect(await faults({ withoutParts: ['domains'] })).toEqual(
      expect.arrayContaining(['08 adoption_ref_lost', '13 adoption_ref_lost', '14 adoption_ref_lost']),
    );
    expect(await faults({ mapping: { ...world.mapping, [E.manager]: null } })).toEqual([
      '16 adoption_role_unmapped',
      '17 adoption_role_unmapped',
    ]);
    expect(await world.rows('adoptions')).toEqual([]);
  });

  test('an operation is in the domain of its problem', async () => {
    const problem = newId();
    await world.db.sql(
      "insert into problems (id, code, unit_id, domain_key, title, title_folded, severity, place_kind, status, registered_at_ms, registered_by) values (?, 'AAAAAA', ?, 'environment', 'کوچه‌های تاریک', 'ک', 3, 'whole', 'triaged', 0, ?)",
      [problem, world.ids.place, world.director.personId],
    );
    expect(await adopt({ joins: { [E.problem]: problem } })).toMatchObject({ landed: 12, joined: 1 });
    expect(await world.rows('operations', 'problem_id is not null')).toMatchObject([
      { problem_id: problem, domain_key: 'environment' },
    ]);
  });
});

describe('mandatory parts', () => {
  const mandate = (part: string) => [{ part, reason: 'تصمیم شورای اجتماعی کشور' }];
  beforeEach(async () => {
    await world.sign(documentOf({ version: 2 }), [
      ...mandate('operations'),
      ...mandate('roles'),
      ...mandate('lessons'),
    ]);
  });

  test.each([
    [{ withoutParts: ['operations'] }, 'operations'],
    [{ without: [E.lesson] }, 'lessons'],
    [{ mapping: { [E.domain]: 'civil_works', [E.sensitive]: 'social_harms' } }, 'roles'],
  ])('%j loses one: refused with the part and the ministry’s reason', async (over, part) => {
    expect(await refusal({ version: 2, ...over })).toMatchObject({
      reason: 'adoption_loses_mandatory',
      detail: { part, why: 'تصمیم شورای اجتماعی کشور' },
    });
    expect(await world.rows('adoptions')).toEqual([]);
  });

  test('are taken with what is there already: a joined operation keeps its own tasks', async () => {
    const operation = newId();
    await world.db.sql(
      "insert into operations (id, code, unit_id, domain_key, title, title_folded, status, starts_on, ends_on, planned_at_ms) values (?, 'A-1', ?, 'civil_works', 'روشنایی', 'روشنایی', 'running', '2026-11-01', '2027-02-01', 0)",
      [operation, world.ids.place],
    );
    const { id } = await adopt({ version: 2, joins: { [E.first]: operation } });
    expect(await world.rows('tasks')).toMatchObject([{ title: 'جشن' }]);
    // What follows it begins after its own last day, not after that of the template.
    expect(await world.rows('operations', "title = 'جشن روشنایی'")).toMatchObject([{ starts_on: '2027-02-16' }]);
    expect(await world.rows('adopted_elements', `adoption_id = '${id}' and element_id = '${E.first}'`)).toMatchObject([
      { state: 'landed', is_joined: 1, row_key: operation },
    ]);
  });

  test('a council that is mandatory is there or is established', async () => {
    await world.sign(documentOf({ version: 3 }), mandate('council'));
    expect(await refusal({ version: 3, unitId: world.ids.other })).toMatchObject({
      reason: 'adoption_council_is_mandatory',
    });
    await adopt({ version: 3, unitId: world.ids.other, establishesCouncil: true });
    expect(await world.rows('councils', `unit_id = '${world.ids.other}'`)).toMatchObject([
      { kind: 'neighbourhood_progress', established_on: '2026-11-24', charter_id: expect.any(String) },
    ]);
    expect(await world.rows('committees', `unit_id = '${world.ids.other}'`)).toHaveLength(1);
  });
});

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

describe('new domains and committees', () => {
  test('are made by whoever may: a domain with its rules, a committee of the province', async () => {
    const elements = elementsOf().map((one) => {
      if (one.id === E.domain)
        return { ...one, fields: { ...one.fields, titleFa: 'روشنایی', titleEn: 'Street lighting', parentRef: null } };
      return one.id === E.committee ? { ...one, fields: { ...one.fields, key: 'lighting' } } : one;
    });
    await world.sign(documentOf({ version: 2, elements }));
    expect(await faults({ version: 2 })).toEqual(['02 committee_kind_unknown']);
    await adopt({ version: 2, mapping: { ...world.mapping, [E.domain]: 'new', [E.committee]: 'new' } });
    expect(await world.rows('domains', "key = 'street_lighting'")).toMatchObject([
      { national_key: 'civil_works', is_sensitive: 0, parent_key: null },
    ]);
    expect(await world.rows('committee_kinds', "key = 'lighting'")).toHaveLength(1);
    expect(await world.rows('problems', "domain_key = 'street_lighting'")).toHaveLength(1);
  });
});

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
    expect(element(E.agency).mapsTo[0]).toMatchObject({ key: world.ids.agency, why: 'same_kind' });
    expect(element(E.committee).mapsTo[0]).toMatchObject({ key: 'civil_works', why: 'same_key' });
    expect(element(E.first)).toMatchObject({ meeting: 'new', startsOn: '2026-11-28', endsOn: '2026-12-09' });
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
