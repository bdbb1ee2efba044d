import { newId } from '@mahalleh/kernel';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { amendOperation } from '../src/commands/amend-operation.ts';
import { approveOperation } from '../src/commands/approve-operation.ts';
import { cancelOperation } from '../src/commands/cancel-operation.ts';
import { planOperation } from '../src/commands/plan-operation.ts';
import { startOperation } from '../src/commands/start-operation.ts';
import { Overlaps } from '../src/model.ts';
import { readOverlaps } from '../src/queries/overlaps.ts';
import { failureOf, meanwhile, openFixture, planInput, planned, reasonOf, rowOf, type Fixture } from './fixture.ts';

let fixture: Fixture;
beforeEach(async () => {
  fixture = await openFixture();
});
afterEach(() => fixture.db.close());

/** Another operation that strongly overlaps with `planInput`: the same problem, in the same days, by another agency. */
const another = async (change: Record<string, unknown> = {}) => {
  const manager = await fixture.db.as({ role: 'county_secretary', unitId: fixture.ids.county });
  const plan = await planOperation.run(manager, {
    ...planInput(fixture),
    agencyId: fixture.ids.basij,
    title: 'چراغ‌های جهادی',
    ...change,
  });
  return { ...plan, manager };
};
const approval = (operationId: string) => rowOf(fixture.db, 'operations', operationId);
const overlapsOf = async (reader: Parameters<typeof readOverlaps.run>[0], operationId: string) =>
  Overlaps.strict().parse(await readOverlaps.run(reader, { operationId }));

describe('an operation is approved', () => {
  test('before it starts, by who may; the audit row says so', async () => {
    const { manager, operationId } = await planned(fixture);
    expect(await reasonOf(startOperation.run(manager, { operationId, revision: 1 }))).toBe(
      'refused operation_not_approved',
    );
    expect(await approveOperation.run(manager, { operationId, revision: 1 })).toEqual({ id: operationId, revision: 2 });
    expect(await approval(operationId)).toMatchObject({
      status: 'planned',
      approved_at_ms: fixture.db.ports.nowMs(),
      approved_by: manager.personId,
      overlaps_noted: null,
    });
    const [row] = (await fixture.db.audit()).slice(-1);
    expect(row).toMatchObject({
      action: 'operation.approve',
      subject: operationId,
      unit_id: fixture.ids.sheikhabad,
      fields_json: '["approval"]',
    });
    await startOperation.run(manager, { operationId, revision: 2 });
    expect((await approval(operationId))['status']).toBe('running');
  });

  test('once, and only while it is planned', async () => {
    const { manager, operationId } = await planned(fixture);
    await approveOperation.run(manager, { operationId, revision: 1 });
    expect(await reasonOf(approveOperation.run(manager, { operationId, revision: 2 }))).toBe(
      'refused operation_approved_before',
    );
    await startOperation.run(manager, { operationId, revision: 2 });
    expect(await reasonOf(approveOperation.run(manager, { operationId, revision: 3 }))).toBe(
      'refused operation_started',
    );
    await cancelOperation.run(manager, { operationId, revision: 3, reason: 'نشد' });
    expect(await reasonOf(approveOperation.run(manager, { operationId, revision: 4 }))).toBe('refused operation_ended');
  });

  test('not by a facilitator, not from elsewhere, not at another revision', async () => {
    const { db, ids } = fixture;
    const { manager, operationId } = await planned(fixture);
    const approve = (who: typeof manager, revision: number) =>
      reasonOf(approveOperation.run(who, { operationId, revision }));
    expect(await approve(await db.as({ role: 'facilitator', unitId: ids.sheikhabad }), 1)).toBe(
      'not_permitted not_permitted',
    );
    expect(await approve(await db.as({ role: 'neighbourhood_manager', unitId: ids.pardisan }), 1)).toBe(
      'not_found operation_unknown',
    );
    expect(await approve(manager, 7)).toBe('conflict revision_conflict');
    expect((await approval(operationId))['approved_at_ms']).toBeNull();
  });

  test('anew when it moves to other days or another group; other words leave it approved', async () => {
    const { manager, operationId } = await planned(fixture);
    await approveOperation.run(manager, { operationId, revision: 1 });
    await amendOperation.run(manager, { operationId, revision: 2, title: 'روشنایی' });
    expect((await approval(operationId))['approved_at_ms']).not.toBeNull();
    await amendOperation.run(manager, { operationId, revision: 3, audience: 'women' });
    expect(await approval(operationId)).toMatchObject({ approved_at_ms: null, approved_by: null });
    await approveOperation.run(manager, { operationId, revision: 4 });
    await amendOperation.run(manager, { operationId, revision: 5, endsOn: '1405-10-10', reason: 'باران' });
    expect((await approval(operationId))['approved_at_ms']).toBeNull();
  });
});

describe('overlaps', () => {
  test('are named: the code, the title, the agency, who answers, and why', async () => {
    const { manager, operationId } = await planned(fixture);
    const other = await another();
    const { rows, strong, hidden } = await overlapsOf(manager, operationId);
    expect({ strong, hidden }).toEqual({ strong: 1, hidden: 0 });
    expect(rows).toMatchObject([
      {
        operationId: other.id,
        code: other.code,
        isVisible: true,
        title: 'چراغ‌های جهادی',
        agencyName: 'basij',
        responsible: ['علی رضایی'],
        degree: 'strong',
        isSameAgency: false,
        isNoted: false,
      },
    ]);
    expect(rows[0]?.reasons.map(({ fa }) => fa)).toEqual([
      'همین حوزه: civil_works',
      'در همین محله',
      '۳۰ روز هم‌زمان',
      'برای همین مسئله',
    ]);
  });

  test('that are strong are named by who approves, else the refusal lists them', async () => {
    const { manager, operationId } = await planned(fixture);
    const other = await another();
    expect(await failureOf(approveOperation.run(manager, { operationId, revision: 1 }))).toEqual({
      kind: 'refused',
      reason: 'operation_overlaps_unnoted',
      count: 1,
      codes: other.code,
    });
    expect((await approval(operationId))['approved_at_ms']).toBeNull();
    await approveOperation.run(manager, { operationId, revision: 1, notedOverlaps: [other.id, newId()] });
    expect(await approval(operationId)).toMatchObject({ overlaps_noted: JSON.stringify([other.code]) });
    const { rows, approvedByName } = await overlapsOf(manager, operationId);
    expect(rows[0]?.isNoted).toBe(true);
    expect(approvedByName).toBe('Sample Person');
  });

  test('that appear between looking and approving are caught', async () => {
    const { db } = fixture;
    const { manager, operationId } = await planned(fixture);
    const other = await another({ startsOn: '1405-10-01', endsOn: '1405-10-20', tasks: [laterTask()] });
    meanwhile(fixture, `update operations set starts_on = '2026-12-01' where id = '${other.id}'`);
    expect(await reasonOf(approveOperation.run(manager, { operationId, revision: 1 }))).toBe(
      'conflict revision_conflict',
    );
    expect((await approval(operationId))['approved_at_ms']).toBeNull();
    expect((await db.audit()).map(({ action }) => action)).not.toContain('operation.approve');
  });

  test('outside one’s units are counted and described without words or persons', async () => {
    const { db, ids } = fixture;
    const point = { placeKind: 'point', latitude: 34.66, longitude: 50.8655 };
    const { manager, operationId } = await planned(fixture, point);
    const domain = { problemId: undefined, domainKey: 'civil_works', unitId: ids.pardisan, capacityIds: [] };
    const near = await another({ ...domain, placeKind: 'point', latitude: 34.6627, longitude: 50.8655 });
    const { rows, hidden, strong } = await overlapsOf(manager, operationId);
    expect({ hidden, strong }).toEqual({ hidden: 1, strong: 1 });
    expect(rows).toMatchObject([
      {
        code: near.code,
        isVisible: false,
        title: null,
        unitId: null,
        unitNameFa: null,
        responsible: [],
        place: 'near',
      },
    ]);
    expect(rows[0]?.agencyName).toBe('basij');
    expect(JSON.stringify(rows)).not.toMatch(/چراغ‌های جهادی|علی رضایی/);
    expect(rows[0]?.reasons[1]).toEqual({
      fa: 'در همین نزدیکی، در محله‌ای دیگر',
      en: 'close by, in another neighbourhood',
    });
    const county = await db.as({ role: 'county_governor', unitId: ids.county });
    expect((await overlapsOf(county, operationId)).rows[0]).toMatchObject({
      title: 'چراغ‌های جهادی',
      reasons: [{}, { en: '301 metres away, in neighbourhood' }, {}, {}],
    });
  });

  test('of one that nobody may see are not shown', async () => {
    const { operationId } = await planned(fixture);
    const stranger = await fixture.db.as({ role: 'neighbourhood_manager', unitId: fixture.ids.pardisan });
    expect(await reasonOf(readOverlaps.run(stranger, { operationId }))).toBe('not_found operation_unknown');
  });
});

const laterTask = () => ({
  title: 'نصب',
  responsiblePersonId: fixture.ids.ali,
  startsOn: '1405-10-02',
  dueOn: '1405-10-10',
});
