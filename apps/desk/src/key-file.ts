import { Buffer } from 'node:buffer';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Fault } from './fault.ts';

/** What a copy of keys says: whose, when, and the keys. */
export type KeyCopy = {
  readonly province: string;
  readonly madeAtMs: number;
  readonly keys: Readonly<Record<string, string>>;
  readonly gone: readonly string[];
};

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const MARK = Buffer.from('mahalleh-keys-1\n');

/** A copy of keys as a file: sealed under the deployment's secret, so that the file alone opens nobody. */
export const sealCopy = (secret: Uint8Array, copy: KeyCopy): Buffer => {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', secret, nonce).setAAD(MARK);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(copy), 'utf8'), cipher.final()]);
  return Buffer.concat([MARK, nonce, sealed, cipher.getAuthTag()]);
};

/** Opens a file of keys. Fails: with one sentence when it is none, is damaged, or was made by another deployment. */
export const openCopy = (secret: Uint8Array, file: Buffer): KeyCopy => {
  if (!file.subarray(0, MARK.length).equals(MARK)) throw new Fault('The file is no copy of keys; nothing was changed.');
  const body = file.subarray(MARK.length);
  const cipher = createDecipheriv('aes-256-gcm', secret, body.subarray(0, NONCE_BYTES)).setAAD(MARK);
  try {
    cipher.setAuthTag(body.subarray(-TAG_BYTES));
    const text = Buffer.concat([cipher.update(body.subarray(NONCE_BYTES, -TAG_BYTES)), cipher.final()]);
    return JSON.parse(text.toString('utf8')) as KeyCopy;
  } catch {
    throw new Fault('The file is damaged, or the keys in it are of another deployment; nothing was changed.');
  }
};
