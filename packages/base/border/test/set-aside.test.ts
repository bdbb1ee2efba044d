import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { defineLetter, postToProvinces, type Intake } from '../src/index.ts';
import { openBoth, savingTo, wordIntake } from './both-sides.ts';

const letterOf = (body: z.ZodType<{ value: number; format: number }>) =>
  defineLetter('test.grown', body, { to: 'province', nature: 'event', about: { fa: '', en: '' } });
const anyFormat = letterOf(z.strictObject({ value: z.int(), format: z.int() }));

/** How a program that reads formats up to this one takes the letter in. */
const grown = (reads: number): Intake => ({
  letter: letterOf(z.strictObject({ value: z.int(), format: z.int().min(1).max(reads) })),
  apply: (_letter, body: { value: number }) => [{ sql: 'insert into words (value) values (?)', args: [body.value] }],
  later: {
    reads,
    of: (bodyJson) => {
      const { value, format } = JSON.parse(bodyJson) as { value: unknown; format: unknown };
      return typeof value === 'number' && typeof format === 'number' ? { needs: format, about: { value } } : null;
    },
  },
});
const open = async () => {
  const both = await openBoth();
  return {
    ...both,
    grow: (value: number, format: number) =>
      savingTo(both.nation)([postToProvinces(anyFormat, { value, format }, 1, 'all')]),
    with: (reads: number) => both.collect(undefined, undefined, [wordIntake, grown(reads)]),
    aside: () =>
      both.qom.sql(
        'select number, needs, tried, reason, about_json, taken_in_at_ms from letters_set_aside order by number',
      ),
  };
};

test('a letter of a later program is set aside and holds nothing up; the program that reads it takes it in by itself, once', async () => {
  const { post, grow, words, aside, close, with: collectWith } = await open();
  await post(1);
  await grow(2, 3);
  await post(3);
  expect(await collectWith(1)).toEqual({ taken: 2, setAside: 1, stoppedBy: null });
  expect(await words()).toEqual([1, 3]);
  const row = { number: 2, needs: 3, reason: 'letter_too_new', about_json: '{"value":2}', taken_in_at_ms: null };
  expect(await aside()).toEqual([{ ...row, tried: 1 }]);
  // A later program that is not late enough leaves it where it is.
  expect(await collectWith(2)).toEqual({ taken: 0, setAside: 0, stoppedBy: null });
  expect(await aside()).toEqual([{ ...row, tried: 1 }]);
  expect(await collectWith(3)).toEqual({ taken: 1, setAside: 0, stoppedBy: null });
  expect(await words()).toEqual([1, 2, 3]);
  expect(await aside()).toEqual([{ ...row, tried: 3, taken_in_at_ms: 3 }]);
  expect(await collectWith(3)).toEqual({ taken: 0, setAside: 0, stoppedBy: null });
  close();
});

test('what is not of a later program stops the round as before: broken, or of a kind that may not wait', async () => {
  const { nation, qom, post, grow, collect, words, close, with: collectWith } = await open();
  await grow(1, 0);
  await post(2);
  expect(await collectWith(1)).toEqual({ taken: 0, setAside: 0, stoppedBy: 'letter_malformed' });
  expect(await collect()).toEqual({ taken: 0, setAside: 0, stoppedBy: 'letter_kind_unknown' });
  await nation.sql('update letters_to_provinces set body_json = ? where number = 1', ['{"value":1,"format":9}']);
  const tampered = await collect(
    (letters) => letters.map((one) => ({ ...one, bodyJson: '{"value":7,"format":9}' })),
    undefined,
    [wordIntake, grown(1)],
  );
  expect(tampered.stoppedBy).toBe('seal_broken');
  expect(await words()).toEqual([]);
  expect(await qom.sql('select 1 from letters_set_aside')).toEqual([]);
  close();
});

test('what was set aside under a key that was withdrawn since is not taken in, and is not looked at again and again', async () => {
  const { qom, grow, words, aside, close, with: collectWith } = await open();
  await grow(1, 2);
  await collectWith(1);
  const [held] = await qom.sql("select value from meta where key = 'nation_keys'");
  const [keyId = ''] = Object.keys(JSON.parse(String(held?.['value'])) as Record<string, string>);
  await qom.sql("insert into meta (key, value) values ('nation_keys_withdrawn', ?)", [JSON.stringify({ [keyId]: 2 })]);
  expect(await collectWith(2)).toEqual({ taken: 0, setAside: 0, stoppedBy: null });
  expect(await aside()).toMatchObject([{ tried: 2, reason: 'seal_key_unknown', taken_in_at_ms: null }]);
  expect(await words()).toEqual([]);
  close();
});

test('whatever formats come and whenever the program moves, in the end every letter is taken in once', async () => {
  const stage = fc.record({
    formats: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }),
    reads: fc.integer({ min: 1, max: 4 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(stage, { minLength: 1, maxLength: 5 }), async (stages) => {
      const { qom, grow, words, close, with: collectWith } = await open();
      let posted = 0;
      // A program is never replaced by an earlier one.
      const moves = stages.map(({ reads }) => reads).toSorted((a, b) => a - b);
      for (const [at, { formats }] of stages.entries()) {
        for (const format of formats) await grow(++posted, format);
        await collectWith(moves[at] ?? 1);
        expect(await qom.sql('select 1 from letters_received')).toHaveLength(posted);
      }
      for (let round = 0; round < 4; round++) await collectWith(4);
      expect(await words()).toEqual(Array.from({ length: posted }, (_, i) => i + 1));
      expect(await qom.sql('select 1 from letters_set_aside where taken_in_at_ms is null')).toEqual([]);
      close();
    }),
    { numRuns: 15 },
  );
});
