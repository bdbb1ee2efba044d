import { fromBase64url } from '@mahalleh/gate';
import type { Desk } from './desk.ts';
import { Fault } from './fault.ts';

/** The keys of a province's volunteers: those there are, and those that are gone for good. */
export type StoredKeys = { readonly keys: ReadonlyMap<string, Uint8Array>; readonly gone: readonly string[] };

/** Everything that the store of keys holds of a province. Fails: when it does not answer. */
export const storedKeys = async (desk: Desk, province: string): Promise<StoredKeys> => {
  const answer = await desk.keyStore('GET', province);
  if (!answer.ok) throw new Fault(`The store of people's keys answered ${answer.status}.`);
  const { keys, gone } = (await answer.json()) as { keys: Record<string, string>; gone: string[] };
  return { keys: new Map(Object.entries(keys).map(([id, text]) => [id, fromBase64url(text)])), gone };
};

/** The ids of the keys that are gone for good. */
export const goneKeysOf = async (desk: Desk, province: string): Promise<readonly string[]> =>
  (await storedKeys(desk, province)).gone;
