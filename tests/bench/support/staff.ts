import { NATION } from '@mahalleh/gate';
import { tokenMint } from '@mahalleh/gate/lane';
import { keepSecrets } from '@mahalleh/local/secrets';
import type { TestNation } from '../../support/nation.ts';
import { askerOf } from './ask.ts';
import { addNeighbourhoods, signInAs, type Ask } from './world.ts';

/** A province in which somebody works: a session, neighbourhoods, and a way to ask its database. */
export type Staff = { province: string; cookie: string; neighbourhoods: readonly string[]; ask: Ask };

const AT_ONCE = 250;

/** Opens neighbourhoods in a province and signs a director-general in. */
export const staffOf = async (nation: TestNation, province: string, neighbourhoods: number): Promise<Staff> => {
  const ask = askerOf(nation, tokenMint(keepSecrets(nation.data).dbTokenJwk), province);
  const ids: string[] = [];
  while (ids.length < neighbourhoods)
    ids.push(...(await addNeighbourhoods(nation, province, ask, Math.min(AT_ONCE, neighbourhoods - ids.length))));
  const [unit] = await ask("select id from units where kind = 'province'");
  return {
    province,
    ask,
    neighbourhoods: ids,
    cookie: await signInAs(nation, province, 'director_general', String(unit?.[0])),
  };
};

/** How many figures `desk verify` finds that do not follow from the records, with what it said. */
export const driftIn = async (
  nation: TestNation,
  provinces: readonly string[],
): Promise<{ drift: number; said: string }> => {
  const { code, stdout, stderr } = await nation.desk('verify', ...provinces.filter((name) => name !== NATION));
  const counted = [...stdout.matchAll(/(\d+) figures do not follow/g)].reduce(
    (sum, [, count]) => sum + Number(count),
    0,
  );
  return { drift: code === 0 ? 0 : Math.max(1, counted), said: `${stdout}${stderr}`.trim() };
};
