/** What the nation may be trusted with: it says nothing of a person or a case, and its figures follow from its letters. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startNation, type TestNation } from '../support/nation.ts';

const PROVINCES = ['qazvin', 'qom', 'yazd'];
let nation: TestNation;

type Outcome = { outcome: string; results?: { rows: unknown[][] }[] };

/** One statement through the lane of a database. */
const ask = async (database: string, sql: string, args: unknown[] = []): Promise<unknown[][]> => {
  const answer = await fetch(`${nation.operator.url}/lane/${database}/write`, {
    method: 'POST',
    headers: { authorization: `Bearer ${nation.operator.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ statements: [{ sql, args }] }),
  });
  const outcome = (await answer.json()) as Outcome;
  if (outcome.outcome !== 'saved') throw new Error(JSON.stringify(outcome));
  return outcome.results?.[0]?.rows ?? [];
};

const desk = async (...args: string[]) => {
  const result = await nation.desk(...args);
  return { ...result, said: `${result.stdout}${result.stderr}` };
};

beforeAll(async () => {
  nation = await startNation({ sample: 'nation', provinces: PROVINCES });
});
afterAll(() => nation?.stop());

describe('border-scan', () => {
  test('the sample nation says nothing of a case or a person of its provinces', async () => {
    const { code, said } = await desk('border-scan');
    expect(said).toMatch(/qom: [1-9]\d{3,} values of [1-9]\d columns were looked for; none is at the nation\./);
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
