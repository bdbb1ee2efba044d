import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { publishExperience } from '../src/commands/publish-experience.ts';
import { adoptExperience } from '../src/commands/adopt-experience.ts';
import { draftExperience } from '../src/commands/draft-experience.ts';
import { listExperiences } from '../src/queries/experiences.ts';
import { findingsOf, personalDataIn } from '../src/rules.ts';
import { openExchange } from './world.ts';

describe('a search', () => {
  test('finds words in any spelling, whole or begun, and only all of them together', async () => {
    const { qom, qazvin, carry, close } = await openExchange();
    const publish = async (title: string, more: object = {}) => {
      const words = { kind: 'experience', domain: 'education', title, tried: 'آزمودیم', outcome: 'شد', ...more };
      const { id } = await draftExperience.run(qom.governor, words);
      return (await publishExperience.run(qom.governor, { draftId: id, revision: 1 })).id;
    };
    const lessons = await publish('کلاس‌های تقویتی ۱۴۰۵', { advice: 'معلمان یک روستا' });
    const market = await publish('بازارچه زنان', { kind: 'suggestion', domain: 'livelihood' });
    await carry();
    const found = async (input: object) =>
      (await listExperiences.run(qazvin.governor, input)).rows.map(({ id }) => id).toSorted();
    for (const q of ['كلاس هاي', 'کلاسهای تقویتی', 'تقویتي', 'کلا', '1405', '١٤٠٥', 'روستا كلاس'])
      expect(await found({ q }), q).toEqual([lessons]);
    for (const q of ['تقویتی بازارچه', 'سینما', '؟!', '"']) expect(await found({ q }), q).toEqual([]);
    expect(await found({ q: 'آزموديم' })).toEqual([lessons, market].toSorted());
    expect(await found({ kind: 'suggestion' })).toEqual([market]);
    expect(await found({ domain: 'education' })).toEqual([lessons]);
    expect(await found({ province: 'yazd' })).toEqual([]);
    await adoptExperience.run(qazvin.governor, { experienceId: market });
    expect(await found({ adopted: 'mine' })).toEqual([market]);
    await carry();
    expect((await listExperiences.run(qom.governor, { adopted: 'any' })).rows).toMatchObject([
      { id: market, adoptions: 1, isAdoptedHere: false },
    ]);
    expect((await listExperiences.run(qom.governor, { adopted: 'mine' })).total).toBe(0);
    close();
  });
});

describe('the look through a text before it is published', () => {
  test.each([
    ['۰۹۱۲۱۲۳۴۵۶۷', 'phone'],
    ['٠٢٥-٣٧٧٧١٢٣٤', 'phone'],
    ['کد ملی ۰۰۱۲۳۴۵۶۷۹', 'national_id'],
    ['a.b@example.ir', 'email'],
    ['کاربر@نمونه.ایران', 'email'],
    ['a＠example.ir', 'email'],
    ['۱۲۰ دانش‌آموز در ۱۴۰۵/۰۸/۱۲', undefined],
    ['مبلغ ۹۱۲۰۰۰۰۰۰۰ ریال', undefined],
  ])('%s: %s', (text, kind) => {
    expect(personalDataIn(`پیش از ${text} پس از آن`)).toBe(kind);
  });

  test('finds a number wherever it stands, and nothing where there is none', () => {
    const words = fc.constantFrom('محله', 'مسجد', 'کلاس', 'چراغ', 'سه');
    const part = fc.constantFrom('title', 'tried', 'outcome', 'advice', 'operations', 'notes');
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 8 }), part, fc.nat(8), (texts, field, at) => {
        const clean = texts.join(' ');
        const dirty = [...texts.slice(0, at), '۰۹۱۲۱۲۳۴۵۶۷', ...texts.slice(at)].join(' ');
        const saying = { title: clean, tried: clean, outcome: clean, advice: null, operations: [clean], notes: [] };
        expect(findingsOf(saying)).toEqual([]);
        const isList = field === 'operations' || field === 'notes';
        expect(findingsOf({ ...saying, [field]: isList ? [clean, dirty] : dirty })).toEqual([{ field, kind: 'phone' }]);
      }),
    );
  });
});
