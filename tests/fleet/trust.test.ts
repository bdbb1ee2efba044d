/** What the nation may be trusted with: it says nothing of a person or a case, and its figures follow from its letters. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openFleet, PROVINCES } from './house.ts';

const { nation, shelf, ask, desk } = openFleet({ sample: 'nation', provinces: PROVINCES });

describe('border-scan', () => {
  test('the sample nation says nothing of a case or a person of its provinces', async () => {
    const { code, said } = await desk('border-scan');
    expect(said).toMatch(/qom: [1-9]\d{3,} values of [1-9]\d+ columns were looked for; none is at the nation\./);
    expect(said).toContain("people (the ministry's own people)");
    expect(code).toBe(0);
  });

  test('finds what was planted in a letter and in a national column, and does not print it', async () => {
    const [[title] = []] = await ask('qom', 'select title from problems order by length(title) desc limit 1');
    const [[email] = []] = await ask('yazd', 'select email from accounts order by email limit 1');
    const where = "where province = 'qom' and kind = 'rollup.coverage' and number = 1";
    const [[body] = []] = await ask('nation', `select body_json from letters_in ${where}`);
    await ask('nation', `update letters_in set body_json = json_set(body_json, '$.note', ?) ${where}`, [title]);
    await ask('nation', 'update counties set name_en = ? where code = (select min(code) from counties)', [email]);
    const { code, said } = await desk('border-scan');
    expect(code).toBe(1);
    expect(said).toMatch(/ of problems\.title in letters_in: rollup\.coverage note/);
    expect(said).toMatch(/yazd: .*some are at the nation/);
    expect(said).toContain('  1 of accounts.email in counties.name_en');
    expect(said).not.toContain(String(title));
    expect(said).not.toContain(String(email));
    await ask('nation', `update letters_in set body_json = ? ${where}`, [body]);
    await ask('nation', 'update counties set name_en = null where code = (select min(code) from counties)');
    expect(await desk('border-scan')).toMatchObject({ code: 0 });
  });
});

describe('replay', () => {
  test('from the first letter, and from the checkpoint that the minute’s round took, gives the same figures', async () => {
    expect(await ask('nation', 'select count(*) from checkpoints')).toEqual([[0]]);
    expect((await desk('replay')).said).toMatch(/qom: \d+ letters from the first, \d{3,} rows: the same figures/);
    expect(await desk('tick')).toMatchObject({ code: 0 });
    expect(await ask('nation', 'select province from checkpoints order by province')).toEqual(
      PROVINCES.map((slug) => [slug]),
    );
    await desk('tick');
    expect(await ask('nation', 'select count(*) from checkpoints')).toEqual([[PROVINCES.length]]);
    await ask('qom', "update councils set dissolved_on = '2026-01-01' where kind = 'county_steering'");
    expect(await desk('verify', 'qom')).toMatchObject({ code: 0 });
    const since = await desk('replay');
    expect(since).toMatchObject({ code: 0 });
    expect(since.said).toMatch(/qom: [1-9]\d* letters since 20\d\d-.*the same figures/);
    expect(await desk('replay', '--all')).toMatchObject({ code: 0 });
    expect(await desk('checkpoint', 'qom')).toMatchObject({ code: 0 });
    expect((await desk('replay', 'qom')).said).toMatch(/qom: \d+ letters since .*the same figures/);
  });

  test('names the province and the metric when a national figure is not what was sent', async () => {
    const cell = "where province = 'qazvin' and metric = 'neighbourhood.count@1'";
    await ask('nation', `update national_cells set value = value + 5 ${cell}`);
    const { code, said } = await desk('replay');
    expect(code).toBe(1);
    expect(said).toMatch(/qazvin: .*NOT the same\.\n {2}national_cells: neighbourhood\.count@1: \d+ rows/);
    expect(said).toMatch(/yazd: .*the same figures/);
    await ask('nation', `update national_cells set value = value - 5 ${cell}`);
    expect(await desk('replay')).toMatchObject({ code: 0 });
  });

  test('misses the newest letter of a province when it was taken away', async () => {
    const newest =
      "where province = 'yazd' and kind = 'rollup.coverage' and number = (select max(number) from letters_in where province = 'yazd' and kind = 'rollup.coverage')";
    await ask('nation', `create table kept as select * from letters_in ${newest}`);
    await ask('nation', `delete from letters_in ${newest}`);
    const { code, said } = await desk('replay', 'yazd');
    expect(code).toBe(1);
    expect(said).toMatch(/rollup\.coverage: the province was told that letter \d+ of epoch 1 had come/);
    await ask('nation', 'insert into letters_in select * from kept');
    await ask('nation', 'drop table kept');
    expect(await desk('replay', 'yazd')).toMatchObject({ code: 0 });
  });
});

describe('a province that could not be heard', () => {
  test('catches up in order by itself, and the page of the borders had said why', async () => {
    await ask('nation', "update provinces set status = 'suspended' where slug = 'yazd'");
    for (let day = 0; day < 3; day++) {
      await ask('yazd', "update councils set dissolved_on = ? where kind = 'county_steering'", [`2026-01-0${day + 1}`]);
      await fetch(`${nation().operator.url}/lane/yazd/sweep`, {
        method: 'POST',
        headers: { authorization: `Bearer ${nation().operator.token}` },
      });
    }
    expect(await ask('nation', "select reason from border_failures where province = 'yazd'")).toEqual([
      ['province_suspended'],
    ]);
    const letters =
      "select kind, count(*), max(number) from letters_in where province = 'yazd' and epoch = 1 group by kind order by kind";
    const before = (await ask('nation', letters)) as [string, number, number][];
    await ask('nation', "update provinces set status = 'active' where slug = 'yazd'");
    expect(await desk('tick')).toMatchObject({ code: 0 });
    const after = (await ask('nation', letters)) as [string, number, number][];
    for (const [kind, count, newest] of after) {
      expect([kind, count]).toEqual([kind, newest]);
      if (kind === 'rollup.cells') expect(count).toBeGreaterThan(before.find(([one]) => one === kind)?.[1] ?? 0);
    }
    expect(await desk('verify', 'yazd')).toMatchObject({ code: 0 });
    expect(await desk('replay', 'yazd')).toMatchObject({ code: 0 });
  });

  test('and one that is put back from a copy is right again after one round of the minute, in a new epoch', async () => {
    const file = join(shelf, 'yazd.db');
    const figures = () =>
      ask(
        'nation',
        "select metric, county, dims, period, value from national_cells where province = 'yazd' and value <> 0 order by 1, 2, 3, 4",
      );
    expect(await desk('backup', 'yazd', '--to', file)).toMatchObject({ code: 0 });
    const then = await figures();
    await ask('yazd', "update problems set status = 'closed', closed_at_ms = 1, close_reason = 'out_of_scope'");
    expect(await desk('verify', 'yazd')).toMatchObject({ code: 0 });
    expect(await figures()).not.toEqual(then);
    expect(await desk('restore', 'yazd', '--from', file)).toMatchObject({ code: 0 });
    expect(await desk('tick')).toMatchObject({ code: 0 });
    expect(await figures()).toEqual(then);
    expect(await ask('nation', "select distinct epoch from national_cells where province = 'yazd'")).toEqual([[2]]);
    expect(await desk('replay', 'yazd')).toMatchObject({ code: 0 });
    expect(await desk('border-scan', 'yazd')).toMatchObject({ code: 0 });
  });
});
