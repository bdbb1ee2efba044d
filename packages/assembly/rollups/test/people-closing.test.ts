import { leavesSql, partKeys, storedKey } from '@mahalleh/metric';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { peopleMetrics, storedMetrics, toldAgain } from '../src/index.ts';
import { openPeopleWorld } from './people-world.ts';

let w: Awaited<ReturnType<typeof openPeopleWorld>>;
beforeEach(async () => {
  w = await openPeopleWorld();
});
afterEach(() => w.close());

const VOLUNTEERS = 'people.volunteers';
const leavesOf = (place: { domains: readonly { domain: string }[] | null } | undefined, domain: string) =>
  place?.domains?.find((leaf) => leaf.domain === domain);

describe('what is declared', () => {
  test('each population has one table, and no metric of things has a key of people', () => {
    const keys = peopleMetrics.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => !key.startsWith('people.'))).toEqual([]);
    expect(storedMetrics.filter(({ key }) => key.startsWith('people.'))).toEqual([]);
  });

  test.each(peopleMetrics.map((metric) => [metric.key, metric] as const))(
    '%s is asked of any units, and nobody of it is in two parts',
    async (_key, metric) => {
      expect(metric.from).toContain('unit_id in (:units)');
      await w.problem('2501', 'health', 64, 'solved');
      await w.problem('2501', 'health', 128, 'closed');
      await w.problem('2501', 'health', 256, 'started');
      await w.problem('2501', 'health', 512, 'merged');
      await w.volunteers('2501', 'counselling', 7);
      const rows = await w.rows(leavesSql(metric, 'select id from units'));
      expect(rows.filter(({ part }) => !partKeys(metric).includes(String(part)))).toEqual([]);
      const amounts = rows.map(({ amount }) => Number(amount));
      // Powers of two: a problem in two parts would show as a bit that stands twice.
      if (metric.kind === 'ratio') expect(amounts.toSorted((a, b) => a - b)).toEqual([64, 128, 256]);
      else if (metric.key === VOLUNTEERS) expect(amounts).toEqual([7]);
      else expect(amounts).toEqual([]);
    },
  );
});

describe('when a month is closed', () => {
  test('its people are counted once, hidden where they are few, and sent; no row of them changes after that', async () => {
    await w.volunteers('2501', 'sewing', 3);
    await w.volunteers('2501', 'tutoring', 12);
    await w.freeze('1405-08', 1);
    expect(await w.round()).toBe(1);
    expect(await w.round()).toBe(0);
    const [letter, ...more] = await w.received();
    expect(more).toEqual([]);
    expect(letter).toMatchObject({ period: '1405-08', version: 1, counties: ['2501', '2502'] });
    expect(letter?.tables.find(({ metric }) => metric === `${VOLUNTEERS}@1`)).toEqual({
      metric: `${VOLUNTEERS}@1`,
      told: [{ county: '2501', domain: 'education', values: [12] }],
      hidden: [{ county: '2501', domain: 'employment' }],
    });
    expect(letter?.tables.map(({ metric }) => metric)).toEqual(peopleMetrics.map(storedKey));
    // What is hidden stands nowhere in what is kept for the nation, in the province or there.
    const kept = 'select domain, values_json from people_leaves where metric = ? order by domain';
    expect(await w.rows(kept, `${VOLUNTEERS}@1`)).toEqual([
      { domain: 'education', values_json: '[12]' },
      { domain: 'employment', values_json: null },
    ]);
    await expect(w.rows('update people_leaves set values_json = ?', '[3]')).rejects.toThrow('refused:frozen');
    await expect(w.rows('delete from people_leaves')).rejects.toThrow('refused:frozen');
    await expect(w.nation.sql('update national_people_leaves set version = 9')).rejects.toThrow('refused:frozen');
    await expect(w.nation.sql('delete from national_people_leaves')).rejects.toThrow('refused:frozen');
  });

  test('a quarter has no people of its own, and a closing of long ago gets none of today', async () => {
    await w.freeze('1405-q3', 1);
    await w.freeze('1405-07', 1);
    w.pass(3);
    expect(await w.round()).toBe(0);
    expect(await w.received()).toEqual([]);
  });

  test('a save that fails leaves nothing behind, and the next round does it', async () => {
    await w.volunteers('2501', 'tutoring', 12);
    await w.freeze('1405-08', 1);
    await w.rows("create trigger broken before insert on letters_out begin select raise(abort, 'refused:broken'); end");
    expect(await w.round()).toBe(0);
    expect(await w.rows('select * from people_leaves union all select *, 1 from people_closings')).toEqual([]);
    await w.rows('drop trigger broken');
    expect(await w.round()).toBe(1);
  });
});

describe('the border', () => {
  test('refuses a people metric in a letter of cells, and takes a metric of things', async () => {
    expect(await w.sendCells(`${VOLUNTEERS}@1`)).toEqual({ outcome: 'refused', reason: 'letter_malformed' });
    expect(await w.nation.sql('select * from national_cells')).toEqual([]);
    expect(await w.sendCells('problem.open@1')).toEqual({ outcome: 'taken' });
  });
});

describe('zero, hidden and missing', () => {
  test('are three things in the answer: of leaves, of sums, of places that told nothing', async () => {
    await w.volunteers('2501', 'sewing', 3);
    await w.volunteers('2501', 'tutoring', 12);
    await w.volunteers('2502', 'tutoring', 30);
    await w.freeze('1405-08', 1);
    await w.round();
    const drill = await w.page({ metric: VOLUNTEERS, province: 'qom' });
    const county = (code: string) => drill.places.find((place) => place.code === code);
    expect(leavesOf(county('2501'), 'education')).toMatchObject({ sums: [12], suppressed: 0, range: null });
    expect(leavesOf(county('2501'), 'employment')).toMatchObject({
      sums: [0],
      suppressed: 1,
      range: { low: 1, high: 4 },
    });
    expect(leavesOf(county('2501'), 'sport')).toMatchObject({ sums: [0], suppressed: 0, range: null });
    expect(county('2503')).toMatchObject({ domains: null, whole: { value: null, missing: ['2503'] } });
    expect(drill.whole).toMatchObject({
      value: 42,
      range: { low: 43, high: 46 },
      reported: 2,
      missing: ['2503'],
      suppressed: 1,
    });
    const nation = await w.page({ metric: VOLUNTEERS });
    expect(nation).toMatchObject({ period: '1405-08', periods: ['1405-08'] });
    expect(nation.whole).toMatchObject({ value: 42, range: { low: 43, high: 46 }, reported: 1, missing: ['qazvin'] });
    expect(nation.byDomain['sport']).toMatchObject({ value: 0, range: null, suppressed: 0, missing: ['qazvin'] });
    expect(nation.byDomain['employment']).toMatchObject({ value: 0, range: { low: 1, high: 4 }, suppressed: 1 });
  });

  test('a month of which nothing was told is missing everywhere', async () => {
    const nation = await w.page({ metric: VOLUNTEERS, period: '1405-07' });
    expect(nation.whole).toMatchObject({
      value: null,
      range: null,
      reported: 0,
      missing: ['qazvin', 'qom'],
      asOf: null,
    });
    expect(nation.places.map(({ domains }) => domains)).toEqual([null, null]);
  });

  test('a ratio divides what was told, and its parts are hidden together', async () => {
    await w.problem('2501', 'health', 300, 'solved');
    await w.problem('2501', 'health', 100);
    await w.problem('2501', 'sport', 900, 'solved');
    await w.problem('2501', 'sport', 2);
    await w.freeze('1405-08', 1);
    await w.round();
    const page = await w.page({ metric: 'people.affected' });
    expect(page.whole).toMatchObject({
      value: 0.75,
      of: 300,
      over: 400,
      sums: [300, 100, 0],
      suppressed: 1,
      range: null,
    });
  });
});

describe('a version that supersedes', () => {
  test('stands in place of the first; what was hidden stays hidden, and nobody says any more that it is one to four', async () => {
    await w.volunteers('2501', 'sewing', 3);
    await w.volunteers('2502', 'tutoring', 30);
    await w.freeze('1405-08', 1);
    await w.round();
    await w.volunteers('2501', 'sewing', 40);
    await w.volunteers('2502', 'tutoring', 10);
    await w.freeze('1405-08', 2);
    await w.round();
    expect(await w.received()).toHaveLength(2);
    const page = await w.page({ metric: VOLUNTEERS });
    expect(page.whole).toMatchObject({ value: 40, range: { low: 40, high: null }, suppressed: 1 });
    expect(page.places.find(({ key }) => key === 'qom')?.letter).toMatchObject({
      version: 2,
      number: 2,
      isFirst: false,
    });
    const versions = 'select version, domain, values_json from national_people_leaves order by version, domain';
    expect(await w.nation.sql(versions)).toEqual([
      { version: 1, domain: 'education', values_json: '[30]' },
      { version: 1, domain: 'employment', values_json: null },
      { version: 2, domain: 'education', values_json: '[40]' },
      { version: 2, domain: 'employment', values_json: null },
    ]);
  });

  const restore = async () => {
    await w.rows('drop trigger people_leaves_remain');
    for (const table of ['people_leaves', 'people_closings', 'closings']) await w.rows(`delete from ${table}`);
    await w.rows('update border_state set epoch = 2');
    await w.nation.sql("update provinces set epoch = 2 where slug = 'qom'");
  };
  const tellAgain = async () => {
    await w.volunteers('2501', 'sewing', 40);
    await w.volunteers('2501', 'tutoring', 8);
    await w.freeze('1405-08', 101);
    await w.round();
  };

  test('a province that was restored and has forgotten what it hid does not unhide it at the nation', async () => {
    await w.volunteers('2501', 'sewing', 3);
    await w.freeze('1405-08', 1);
    await w.round();
    await restore();
    await tellAgain();
    const page = await w.page({ metric: VOLUNTEERS, province: 'qom' });
    const county = page.places.find(({ code }) => code === '2501');
    expect(leavesOf(county, 'employment')).toMatchObject({ sums: [0], suppressed: 1 });
    expect(leavesOf(county, 'education')).toMatchObject({ sums: [8], suppressed: 0 });
  });

  test('a province that was restored and given back what it told hides it in its letter already', async () => {
    await w.volunteers('2501', 'sewing', 3);
    await w.freeze('1405-08', 1);
    await w.round();
    await restore();
    const told = (await w.received()).flatMap(toldAgain);
    await w.batch([...told, ...told]);
    await tellAgain();
    const table = (await w.received()).at(-1)?.tables.find(({ metric }) => metric.startsWith(VOLUNTEERS));
    expect(table?.hidden).toContainEqual({ county: '2501', domain: 'employment' });
    expect(table?.told.map(({ domain }) => domain)).not.toContain('employment');
  });
});
