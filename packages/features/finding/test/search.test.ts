import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { search } from '../src/index.ts';
import { openSetting, type Setting } from './setting.ts';

let the: Setting;
let alleys: string;
beforeAll(async () => {
  the = await openSetting();
  alleys = await the.problem('تاریکی کوچه‌های ۸ تا ۱۴', the.places[0], { code: 'K7M2Q0' });
  await the.upkeep();
});
afterAll(() => the.province.close());

describe('search', () => {
  test('finds a half-spaced word with a half-space, a space, or neither; any digits, spellings and harakat', async () => {
    for (const q of ['کوچه‌های', 'کوچه های', 'کوچههای', 'كوچه‌هاي', 'کوچهٔ هاي ٨', 'تاریکی ۱۴', 'تاريكي 14', 'تاریکیِ'])
      expect(await the.ids(q), q).toEqual([alleys]);
  });

  test('finds two words that somebody wrote as one, and one that somebody wrote as two', async () => {
    const lamps = await the.problem('چراغ راه نما');
    await the.upkeep();
    for (const q of ['راه‌نما', 'راهنما', 'راه نما']) expect(await the.ids(q), q).toContain(lamps);
  });

  test('finds by the beginnings of words, while they are typed', async () => {
    for (const q of ['تا', 'تار', 'تاری', 'تاریک', 'تاریکی کو']) expect(await the.ids(q), q).toContain(alleys);
    expect(await the.ids('ریکی')).toEqual([]);
  });

  test('all words must be there', async () => {
    expect(await the.ids('تاریکی مدرسه')).toEqual([]);
  });

  test('a code is found however it is written, before all else', async () => {
    await the.problem('K7M2Q0 نوشته روی دیوار');
    for (const q of ['K7M2Q0', 'k7m2qo', 'K7M-2QO']) expect((await the.ids(q))[0], q).toBe(alleys);
    expect(await the.ids('k7m2')).toContain(alleys);
  });

  test('a word with a slip is put right, and the answer says which', async () => {
    for (const q of ['تارکی', 'تاریککی', 'تازیکی', 'تایرکی']) {
      const found = await the.find(q);
      expect(found.corrected, q).toEqual([{ typed: q, word: 'تاریکی' }]);
      expect(found.groups[0]?.rows.map(({ id }) => id)).toEqual([alleys]);
      expect(found.groups[0]?.rows[0]?.marksFa).toEqual([[0, 6]]);
    }
    expect((await the.find('تاریکی')).corrected).toEqual([]);
  });

  test('short words, numbers and codes are meant as they are', async () => {
    expect(await the.ids('تز')).toEqual([]);
    expect(await the.ids('1144')).toEqual([]);
  });

  test('a title that begins so comes before one that holds it, newer before older', async () => {
    const far = await the.problem('نبود نیمکت در بوستان');
    const near = await the.problem('نیمکت شکسته');
    await the.problem('نبود سایه در بوستان');
    expect(await the.ids('نیمکت')).toEqual([near, far]);
    const older = await the.problem('آسفالت خراب');
    const newer = await the.problem('آسفالت خراب');
    expect(await the.ids('آسفالت')).toEqual([newer, older]);
  });

  test('what is typed is never read as a language of the index', async () => {
    for (const q of ['"', '*', 'a" OR "b', 'text:', 'NEAR(', '(', '-', '\u0000', "'", 'AND', '^', '\ud800'])
      expect(
        (await the.find(q)).groups.flatMap(({ rows }) => rows),
        q,
      ).toEqual([]);
  });

  test('says how many there are of each kind, and shows only the kinds asked for', async () => {
    const found = await the.find('شیخ‌آباد', the.director, { kinds: 'neighbourhood' });
    expect(found.groups.map(({ kind, count, rows }) => [kind, count, rows.length])).toEqual([['neighbourhood', 1, 1]]);
    const none = await the.find('شیخ‌آباد', the.director, { kinds: 'base,agency' });
    expect(none.groups.map(({ kind, count, rows }) => [kind, count, rows.length])).toEqual([['neighbourhood', 1, 0]]);
    await expect(the.find('x', the.director, { kinds: 'person' })).rejects.toMatchObject({ kind: 'invalid' });
  });

  test('is for those who are signed in', async () => {
    await expect(search.run(the.province.visitor(), { q: 'x' })).rejects.toMatchObject({ kind: 'signed_out' });
  });
});
