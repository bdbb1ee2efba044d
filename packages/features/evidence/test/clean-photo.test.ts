import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanPhoto, photoTypeOf } from '../src/photo/clean-photo.ts';
import { PHONE_JPEG, PHONE_PNG, PHONE_WEBP, PLAIN_JPEG, PLAIN_WEBP, PROGRESSIVE_JPEG } from './pictures.ts';

const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const glued = (...parts: (Uint8Array | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));
const holds = (bytes: Uint8Array, text: string): boolean => Buffer.from(bytes).includes(Buffer.from(text, 'latin1'));
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

const cleaned = (bytes: Uint8Array): Uint8Array => {
  const photo = cleanPhoto(bytes);
  if ('refused' in photo) throw new Error(photo.refused);
  return photo.bytes;
};

const segment = (marker: number, payload: Uint8Array): Uint8Array =>
  glued([0xff, marker, (payload.length + 2) >> 8, (payload.length + 2) & 0xff], payload);

/** The plain picture with segments put in after its first two bytes. */
const jpegWith = (...segments: Uint8Array[]): Uint8Array =>
  glued(PLAIN_JPEG.subarray(0, 2), ...segments, PLAIN_JPEG.subarray(2));

/** Tag 0x0112 with a value, and tag 0x8825, which leads to the GPS position, in either byte order. */
const exif = (order: 'II' | 'MM', orientation: number): Uint8Array => {
  const view = new DataView(new ArrayBuffer(8 + 2 + 24 + 4));
  const little = order === 'II';
  view.setUint16(0, order === 'II' ? 0x4949 : 0x4d4d);
  view.setUint16(2, 42, little);
  view.setUint32(4, 8, little);
  view.setUint16(8, 2, little);
  view.setUint16(10, 0x0112, little);
  view.setUint16(12, 3, little);
  view.setUint32(14, 1, little);
  view.setUint16(18, orientation, little);
  view.setUint16(22, 0x8825, little);
  view.setUint16(24, 4, little);
  view.setUint32(26, 1, little);
  view.setUint32(30, 26, little);
  return glued(latin('Exif\0\0'), new Uint8Array(view.buffer), latin('34.64N 50.88E'));
};

const ORIENTATION_6 = 'ffe100224578696600004d4d002a00000008000101120003000000010006000000000000';

const chunk = (name: string, payload: Uint8Array): Uint8Array => {
  const size = new DataView(new ArrayBuffer(4));
  size.setUint32(0, payload.length);
  return glued(new Uint8Array(size.buffer), latin(name), payload, [0, 0, 0, 0]);
};

describe('JPEG', () => {
  test('a picture without metadata comes out byte for byte, in one scan or several', () => {
    expect(hex(cleaned(PLAIN_JPEG))).toBe(hex(PLAIN_JPEG));
    expect(hex(cleaned(PROGRESSIVE_JPEG))).toBe(hex(PROGRESSIVE_JPEG));
  });

  test('of a phone picture only the turning, the colour profile and the picture itself stay', () => {
    const clean = cleaned(PHONE_JPEG);
    expect(hex(clean).startsWith(`ffd8${ORIENTATION_6}ffe201f0`)).toBe(true);
    expect(hex(clean).endsWith(hex(PLAIN_JPEG.subarray(2)))).toBe(true);
    expect(clean.length).toBe(PLAIN_JPEG.length + 36 + 0x01f0 + 2);
    expect(holds(PHONE_JPEG, 'SampleCam')).toBe(true);
    for (const trace of ['SampleCam', 'Sample Person', '0101']) expect(holds(clean, trace)).toBe(false);
  });

  test.each(['II', 'MM'] as const)('the turning is read in byte order %s and written as the only tag', (order) => {
    const clean = cleaned(jpegWith(segment(0xe1, exif(order, 6))));
    expect(hex(clean)).toBe(`ffd8${ORIENTATION_6}${hex(PLAIN_JPEG.subarray(2))}`);
  });

  test('an upright picture keeps no Exif at all', () => {
    expect(hex(cleaned(jpegWith(segment(0xe1, exif('MM', 1)))))).toBe(hex(PLAIN_JPEG));
  });

  test.each([
    ['XMP', 0xe1, 'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta exif:GPSLatitude="34,38N"/>'],
    ['a second picture table', 0xe2, 'MPF\0'],
    ['IPTC', 0xed, 'Photoshop 3.0\0'],
    ["a maker's segment", 0xe5, 'SAMSUNG'],
    ['a comment', 0xfe, 'taken at home'],
    ['a thumbnail', 0xe0, 'JFXX\0\x10thumb'],
  ])('%s goes', (_name, marker, text) => {
    expect(hex(cleaned(jpegWith(segment(marker, latin(text)))))).toBe(hex(PLAIN_JPEG));
  });

  test('the JFIF head stays first, without its thumbnail', () => {
    const head = [...latin('JFIF\0'), 1, 2, 0, 0, 1, 0, 1];
    const clean = cleaned(jpegWith(segment(0xe1, exif('II', 6)), segment(0xe0, glued(head, [1, 1], latin('RGB')))));
    expect(hex(clean)).toBe(
      `ffd8${hex(segment(0xe0, glued(head, [0, 0])))}${ORIENTATION_6}${hex(PLAIN_JPEG.subarray(2))}`,
    );
  });

  test('whatever follows the end of the picture goes: a second picture, a video', () => {
    expect(hex(cleaned(glued(PLAIN_JPEG, PHONE_JPEG)))).toBe(hex(PLAIN_JPEG));
  });
});

describe('PNG', () => {
  test('of a phone picture exactly the Exif chunk goes', () => {
    const clean = cleaned(PHONE_PNG);
    const at = Buffer.from(PHONE_PNG).indexOf('eXIf') - 4;
    const end = at + new DataView(PHONE_PNG.buffer).getUint32(at) + 12;
    expect(hex(clean)).toBe(hex(glued(PHONE_PNG.subarray(0, at), PHONE_PNG.subarray(end))));
    expect(holds(clean, 'SampleCam')).toBe(false);
  });

  test.each(['tEXt', 'zTXt', 'iTXt', 'tIME', 'caBX', 'acTL'])('a %s chunk goes', (name) => {
    const clean = cleaned(PHONE_PNG);
    const afterHead = 8 + 25;
    const marked = glued(
      PHONE_PNG.subarray(0, afterHead),
      chunk(name, latin('34.64N')),
      PHONE_PNG.subarray(afterHead),
      latin('tail'),
    );
    expect(hex(cleaned(marked))).toBe(hex(clean));
  });
});

describe('WebP', () => {
  test('Exif goes, its flag with it, and the picture stays', () => {
    const clean = cleaned(PHONE_WEBP);
    const extended = PHONE_WEBP.slice(12, 30);
    extended[8] = 0;
    const size = new DataView(new ArrayBuffer(4));
    size.setUint32(0, clean.length - 8, true);
    expect(hex(clean)).toBe(
      hex(glued(latin('RIFF'), new Uint8Array(size.buffer), latin('WEBP'), extended, PLAIN_WEBP.subarray(12))),
    );
  });

  test('a picture without metadata comes out byte for byte, whatever follows its end', () => {
    expect(hex(cleaned(PLAIN_WEBP))).toBe(hex(PLAIN_WEBP));
    expect(hex(cleaned(glued(PLAIN_WEBP, latin('34.64N'))))).toBe(hex(PLAIN_WEBP));
  });
});

const PICTURES = { PHONE_JPEG, PLAIN_JPEG, PROGRESSIVE_JPEG, PHONE_PNG, PHONE_WEBP, PLAIN_WEBP };

test.each(Object.entries(PICTURES))('%s: cleaning what is clean changes nothing', (_name, bytes) => {
  const clean = cleaned(bytes);
  expect(hex(cleaned(clean))).toBe(hex(clean));
});

test.each(Object.entries(PICTURES))('%s: cut short anywhere, it is refused, never half kept', (_name, bytes) => {
  for (let length = 12; length < bytes.length; length++) {
    const photo = cleanPhoto(bytes.subarray(0, length));
    expect(photo, `${length} of ${bytes.length} bytes`).toMatchObject({ refused: 'photo_damaged', field: 'bytes' });
  }
});

test('the content says what it is: text, HTML, GIF, PDF and nothing at all are no photo', () => {
  for (const text of ['', '<html>', 'GIF89a', '%PDF-1.7', '\xff\xd8', 'RIFF\0\0\0\0WAVE'])
    expect(cleanPhoto(latin(text))).toMatchObject({ refused: 'photo_format_unknown' });
  expect(photoTypeOf(PHONE_WEBP)).toBe('image/webp');
});

test('any bytes after any beginning end in an answer, never much longer than what came', () => {
  const start = fc.constantFrom(
    ...Object.values(PICTURES).map((bytes) => bytes.subarray(0, 40)),
    latin('\xff\xd8\xff'),
  );
  fc.assert(
    fc.property(start, fc.uint8Array({ maxLength: 400 }), (head, tail) => {
      const bytes = glued(head, tail);
      const photo = cleanPhoto(bytes);
      expect('refused' in photo || photo.bytes.length <= bytes.length + 36).toBe(true);
    }),
  );
});
