import { joined, letters, u32 } from './bytes.ts';

/** The eight bytes that every PNG begins with. */
export const PNG_SIGNATURE = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** What a still picture and its colours need. Texts, times, Exif, makers' chunks and animation do not stay. */
const KEPT = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYs']);
const AROUND_PAYLOAD = 12;

/** The same PNG picture without texts, times and Exif. What follows its end goes. Undefined when it is incomplete. */
export const cleanPng = (bytes: Uint8Array): Uint8Array | undefined => {
  const parts: Uint8Array[] = [PNG_SIGNATURE];
  let hasData = false;
  for (let at = PNG_SIGNATURE.length; ;) {
    const end = at + u32(bytes, at) + AROUND_PAYLOAD;
    if (!(end <= bytes.length)) return undefined;
    const name = letters(bytes, at + 4, 4);
    if (parts.length === 1 && name !== 'IHDR') return undefined;
    if (KEPT.has(name)) parts.push(bytes.subarray(at, end));
    hasData ||= name === 'IDAT';
    if (name === 'IEND') return hasData ? joined(parts) : undefined;
    at = end;
  }
};
