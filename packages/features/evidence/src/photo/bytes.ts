/** A big-endian 16-bit number; NaN beyond the end. */
export const u16 = (bytes: Uint8Array, at: number): number => (bytes[at] ?? NaN) * 0x100 + (bytes[at + 1] ?? NaN);

/** A big-endian 32-bit number; NaN beyond the end. */
export const u32 = (bytes: Uint8Array, at: number): number => u16(bytes, at) * 0x10000 + u16(bytes, at + 2);

/** A little-endian 16-bit number; NaN beyond the end. */
export const u16le = (bytes: Uint8Array, at: number): number => (bytes[at] ?? NaN) + (bytes[at + 1] ?? NaN) * 0x100;

/** A little-endian 32-bit number; NaN beyond the end. */
export const u32le = (bytes: Uint8Array, at: number): number => u16le(bytes, at) + u16le(bytes, at + 2) * 0x10000;

/** The bytes read as Latin letters. */
export const letters = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length));

/** Whether these letters stand at the beginning. */
export const beginsWith = (bytes: Uint8Array, text: string): boolean => letters(bytes, 0, text.length) === text;

/** The parts one after the other. */
export const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};
