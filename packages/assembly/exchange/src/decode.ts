/** The encodings that files come in. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1256'] as const;
/** An encoding of a file. */
export type Encoding = (typeof ENCODINGS)[number];

/** Why a file cannot be read as text. */
export type DecodeFault = 'import_empty' | 'import_is_workbook' | 'import_not_text';

const startsWith = (bytes: Uint8Array, ...head: number[]): boolean => head.every((byte, i) => bytes[i] === byte);

/** The share of pairs whose high byte, at the given parity, is that of Latin, Arabic or punctuation text. */
const wideShare = (bytes: Uint8Array, highAt: 0 | 1): number => {
  const end = Math.min(bytes.length - (bytes.length % 2), 4096);
  let wide = 0;
  for (let i = highAt; i < end; i += 2) {
    const high = bytes[i];
    if (high === 0x00 || high === 0x06 || high === 0x20 || high === 0xfb || high === 0xfe) wide++;
  }
  return end === 0 ? 0 : wide / (end / 2);
};

const decodeAs = (bytes: Uint8Array, encoding: Encoding): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** Any bytes decode as windows-1256; Persian ones give mostly Arabic letters, and other Latin encodings do not. */
const isPersian = (text: string): boolean => {
  const foreign =
    text.match(
      /[^\u0000-\u007f\u200c-\u200f\u00ab\u00bb\u060c\u061b\u061f\u0640\u00a0\u2013\u2014\u2018-\u201d\u2026]/g,
    ) ?? [];
  const arabic = foreign.filter((letter) => letter >= '\u0600' && letter <= '\u06ff').length;
  return foreign.length > 0 && arabic / foreign.length >= 0.8;
};

const holdsControls = (text: string): boolean => /[\u0000-\u0008\u000e-\u001f]/.test(text.slice(0, 100_000));

const guess = (bytes: Uint8Array): Encoding => {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8';
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  const little = wideShare(bytes, 1);
  const big = wideShare(bytes, 0);
  if (bytes.includes(0) && Math.max(little, big) > 0.9) return little >= big ? 'utf-16le' : 'utf-16be';
  return decodeAs(bytes, 'utf-8') === undefined ? 'windows-1256' : 'utf-8';
};

/** The text of a file and the encoding that it was found to be in, or why it is not text that we read. */
export const decode = (bytes: Uint8Array): { text: string; encoding: Encoding } | { fault: DecodeFault } => {
  if (bytes.length === 0) return { fault: 'import_empty' };
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return { fault: 'import_is_workbook' };
  const encoding = guess(bytes);
  const text = decodeAs(bytes, encoding);
  if (text === undefined || holdsControls(text)) return { fault: 'import_not_text' };
  if (encoding === 'windows-1256' && !isPersian(text)) return { fault: 'import_not_text' };
  return { text, encoding };
};
