import { beginsWith, letters, u16, u16le, u32, u32le } from './bytes.ts';

const EXIF = 'Exif\0\0';
const ORIENTATION_TAG = 0x0112;

/** How a picture is turned, as the content of an Exif segment says: 2 to 8, or undefined when it stands upright or does not say. */
export const orientationIn = (payload: Uint8Array): number | undefined => {
  if (!beginsWith(payload, EXIF)) return undefined;
  const tiff = payload.subarray(EXIF.length);
  const order = letters(tiff, 0, 2);
  if (order !== 'II' && order !== 'MM') return undefined;
  const short = order === 'II' ? u16le : u16;
  const directory = (order === 'II' ? u32le : u32)(tiff, 4);
  const entries = short(tiff, directory);
  for (let i = 0; i < entries; i++) {
    const entry = directory + 2 + i * 12;
    if (short(tiff, entry) !== ORIENTATION_TAG) continue;
    const value = short(tiff, entry + 8);
    return value >= 2 && value <= 8 ? value : undefined;
  }
  return undefined;
};

/** An Exif segment of a JPEG that says how the picture is turned, and nothing else. */
export const orientationSegment = (orientation: number): Uint8Array =>
  Uint8Array.from([
    ...[0xff, 0xe1, 0x00, 0x22],
    ...Array.from(EXIF, (letter) => letter.charCodeAt(0)),
    ...[0x4d, 0x4d, 0x00, 0x2a, 0x00, 0x00, 0x00, 0x08],
    ...[0x00, 0x01, 0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, orientation, 0x00, 0x00],
    ...[0x00, 0x00, 0x00, 0x00],
  ]);
