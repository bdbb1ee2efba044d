const HEX = Array.from({ length: 256 }, (_, n) => n.toString(16).padStart(2, '0'));
const encoder = new TextEncoder();

/** Web Crypto wants bytes over a plain ArrayBuffer; ours always are. */
const plain = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => bytes as Uint8Array<ArrayBuffer>;
const hex = (buffer: ArrayBuffer): string => Array.from(new Uint8Array(buffer), (byte) => HEX[byte] ?? '').join('');

/** Bytes as base64url without padding. */
export const base64url = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');

/** The bytes of a base64url text. Fails: DOMException on other characters. */
export const fromBase64url = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (char) => char.charCodeAt(0));

/** SHA-256 of a text or bytes, in lower-case hexadecimal. */
export const sha256 = async (content: string | Uint8Array): Promise<string> =>
  hex(await crypto.subtle.digest('SHA-256', typeof content === 'string' ? encoder.encode(content) : plain(content)));

const hmacKeys = new WeakMap<Uint8Array, Promise<CryptoKey>>();
const hmacKey = (key: Uint8Array): Promise<CryptoKey> => {
  const known = hmacKeys.get(key);
  if (known) return known;
  const made = crypto.subtle.importKey('raw', plain(key), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
  hmacKeys.set(key, made);
  return made;
};

/** HMAC-SHA-256 of a text under a key, in lower-case hexadecimal. */
export const hmac = async (key: Uint8Array, text: string): Promise<string> =>
  hex(await crypto.subtle.sign('HMAC', await hmacKey(key), encoder.encode(text)));

/** Whether `code` is the HMAC of `text`, compared in constant time. */
export const hmacMatches = async (key: Uint8Array, text: string, code: string): Promise<boolean> => {
  if (!/^[0-9a-f]{64}$/.test(code)) return false;
  const bytes = Uint8Array.from(code.match(/../g) ?? [], (pair) => parseInt(pair, 16));
  return crypto.subtle.verify('HMAC', await hmacKey(key), plain(bytes), encoder.encode(text));
};

/** Makes the derivation of key material from one root secret; each (database, purpose) is derived once. Unit: 32 bytes. */
export const secretsFrom = (root: Uint8Array): ((database: string, purpose: string) => Promise<Uint8Array>) => {
  const known = new Map<string, Promise<Uint8Array>>();
  const base = crypto.subtle.importKey('raw', plain(root), 'HKDF', false, ['deriveBits']);
  const derive = async (info: string): Promise<Uint8Array> =>
    new Uint8Array(
      await crypto.subtle.deriveBits(
        { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info: encoder.encode(info) },
        await base,
        256,
      ),
    );
  return (database, purpose) => {
    const info = `${purpose}\n${database}`;
    const found = known.get(info);
    if (found) return found;
    const made = derive(info);
    known.set(info, made);
    return made;
  };
};
