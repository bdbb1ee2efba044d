import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProvinceContext } from '@mahalleh/gate';
import { newId } from '@mahalleh/kernel';
import { getHome } from '../src/queries/home.ts';
import { getNeighbourhood } from '../src/queries/neighbourhood.ts';
import { getSteps } from '../src/queries/neighbourhood-steps.ts';
import { listNeighbourhoods } from '../src/queries/neighbourhoods.ts';
import { zHome, zNeighbourhood, zNeighbourhoodList } from '../src/model.ts';
import { openWorld, type World } from './world.ts';

let world: World;
let governor: ProvinceContext;
let agencyId: string;

/** Sheikhabad has done all three steps and has a late task; Pardisan lacks a seat; Chaharmardan has nothing. */
beforeAll(async () => {
  world = await openWorld();
  const { unit } = world;
  agencyId = await world.insert('agencies', {
    id: newId(),
    name: 'شهرداری قم',
    name_folded: '',
    kind: 'municipality',
    unit_id: unit.county,
    is_sample: 1,
    registered_at_ms: 0,
  });
  const mosque = await world.insert('bases', {
    id: newId(),
    unit_id: unit.sheikhabad,
    kind: 'mosque',
    name: 'مسجد امام حسن مجتبی',
    name_folded: '',
    activation: 'active',
    activated_on: '2026-09-29',
    is_lead: 1,
    registered_at_ms: 0,
  });
  const manager = await world.person('علی رضایی (نمونه)');
  await world.sql(
    'update units set house_base_id = ?, lead_base_id = ?, manager_person_id = ?, area_m2 = 840000, is_model = 1 where id = ?',
    [mosque, mosque, manager, unit.sheikhabad],
  );
  await world.council(unit.sheikhabad);
  await world.problem(unit.sheikhabad, 'triaged', { rank: 2, title: 'بیکاری جوانان' });
  await world.problem(unit.sheikhabad, 'started', { rank: 1 });
  await world.problem(unit.sheikhabad, 'solved');
  await world.problem(unit.sheikhabad, 'merged');
  await world.capacity(unit.sheikhabad);
  const done = await world.operation(unit.sheikhabad, 'done', { result_note: 'خیابان روشن است', result_value: 12 });
  await world.task(done, unit.sheikhabad, 'done', { done_note: 'نصب شد' });
  const running = await world.operation(unit.sheikhabad, 'running', { agency_id: agencyId, title: 'کلاس جبرانی' });
  await world.task(running, unit.sheikhabad, 'open', { due_on: '2026-11-13', title: 'نصب ۱۲ چراغ' });
  await world.task(running, unit.sheikhabad, 'open', { due_on: '2026-11-22' });
  await world.council(unit.pardisan, { filled: 6 });
  await world.insert('targets', {
    id: newId(),
    unit_id: unit.county,
    title_fa: 'محله در عملیات',
    metric_key: 'neighbourhood.by_step',
    metric_version: 1,
    metric_dims: 'step=3',
    baseline_value: 0,
    goal_value: 3,
    from_on: '2026-09-23',
    due_on: '2027-01-21',
    set_at_ms: 0,
  });
  await world.refresh();
  governor = await world.as('governor');
});
afterAll(() => world.close());

describe('the list of neighbourhoods', () => {
  const names = async (filter: object, who = governor) =>
    (await listNeighbourhoods.run(who, filter)).rows.map(({ nameFa }) => nameFa);
  it('gives each its step, the state of the three steps, what is missing, and what goes on there', async () => {
    const list = await listNeighbourhoods.run(governor, {});
    expect(() => zNeighbourhoodList.parse(list)).not.toThrow();
    expect(list.total).toBe(3);
    expect(list.rows.map(({ nameFa, step, steps, missing }) => [nameFa, step, steps, missing])).toEqual([
      ['پردیسان', 0, ['half', 'empty', 'empty'], { code: 'seat_vacant', params: { count: 1 } }],
      ['چهارمردان', 0, ['empty', 'empty', 'empty'], { code: 'council_absent', params: {} }],
      ['شیخ‌آباد', 3, ['full', 'full', 'full'], null],
    ]);
    expect(list.rows[2]).toMatchObject({
      county: { nameFa: 'شهرستان قم' },
      openProblems: 2,
      capacities: 1,
      runningOperations: 1,
      manager: { name: 'علی رضایی (نمونه)' },
      isModel: true,
      population: 18_400,
    });
  });
  it('filters by step, council, lack, county and name, and sorts', async () => {
    expect(await names({ step: '۳' })).toEqual(['شیخ‌آباد']);
    expect(await names({ councilState: 'not_formed' })).toEqual(['پردیسان']);
    expect(await names({ councilState: 'absent' })).toEqual(['چهارمردان']);
    expect(await names({ councilState: 'formed' })).toEqual(['شیخ‌آباد']);
    expect(await names({ lack: 'seat_vacant' })).toEqual(['پردیسان']);
    expect(await names({ q: 'شيخ‌آباد' })).toEqual(['شیخ‌آباد']);
    expect(await names({ q: 'شیخ آباد' })).toEqual(['شیخ‌آباد']);
    expect(await names({ q: 'پرديس' })).toEqual(['پردیسان']);
    expect(await names({ q: 'نیست' })).toEqual([]);
    expect(await names({ countyId: newId() })).toEqual([]);
    expect(await names({ sort: '-step' })).toEqual(['شیخ‌آباد', 'پردیسان', 'چهارمردان']);
    expect(await names({ sort: '-population' })).toEqual(['پردیسان', 'شیخ‌آباد', 'چهارمردان']);
    expect(await listNeighbourhoods.run(governor, { page: 2, size: 2 })).toMatchObject({
      total: 3,
      page: 2,
      rows: [{ nameFa: 'شیخ‌آباد' }],
    });
  });
  it('a manager sees the own neighbourhood alone', async () => {
    expect(await names({}, await world.as('neighbourhood_manager', world.unit.pardisan))).toEqual(['پردیسان']);
  });
  it('a step that does not exist is refused with the field', async () => {
    await expect(listNeighbourhoods.run(governor, { step: 4 })).rejects.toMatchObject({
      kind: 'invalid',
      fields: [{ field: 'step', reason: 'number_too_big' }],
    });
  });
});

describe('the page of a neighbourhood', () => {
  it('has passport, ancestors, steps, council, problems, capacities, operations and bases', async () => {
    const page = await getNeighbourhood.run(governor, { unitId: world.unit.sheikhabad });
    expect(() => zNeighbourhood.parse(page)).not.toThrow();
    expect(page.ancestors.map(({ nameFa }) => nameFa)).toEqual(['قم', 'شهرستان قم']);
    expect(page.passport).toMatchObject({
      areaM2: 840_000,
      house: { name: 'مسجد امام حسن مجتبی' },
      lead: { activatedOn: '2026-09-29' },
      manager: { name: 'علی رضایی (نمونه)' },
    });
    expect(page.standing).toMatchObject({ step: 3, missing: null });
    expect(page.council).toMatchObject({ conformance: { isFormed: true, filledSeats: 7 }, committees: 0 });
    expect(page.council?.seats).toHaveLength(9);
    expect(page.problems).toMatchObject({
      open: 2,
      solved: 1,
      total: 3,
      rows: [{ rank: 1 }, { rank: 2, title: 'بیکاری جوانان', domainFa: 'عمران' }],
    });
    expect(page.operations).toMatchObject({
      total: 2,
      running: 1,
      done: 1,
      rows: [
        { status: 'running', agencyName: 'شهرداری قم', tasks: 2, lateTasks: 1, daysLate: 9 },
        { status: 'done', lateTasks: 0 },
      ],
    });
    expect(page.bases).toMatchObject([{ kind: 'mosque', isLead: true, activation: 'active' }]);
  });
  it('without a council it says so, and the steps alone say the same', async () => {
    const unitId = world.unit.chaharmardan;
    expect(await getNeighbourhood.run(governor, { unitId })).toMatchObject({
      council: null,
      standing: { step: 0, missing: { code: 'council_absent' } },
    });
    expect(await getSteps.run(governor, { unitId })).toMatchObject({
      unitId,
      step: 0,
      missing: { code: 'council_absent' },
    });
  });
  it('another neighbourhood, a county and an invented id are not found', async () => {
    const manager = await world.as('neighbourhood_manager', world.unit.pardisan);
    for (const query of [getNeighbourhood, getSteps]) {
      expect(await query.run(manager, { unitId: world.unit.pardisan })).toBeTruthy();
      for (const unitId of [world.unit.sheikhabad, world.unit.county, newId()])
        await expect(query.run(manager, { unitId })).rejects.toMatchObject({
          kind: 'not_found',
          reason: 'neighbourhood_unknown',
        });
    }
  });
});

describe('the home', () => {
  it('has the funnel with its reasons, councils not formed and why, late tasks, targets with pace, and freshness', async () => {
    const home = await getHome.run(governor, {});
    expect(() => zHome.parse(home)).not.toThrow();
    expect(home.funnel).toEqual({
      total: 3,
      stages: [
        {
          step: 0,
          reached: 3,
          lost: 2,
          lacks: [
            { code: 'council_absent', count: 1 },
            { code: 'seat_vacant', count: 1 },
          ],
        },
        { step: 1, reached: 1, lost: 0, lacks: [] },
        { step: 2, reached: 1, lost: 0, lacks: [] },
        { step: 3, reached: 1, lost: 0, lacks: [] },
      ],
    });
    expect(home.councils.notFormed).toBe(4);
    expect(home.councils.rows.map(({ unit, state }) => [unit.nameFa, state])).toEqual([
      ['قم', 'absent'],
      ['شهرستان قم', 'absent'],
      ['پردیسان', 'not_formed'],
      ['چهارمردان', 'absent'],
    ]);
    expect(home.councils.rows[2]?.conformance.reasons).toMatchObject([
      { code: 'seat_vacant', seat: 'trustee_2', sinceOn: '2026-10-06' },
    ]);
    expect(home.lateTasks).toMatchObject({
      count: 1,
      most: { agencyName: 'شهرداری قم', count: 1 },
      rows: [{ title: 'نصب ۱۲ چراغ', daysLate: 9, agency: { id: agencyId }, responsible: { name: 'شخص نمونه' } }],
    });
    expect(home.targets).toMatchObject({ total: 1, rows: [{ have: 1, needed: 2, gap: -1, verdict: 'behind' }] });
    expect(home.freshness).toMatchObject({ waitingUnits: 0, asOfMs: Date.parse('2026-11-22T08:00:00Z') });
    expect(home.scope).toMatchObject([{ kind: 'province', nameFa: 'قم' }]);
  });
  it('covers what the reader may see: a manager has the own neighbourhood, and nothing of others', async () => {
    const home = await getHome.run(await world.as('neighbourhood_manager', world.unit.pardisan), {});
    expect(home).toMatchObject({
      funnel: { total: 1 },
      councils: { notFormed: 1 },
      lateTasks: { count: 0, most: null },
      targets: { total: 0 },
    });
  });
  it('says that figures wait while a change has not reached them', async () => {
    await world.problem(world.unit.chaharmardan, 'registered');
    expect((await getHome.run(governor, {})).freshness).toMatchObject({ waitingUnits: 1, asOfMs: null });
    await world.refresh();
    expect((await getHome.run(governor, {})).freshness.waitingUnits).toBe(0);
  });
});
