import { base64url, sha256 } from '@mahalleh/gate';

const ofObject = (value: object): string =>
  `{${Object.entries(value)
    .filter(([, held]) => held !== undefined)
    // By UTF-16 code units, as `sort` compares; no locale has a say.
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, held]) => `${JSON.stringify(key)}:${canonicalText(held)}`)
    .join(',')}}`;

/**
 * The one JSON text of a value, after RFC 8785: keys in the order of their UTF-16 code units, no white space, numbers and texts
 * as ECMAScript writes them (`-0` is `0`). Half of a surrogate pair, which a document may not hold, is written as its escape.
 * Fails: TypeError for what JSON does not have (no number, a function, undefined in a list).
 */
export const canonicalText = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (typeof value === 'object' && value !== null) return ofObject(value);
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('a number that JSON does not have');
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) throw new TypeError(`a value that JSON does not have: ${typeof value}`);
  return text;
};

/** SHA-256 of bytes or of a text's UTF-8, in base64url. */
export const digestOf = async (content: string | Uint8Array): Promise<string> =>
  base64url(Uint8Array.from((await sha256(content)).match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)));
