import type { ProvinceContext } from '@mahalleh/gate';
import { newId } from '@mahalleh/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemList, problemMap } from '../src/index.ts';
import { ProblemMap } from '../src/model.ts';
import { openSetting, type Setting } from './setting.ts';

let s: Setting;
let province: string;
let governor: ProvinceContext;
let lamp: string;
const POINT = { latitude: 34.6605, longitude: 50.8655 };

beforeAll(async () => {
  s = await openSetting();
  const { sql } = s.province;
  province = newId();
  await sql(
    "insert into units (id, kind, name_fa, name_folded, from_on, registered_at_ms) values (?, 'province', 'قم', 'قم', '2026-01-01', 0)",
    [province],
  );
  for (const id of [province, s.county, s.here, s.there])
    await sql('insert into unit_closure (ancestor_id, unit_id) values (?, ?)', [province, id]);
  await sql('update units set latitude = 34.66, longitude = 50.86 where id = ?', [s.here]);
  await sql('update units set latitude = 34.58, longitude = 50.80 where id = ?', [s.there]);
  lamp = await s.register({ ...POINT, severity: 4, title: 'تاریکی کوچه' });
  await s.register({ ...POINT, severity: 5, title: 'چاه رها شده' });
  await s.register({ severity: 2, title: 'کمبود کلاس', domainKey: 'education' });
  await s.register({ severity: 5, domainKey: 'health', title: 'تنهایی سالمندان' });
  const elsewhere = await s.register({ ...POINT, title: 'جای دیگر' });
  await sql('update problems set unit_id = ? where id = ?', [s.there, elsewhere]);
  const closed = await s.register({ ...POINT, title: 'بسته' });
  await sql("update problems set status = 'closed' where id = ?", [closed]);
  governor = await s.province.as({ role: 'governor', unitId: province });
});
afterAll(() => s.province.close());

const ask = async (who: ProvinceContext, input: object) => ProblemMap.parse(await problemMap.run(who, input));

describe('the map of a province', () => {
  test('has a circle for each county, in the middle of its neighbourhoods, with how many are open and severe', async () => {
    const map = await ask(governor, {});
    expect([map.level, map.units.map(({ id }) => id)]).toEqual(['province', [province]]);
    expect(map.places).toEqual([
      {
        unitId: s.county,
        kind: 'county',
        nameFa: 'قم',
        nameEn: null,
        latitude: expect.closeTo(34.62, 5),
        longitude: expect.closeTo(50.83, 5),
        count: 5,
        severe: 4,
      },
    ]);
    expect([map.placesTotal, map.points, map.unplaced]).toEqual([1, [], 0]);
  });

  test('obeys every filter of the list', async () => {
    for (const filter of [
      { status: 'closed' },
      { domain: 'education' },
      { severity: 5 },
      { q: 'چاه' },
      { from: '2026-11-22' },
      { status: 'open', severity: 4 },
    ]) {
      const map = await ask(governor, filter);
      const list = await problemList.run(governor, { status: 'open', ...filter });
      expect([filter, map.places.reduce((sum, { count }) => sum + count, 0)]).toEqual([filter, list.total]);
    }
    expect((await ask(governor, { q: 'چنین چیزی نیست' })).places).toEqual([]);
  });
});

describe('the map of a county', () => {
  test('has a circle for each neighbourhood that has some, the most first', async () => {
    const map = await ask(s.secretary, {});
    expect(map.level).toBe('county');
    expect(map.places.map(({ unitId, count, severe }) => [unitId, count, severe])).toEqual([
      [s.here, 4, 3],
      [s.there, 1, 1],
    ]);
    expect(await ask(governor, { unitId: s.county })).toEqual(map);
  });
});

describe('the map of a neighbourhood', () => {
  test('has its problems at their points, the most severe first; those without one are listed', async () => {
    const map = await ask(s.manager, {});
    expect([map.level, map.places]).toEqual(['neighbourhood', []]);
    expect(map.points.map(({ title, severity, latitude }) => [title, severity, latitude])).toEqual([
      ['چاه رها شده', 5, 34.6605],
      ['تاریکی کوچه', 4, 34.6605],
    ]);
    expect([map.placed, map.unplaced, map.unplacedRows.map(({ title }) => title)]).toEqual([2, 1, ['کمبود کلاس']]);
  });

  test('only counts what is sensitive, even if a point had slipped in', async () => {
    const { sql } = s.province;
    await sql("update problems set latitude = 34.66, longitude = 50.86 where domain_key = 'health'");
    const map = await ask(s.manager, {});
    expect(map.sensitive).toBe(1);
    expect(JSON.stringify(map)).not.toContain('تنهایی');
    await sql("update problems set latitude = null, longitude = null where domain_key = 'health'");
  });

  test('obeys the filters', async () => {
    expect((await ask(s.manager, { severity: 4 })).points.map(({ id }) => id)).toEqual([lamp]);
    expect((await ask(s.manager, { status: 'closed' })).placed).toBe(1);
  });

  test('of somebody else shows nothing', async () => {
    const map = await ask(s.neighbour, { unitId: s.here });
    expect([map.units, map.points, map.placed, map.places]).toEqual([[], [], 0, []]);
  });
});
