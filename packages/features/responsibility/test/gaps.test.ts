import { factsSql, ALL_UNITS } from '@mahalleh/metric';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { responsibilityGaps, responsibilityMatrix, unattendedProblems } from '../src/index.ts';
import { GapList } from '../src/model.ts';
import { gapWeight, leadOf, lineOf, type Duty } from '../src/rules.ts';
import { openSetting, type Setting } from './setting.ts';

let s: Setting;
beforeEach(async () => {
  s = await openSetting();
});
afterEach(() => s.db.close());

const gaps = async (input: object = {}, who = s.dg) => GapList.strict().parse(await responsibilityGaps.run(who, input));
const idsOf = async (input: object = {}, who = s.dg) => (await gaps(input, who)).rows.map(({ id }) => id);

describe('the problems with nobody', () => {
  test('are ranked by severity, people and days, and say how grave they are', async () => {
    const old = await s.problem(s.ids.sheikhabad, 'sport', { registered_at_ms: Date.parse('2026-08-14T08:00:00Z') });
    const wide = await s.problem(s.ids.pardisan, 'health', { people_affected: 1500 });
    const unknown = await s.problem(s.ids.fordo, 'sport', { severity: 5, people_affected: null });
    const { rows, total, most } = await gaps();
    expect(rows.map(({ id }) => id)).toEqual([wide, old, unknown]);
    expect({ total, most }).toEqual({ total: 3, most: 1000 });
    for (const row of rows) expect(row.weight).toBe(gapWeight(row));
    expect(rows[1]).toMatchObject({ daysOpen: 100, unitNameEn: 'Sheikhabad', domainTitleEn: 'sport' });
  });

  test('are filtered by place, domain with those below it, and severity', async () => {
    const dark = await s.problem(s.ids.sheikhabad, 'lighting', { severity: 2 });
    const wet = await s.problem(s.ids.fordo, 'civil_works', { severity: 4 });
    const ill = await s.problem(s.ids.fordo, 'health', { severity: 4 });
    expect(await idsOf({ unitId: s.ids.kahak, domain: 'civil_works' })).toEqual([wet]);
    expect((await idsOf({ domain: 'civil_works' })).toSorted()).toEqual([dark, wet].toSorted());
    expect((await idsOf({ severity: 4 })).toSorted()).toEqual([wet, ill].toSorted());
    expect(await idsOf({}, s.manager)).toEqual([dark]);
    expect((await gaps({ page: 2, size: 2 })).rows).toHaveLength(1);
    expect(await idsOf({ unitId: s.ids.qom }, s.governor)).toEqual([]);
  });

  test.each([
    ['few', 0],
    ['many', 60],
  ])(
    'are those of the matrix and of the figure, whatever is declared and done, in %s units',
    async (_, more) => {
      await s.districts(more);
      const domains = await s.db.sql('select key, parent_key as parentKey from domains');
      const nodes = domains.map(({ key, parentKey }) => ({
        key: String(key),
        parentKey: parentKey === null ? null : String(parentKey),
      }));
      const places = (['sheikhabad', 'pardisan', 'fordo'] as const).map((name) => s.ids[name]);
      const above = (unitId: string) => [unitId, unitId === s.ids.fordo ? s.ids.kahak : s.ids.qom, s.ids.province];
      const everywhere = Object.values(s.ids);
      const keys = nodes.map(({ key }) => key);
      await fc.assert(
        fc.asyncProperty(
          fc.uniqueArray(
            fc.record({
              unitId: fc.constantFrom(...everywhere),
              domainKey: fc.constantFrom(...keys),
              agencyId: fc.constantFrom(...Object.values(s.agencies)),
              role: fc.constantFrom('lead' as const, 'lead' as const, 'partner' as const),
              isEnded: fc.boolean(),
            }),
            { selector: ({ unitId, domainKey }) => `${unitId} ${domainKey}`, maxLength: 5 },
          ),
          fc.array(
            fc.record({
              unitId: fc.constantFrom(...places),
              domainKey: fc.constantFrom(...keys),
              status: fc.constantFrom('registered', 'triaged', 'started', 'solved', 'closed'),
              operation: fc.constantFrom(null, 'planned', 'running', 'done', 'cancelled'),
            }),
            { maxLength: 12 },
          ),
          async (said, registry) => {
            for (const table of ['operations', 'problems', 'responsibilities']) await s.db.sql(`delete from ${table}`);
            for (const [i, duty] of said.entries())
              await s.db.sql(
                "insert into responsibilities (id, unit_id, domain_key, agency_id, role, from_on, declared_at_ms, ended_at_ms) values (?, ?, ?, ?, ?, '2026-09-23', 0, ?)",
                [String(i), duty.unitId, duty.domainKey, duty.agencyId, duty.role, duty.isEnded ? 1 : null],
              );
            const duties = said.flatMap((duty, i): Duty[] => (duty.isEnded ? [] : [{ ...duty, id: String(i) }]));
            const expected: string[] = [];
            for (const { unitId, domainKey, status, operation } of registry) {
              const id = await s.problem(unitId, domainKey, { status });
              if (operation) await s.operation(unitId, domainKey, null, { status: operation, problem_id: id });
              const isOpen = !['solved', 'closed'].includes(status);
              const isWorkedOn = operation === 'planned' || operation === 'running';
              if (isOpen && !isWorkedOn && !leadOf(duties, above(unitId), lineOf(nodes, domainKey))) expected.push(id);
            }
            const found = await gaps({ size: 100 });
            expect(found.rows.map(({ id }) => id).toSorted()).toEqual(expected.toSorted());
            expect(found.total).toBe(expected.length);
            const { rows } = await responsibilityMatrix.run(s.dg, {});
            const inMatrix = rows.flatMap(({ cells }) => cells).reduce((all, { gap }) => all + gap, 0);
            expect(inMatrix).toBe(expected.length);
            const figures = await s.db.sql(factsSql(unattendedProblems, ALL_UNITS));
            expect(figures.reduce((all, { value }) => all + Number(value), 0)).toBe(expected.length);
          },
        ),
        { numRuns: 40, seed: 14050901 },
      );
    },
    60_000,
  );
});

describe('a unit’s figure is stale', () => {
  const dirty = async () =>
    (await s.db.sql("select unit_id from dirty where feature = 'responsibility'")).map(({ unit_id }) => unit_id);
  const clean = () => s.db.sql('delete from dirty');

  test('when a lead is declared or released above it, and when its problems or operations change', async () => {
    await clean();
    const { id } = await s.lead(s.ids.qom, 'sport', s.agencies.basij);
    expect((await dirty()).toSorted()).toEqual([s.ids.qom, s.ids.sheikhabad, s.ids.pardisan].toSorted());
    await clean();
    await s.db.sql('update responsibilities set ended_at_ms = 1 where id = ?', [id]);
    expect(await dirty()).toContain(s.ids.pardisan);
    await clean();
    await s.problem(s.ids.fordo, 'sport');
    expect(await dirty()).toEqual([s.ids.fordo]);
    await clean();
    await s.operation(s.ids.pardisan, 'sport', null);
    expect(await dirty()).toEqual([s.ids.pardisan]);
  });

  test('when it comes to lie elsewhere', async () => {
    await clean();
    await s.db.sql('delete from unit_closure where ancestor_id = ? and unit_id = ?', [s.ids.kahak, s.ids.fordo]);
    expect(await dirty()).toEqual([s.ids.fordo]);
    await clean();
    await s.db.sql('insert into unit_closure (ancestor_id, unit_id) values (?, ?)', [s.ids.qom, s.ids.fordo]);
    expect(await dirty()).toEqual([s.ids.fordo]);
  });
});
