import { refuse, type Refusal } from '@mahalleh/kernel';
import type { PhotoType } from '../kinds.ts';
import { letters } from './bytes.ts';
import { cleanJpeg } from './jpeg.ts';
import { cleanPng, PNG_SIGNATURE } from './png.ts';
import { cleanWebp } from './webp.ts';

/** A picture that says nothing about where, when and by what it was taken. */
export type CleanPhoto = { readonly type: PhotoType; readonly bytes: Uint8Array };

/** The type of a picture by its content, whatever its sender or its name says. */
export const photoTypeOf = (bytes: Uint8Array): PhotoType | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  if (PNG_SIGNATURE.every((byte, i) => bytes[i] === byte)) return 'image/png';
  return letters(bytes, 0, 4) === 'RIFF' && letters(bytes, 8, 4) === 'WEBP' ? 'image/webp' : undefined;
};

const CLEAN = { 'image/jpeg': cleanJpeg, 'image/png': cleanPng, 'image/webp': cleanWebp } as const;

/** The picture without its metadata. Refused: `photo_format_unknown`, `photo_damaged`. */
export const cleanPhoto = (bytes: Uint8Array): CleanPhoto | Refusal => {
  const type = photoTypeOf(bytes);
  if (type === undefined) return refuse('photo_format_unknown', { field: 'bytes' });
  const clean = CLEAN[type](bytes);
  return clean === undefined ? refuse('photo_damaged', { field: 'bytes' }) : { type, bytes: clean };
};
