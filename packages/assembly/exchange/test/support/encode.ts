/** The text in UTF-8. */
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The text in UTF-16, as it stands (write the BOM into the text). */
export const inUtf16 = (text: string, order: 'le' | 'be'): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), order === 'le');
  return bytes;
};

const byLetter = new Map(
  Array.from({ length: 256 }, (_, byte): [string, number] => [
    new TextDecoder('windows-1256').decode(Uint8Array.of(byte)),
    byte,
  ]),
);

/** The text in Windows-1256. Fails: a letter that this encoding has not. */
export const inWindows1256 = (text: string): Uint8Array =>
  Uint8Array.from(
    [...text].map((letter) => {
      const byte = byLetter.get(letter);
      if (byte === undefined) throw new Error(`no ${letter} in windows-1256`);
      return byte;
    }),
  );
