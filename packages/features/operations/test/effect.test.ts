import { openTestProvince } from '@mahalleh/gate/testing';
import { newId } from '@mahalleh/kernel';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { OperationEffect } from '../src/effect-outputs.ts';
import { readOperationEffect } from '../src/queries/operation-effect.ts';

const MONTHS = ['1404-12', '1405-01', '1405-02', '1405-03', '1405-04', '1405-05', '1405-06', '1405-07', '1405-08'];

/** A neighbourhood whose alleys were lit from Khordad to Mordad, eleven others of its county, one much larger, one that was lit too. */
const open = async () => {
  const db = await openTestProvince();
  const ids = {
    province: newId(),
    county: newId(),
    here: newId(),
    large: newId(),
    lit: newId(),
    indicator: newId(),
    operation: newId(),
  };
  const others = Array.from({ length: 11 }, () => newId());
  const place = async (id: string, kind: string, population: number | null) => {
    await db.sql(
      'insert into units (id, kind, name_fa, name_folded, county_id, from_on, population, registered_at_ms) values (?, ?, ?, ?, ?, ?, ?, 0)',
      [id, kind, kind, kind, kind === 'province' ? null : ids.county, '2025-03-21', population],
    );
    for (const above of new Set([ids.province, ids.county, id]))
      if (kind === 'neighbourhood' || above === id || above === ids.province)
        await db.sql('insert or ignore into unit_closure (ancestor_id, unit_id) values (?, ?)', [above, id]);
  };
  await place(ids.province, 'province', null);
  await place(ids.county, 'county', null);
  for (const id of [ids.here, ids.lit, ...others]) await place(id, 'neighbourhood', 10_000);
  await place(ids.large, 'neighbourhood', 90_000);
  const dg = await db.as({ role: 'director_general', unitId: ids.province });
  await db.sql(
    "insert into indicators (id, key, aim, title_fa, title_folded, source, frequency, population, adds_up, defined_at_ms) values (?, 'dark', 'conditions', 'dark', 'dark', 's', 'month', 'things', 1, 0)",
    [ids.indicator],
  );
  await db.sql(
    "insert into indicator_versions (indicator_id, version, unit, direction, since_ms) values (?, 1, 'count', 'less', 0)",
    [ids.indicator],
  );
  const measure = (unitId: string, period: string, value: number) =>
    db.sql(
      "insert into measurements (id, indicator_id, version, unit_id, period, value, via, measured_by, measured_at_ms) values (?, ?, 1, ?, ?, ?, 'form', ?, 0)",
      [newId(), ids.indicator, unitId, period, value, dg.personId],
    );
  for (const [i, period] of MONTHS.entries()) {
    await measure(ids.here, period, i < 3 ? 20 : i > 5 ? 8 : 14);
    for (const [j, id] of others.entries()) await measure(id, period, i > 5 ? 20 - (j % 4) : 20);
    await measure(ids.large, period, 500);
    await measure(ids.lit, period, i > 5 ? 0 : 20);
  }
  await db.sql(
    "insert or ignore into domains (key, title_fa, title_en, national_key, is_sensitive, ord) values ('civil_works', 'c', 'c', 'civil_works', 0, 1)",
  );
  const operation = (id: string, unitId: string, indicatorId: string | null) =>
    db.sql(
      "insert into operations (id, code, unit_id, domain_key, title, title_folded, indicator_id, status, starts_on, ends_on, planned_at_ms) values (?, ?, ?, 'civil_works', 't', 't', ?, 'done', '2026-05-26', '2026-08-11', 0)",
      [id, id.slice(-6), unitId, indicatorId],
    );
  await operation(ids.operation, ids.here, ids.indicator);
  await operation(newId(), ids.lit, null);
  return { db, ids, others, dg };
};

let the: Awaited<ReturnType<typeof open>>;
beforeEach(async () => void (the = await open()));
afterEach(() => the.db.close());

const read = async (as = the.dg) =>
  OperationEffect.strict().parse(await readOperationEffect.run(as, { operationId: the.ids.operation }));

describe('what changed with an operation', () => {
  test('stands beside the neighbourhoods of its size in which nothing was done, with n and range', async () => {
    const { effect, isSameCounty, windows, others, course, beside } = await read();
    expect(windows).toEqual({ before: ['1404-12', '1405-01', '1405-02'], after: ['1405-06', '1405-07', '1405-08'] });
    expect(effect).toMatchObject({
      here: { before: 20, after: 8, change: -12 },
      beside: { n: 11, before: 20, after: 19, change: -1 },
      difference: -11,
      range: { least: -12, most: -9 },
      asFar: 0,
    });
    expect(isSameCounty).toBe(true);
    expect(others).toHaveLength(11);
    expect(others.map(({ id }) => id)).not.toContain(the.ids.large);
    expect(others.map(({ id }) => id)).not.toContain(the.ids.lit);
    expect(course).toHaveLength(9);
    expect(beside).toHaveLength(9);
  });

  test('who works in the neighbourhood sees the middle of the others, and none of them by name', async () => {
    const manager = await the.db.as({ role: 'neighbourhood_manager', unitId: the.ids.here });
    expect(await read(manager)).toMatchObject({ others: [], effect: { beside: { n: 11 }, difference: -11 } });
    const stranger = await the.db.as({ role: 'neighbourhood_manager', unitId: the.ids.large });
    await expect(read(stranger)).rejects.toMatchObject({ reason: 'operation_unknown' });
  });

  test('of too few others has no range', async () => {
    for (const id of the.others.slice(0, 5)) await the.db.sql('delete from measurements where unit_id = ?', [id]);
    expect(await read()).toMatchObject({ effect: { beside: { n: 6 }, range: null } });
  });

  test.each([
    ['measures nothing', 'update operations set indicator_id = null', 'no_indicator'],
    ['has not ended', "update operations set status = 'running'", 'not_ended'],
    ['measures what is measured once', "update indicators set frequency = 'once'", 'once'],
    ['has nothing measured before it', "delete from measurements where period < '1405-03'", 'nothing_before'],
    ['has nothing measured after it', "delete from measurements where period > '1405-05'", 'nothing_after'],
  ])('says why it says nothing when it %s', async (_title, change, why) => {
    await the.db.sql(change);
    expect(await read()).toMatchObject({ why, effect: null });
  });
});
