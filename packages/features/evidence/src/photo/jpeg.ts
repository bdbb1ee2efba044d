import { beginsWith, joined, u16 } from './bytes.ts';
import { orientationIn, orientationSegment } from './orientation.ts';

const [EOI, SOI, SOS, APP0, APP1, APP2, APP14, APP15, COM] = [0xd9, 0xd8, 0xda, 0xe0, 0xe1, 0xe2, 0xee, 0xef, 0xfe];
const JFIF_HEAD = 12;

const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7;

const segment = (marker: number, payload: Uint8Array): Uint8Array => {
  const length = payload.length + 2;
  return joined([Uint8Array.from([0xff, marker, length >> 8, length & 0xff]), payload]);
};

/** What stays of an application segment: what decoders need for colours. Thumbnails, Exif, XMP, IPTC and makers' notes do not. */
const keptOf = (marker: number, payload: Uint8Array): Uint8Array | undefined => {
  if (marker === APP0)
    return beginsWith(payload, 'JFIF\0')
      ? segment(APP0, joined([payload.subarray(0, JFIF_HEAD), new Uint8Array(2)]))
      : undefined;
  if (marker === APP2) return beginsWith(payload, 'ICC_PROFILE\0') ? segment(marker, payload) : undefined;
  if (marker === APP14) return beginsWith(payload, 'Adobe') ? segment(marker, payload.subarray(0, 12)) : undefined;
  return undefined;
};

/** Where the coded picture data that begins here ends: at the next marker that is neither stuffing nor a restart. */
const scanEnd = (bytes: Uint8Array, from: number): number => {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next !== undefined && next !== 0x00 && next !== 0xff && !isRestart(next)) return at;
  }
  return bytes.length;
};

/**
 * The same JPEG picture without what it says about where, when and by what it was taken; only how it is turned stays.
 * What follows the end of the picture (a second picture, a video) goes. Undefined when it is incomplete.
 */
export const cleanJpeg = (bytes: Uint8Array): Uint8Array | undefined => {
  const parts: Uint8Array[] = [];
  let head: Uint8Array | undefined;
  let orientation: number | undefined;
  let hasFrame = false;
  let hasScan = false;
  let at = 2;
  for (;;) {
    if (bytes[at] !== 0xff) return undefined;
    while (bytes[at] === 0xff) at++;
    const marker = bytes[at++];
    if (marker === EOI) break;
    if (marker === undefined || marker < 0xc0 || marker === SOI || isRestart(marker)) return undefined;
    const length = u16(bytes, at);
    if (!(length >= 2 && at + length <= bytes.length)) return undefined;
    const payload = bytes.subarray(at + 2, at + length);
    at += length;
    if (marker === APP1) orientation ??= orientationIn(payload);
    if (marker === APP0) head ??= keptOf(marker, payload);
    else if (marker >= APP1 && marker <= APP15) parts.push(keptOf(marker, payload) ?? new Uint8Array());
    else if (marker !== COM) parts.push(segment(marker, payload));
    hasFrame ||= isFrame(marker);
    if (marker !== SOS) continue;
    hasScan = true;
    const end = scanEnd(bytes, at);
    parts.push(bytes.subarray(at, end));
    at = end;
  }
  if (!hasFrame || !hasScan) return undefined;
  const turned = orientation === undefined ? new Uint8Array() : orientationSegment(orientation);
  return joined([
    Uint8Array.from([0xff, SOI]),
    head ?? new Uint8Array(),
    turned,
    ...parts,
    Uint8Array.from([0xff, EOI]),
  ]);
};
