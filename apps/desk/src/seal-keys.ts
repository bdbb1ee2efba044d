import { makeSealKey, type SealKeyPair } from '@mahalleh/border';
import { NATION, type Statement } from '@mahalleh/gate';
import type { Desk } from './desk.ts';

/** The statement that stores a key pair in its province, the private half wrapped. */
export const keepKey = ({ keyId, publicJwk, wrappedPrivate }: SealKeyPair, fromMs: number): Statement => ({
  sql: 'insert into seal_keys (key_id, wrapped_private, public_jwk, from_ms) values (?, ?, ?, ?)',
  args: [keyId, wrappedPrivate, publicJwk, fromMs],
});

/** The statement that makes a public key known at the nation. */
export const announceKey = (province: string, keyId: string, publicJwk: string, fromMs: number): Statement => ({
  sql: 'insert or ignore into province_keys (key_id, province, public_jwk, from_ms) values (?, ?, ?, ?)',
  args: [keyId, province, publicJwk, fromMs],
});

/** Makes a key pair for a province under its own secret. */
export const newKey = async (desk: Desk, province: string): Promise<SealKeyPair> =>
  makeSealKey(await desk.secretFor(province, 'seal-key'));

/** Gives a province a new key pair. The nation knows it before the province uses it; every older one ends there now, so what it sealed before still verifies. Shape: the new key's id. */
export const changeKey = async (desk: Desk, province: string): Promise<string> => {
  const pair = await newKey(desk, province);
  const entry = { action: 'desk.rotate_key', subject: province, fields: ['seal_key'] };
  await desk.write(NATION, entry, [announceKey(province, pair.keyId, pair.publicJwk, Date.now())]);
  await desk.write(province, entry, [
    { sql: 'update seal_keys set to_ms = ? where to_ms is null', args: [Date.now()] },
    keepKey(pair, Date.now()),
  ]);
  await desk.write(NATION, entry, [
    {
      sql: 'update province_keys set to_ms = ? where province = ? and to_ms is null and key_id <> ?',
      args: [Date.now(), province, pair.keyId],
    },
  ]);
  return pair.keyId;
};
