import { NATION, type Statement } from '@mahalleh/gate';
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

/** The nation's keys that were withdrawn, and when: what they signed is not taken from a file any more. Shape: JSON. */
const withdrawnKeysText = async (desk: Desk): Promise<string> => {
  const [held] = await desk.rows(NATION, "select value from meta where key = 'nation_keys_withdrawn'");
  return String(held?.[0] ?? '{}');
};

const keepMeta = (key: string, value: string): Statement => ({
  sql: 'insert into meta (key, value) values (?, ?) on conflict (key) do update set value = excluded.value',
  args: [key, value],
});

/** Makes the nation's keys known in a province, and which were withdrawn: what is not sealed with one of them is not taken in there. */
export const announceNation = async (desk: Desk, province: string, keys: string): Promise<void> => {
  const withdrawn = await withdrawnKeysText(desk);
  const [known] = await desk.rows(
    province,
    "select (select value from meta where key = 'nation_keys') = ? and coalesce((select value from meta where key = 'nation_keys_withdrawn'), '{}') = ?",
    [keys, withdrawn],
  );
  if (known?.[0] === 1) return;
  await desk.write(province, { action: 'desk.provision', subject: province, fields: ['nation_key'] }, [
    keepMeta('nation_keys', keys),
    keepMeta('nation_keys_withdrawn', withdrawn),
  ]);
};

/** Every province that the nation knows is told of its keys. */
const announceEverywhere = async (desk: Desk, keys: string): Promise<void> => {
  for (const [slug] of await desk.rows(NATION, 'select slug from provinces order by slug'))
    await announceNation(desk, String(slug), keys);
};

/**
 * Gives the nation a new key pair: every province knows it before it is used, and the old one ends. `isWithdrawn`: what the old one
 * signed is no longer taken in from a file, and no letter is. Shape: the new key's id.
 */
export const changeNationKey = async (desk: Desk, isWithdrawn: boolean): Promise<string> => {
  const pair = await newKey(desk, NATION);
  const nowMs = Date.now();
  const entry = {
    action: 'desk.rotate_key',
    subject: NATION,
    fields: ['seal_key', ...(isWithdrawn ? ['withdrawn'] : [])],
  };
  const held = JSON.parse(await nationKeysText(desk)) as Record<string, string>;
  await announceEverywhere(desk, JSON.stringify({ ...held, [pair.keyId]: pair.publicJwk }));
  const ended = await desk.rows(NATION, 'select key_id from nation_keys where to_ms is null');
  const withdrawn = JSON.parse(await withdrawnKeysText(desk)) as Record<string, number>;
  await desk.write(NATION, entry, [
    { sql: 'update nation_keys set to_ms = ? where to_ms is null', args: [nowMs] },
    {
      sql: 'insert into nation_keys (key_id, wrapped_private, public_jwk, from_ms) values (?, ?, ?, ?)',
      args: [pair.keyId, pair.wrappedPrivate, pair.publicJwk, nowMs],
    },
    ...(isWithdrawn
      ? [
          keepMeta(
            'nation_keys_withdrawn',
            JSON.stringify({ ...withdrawn, ...Object.fromEntries(ended.map(([id]) => [String(id), nowMs])) }),
          ),
        ]
      : []),
  ]);
  await announceEverywhere(desk, await nationKeysText(desk));
  return pair.keyId;
};
