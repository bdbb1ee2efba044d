import { expect, test } from 'vitest';
import { actOf, type Key } from '../src/lib/keys/keys.ts';

const press = (code: string, held: Partial<Key> = {}): Key => ({
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});
const free = { isTyping: false, isSingle: true };

test('keys are told by their place, whatever letter a layout has there', () => {
  expect(['Slash', 'KeyJ', 'KeyK', 'KeyX', 'KeyA'].map((code) => actOf(press(code), free))).toEqual([
    'find',
    'next',
    'previous',
    'pick',
    undefined,
  ]);
  expect(actOf(press('Slash', { shiftKey: true }), free)).toBe('help');
});

test('the palette opens from everywhere, with Ctrl and with ⌘', () => {
  for (const state of [free, { isTyping: true, isSingle: false }])
    expect([{ ctrlKey: true }, { metaKey: true }].map((held) => actOf(press('KeyK', held), state))).toEqual([
      'palette',
      'palette',
    ]);
  expect(actOf(press('KeyK', { ctrlKey: true, shiftKey: true }), free)).toBeUndefined();
  expect(actOf(press('KeyJ', { ctrlKey: true }), free)).toBeUndefined();
});

test('single keys do nothing while somebody types, when they are switched off, and with Alt', () => {
  expect(actOf(press('KeyJ'), { isTyping: true, isSingle: true })).toBeUndefined();
  expect(actOf(press('KeyJ'), { isTyping: false, isSingle: false })).toBeUndefined();
  expect(actOf(press('Slash', { altKey: true }), free)).toBeUndefined();
});
