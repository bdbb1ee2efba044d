import { expect, test } from 'vitest';
import { drawCodes, readCode } from '../src/tracking-code.ts';

test('codes are six letters without look-alikes, and a thousand of them differ', () => {
  const codes = drawCodes(1000);
  expect(new Set(codes).size).toBe(1000);
  for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/);
});

test('a code is read however it was typed, and other words are no code', () => {
  for (const code of drawCodes(50)) expect(readCode(` ${code.slice(0, 3)}-${code.slice(3).toLowerCase()} `)).toBe(code);
  expect(readCode('oil101')).toBe('011101');
  for (const word of ['', 'ABCDE', 'ABCDEFG', 'ABCDEU', 'کوچه‌ها']) expect(readCode(word)).toBeUndefined();
});
