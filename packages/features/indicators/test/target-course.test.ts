import { addDays, msOf, newId, type CivilDate } from '@mahalleh/kernel';
import { undoAct } from '@mahalleh/undo';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { amendTarget } from '../src/commands/amend-target.ts';
import { cascadeTarget } from '../src/commands/cascade-target.ts';
import { dropTarget } from '../src/commands/drop-target.ts';
import { reportTarget } from '../src/commands/report-target.ts';
import { setTarget } from '../src/commands/set-target.ts';
import { ShareProposal, TargetDetail } from '../src/model.ts';
import { proposeShares } from '../src/queries/share-proposal.ts';
import { readTarget } from '../src/queries/target.ts';
import { listTargets } from '../src/queries/targets.ts';
import { targetsUpkeep } from '../src/target-upkeep.ts';
import { defined, measured, openIndicators, reasonOf, type Setting } from './setting.ts';

let the: Setting;
beforeEach(async () => void (the = await openIndicators()));
afterEach(() => the.db.close());

const TODAY: CivilDate = '2026-11-22';
const mosques = (more: object = {}) => ({
  unitId: the.ids.province,
  titleFa: 'فعال‌سازی ۲۶۳ مسجد',
  metricKey: 'base.active',
  metricDims: 'kind=mosque',
  baselineValue: 0,
  goalValue: 263,
  fromOn: '1405-01-01',
  dueOn: '1405-12-29',
  ...more,
});
const set = (more: object = {}, commandId = newId()) => setTarget.run(the.dg, mosques(more), commandId);
const read = async (targetId: string) => TargetDetail.strict().parse(await readTarget.run(the.dg, { targetId }));
const sweep = async (day: CivilDate) => {
  the.db.setNow(msOf(day) + 3_600_000);
  for (const { sql, args } of targetsUpkeep(msOf(day) + 3_600_000)) await the.db.sql(sql, args as string[]);
};

describe('milestones', () => {
  test('are kept in order, bend what is needed, and come back when an amendment is taken back', async () => {
    const { dg } = the;
    const { id } = await set({
      milestones: [
        { onDate: '1405-09-30', value: '۲۰۰' },
        { onDate: '1405-06-31', value: 100 },
      ],
    });
    expect(await read(id)).toMatchObject({
      milestones: [
        { onDate: '2026-09-22', value: 100 },
        { onDate: '2026-12-21', value: 200 },
      ],
      needed: 168,
    });
    const commandId = newId();
    await amendTarget.run(
      dg,
      { targetId: id, revision: 1, milestones: [{ onDate: '1405-08-01', value: 50 }] },
      commandId,
    );
    expect((await read(id)).milestones).toEqual([{ onDate: '2026-10-23', value: 50 }]);
    await undoAct.run(dg, { commandId });
    expect(await read(id)).toMatchObject({ milestones: [{ value: 100 }, { value: 200 }], needed: 168, revision: 3 });
  });

  test('outside the span or off the way are refused by name, at first and when the goal moves', async () => {
    expect(await reasonOf(set({ milestones: [{ onDate: '1406-01-01', value: 9 }] }))).toBe(
      'refused milestone_outside_span milestones.0.onDate',
    );
    const { id } = await set({ milestones: [{ onDate: '1405-06-31', value: 100 }] });
    expect(await reasonOf(amendTarget.run(the.dg, { targetId: id, revision: 1, goalValue: 90 }))).toBe(
      'refused milestone_off_the_way milestones.0.value',
    );
    expect(await reasonOf(amendTarget.run(the.dg, { targetId: id, revision: 1, dueOn: '1405-06-01' }))).toBe(
      'refused milestone_outside_span milestones.0.onDate',
    );
  });

  test('a target due in the past is refused', async () => {
    expect(await reasonOf(set({ dueOn: '1405-09-01' }))).toBe('refused target_due_in_past dueOn');
    const { id } = await set();
    expect(await reasonOf(amendTarget.run(the.dg, { targetId: id, revision: 1, dueOn: '1405-05-01' }))).toBe(
      'refused target_due_in_past dueOn',
    );
  });
});

describe('readings', () => {
  test('are written once a day for what is measured, and give a forecast from the fourth on', async () => {
    const { fact, db, places } = the;
    await fact(String(places[0]), 'base.active@1', 'kind=mosque', 100);
    const { id } = await set();
    await set({ metricKey: '', metricDims: '', titleFa: 'دستی' });
    for (const [i, day] of [0, 10, 20, 30].entries()) {
      await db.sql('update facts set value = ?', [100 + i * 10]);
      await sweep(addDays(TODAY, day));
      await sweep(addDays(TODAY, day));
    }
    expect(await db.sql('select on_date, value from target_readings order by on_date')).toEqual(
      [0, 10, 20, 30].map((day, i) => ({ on_date: addDays(TODAY, day), value: 100 + i * 10 })),
    );
    const { forecast, readings } = await read(id);
    expect(readings).toHaveLength(4);
    expect(forecast).toMatchObject({ is: 'known', readings: 4, slope: 1 });
    // 133 are left, one a day.
    expect(forecast.is === 'known' && forecast.reach.on).toBe(addDays(TODAY, 30 + 133));
  });

  test('a target that is dropped, or has not begun, is not read', async () => {
    const { id } = await set();
    await dropTarget.run(the.dg, { targetId: id, revision: 1, reason: 'کهنه' });
    await set({ fromOn: '1405-10-01' });
    await sweep(TODAY);
    expect(await the.db.sql('select * from target_readings')).toEqual([]);
  });

  test('of reports: one a day, the last one; taken back, the one before stands', async () => {
    const { dg, db } = the;
    const { id } = await set({ metricKey: '', metricDims: '' });
    const report = (revision: number, value: number, commandId = newId()) =>
      reportTarget.run(dg, { targetId: id, revision, value }, commandId);
    await report(1, 40);
    const commandId = newId();
    await report(2, 50, commandId);
    expect((await read(id)).readings).toEqual([{ onDate: TODAY, value: 50 }]);
    await undoAct.run(dg, { commandId });
    expect(await read(id)).toMatchObject({ have: 40, readings: [{ onDate: TODAY, value: 40 }] });
    db.setNow(msOf(addDays(TODAY, 5)));
    const later = newId();
    await report(4, 60, later);
    expect((await read(id)).readings).toHaveLength(2);
    await undoAct.run(dg, { commandId: later });
    expect((await read(id)).readings).toEqual([{ onDate: TODAY, value: 40 }]);
    expect((await read(id)).forecast).toEqual({ is: 'unknown', why: 'too_few', readings: 1 });
  });
});

describe('a target on an indicator', () => {
  test('has what was measured last, its readings are the series, and it ends with the version it was set on', async () => {
    const { dg, db, places } = the;
    const unitId = String(places[0]);
    const indicatorId = await defined(the, { unit: 'score', addsUp: false });
    await measured(the, indicatorId, unitId, { '1405-05': 40, '1405-06': 44, '1405-07': 48, '1405-08': 52 });
    const on = { metricKey: '', metricDims: '', indicatorId, unitId, baselineValue: 38, goalValue: 60 };
    const { id } = await set(on);
    expect(await read(id)).toMatchObject({
      have: 52,
      indicator: { key: 'lamps' },
      readings: [{ value: 40 }, { value: 44 }, { value: 48 }, { onDate: '2026-11-21', value: 52 }],
      forecast: { is: 'known' },
      maySplit: false,
    });
    expect((await listTargets.run(dg, {})).rows.map(({ have, verdict }) => [have, verdict])).toEqual([[52, 'behind']]);
    expect(await reasonOf(reportTarget.run(dg, { targetId: id, revision: 1, value: 1 }))).toBe(
      'refused target_is_measured',
    );
    await db.sql(
      "insert into indicator_versions select indicator_id, 2, unit, 'less', null, null, 0 from indicator_versions",
    );
    await db.sql('update indicators set version = 2');
    expect(await read(id)).toMatchObject({ have: null, verdict: 'unreported' });
  });

  test('is not on a metric too, nor on an indicator that there is not or that was retired', async () => {
    const indicatorId = await defined(the);
    expect(await reasonOf(set({ indicatorId }))).toBe('refused target_measured_twice indicatorId');
    const none = { metricKey: '', metricDims: '' };
    expect(await reasonOf(set({ ...none, indicatorId: newId() }))).toBe('refused indicator_unknown indicatorId');
    await the.db.sql('update indicators set retired_at_ms = 1');
    expect(await reasonOf(set({ ...none, indicatorId }))).toBe('refused indicator_retired indicatorId');
  });
});

describe('target.cascade', () => {
  const shares = (qazvin: number, alborz: number) => [
    { unitId: the.ids.qazvin, baselineValue: 0, goalValue: qazvin },
    { unitId: the.ids.alborz, baselineValue: 0, goalValue: alborz },
  ];
  const cascade = (targetId: string, parts: object[], commandId = newId()) =>
    cascadeTarget.run(the.dg, { targetId, revision: 1, shares: parts }, commandId);

  test('the proposal adds up to the last one, by population, by neighbourhoods, or alike', async () => {
    const { id } = await set();
    const ask = async (by?: string) => {
      const { rows } = ShareProposal.strict().parse(
        await proposeShares.run(the.dg, { targetId: id, ...(by ? { by } : {}) }),
      );
      return Object.fromEntries(
        rows.map(({ unitId, goalValue }) => [unitId === the.ids.qazvin ? 'qazvin' : 'alborz', goalValue]),
      );
    };
    // 14,500 people in ten neighbourhoods, 5,000 in one.
    expect(await ask()).toEqual({ qazvin: 196, alborz: 67 });
    expect(await ask('neighbourhoods')).toEqual({ qazvin: 239, alborz: 24 });
    const equal = await ask('equal');
    expect(Object.values(equal).toSorted()).toEqual([131, 132]);
  });

  test('parts know their whole, the whole shows their sum beside its own, and all is taken back as one', async () => {
    const { dg, db, fact, ids, places } = the;
    await fact(String(places[0]), 'base.active@1', 'kind=mosque', 20);
    await fact(ids.far, 'base.active@1', 'kind=mosque', 4);
    const { id } = await set();
    expect((await read(id)).maySplit).toBe(true);
    const commandId = newId();
    expect(await cascade(id, shares(196, 67), commandId)).toMatchObject({ count: 2, revision: 2 });
    const whole = await read(id);
    expect(whole).toMatchObject({ have: 24, maySplit: false });
    expect(whole.parts.map(({ unitId, goalValue, have }) => [unitId, goalValue, have]).toSorted()).toEqual(
      [
        [ids.qazvin, 196, 20],
        [ids.alborz, 67, 4],
      ].toSorted(),
    );
    expect((await listTargets.run(dg, {})).total).toBe(1);
    expect((await listTargets.run(dg, { withParts: 'true' })).total).toBe(3);
    const local = await db.as({ role: 'county_governor', unitId: ids.alborz });
    const [mine] = (await listTargets.run(local, {})).rows;
    expect(mine).toMatchObject({ goalValue: 67, parentId: id });
    expect((await readTarget.run(local, { targetId: String(mine?.id) })).parent).toBeNull();
    expect((await read(String(mine?.id))).parent).toMatchObject({ id });
    expect((await read(String(mine?.id))).history.map(({ action }) => action)).toEqual(['target.cascade']);
    await sweep(TODAY);
    await undoAct.run(dg, { commandId });
    expect(await db.sql('select id from targets')).toEqual([{ id }]);
    expect(await db.sql('select distinct target_id from target_readings')).toEqual([{ target_id: id }]);
  });

  test('milestones are shared out too: the parts need together what the whole needs', async () => {
    const { id } = await set({ milestones: [{ onDate: '1405-06-31', value: 100 }] });
    await cascade(id, shares(196, 67));
    const whole = await read(id);
    const parts = await Promise.all(whole.parts.map((part) => read(part.id)));
    expect(parts.map(({ milestones }) => milestones.map(({ value }) => value)).toSorted()).toEqual([[25], [75]]);
    const needed = parts.reduce((sum, part) => sum + part.needed, 0);
    expect(Math.abs(needed - whole.needed)).toBeLessThanOrEqual(1);
  });

  test('once a part has been changed, the cascade stands', async () => {
    const { id } = await set();
    const commandId = newId();
    await cascade(id, shares(196, 67), commandId);
    const [part] = (await read(id)).parts;
    await amendTarget.run(the.dg, { targetId: String(part?.id), revision: 1, titleFa: 'سهم ما' });
    expect(await reasonOf(undoAct.run(the.dg, { commandId }))).toContain('conflict');
    expect((await read(id)).parts).toHaveLength(2);
  });

  test('what does not add up, lies elsewhere or within another, or was shared out before is refused, and nothing is written', async () => {
    const { ids, places } = the;
    const { id } = await set();
    const part = (unitId: string | undefined, goalValue: number) => ({
      unitId: String(unitId),
      baselineValue: 0,
      goalValue,
    });
    expect(await reasonOf(cascade(id, shares(196, 66)))).toBe('refused cascade_goal_differs shares');
    expect(await reasonOf(cascade(id, [part(newId(), 263)]))).toBe(
      'refused cascade_parts_wrong shares.0.unitId cascade_unit_not_below',
    );
    expect(await reasonOf(cascade(id, [part(ids.province, 263)]))).toBe(
      'refused cascade_parts_wrong shares.0.unitId cascade_unit_not_below',
    );
    expect(await reasonOf(cascade(id, [part(ids.qazvin, 200), part(places[0], 63)]))).toBe(
      'refused cascade_units_overlap shares',
    );
    expect(await the.db.sql('select count(*) as n from targets')).toEqual([{ n: 1 }]);
    await cascade(id, shares(263, 0));
    expect((await read(id)).parts).toHaveLength(1);
    const again = cascadeTarget.run(the.dg, { targetId: id, revision: 2, shares: shares(196, 67) });
    expect(await reasonOf(again)).toBe('refused cascade_done');
  });

  test('a score is not shared out; a county’s governor shares nothing out', async () => {
    const indicatorId = await defined(the, { unit: 'score', addsUp: false });
    const { id } = await set({ metricKey: '', metricDims: '', indicatorId });
    expect(await reasonOf(cascade(id, shares(200, 63)))).toBe('refused cascade_not_additive');
    const local = await the.db.as({ role: 'county_governor', unitId: the.ids.qazvin });
    expect(await reasonOf(cascadeTarget.run(local, { targetId: id, revision: 1, shares: shares(200, 63) }))).toBe(
      'not_permitted not_permitted',
    );
  });
});

test('a target that was set, and one that was dropped, are taken back', async () => {
  const { dg, db } = the;
  const commandId = newId();
  const { id } = await set({ milestones: [{ onDate: '1405-06-31', value: 100 }] }, commandId);
  const drop = newId();
  await dropTarget.run(dg, { targetId: id, revision: 1, reason: 'کهنه' }, drop);
  expect(await reasonOf(undoAct.run(dg, { commandId }))).toContain('conflict');
  await undoAct.run(dg, { commandId: drop });
  expect(await read(id)).toMatchObject({ droppedAtMs: null, dropReason: null });
  const other = newId();
  await set({}, other);
  await undoAct.run(dg, { commandId: other });
  expect(await db.sql('select id from targets')).toEqual([{ id }]);
});
