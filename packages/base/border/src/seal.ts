import { base64url, fromBase64url, sha256 } from '@mahalleh/gate';
import type { SealedLetter } from './define-letter.ts';

const encoder = new TextEncoder();
const ED25519 = { name: 'Ed25519' };
/** Web Crypto wants bytes over a plain ArrayBuffer; ours always are. */
const plain = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => bytes as Uint8Array<ArrayBuffer>;

/** A province's key pair: the public half for the nation, the private half wrapped. */
export type SealKeyPair = { readonly keyId: string; readonly publicJwk: string; readonly wrappedPrivate: string };

const wrapKey = (secret: Uint8Array): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', plain(secret), 'AES-GCM', false, ['encrypt', 'decrypt']);

/** A key as JWK without the name of its algorithm: Node writes `Ed25519`, workerd reads only `EdDSA`. */
const exported = async (key: CryptoKey): Promise<string> => {
  const { alg: _alg, ...jwk } = (await crypto.subtle.exportKey('jwk', key)) as JsonWebKey;
  return JSON.stringify(jwk);
};

/** Makes a key pair; the private half is wrapped (AES-GCM) under `secret`, 32 bytes of that province. */
export const makeSealKey = async (secret: Uint8Array): Promise<SealKeyPair> => {
  const pair = (await crypto.subtle.generateKey(ED25519, true, ['sign', 'verify'])) as CryptoKeyPair;
  const publicJwk = await exported(pair.publicKey);
  const privateJwk = encoder.encode(await exported(pair.privateKey));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = new Uint8Array(
    await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await wrapKey(secret), privateJwk),
  );
  return {
    keyId: (await sha256(publicJwk)).slice(0, 16),
    publicJwk,
    wrappedPrivate: `${base64url(iv)}.${base64url(sealed)}`,
  };
};

/** Opens a wrapped private key. Fails: OperationError under another secret. */
export const unwrapSealKey = async (wrapped: string, secret: Uint8Array): Promise<CryptoKey> => {
  const [iv, sealed] = wrapped.split('.');
  const jwk = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: plain(fromBase64url(iv ?? '')) },
    await wrapKey(secret),
    plain(fromBase64url(sealed ?? '')),
  );
  return crypto.subtle.importKey('jwk', JSON.parse(new TextDecoder().decode(jwk)) as JsonWebKey, ED25519, false, [
    'sign',
  ]);
};

const lettersText = ({
  province,
  epoch,
  kind,
  number,
  sentAtMs,
  bodyJson,
}: Omit<SealedLetter, 'keyId' | 'seal'>): Uint8Array<ArrayBuffer> =>
  plain(encoder.encode(`${province}\n${epoch}\n${kind}\n${number}\n${sentAtMs}\n${bodyJson}`));

const sealOver = async (key: CryptoKey, bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  base64url(new Uint8Array(await crypto.subtle.sign(ED25519, key, bytes)));

const holdsOver = async (publicJwk: string, seal: string, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> => {
  const key = await crypto.subtle.importKey('jwk', JSON.parse(publicJwk) as JsonWebKey, ED25519, false, ['verify']);
  return crypto.subtle.verify(ED25519, key, plain(fromBase64url(seal)), bytes);
};

/** Puts the sender's seal on a letter. */
export const sealLetter = async (
  letter: Omit<SealedLetter, 'keyId' | 'seal'>,
  keyId: string,
  key: CryptoKey,
): Promise<SealedLetter> => ({ ...letter, keyId, seal: await sealOver(key, lettersText(letter)) });

/** Whether the seal is that of this public key over exactly this letter. */
export const sealHolds = (letter: SealedLetter, publicJwk: string): Promise<boolean> =>
  holdsOver(publicJwk, letter.seal, lettersText(letter));

/** Seals a text (a digest). `purpose` keeps it from ever passing for a letter or for another kind of text. */
export const sealText = (purpose: string, text: string, key: CryptoKey): Promise<string> =>
  sealOver(key, plain(encoder.encode(`${purpose}\n\n${text}`)));

/** Whether the seal is that of this public key over this text for this purpose. */
export const textSealHolds = (purpose: string, text: string, seal: string, publicJwk: string): Promise<boolean> =>
  holdsOver(publicJwk, seal, plain(encoder.encode(`${purpose}\n\n${text}`)));
