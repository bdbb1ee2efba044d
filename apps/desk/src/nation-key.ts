import { NATION } from '@mahalleh/gate';
import type { Desk } from './desk.ts';
import { newKey } from './seal-keys.ts';

/** The nation's key pair, with which letters to provinces are sealed, made when there is none. */
export const ensureNationKey = async (desk: Desk): Promise<void> => {
  const [held] = await desk.rows(NATION, 'select 1 from nation_keys where to_ms is null');
  if (held) return;
  const { keyId, publicJwk, wrappedPrivate } = await newKey(desk, NATION);
  await desk.write(NATION, { action: 'desk.provision', subject: NATION, fields: ['seal_key'] }, [
    {
      sql: 'insert into nation_keys (key_id, wrapped_private, public_jwk, from_ms) select ?, ?, ?, ? where not exists (select 1 from nation_keys where to_ms is null)',
      args: [keyId, wrappedPrivate, publicJwk, Date.now()],
    },
  ]);
};

/** The public keys of the nation by their ids, as a province keeps them. Shape: JSON. */
export const nationKeysText = async (desk: Desk): Promise<string> =>
  JSON.stringify(
    Object.fromEntries(
      (await desk.rows(NATION, 'select key_id, public_jwk from nation_keys order by from_ms')).map(([id, jwk]) => [
        String(id),
        String(jwk),
      ]),
    ),
  );

/** Makes the nation's keys known in a province: what is not sealed with one of them is not taken in there. */
export const announceNation = async (desk: Desk, province: string, keys: string): Promise<void> => {
  const [known] = await desk.rows(province, "select 1 from meta where key = 'nation_keys' and value = ?", [keys]);
  if (known) return;
  await desk.write(province, { action: 'desk.provision', subject: province, fields: ['nation_key'] }, [
    {
      sql: "insert into meta (key, value) values ('nation_keys', ?) on conflict (key) do update set value = excluded.value",
      args: [keys],
    },
  ]);
};
