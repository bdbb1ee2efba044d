import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Statement } from '@mahalleh/gate';
import type { SealedLetter } from '../src/index.ts';
import { openBoth, savingTo } from './both-sides.ts';

test('a province collects what was written to it, in order and once, and says so by asking for what follows', async () => {
  const { nation, post, collect, words, close } = await openBoth();
  await post(1);
  await post(9, ['yazd']);
  await post(2, ['qom']);
  expect(await collect()).toEqual({ taken: 2, setAside: 0, stoppedBy: null });
  expect(await collect()).toEqual({ taken: 0, setAside: 0, stoppedBy: null });
  expect(await words()).toEqual([1, 2]);
  expect(
    await nation.sql(
      'select province, number from letters_to_provinces where collected_at_ms is null order by province, number',
    ),
  ).toEqual([
    { province: 'yazd', number: 1 },
    { province: 'yazd', number: 2 },
  ]);
  close();
});

test('what is out of order, tampered with or sealed by another stops the round, and nothing of it is taken in', async () => {
  const { post, collect, words, close } = await openBoth();
  await post(1);
  await post(2);
  const first = (letters: SealedLetter[]) => letters.slice(0, 1);
  expect((await collect((letters) => letters.toReversed())).stoppedBy).toBe('letter_out_of_order');
  expect(
    (await collect((letters) => first(letters).map((one) => ({ ...one, bodyJson: '{"value":7}' })))).stoppedBy,
  ).toBe('seal_broken');
  expect((await collect((letters) => first(letters).map((one) => ({ ...one, keyId: 'another' })))).stoppedBy).toBe(
    'seal_key_unknown',
  );
  expect(await words()).toEqual([]);
  expect((await collect()).taken).toBe(2);
  close();
});

test('a province that lost its newest letters, as after a restore, collects them again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 8 }), fc.nat(8), async (count, kept) => {
      const { qom, post, collect, words, close } = await openBoth();
      for (let value = 1; value <= count; value++) await post(value);
      await collect();
      await qom.sql('delete from letters_received where number > ?', [kept]);
      await qom.sql('delete from words where value > ?', [kept]);
      await collect();
      expect(await words()).toEqual(Array.from({ length: count }, (_, i) => i + 1));
      close();
    }),
    { numRuns: 10 },
  );
});

/** What a round of collecting meets, before one that meets nothing. */
const MEETS = ['nothing', 'no_way', 'reversed', 'doubled', 'only_the_last', 'save_fails', 'save_unanswered'] as const;
type Meets = (typeof MEETS)[number];

const onTheWay: Readonly<Record<Meets, (letters: SealedLetter[]) => SealedLetter[]>> = {
  nothing: (letters) => letters,
  no_way: () => {
    throw new Error('no way');
  },
  reversed: (letters) => letters.toReversed(),
  doubled: (letters) => letters.flatMap((letter) => [letter, letter]),
  only_the_last: (letters) => letters.slice(-1),
  save_fails: (letters) => letters,
  save_unanswered: (letters) => letters,
};

test('in any order, doubled, lost, with saves that fail or are not heard of, a province ends with every letter once and in order', async () => {
  const met = new Set<Meets>();
  const stage = fc.tuple(fc.nat(3), fc.constantFrom(...MEETS));
  await fc.assert(
    fc.asyncProperty(fc.array(stage, { minLength: 2, maxLength: 6 }), async (stages) => {
      const { qom, post, collect, words, close } = await openBoth();
      let posted = 0;
      try {
        for (const [more, meets] of stages) {
          for (let n = 0; n < more; n++) await post(++posted);
          met.add(meets);
          const save = async (statements: readonly Statement[]) => {
            if (meets === 'save_fails') return false;
            const isSaved = await savingTo(qom)(statements);
            if (meets === 'save_unanswered') throw new Error('saved, and nobody heard of it');
            return isSaved;
          };
          await collect(onTheWay[meets], save).catch(() => undefined);
          const held = (await words()).map(Number);
          expect(held).toEqual(held.map((_, i) => i + 1));
        }
        await collect();
        expect(await words()).toEqual(Array.from({ length: posted }, (_, i) => i + 1));
        const numbers = await qom.sql('select number from letters_received order by number');
        expect(numbers.map(({ number }) => number)).toEqual(Array.from({ length: posted }, (_, i) => i + 1));
      } finally {
        close();
      }
    }),
    { numRuns: 25 },
  );
  expect([...met].toSorted()).toEqual([...MEETS].toSorted());
});

test('a letter that is sealed with a withdrawn key is not taken in, though the key is known', async () => {
  const { qom, post, collect, words, close } = await openBoth();
  await post(1);
  const [held] = await qom.sql("select value from meta where key = 'nation_keys'");
  const withdrawn = Object.keys(JSON.parse(String(held?.['value'])) as object).map((keyId) => [keyId, 2]);
  await qom.sql("insert into meta (key, value) values ('nation_keys_withdrawn', ?)", [
    JSON.stringify(Object.fromEntries(withdrawn)),
  ]);
  expect(await collect()).toEqual({ taken: 0, setAside: 0, stoppedBy: 'seal_key_unknown' });
  expect(await words()).toEqual([]);
  close();
});
