/** Looks for what may not be found: every byte of every file, in every form in which a text could have been left there. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { foldText, latinDigits, normaliseText, persianDigits } from '@mahalleh/kernel';

const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

/** The bytes of a base64 text that are the same wherever these bytes begin in what was encoded. */
const base64Cores = (bytes: Buffer, alphabet: 'base64' | 'base64url'): Buffer[] =>
  [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString(alphabet)
      .replace(/=+$/, '');
    const from = Math.ceil((shift * 8) / 6);
    return Buffer.from(text.slice(from, text.length - 1));
  });

const escaped = (text: string): string =>
  [...text].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');

/** How a text may be spelled: as it is, tidied, folded, with other digits; and its words alone, with and without their first letters, as an index keeps them. */
const spellings = (text: string): string[] => {
  const whole = [text, normaliseText(text), foldText(text), persianDigits(text), latinDigits(text)];
  const words = whole.flatMap((one) => one.split(/[\s\u200c]+/)).filter((word) => word.length >= 6);
  return [...new Set([...whole, ...words, ...words.map((word) => word.slice(2)).filter((word) => word.length >= 6)])];
};

/** The bytes that a secret key could have left. */
export const formsOfBytes = (bytes: Buffer): Buffer[] => [
  bytes,
  Buffer.from(bytes.toString('hex')),
  Buffer.from(bytes.toString('hex').toUpperCase()),
  ...base64Cores(bytes, 'base64'),
  ...base64Cores(bytes, 'base64url'),
  Buffer.from([...bytes].join(',')),
];

/** The bytes that a text could have left, in any encoding that something here writes. */
export const formsOf = (text: string): Buffer[] =>
  spellings(text).flatMap((one) => {
    const utf8 = Buffer.from(one);
    return [
      ...formsOfBytes(utf8),
      Buffer.from(one, 'utf16le'),
      utf16be(one),
      Buffer.from(escaped(one)),
      Buffer.from(escaped(one).toUpperCase().replaceAll('\\U', '\\u')),
      Buffer.from(encodeURIComponent(one)),
    ];
  });

/** Every file below a folder, and the files among the paths. */
export const filesIn = (paths: readonly string[], except: readonly string[] = []): string[] =>
  paths.flatMap((path) => {
    if (except.includes(path) || !existsSync(path)) return [];
    if (!statSync(path).isDirectory()) return [path];
    return filesIn(
      readdirSync(path).map((name) => join(path, name)),
      except,
    );
  });

/** Where one of the forms occurs. Shape: one line for each file and form. */
export const tracesIn = (files: readonly string[], forms: readonly Buffer[]): string[] =>
  files.flatMap((file) => {
    const content = readFileSync(file);
    return forms
      .filter((form) => form.length > 0 && content.includes(form))
      .map((form) => `${file}: ${form.toString('hex').slice(0, 48)}`);
  });
