import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import {
  KERNEL_REASONS,
  faultsOf,
  newId,
  persianDigits,
  zCivilDate,
  zCount,
  zDecimal,
  zEmail,
  zFlag,
  zId,
  zInput,
  zLatitude,
  zLongitude,
  zMobile,
  zName,
  zNote,
  zOptional,
  zRevision,
  zRial,
  zTitle,
} from '../src/index.ts';

/** The first fault of a value: its reason and params. */
const faultOf = (schema: z.ZodType, value: unknown) => {
  const parsed = z.strictObject({ it: schema }).safeParse(value === undefined ? {} : { it: value });
  return parsed.success ? undefined : faultsOf(parsed.error)[0];
};

const FIELDS: Readonly<Record<string, z.ZodType>> = {
  name: zName(),
  title: zTitle(),
  note: zNote(),
  count: zCount(),
  decimal: zDecimal(),
  rial: zRial,
  revision: zRevision,
  latitude: zLatitude,
  longitude: zLongitude,
  date: zCivilDate,
  email: zEmail,
  mobile: zMobile,
  flag: zFlag,
  id: zId('unit'),
};

describe('every field', () => {
  test.each(Object.entries(FIELDS))(
    '%s: absent and null are «required», and every reason it raises has both languages',
    (_, field) => {
      expect(faultOf(field, undefined)).toEqual({ field: 'it', reason: 'required' });
      expect(faultOf(field, null)).toEqual({ field: 'it', reason: 'required' });
      fc.assert(
        fc.property(fc.anything(), (value) => {
          const fault = faultOf(field, value);
          if (fault !== undefined) expect(Object.keys(KERNEL_REASONS)).toContain(fault.reason);
        }),
      );
    },
  );

  test.each(Object.entries(FIELDS).filter(([name]) => name !== 'flag'))(
    '%s: empty text is «required», and nothing else',
    (_, field) => {
      const parsed = field.safeParse('');
      expect(parsed.success ? [] : faultsOf(parsed.error)).toMatchObject([{ field: '', reason: 'required' }]);
    },
  );

  test.each(Object.entries(FIELDS))('%s: taken twice is taken once', (_, field) => {
    const samples = [
      '12',
      '۳۵',
      '٣٥٫٥',
      'علي',
      ' ۱۴۰۵/۹/۱ ',
      'A@Qom.Sample',
      '+98 912 123 4567',
      'on',
      newId().toUpperCase(),
      '50',
    ];
    for (const sample of samples) {
      const once = field.safeParse(sample);
      if (once.success) expect(field.parse(once.data)).toEqual(once.data);
    }
    expect(samples.some((sample) => field.safeParse(sample).success)).toBe(true);
  });

  test('describes itself to an API document, as it comes and as it is kept', () => {
    for (const io of ['input', 'output'] as const)
      expect(
        Object.keys(z.toJSONSchema(zInput({ ...FIELDS, blank: zOptional(zNote()) }), { io }).properties ?? {}),
      ).toHaveLength(15);
  });
});

describe('texts', () => {
  test('are kept in one spelling', () => {
    expect(zName().parse('  علي\u200f   كاظمي\n')).toBe('علی کاظمی');
    expect(zNote().parse('يك\r\n\r\n\r\nدو ')).toBe('یک\n\nدو');
    expect(zTitle().parse('يك\r\nدو')).toBe('یک دو');
  });

  test('count their length as kept, and tell the limit', () => {
    expect(zName(3).parse('  ا ب  ')).toBe('ا ب');
    expect(faultOf(zName(3), 'چهار')).toEqual({ field: 'it', reason: 'text_too_long', params: { max: 3 } });
  });

  test('of free text refuse a national id and a phone number; a name does not look for them', () => {
    for (const text of ['شماره من ۰۹۱۲۱۲۳۴۵۶۷', 'کد ملی ٠٠١٢٣٤٥٦٧٩']) {
      expect(faultOf(zNote(), text)?.reason).toBe('personal_number_in_text');
      expect(faultOf(zTitle(), text)?.reason).toBe('personal_number_in_text');
      expect(zName().safeParse(text).success).toBe(true);
    }
    expect(zNote().parse('در ۱۴۰۵/۰۹/۰۱ مبلغ ۱۲٬۰۰۰٬۰۰۰ ریال')).toBe('در ۱۴۰۵/۰۹/۰۱ مبلغ ۱۲٬۰۰۰٬۰۰۰ ریال');
  });

  test('nothing but spaces is nothing', () => {
    expect(faultOf(zNote(), ' \u200c\u200f\n ')?.reason).toBe('required');
  });
});

describe('numbers', () => {
  test('come as numbers or typed in any digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (n) => {
        for (const typed of [n, String(n), persianDigits(String(n))]) expect(zCount().parse(typed)).toBe(n);
      }),
    );
  });

  test.each([
    ['three and a half', '۳٫۵', { reason: 'integer_expected' }],
    ['a word', 'سه', { reason: 'number_expected' }],
    ['below', 0, { reason: 'number_too_small', params: { min: 1 } }],
    ['above', '۶', { reason: 'number_too_big', params: { max: 5 } }],
    ['no number', Number.NaN, { reason: 'number_expected' }],
    ['a list', [3], { reason: 'number_expected' }],
  ])('%s is refused', (_, value, fault) => {
    expect(faultOf(zCount({ min: 1, max: 5 }), value)).toEqual({ field: 'it', ...fault });
  });

  test('a fraction is taken where one may be', () => {
    expect(zDecimal({ min: 0, max: 1 }).parse('۰٫۲۵')).toBe(0.25);
    expect(faultOf(zDecimal({ max: 1 }), 2)).toEqual({ field: 'it', reason: 'number_too_big', params: { max: 1 } });
  });

  test('rials are exact and not negative; a revision begins at 1', () => {
    expect(zRial.parse('۱٬۲۰۰٬۰۰۰')).toBe(1_200_000);
    expect(faultOf(zRial, '99999999999999999999')?.reason).toBe('number_too_big');
    expect(faultOf(zRial, -1)?.reason).toBe('number_too_small');
    expect(faultOf(zRevision, 0)?.reason).toBe('number_too_small');
  });

  test('coordinates lie in Iran', () => {
    expect(zLatitude.parse('۳۴٫۶۴')).toBe(34.64);
    expect(zLongitude.parse(50.88)).toBe(50.88);
    expect(faultOf(zLatitude, 41)?.reason).toBe('coordinates_outside');
    expect(faultOf(zLongitude, 2.35)?.reason).toBe('coordinates_outside');
  });

  test('a latitude in the place of a longitude, and the other way round, is said to be swapped', () => {
    expect(faultOf(zLatitude, '۵۰٫۸۸')?.reason).toBe('coordinates_swapped');
    expect(faultOf(zLongitude, 34.64)?.reason).toBe('coordinates_swapped');
    fc.assert(
      fc.property(
        fc.double({ min: 24, max: 40.5, noNaN: true }),
        fc.double({ min: 43, max: 64, noNaN: true }),
        (lat, lon) => {
          expect(zLatitude.parse(lat)).toBe(lat);
          expect(zLongitude.parse(lon)).toBe(lon);
          expect(faultOf(zLatitude, lon)?.reason).toBe('coordinates_swapped');
          expect(faultOf(zLongitude, lat)?.reason).toBe('coordinates_swapped');
        },
      ),
    );
  });
});

describe('dates, addresses, flags, ids', () => {
  test('a date is kept as ISO, whichever calendar it was typed in', () => {
    for (const typed of ['۱۴۰۵/۰۹/۰۱', '1405-9-1', '2026-11-22']) expect(zCivilDate.parse(typed)).toBe('2026-11-22');
    expect(faultOf(zCivilDate, '1404/12/30')).toEqual({ field: 'it', reason: 'date_does_not_exist' });
    expect(faultOf(zCivilDate, 'فردا')).toEqual({ field: 'it', reason: 'date_not_understood' });
    expect(faultOf(zCivilDate, '1044/01/01')).toEqual({
      field: 'it',
      reason: 'date_out_of_range',
      params: { min: 1200, max: 1500 },
    });
  });

  test('an e-mail address is kept in lower case', () => {
    expect(zEmail.parse(' Manager@Qom.Sample ')).toBe('manager@qom.sample');
    expect(zEmail.parse('a۱@b.ir')).toBe('a1@b.ir');
    for (const wrong of ['a', 'a@b', 'a b@c.ir', 'a@@b.ir', 'a@b..ir', '.a@b.ir', 'a@-b.ir', 'علی@b.ir'])
      expect(faultOf(zEmail, wrong)?.reason, wrong).toBe('email_malformed');
  });

  test('a mobile number is kept in its home form', () => {
    for (const typed of [
      '09121234567',
      '۰۹۱۲ ۱۲۳ ۴۵۶۷',
      '+98 912-123-4567',
      '00989121234567',
      '989121234567',
      '9121234567',
      '+98 (0)9121234567',
    ])
      expect(zMobile.parse(typed), typed).toBe('09121234567');
    for (const wrong of ['0912123456', '091212345678', '02537750012', 'x'])
      expect(faultOf(zMobile, wrong)?.reason).toBe('mobile_malformed');
  });

  test('a flag is yes or no, as JSON or a form says it', () => {
    for (const yes of [true, 'true', 'on', '1', 'yes']) expect(zFlag.parse(yes)).toBe(true);
    for (const no of [false, 'false', 'off', '0', 'no']) expect(zFlag.parse(no)).toBe(false);
    for (const neither of ['perhaps', 1, {}]) expect(faultOf(zFlag, neither)?.reason).toBe('flag_expected');
  });

  test('an id is a UUID, kept in lower case', () => {
    const id = newId<'unit'>();
    expect(zId('unit').parse(id.toUpperCase())).toBe(id);
    for (const wrong of ['1', `${id}0`, 'qom', "' or 1=1 --", 7])
      expect(faultOf(zId('unit'), wrong)?.reason).toBe('id_malformed');
  });
});

describe('an input', () => {
  const input = zInput({ title: zTitle(), count: zCount({ max: 5 }), note: zOptional(zNote(10)) });

  test('names each wrong field once, and unknown fields by their names', () => {
    const parsed = input.safeParse({ count: 9, extra: 1, more: 2 });
    expect(parsed.success ? [] : faultsOf(parsed.error)).toEqual([
      { field: 'title', reason: 'required' },
      { field: 'count', reason: 'number_too_big', params: { max: 5 } },
      { field: 'extra', reason: 'unknown_field' },
      { field: 'more', reason: 'unknown_field' },
    ]);
  });

  test('an optional field may be absent or blank, and is checked when it is neither', () => {
    expect(input.parse({ title: 'ا', count: 1 })).toEqual({ title: 'ا', count: 1 });
    expect(input.parse({ title: 'ا', count: 1, note: ' ' }).note).toBeUndefined();
    const parsed = input.safeParse({ title: 'ا', count: 1, note: 'ده نویسه بیشتر' });
    expect(parsed.success ? [] : faultsOf(parsed.error)).toEqual([
      { field: 'note', reason: 'text_too_long', params: { max: 10 } },
    ]);
  });

  test.each([[null], ['x'], [[]], [7]])('%j is no set of fields', (value) => {
    const parsed = input.safeParse(value);
    expect(parsed.success ? [] : faultsOf(parsed.error)).toEqual([{ field: '', reason: 'object_expected' }]);
  });
});
