import { openTestProvince } from '@mahalleh/gate/testing';
import { msOf, newId } from '@mahalleh/kernel';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { amendTarget } from '../src/commands/amend-target.ts';
import { dropTarget } from '../src/commands/drop-target.ts';
import { reportTarget } from '../src/commands/report-target.ts';
import { setTarget } from '../src/commands/set-target.ts';
import { TargetDetail, TargetList } from '../src/model.ts';
import { readTarget } from '../src/queries/target.ts';
import { listTargets } from '../src/queries/targets.ts';

const open = async () => {
  const db = await openTestProvince('qazvin');
  const ids = { province: newId(), qazvin: newId(), alborz: newId(), railway: newId(), other: newId(), far: newId() };
  const below: Record<string, string[]> = {
    [ids.province]: [ids.province, ids.qazvin, ids.alborz, ids.railway, ids.other, ids.far],
    [ids.qazvin]: [ids.qazvin, ids.railway, ids.other],
    [ids.alborz]: [ids.alborz, ids.far],
    [ids.railway]: [ids.railway],
    [ids.other]: [ids.other],
    [ids.far]: [ids.far],
  };
  const county = (id: string) =>
    id === ids.province ? null : below[ids.alborz]?.includes(id) ? ids.alborz : ids.qazvin;
  for (const id of Object.values(ids)) {
    const kind = id === ids.province ? 'province' : id === county(id) ? 'county' : 'neighbourhood';
    await db.sql(
      'insert into units (id, kind, name_fa, name_folded, county_id, from_on, registered_at_ms) values (?, ?, ?, ?, ?, ?, 0)',
      [id, kind, kind, kind, county(id), '2026-03-21'],
    );
    for (const unit of below[id] ?? [])
      await db.sql('insert into unit_closure (ancestor_id, unit_id) values (?, ?)', [id, unit]);
  }
  const fact = (unitId: string, metric: string, dims: string, value: number, period = '') =>
    db.sql('insert into facts (unit_id, county_id, metric, dims, period, value) values (?, ?, ?, ?, ?, ?)', [
      unitId,
      county(unitId),
      metric,
      dims,
      period,
      value,
    ]);
  const dg = await db.as({ role: 'director_general', unitId: ids.province });
  return { db, ids, dg, fact };
};

let the: Awaited<ReturnType<typeof open>>;
beforeEach(async () => {
  the = await open();
});
afterEach(() => the.db.close());

const mosques = (unitId: string, more: object = {}) => ({
  unitId,
  titleFa: 'فعال‌سازی ۲۶۳ مسجد',
  titleEn: 'Activate 263 mosques',
  metricKey: 'base.active',
  metricDims: 'kind=mosque',
  baselineValue: '۰',
  goalValue: '۲۶۳',
  fromOn: '1405-01-01',
  dueOn: '1405-12-29',
  ...more,
});

const reported = (unitId: string) => ({
  unitId,
  titleFa: 'احساس امنیت',
  baselineValue: 38,
  goalValue: 60.5,
  fromOn: '1405-01-01',
  dueOn: '1405-12-29',
});

const reasonOf = async (running: Promise<unknown>): Promise<string> => {
  try {
    await running;
  } catch (cause) {
    const { kind, reason, fields } = cause as {
      kind?: string;
      reason?: string;
      fields?: { field: string; reason: string }[];
    };
    if (!kind) throw cause;
    return [
      kind,
      reason,
      ...(fields ?? []).map((fault) => (fault.reason === reason ? fault.field : `${fault.field} ${fault.reason}`)),
    ].join(' ');
  }
  return 'no refusal';
};

const have = async (unitId: string, more: object = {}) => {
  const { id } = await setTarget.run(the.dg, mosques(unitId, more));
  return (await readTarget.run(the.dg, { targetId: id })).have;
};

describe('what has been reached', () => {
  test('of 263 mosques in Qazvin: 118 by today, 141 needed', async () => {
    const { db, ids, dg, fact } = the;
    await fact(ids.railway, 'base.active@1', 'kind=mosque', 100);
    await fact(ids.far, 'base.active@1', 'kind=mosque', 18);
    await fact(ids.far, 'base.active@1', 'kind=school', 7);
    db.setNow(msOf('2026-10-01'));
    const { id } = await setTarget.run(dg, mosques(ids.province));
    const { rows, total } = TargetList.strict().parse(await listTargets.run(dg, {}));
    expect(total).toBe(1);
    expect(rows[0]).toMatchObject({
      id,
      have: 118,
      needed: 141,
      gap: -23,
      verdict: 'behind',
      goalValue: 263,
      metricVersion: 1,
    });
    expect((await db.audit()).map(({ action, subject, unit_id }) => [action, subject, unit_id])).toEqual([
      ['target.set', id, ids.province],
    ]);
  });

  test('follows the facts: the same from cells above as from facts below', async () => {
    const { ids, db, fact } = the;
    for (const unit of [ids.railway, ids.other, ids.far]) await fact(unit, 'base.active@1', 'kind=mosque', 10);
    await fact(ids.railway, 'base.active@1', 'kind=school', 1);
    expect(await have(ids.province)).toBe(30);
    expect(await have(ids.qazvin)).toBe(20);
    expect(await have(ids.alborz)).toBe(10);
    expect(await have(ids.railway)).toBe(10);
    expect(await have(ids.railway, { metricDims: '' })).toBe(11);
    expect(await have(ids.qazvin, { metricDims: '' })).toBe(21);
    await db.sql('update facts set value = 4 where unit_id = ? and dims = ?', [ids.far, 'kind=mosque']);
    expect(await have(ids.alborz)).toBe(4);
    await db.sql("update units set kind = 'district' where kind in ('county', 'province')");
    expect(await have(ids.province)).toBe(24);
    expect(await have(ids.qazvin)).toBe(20);
  });

  test('another version of the metric is another number', async () => {
    const { db, dg, ids, fact } = the;
    await fact(ids.railway, 'base.active@2', 'kind=mosque', 10);
    expect(await have(ids.province)).toBe(0);
    expect(await have(ids.railway)).toBe(0);
    for (const unitId of [ids.province, ids.railway]) {
      const { id: targetId } = await setTarget.run(dg, mosques(unitId));
      await db.sql('update targets set metric_version = 2 where id = ?', [targetId]);
      expect((await readTarget.run(dg, { targetId })).have).toBe(10);
    }
  });

  test('a flow is added up over the months of the target, no others', async () => {
    const { ids, fact, db } = the;
    db.setNow(msOf('2026-05-01'));
    const solved = { metricKey: 'problem.solved', metricDims: '', fromOn: '1405-02-10', dueOn: '1405-04-05' };
    for (const [month, n] of [
      ['1405-01', 1],
      ['1405-02', 10],
      ['1405-03', 100],
      ['1405-04', 1000],
      ['1405-05', 10_000],
    ] as const)
      await fact(ids.railway, 'problem.solved@2', 'domain=health', n, month);
    expect(await have(ids.province, solved)).toBe(1110);
    expect(await have(ids.railway, solved)).toBe(1110);
    expect(await have(ids.railway, { ...solved, metricDims: 'domain=sport' })).toBe(0);
  });
});

describe('target.set', () => {
  test.each([
    ['on a metric that there is not', { metricKey: 'base.holy' }, 'refused metric_unknown metricKey'],
    ['on a version to come', { metricVersion: 2 }, 'refused metric_unknown metricKey'],
    ['on a cut that there is not', { metricDims: 'kind=castle' }, 'refused metric_dims_unknown metricDims'],
    ['on a cut that is none', { metricDims: "kind='x" }, 'invalid input_invalid metricDims metric_dims_malformed'],
    ['on a cut of nothing', { metricKey: '' }, 'refused metric_dims_without_metric metricDims'],
    ['due before it starts', { dueOn: '1404-12-29' }, 'refused target_due_before_start dueOn'],
    ['that goes nowhere', { goalValue: 0 }, 'refused target_goes_nowhere goalValue'],
    ['on a day that there is not', { dueOn: '1405-12-30' }, 'invalid input_invalid dueOn date_does_not_exist'],
    ['without a goal', { goalValue: '' }, 'invalid input_invalid goalValue required'],
    ['in a unit that there is not', { unitId: newId() }, 'not_found unit_unknown'],
  ])('%s is refused, and nothing is written', async (_title, more, expected) => {
    expect(await reasonOf(setTarget.run(the.dg, mosques(the.ids.province, more)))).toBe(expected);
    expect(await the.db.sql('select * from targets')).toEqual([]);
    expect(await the.db.audit()).toEqual([]);
  });
});

describe('the course of a target', () => {
  test('reported, amended, dropped: each once more in its history, and no more afterwards', async () => {
    const { dg, ids } = the;
    const { id: targetId } = await setTarget.run(dg, reported(ids.qazvin));
    expect((await readTarget.run(dg, { targetId })).verdict).toBe('unreported');
    expect(await reportTarget.run(dg, { targetId, revision: 1, value: '۴۹٫۵' })).toEqual({ id: targetId, revision: 2 });
    await amendTarget.run(dg, { targetId, revision: 2, goalValue: 50, dueOn: '1406-06-31' });
    expect(await readTarget.run(dg, { targetId })).toMatchObject({
      have: 49.5,
      goalValue: 50,
      dueOn: '2027-09-22',
      titleFa: 'احساس امنیت',
      verdict: 'on_pace',
    });
    expect(await reasonOf(dropTarget.run(dg, { targetId, revision: 2, reason: 'کهنه' }))).toBe(
      'conflict revision_conflict',
    );
    await dropTarget.run(dg, { targetId, revision: 3, reason: 'کهنه' });
    for (const again of [
      () => dropTarget.run(dg, { targetId, revision: 4, reason: 'باز' }),
      () => reportTarget.run(dg, { targetId, revision: 4, value: 1 }),
      () => amendTarget.run(dg, { targetId, revision: 4, goalValue: 70 }),
    ])
      expect(await reasonOf(again())).toBe('refused target_dropped');
    expect((await listTargets.run(dg, {})).total).toBe(0);
    expect((await listTargets.run(dg, { withDropped: 'true' })).total).toBe(1);
    const page = TargetDetail.strict().parse(await readTarget.run(dg, { targetId }));
    expect(page.history.map(({ action, fields }) => [action, fields])).toEqual([
      ['target.drop', ['droppedAtMs', 'dropReason']],
      ['target.amend', ['goalValue', 'dueOn']],
      ['target.report', ['manualValue']],
      ['target.set', ['title', 'metric', 'baselineValue', 'goalValue', 'dates']],
    ]);
  });

  test('an amendment is judged with what stays: a goal that meets the old baseline is refused', async () => {
    const { dg, ids } = the;
    const { id: targetId } = await setTarget.run(dg, reported(ids.qazvin));
    expect(await reasonOf(amendTarget.run(dg, { targetId, revision: 1, goalValue: 38 }))).toBe(
      'refused target_goes_nowhere goalValue',
    );
    expect(await reasonOf(amendTarget.run(dg, { targetId, revision: 1, fromOn: '1406-01-01' }))).toBe(
      'refused target_due_before_start dueOn',
    );
    expect(await reasonOf(amendTarget.run(dg, { targetId, revision: 1, metricKey: 'base.active' }))).toBe(
      'invalid input_invalid metricKey unknown_field',
    );
  });

  test('what is measured is not reported by hand', async () => {
    const { id: targetId } = await setTarget.run(the.dg, mosques(the.ids.province));
    expect(await reasonOf(reportTarget.run(the.dg, { targetId, revision: 1, value: 263 }))).toBe(
      'refused target_is_measured',
    );
  });

  test('a county’s secretary reports and reads within the county, and sets nothing', async () => {
    const { db, dg, ids } = the;
    const { id: here } = await setTarget.run(dg, reported(ids.qazvin));
    const { id: there } = await setTarget.run(dg, reported(ids.alborz));
    const secretary = await db.as({ role: 'county_secretary', unitId: ids.qazvin });
    expect(await reportTarget.run(secretary, { targetId: here, revision: 1, value: 50 })).toMatchObject({
      revision: 2,
    });
    expect(await reasonOf(reportTarget.run(secretary, { targetId: there, revision: 1, value: 50 }))).toBe(
      'not_found target_unknown',
    );
    expect(await reasonOf(readTarget.run(secretary, { targetId: there }))).toBe('not_found target_unknown');
    expect((await listTargets.run(secretary, {})).rows.map(({ id }) => id)).toEqual([here]);
    expect((await listTargets.run(secretary, { unitId: ids.province })).total).toBe(1);
    expect((await listTargets.run(dg, { unitId: ids.alborz })).rows.map(({ id }) => id)).toEqual([there]);
    expect(await reasonOf(setTarget.run(secretary, mosques(ids.qazvin)))).toBe('not_permitted not_permitted');
  });
});
