import { createHmac } from 'node:crypto';
import { Secret, TOTP } from 'otpauth/bare';
import { base64url, fromBase64url } from '@mahalleh/gate';

const PERIOD_S = 30;

/** Of the platform: the library’s own hashes would be a hundredth of the API’s size. */
const hmac = (_algorithm: string, key: Uint8Array, message: Uint8Array): Uint8Array =>
  createHmac('sha1', key).update(message).digest();

const totpOf = (secret: Secret, issuer = '', label = ''): TOTP =>
  new TOTP({ secret, issuer, label, algorithm: 'SHA1', digits: 6, period: PERIOD_S, hmac });

/** Web Crypto wants bytes over a plain ArrayBuffer; ours always are. */
const plain = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => bytes as Uint8Array<ArrayBuffer>;

const keyOf = (key: Uint8Array) => crypto.subtle.importKey('raw', plain(key), 'AES-GCM', false, ['encrypt', 'decrypt']);
const bound = (iv: Uint8Array, personId: string) => ({
  name: 'AES-GCM',
  iv: plain(iv),
  additionalData: new TextEncoder().encode(personId),
});

/** A new authenticator's secret: for the eye, and as the address that a QR code holds. */
export const mintTotp = (workspace: string, email: string): { secret: string; uri: string } => {
  const secret = new Secret({ size: 20 });
  return { secret: secret.base32, uri: totpOf(secret, `Mahalleh ${workspace}`, email).toString() };
};

/** Seals a secret for one person: copied to another row it does not open. */
export const sealTotp = async (key: Uint8Array, personId: string, secret: string): Promise<string> => {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt(bound(iv, personId), await keyOf(key), new TextEncoder().encode(secret));
  return `${base64url(iv)}.${base64url(new Uint8Array(sealed))}`;
};

/** Opens a sealed secret. Fails: OperationError when it was sealed for somebody else. */
const openTotp = async (key: Uint8Array, personId: string, sealed: string): Promise<string> => {
  const [iv = '', box = ''] = sealed.split('.');
  const opened = await crypto.subtle.decrypt(
    bound(fromBase64url(iv), personId),
    await keyOf(key),
    plain(fromBase64url(box)),
  );
  return new TextDecoder().decode(opened);
};

/** The half minute whose code this is, one before and one after counted in; null when it is none. */
export const totpStep = async (
  key: Uint8Array,
  { personId, sealed, code, nowMs }: { personId: string; sealed: string; code: string; nowMs: number },
): Promise<number | null> => {
  const totp = totpOf(Secret.fromBase32(await openTotp(key, personId, sealed)));
  const delta = totp.validate({ token: code, timestamp: nowMs, window: 1 });
  return delta === null ? null : Math.floor(nowMs / (PERIOD_S * 1000)) + delta;
};
