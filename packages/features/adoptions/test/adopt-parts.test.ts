import { newId } from '@mahalleh/kernel';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { asksOf, documentOf, E, elementsOf, openAdopter, type Adopter } from './adopt-world.ts';

let world: Adopter;
let { adopt, refusal, faults } = {} as ReturnType<typeof asksOf>;
beforeEach(async () => {
  world = await openAdopter();
  await world.establish(world.ids.place);
  await world.sign(documentOf());
  ({ adopt, refusal, faults } = asksOf(world));
});
afterEach(() => world.db.close());

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
