import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { openTestNation } from '@mahalleh/gate/testing';
import { defineLetter, makeSealKey, sealLetter, takeIn, unwrapSealKey, type SealedLetter } from '../src/index.ts';

const note = defineLetter('test.note', z.strictObject({ value: z.int() }), {
  to: 'nation',
  nature: 'event',
  about: { fa: '', en: '' },
});
const secret = new Uint8Array(32).fill(3);

const openPostOffice = async () => {
  const nation = await openTestNation();
  const pair = await makeSealKey(secret);
  const key = await unwrapSealKey(pair.wrappedPrivate, secret);
  await nation.sql(
    "insert into provinces (slug, code, name_fa, name_en, status, epoch, schema_version, provisioned_at_ms) values ('qom', '25', 'Qom', 'Qom', 'active', 1, 1, 0)",
  );
  await nation.sql('insert into province_keys (key_id, province, public_jwk, from_ms) values (?, ?, ?, 0)', [
    pair.keyId,
    'qom',
    pair.publicJwk,
  ]);
  const applied: number[] = [];
  const take = (letter: SealedLetter) =>
    takeIn(
      {
        reader: nation.ports.databases.reader('nation'),
        save: async (commandId, statements) => {
          const outcome = await nation.ports.databases.lane('nation').write({ commandId, statements });
          return outcome.outcome === 'saved' ? null : outcome.message;
        },
        nowMs: () => 1,
        intakes: [{ letter: note, apply: (_letter, body: { value: number }) => (applied.push(body.value), []) }],
      },
      letter,
    );
  const write = (number: number, over: Partial<SealedLetter> = {}) =>
    sealLetter(
      {
        province: 'qom',
        epoch: 1,
        kind: note.kind,
        number,
        sentAtMs: 5,
        bodyJson: JSON.stringify({ value: number }),
        ...over,
      },
      pair.keyId,
      key,
    );
  return { nation, take, write, applied };
};

test('letters duplicated, reordered and lost on the way are applied once and in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 25 }), async (arrivals) => {
      const { nation, take, write, applied } = await openPostOffice();
      for (const number of arrivals) await take(await write(number));
      let expected = 0;
      for (const number of arrivals) if (number === expected + 1) expected++;
      expect(applied).toEqual(Array.from({ length: expected }, (_, i) => i + 1));
      nation.close();
    }),
    { numRuns: 15 },
  );
});

test('a letter that was taken in is answered with what is held, whatever the second says', async () => {
  const { take, write, nation } = await openPostOffice();
  expect(await take(await write(1))).toEqual({ outcome: 'taken' });
  expect(await take(await write(1, { bodyJson: '{"value":99}' }))).toEqual({ outcome: 'had', bodyJson: '{"value":1}' });
  nation.close();
});

test('a letter whose words were changed under way is refused: the seal does not hold', async () => {
  const { take, write, nation, applied } = await openPostOffice();
  const letter = await write(1);
  expect(await take({ ...letter, bodyJson: '{"value":2}' })).toEqual({ outcome: 'refused', reason: 'seal_broken' });
  expect(await take({ ...letter, province: 'qazvin' })).toEqual({ outcome: 'refused', reason: 'seal_key_unknown' });
  expect(applied).toEqual([]);
  nation.close();
});

test('a letter of an unknown kind, of a past epoch or of another shape is refused', async () => {
  const { take, write, nation } = await openPostOffice();
  expect(await take(await write(1, { kind: 'test.other' }))).toMatchObject({ reason: 'letter_kind_unknown' });
  expect(await take(await write(1, { bodyJson: '{"value":1,"name":"x"}' }))).toMatchObject({
    reason: 'letter_malformed',
  });
  await nation.sql("update provinces set epoch = 2 where slug = 'qom'");
  expect(await take(await write(1))).toMatchObject({ reason: 'epoch_is_past' });
  nation.close();
});

test('a key wrapped under one secret does not open under another', async () => {
  const pair = await makeSealKey(secret);
  await expect(unwrapSealKey(pair.wrappedPrivate, new Uint8Array(32))).rejects.toThrow();
});
