import { NATION, type SqlValue, type Statement } from '@mahalleh/gate';
import { accountsSql, hashPassword } from '@mahalleh/identity';
import { civilDateOf, foldText, newId } from '@mahalleh/kernel';
import { peopleSql, rolesSql } from '@mahalleh/people/planting';
import type { TestNation } from '../../support/nation.ts';

/** Writes to one database through the operator's entrance. Fails: with what the lane said. */
export const writeAs = async (
  nation: Pick<TestNation, 'operator'>,
  database: string,
  statements: readonly Statement[],
): Promise<void> => {
  const answer = await fetch(`${nation.operator.url}/lane/${database}/write`, {
    method: 'POST',
    headers: { authorization: `Bearer ${nation.operator.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ statements }),
  });
  if (!answer.ok) throw new Error(`${database}: ${await answer.text()}`);
};

const insert = (sql: string, rows: readonly (readonly SqlValue[])[]): Statement => ({
  sql,
  args: [JSON.stringify(rows)],
});
const cell = (i: number): string => `json_extract(j.value, '$[${i}]')`;

/** Adds neighbourhoods under a province's first county. Shape: their ids. */
export const addNeighbourhoods = async (
  nation: TestNation,
  province: string,
  ask: Ask,
  count: number,
): Promise<string[]> => {
  const [county] = await ask("select id, parent_id from units where kind = 'county' order by official_code limit 1");
  if (!county) throw new Error(`${province} has no county`);
  const [countyId, provinceId] = county.map(String) as [string, string];
  const ids = Array.from({ length: count }, () => newId());
  const today = civilDateOf(Date.now());
  const rows = ids.map((id, i): SqlValue[] => [
    id,
    `Neighbourhood ${i + 1}`,
    foldText(`Neighbourhood ${i + 1}`),
    countyId,
    newId(),
    provinceId,
    today,
  ]);
  await writeAs(nation, province, [
    insert(
      `insert into units (id, kind, name_fa, name_folded, parent_id, county_id, from_on, is_model, is_sample, registered_at_ms, revision) select ${cell(0)}, 'neighbourhood', ${cell(1)}, ${cell(2)}, ${cell(3)}, ${cell(3)}, ${cell(6)}, 0, 1, 0, 1 from json_each(?) j`,
      rows,
    ),
    insert(
      `insert into unit_memberships (id, unit_id, parent_id, county_id, from_on) select ${cell(4)}, ${cell(0)}, ${cell(3)}, ${cell(3)}, ${cell(6)} from json_each(?) j`,
      rows,
    ),
    insert(`insert into unit_closure (ancestor_id, unit_id) select ${cell(0)}, ${cell(0)} from json_each(?) j`, rows),
    insert(`insert into unit_closure (ancestor_id, unit_id) select ${cell(3)}, ${cell(0)} from json_each(?) j`, rows),
    insert(`insert into unit_closure (ancestor_id, unit_id) select ${cell(5)}, ${cell(0)} from json_each(?) j`, rows),
  ]);
  return ids;
};

/** Asks a database with a token of its own. */
export type Ask = (sql: string) => Promise<SqlValue[][]>;

/** Opens an account with a role and signs it in. Shape: the session cookie. */
export const signInAs = async (
  nation: TestNation,
  workspace: string,
  role: 'director_general' | 'ministry_analyst',
  unitId: string,
): Promise<string> => {
  const personId = newId();
  const email = `${role}-${personId}@bench.sample`;
  const password = 'a-long-password-for-a-bench';
  const now = Date.now();
  await writeAs(nation, workspace, [
    ...peopleSql([{ id: personId, fullName: 'Bench', isSample: true }], now),
    ...rolesSql([{ personId, role, unitId }], now),
    accountsSql([{ personId, email }], await hashPassword(password), now),
  ]);
  const path = workspace === NATION ? 'nation' : `provinces/${workspace}`;
  const answer = await fetch(`${nation.url}/api/v1/${path}/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (!answer.ok || !cookie) throw new Error(`sign-in: ${answer.status} ${await answer.text()}`);
  return cookie;
};
