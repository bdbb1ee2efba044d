import { joined, letters, u32le } from './bytes.ts';

/** What a still picture and its colours need. Exif, XMP, unknown chunks and animation do not stay. */
const KEPT = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ICCP']);
const RIFF_HEAD = 12;
const SAYS_EXIF_OR_XMP = 0x08 | 0x04;

const withoutFlags = (chunk: Uint8Array): Uint8Array => {
  const copy = chunk.slice();
  copy[8] = (copy[8] ?? 0) & ~SAYS_EXIF_OR_XMP;
  return copy;
};

const riffOf = (chunks: readonly Uint8Array[]): Uint8Array => {
  const body = joined(chunks);
  const head = new Uint8Array(RIFF_HEAD);
  head.set(Array.from('RIFF', (letter) => letter.charCodeAt(0)));
  new DataView(head.buffer).setUint32(4, body.length + 4, true);
  head.set(
    Array.from('WEBP', (letter) => letter.charCodeAt(0)),
    8,
  );
  return joined([head, body]);
};

/** The same WebP picture without Exif and XMP. What follows its end goes. Undefined when it is incomplete, or moves. */
export const cleanWebp = (bytes: Uint8Array): Uint8Array | undefined => {
  const end = 8 + u32le(bytes, 4);
  if (!(end <= bytes.length)) return undefined;
  const chunks: Uint8Array[] = [];
  let hasPicture = false;
  for (let at = RIFF_HEAD; at < end;) {
    const size = u32le(bytes, at + 4);
    const next = at + 8 + size + (size % 2);
    if (!(next <= end)) return undefined;
    const name = letters(bytes, at, 4);
    const chunk = bytes.subarray(at, next);
    if (KEPT.has(name)) chunks.push(name === 'VP8X' ? withoutFlags(chunk) : chunk);
    hasPicture ||= name === 'VP8 ' || name === 'VP8L';
    at = next;
  }
  return hasPicture ? riffOf(chunks) : undefined;
};
