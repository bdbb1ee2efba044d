import { createHash } from 'node:crypto';

/** The id that a name always has: a UUID made of its digest, so that every installation ships the same elements. Shape: a UUID of version 8. */
export const idOfName = (name: string): string => {
  const bytes = createHash('sha256').update(`mahalleh starter library: ${name}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};
