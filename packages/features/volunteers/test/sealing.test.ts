import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openField, openRow, SEALED_FIELDS, sealField, sealSaid } from '../src/sealing.ts';

const bytes = (n: number): Uint8Array => new Uint8Array(32).fill(n);
const place = { workspace: 'qom', volunteerId: 'v-1' };

describe('a sealed field', () => {
  test('opens with its key, at its place, as it was', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.constantFrom(...SEALED_FIELDS), async (text, field) => {
        const sealed = await sealField(bytes(1), place, field, text);
        expect(await openField(bytes(1), place, field, sealed)).toBe(text);
        expect(sealed).toMatch(/^[A-Za-z0-9_-]+$/);
        if (text.length > 3) expect(sealed).not.toContain(text);
      }),
      { numRuns: 60 },
    ));

  test('opens under no other key, province, person or field, nor when a letter of it is changed', async () => {
    const sealed = await sealField(bytes(1), place, 'phone', '09123456789');
    expect(await openField(bytes(2), place, 'phone', sealed)).toBeNull();
    expect(await openField(bytes(1), { ...place, workspace: 'qazvin' }, 'phone', sealed)).toBeNull();
    expect(await openField(bytes(1), { ...place, volunteerId: 'v-2' }, 'phone', sealed)).toBeNull();
    expect(await openField(bytes(1), place, 'fullName', sealed)).toBeNull();
    for (let i = 0; i < sealed.length; i++) {
      const changed = `${sealed.slice(0, i)}${sealed[i] === 'A' ? 'B' : 'A'}${sealed.slice(i + 1)}`;
      // The last letter of base64url may hold bits that mean nothing.
      if (i < sealed.length - 1) expect(await openField(bytes(1), place, 'phone', changed)).toBeNull();
    }
    expect(await openField(bytes(1), place, 'phone', 'not base64 !')).toBeNull();
    expect(await openField(bytes(1), place, 'phone', '')).toBeNull();
  });

  test('is never the same twice', async () => {
    const both = await Promise.all([1, 2].map(() => sealField(bytes(1), place, 'fullName', 'مریم')));
    expect(both[0]).not.toBe(both[1]);
    expect(both[0]?.slice(0, 16)).not.toBe(both[1]?.slice(0, 16));
  });
});

test('a row is sealed in what was said, cleared where it was cleared, and opens to the same', async () => {
  const said = await sealSaid(bytes(3), place, { fullName: 'مریم', note: null });
  expect(Object.keys(said).toSorted()).toEqual(['nameSealed', 'noteSealed']);
  const row = {
    id: 'v-1',
    nameSealed: said.nameSealed ?? null,
    phoneSealed: null,
    timesSealed: null,
    noteSealed: null,
  };
  expect(await openRow(bytes(3), 'qom', row)).toEqual({ fullName: 'مریم', phone: null, times: null, note: null });
  expect(await openRow(undefined, 'qom', row)).toMatchObject({ fullName: null });
});
