import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLeaks, leaksIn, nameIndex, withInstead, withoutNames, type KnownName } from '../src/leaks/index.ts';

const name = (kind: KnownName['kind'], text: string, instead: string, isOwn = true): KnownName => ({
  ...{ kind, name: text, instead, isOwn },
});
const NAMES = nameIndex(
  [
    name('person', 'علی‌اکبر یوسفی‌کیا', 'مسئول'),
    name('unit', 'شیخ‌آباد', 'محله'),
    name('unit', 'قم', 'استان'),
    name('agency', 'شهرداری منطقه هفت', 'شهرداری'),
    name('agency', 'شهرداری', 'شهرداری'),
    name('base', 'مسجد حضرت ابوالفضل (ع)', 'مسجد'),
    name('code', '9841735', ''),
  ],
  ['شهرداری', 'سلامت'],
);
const kindsIn = (text: string) => leaksIn(text, NAMES).map(({ kind, from, to }) => [kind, text.slice(from, to)]);

describe('what is found in a text', () => {
  it.each([
    ['با علی اکبر یوسفی کیا', [['person', 'علی اکبر یوسفی کیا']]],
    ['با علي‌اكبر يوسفي‌كيا', [['person', 'علي‌اكبر يوسفي‌كيا']]],
    ['با عَلی‌اکبر یوسفی‌کیا', [['person', 'عَلی‌اکبر یوسفی‌کیا']]],
    ['به شیوه یوسفی‌کیا', [['surname', 'یوسفی‌کیا']]],
    ['شماره ۰۹۱۲ ۳۴۵ ۶۷۸۹ است', [['phone', '۰۹۱۲ ۳۴۵ ۶۷۸۹']]],
    ['شماره 0-9-1-2-3-4-5-6-7-8-9', [['phone', '0-9-1-2-3-4-5-6-7-8-9']]],
    ['کد ملی 0084575948', [['national_id', '0084575948']]],
    ['به ali.k@example.ir بنویسید', [['email', 'ali.k@example.ir']]],
    ['به ali [at] example [dot] ir', [['email', 'ali [at] example [dot] ir']]],
    ['کد پستی ۳۷۱۵۶ ۱۲۳۴۵', [['postal_code', '۳۷۱۵۶ ۱۲۳۴۵']]],
    ['کارت 6037-9911-2222-3333', [['bank', '6037-9911-2222-3333']]],
    ['شبا IR120170000000123456789012', [['bank', 'IR120170000000123456789012']]],
    ['در 34.6412, 50.8765', [['coordinates', '34.6412, 50.8765']]],
    [
      'خیابان ارم، پلاک ۱۲',
      [
        ['address', 'خیابان ارم'],
        ['address', 'پلاک ۱۲'],
      ],
    ],
    ['کوچه‌های ۸ تا ۱۴', [['address', 'کوچه‌های ۸ تا ۱۴']]],
    ['کنار دبستان شهدا', [['address', 'دبستان شهدا']]],
    ['آقای بهرامی گفت', [['addressed', 'آقای بهرامی']]],
    ['کنار مسجد پیشران، نبش خیابان شهید همت', [['address', 'خیابان شهید همت']]],
    ['شهرک پردیسان', [['address', 'شهرک پردیسان']]],
    ['میدان معلم', [['address', 'میدان معلم']]],
    ['میدان ۱۷ شهریور', [['address', 'میدان ۱۷ شهریور']]],
    [
      'از مسجد تا کوچه بهار و بن‌بست ۳',
      [
        ['address', 'کوچه بهار'],
        ['address', 'بن‌بست ۳'],
      ],
    ],
    ['خانم دکتر سلیمانی پیگیر است', [['addressed', 'خانم دکتر سلیمانی']]],
    ['کد محله 9841735', [['code', '9841735']]],
    ['پیام به @mahalleh_qom', [['link', '@mahalleh_qom']]],
    ['از شیخ‌آبادی‌ها', [['unit', 'شیخ‌آباد']]],
  ])('%s', (text, found) => {
    expect(kindsIn(text)).toEqual(found);
  });

  it.each([
    'روشنایی خیابان‌ها و کوچه‌های محله',
    'عملیات میدانی در پنج محله',
    'بودجه ۱۵۰۰۰۰۰۰۰۰ ریال و ۳۵۶٬۲۰۰٬۰۰۰ ریال',
    'از ۱۴۰۵/۰۷/۱۲ تا ۱۴۰۵/۰۸/۰۱',
    'شهرداری و خانه سلامت',
    'قمقمه و رقم‌ها',
    '۲۴۰ نفر در ۱۲ کلاس، ۴۵٫۷ درصد',
    'Light the streets of the neighbourhood within 14 days.',
    'در شهرک نوساز از مجتمع آغاز کنید، نه از محله',
    'در هر مجتمع یک گروه آموزش‌دیده و یک رابط با شورا',
    'مسجد پیشران با اتاقی برای جلسه؛ مسجد جز وقت نماز بسته است',
    'در شهرک نوساز همسایگان تازه آمده‌اند',
    'جای بوستان جای آن نمی‌آیند',
    'خانم معلم و آقای مدیر مدرسه',
  ])('finds nothing in: %s', (text) => {
    expect(kindsIn(text)).toEqual([]);
  });

  it('has a key that stays while the words stay in their field, however they are spelled', () => {
    const keyOf = (text: string, field = 'goal') =>
      findLeaks([{ elementId: 'e', field, item: null, text }], NAMES).map(({ key }) => key);
    expect(keyOf('با یوسفی‌کیا')).toEqual(keyOf('و سپس با يوسفي كيا'));
    expect(keyOf('با یوسفی‌کیا')).toHaveLength(1);
    expect(keyOf('با یوسفی‌کیا')).not.toEqual(keyOf('با یوسفی‌کیا', 'title'));
  });
});

describe('kinds in place of names', () => {
  it.each([
    ['محله شیخ‌آباد در استان قم', 'محله در استان'],
    ['مسجد حضرت ابوالفضل (ع) و شهرداری منطقه هفت', 'مسجد (ع) و شهرداری'],
    ['علی اکبر یوسفی کیا می‌آید', 'مسئول می‌آید'],
    ['شیخ‌آبادی‌ها', 'شیخ‌آبادی‌ها'],
    ['رودخانه قم', 'رودخانه قم'],
  ])('%s', (text, said) => {
    expect(withoutNames(text, NAMES).text).toBe(said);
  });

  it.each([
    ['با ۰۹۱۲۳۴۵۶۷۸۹ هماهنگ کنید', 'با هماهنگ کنید'],
    ['تلفن ۰۹۱۲۳۴۵۶۷۸۹؛ کد ملی ۰۰۸۴۵۷۵۹۴۸؛ دبیر می‌آید.', 'دبیر می‌آید.'],
    ['نشانی: خیابان ارم، پلاک ۱۲. روز شنبه', 'نشانی: یکی از خیابان‌ها. روز شنبه'],
    ['روشنایی کوچه‌های ۸ تا ۱۴ و کوچه ۲', 'روشنایی چند کوچه و یکی از کوچه‌ها'],
    ['کنار دبستان شهدا', 'کنار یکی از دبستان‌ها'],
    ['آقای بهرامی گفت', 'مسئول کار گفت'],
    ['رایانامه ali@example.ir', ''],
  ])('says it in words that can be read: %s', (text, said) => {
    expect(withInstead(text, leaksIn(text, NAMES))).toBe(said);
  });

  it('what a thing is, is no name of it; a place of the kind keeps its own name, and so does a person', () => {
    const index = nameIndex([
      name('capacity', 'حیاط مسجد', 'مکان'),
      name('capacity', 'سالن ورزشی کوثر', 'مکان'),
      name('base', 'کتابخانه محله', 'پایگاه', false),
      name('person', 'رضا معلم', 'مسئول کار'),
      name('person', 'مدیر محله', 'مسئول کار'),
      name('unit', 'نمونه', 'محله'),
      name('unit', 'مرکزی', 'بخشی دیگر', false),
    ]);
    const found = (text: string) => leaksIn(text, index).map(({ kind, from, to }) => [kind, text.slice(from, to)]);
    expect(found('بازارچه در حیاط مسجد و کتابخانه محله، بخش مرکزی')).toEqual([]);
    expect(found('در سالن ورزشی کوثر')).toEqual([['capacity', 'سالن ورزشی کوثر']]);
    expect(found('معلم مدرسه')).toEqual([]);
    expect(found('رضا معلم و مدیر محله')).toEqual([
      ['person', 'رضا معلم'],
      ['person', 'مدیر محله'],
    ]);
    expect(found('محله نمونه')).toEqual([['unit', 'نمونه']]);
  });

  it('replacing everything that was found leaves nothing of it, whatever text stands around', () => {
    const around = fc.string({ unit: fc.constantFrom(...'ابپ تثج‌\n ۱۲.،'), maxLength: 20 });
    const secret = fc.constantFrom('شیخ‌آباد', '۰۹۱۲۳۴۵۶۷۸۹', 'x@y.ir', 'علی‌اکبر یوسفی‌کیا', 'پلاک ۱۲');
    fc.assert(
      fc.property(fc.array(fc.tuple(around, secret), { maxLength: 5 }), around, (parts, end) => {
        let text = parts.map(([before, words]) => `${before} ${words} `).join('') + end;
        for (let round = 0; round < 5; round += 1) text = withInstead(text, leaksIn(text, NAMES));
        expect(leaksIn(text, NAMES)).toEqual([]);
      }),
    );
  });
});
