import { base64url } from './crypto.ts';

const LIFE_MS = 10 * 60_000;
const RENEW_MS = 2 * 60_000;

/** Mints database tokens: EdDSA JWTs that open one namespace, to read or to write, for ten minutes. */
export type TokenMint = (database: string, access: 'ro' | 'rw', nowMs: number) => Promise<string>;

const encode = (value: unknown): string => base64url(new TextEncoder().encode(JSON.stringify(value)));

/** A mint over an Ed25519 private key. Tokens are kept until shortly before they end. */
export const tokenMint = (privateJwk: JsonWebKey): TokenMint => {
  const key = crypto.subtle.importKey('jwk', privateJwk, { name: 'Ed25519' }, false, ['sign']);
  const minted = new Map<string, { token: string; endsMs: number }>();
  return async (database, access, nowMs) => {
    const name = `${access}:${database}`;
    const known = minted.get(name);
    if (known && known.endsMs - nowMs > RENEW_MS) return known.token;
    const endsMs = nowMs + LIFE_MS;
    const body = `${encode({ alg: 'EdDSA', typ: 'JWT' })}.${encode({ id: database, a: access, exp: Math.floor(endsMs / 1000) })}`;
    const seal = await crypto.subtle.sign({ name: 'Ed25519' }, await key, new TextEncoder().encode(body));
    const token = `${body}.${base64url(new Uint8Array(seal))}`;
    minted.set(name, { token, endsMs });
    return token;
  };
};
