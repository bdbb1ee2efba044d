import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode } from '../src/decode.ts';
import { LIMITS, readTable } from '../src/read-table.ts';
import { inUtf16, inWindows1256, utf8 } from './support/encode.ts';

const PERSIAN = 'نام,جمعیت\nراه‌آهن,۱۲۰\nپردیسان,۳۴۰\n';
const ARABIC_KEYS = 'نام;کد\nشيخ آباد;۰۱۲\nچهارمردان;7\n'.replaceAll('ک', 'ك');

describe('a file is found to be in the encoding it was written in', () => {
  const cases: [string, Uint8Array, string][] = [
    ['UTF-8 as editors write it', utf8(PERSIAN), 'utf-8'],
    ['UTF-8 with a BOM, as Excel writes it', utf8(`\ufeff${PERSIAN}`), 'utf-8'],
    ['UTF-16 little-endian with a BOM ("Unicode text" of Excel)', inUtf16(`\ufeff${PERSIAN}`, 'le'), 'utf-16le'],
    ['UTF-16 big-endian with a BOM', inUtf16(`\ufeff${PERSIAN}`, 'be'), 'utf-16be'],
    ['UTF-16 little-endian without a BOM', inUtf16(PERSIAN, 'le'), 'utf-16le'],
    ['UTF-16 big-endian without a BOM', inUtf16(PERSIAN, 'be'), 'utf-16be'],
    ['plain Latin text', utf8('name,code\nSheikhabad,1\n'), 'utf-8'],
  ];
  test.each(cases)('%s', (_name, bytes, encoding) => {
    const read = decode(bytes);
    expect(read).toMatchObject({ encoding });
    expect('text' in read && read.text.startsWith('\ufeff')).toBe(false);
  });

  test('Windows-1256 of an old Excel, with its Arabic ye and kaf', () => {
    const text = ARABIC_KEYS.replace('۰۱۲', '012');
    expect(decode(inWindows1256(text))).toEqual({ text, encoding: 'windows-1256' });
  });

  test('any Persian text comes back from each encoding that can hold it', () => {
    const word = fc
      .string({ unit: fc.constantFrom(...'ابپتثجچحخدذرزژسشصضطظعغفقكگلمنوهي ‌'), minLength: 2, maxLength: 20 })
      .filter((w) => w.trim().length > 1);
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 8 }), (words) => {
        const text = `name,${words.join(',')}\n`;
        for (const [bytes, encoding] of [
          [utf8(text), 'utf-8'],
          [inUtf16(text, 'le'), 'utf-16le'],
          [inUtf16(text, 'be'), 'utf-16be'],
          [inWindows1256(text), 'windows-1256'],
        ] as const)
          expect(decode(bytes)).toEqual({ text, encoding });
      }),
    );
  });
});

describe('what is not such text is named', () => {
  test.each([
    ['an empty file', new Uint8Array(), 'import_empty'],
    ['an .xlsx', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), 'import_is_workbook'],
    ['an old .xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'import_is_workbook'],
    ['a photo', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1), 'import_not_text'],
    [
      'French in Windows-1252',
      Uint8Array.from([...'nom,caf'].map((c) => c.charCodeAt(0)).concat(0xe9, 0x0a, 0xe8, 0xe0, 0x0a)),
      'import_not_text',
    ],
    ['UTF-16 cut in the middle of a letter', inUtf16(`\ufeff${PERSIAN}`, 'le').subarray(0, 31), 'import_not_text'],
  ])('%s', (_name, bytes, fault) => {
    expect(decode(bytes)).toEqual({ fault });
  });
});

describe('a table is read as people have it', () => {
  const rowsOf = (text: string) => {
    const read = readTable(utf8(text));
    if ('fault' in read) throw new Error(read.fault.reason);
    return read.table;
  };

  test('comma, semicolon and tab; the separator inside quotes does not count', () => {
    expect(rowsOf('a,b\n1,2').separator).toBe(',');
    expect(rowsOf('"a,1,2,3";b\n1;2').separator).toBe(';');
    expect(rowsOf('a\tb\n1\t2').separator).toBe('\t');
    expect(rowsOf('نام\nراه‌آهن').headers).toEqual(['نام']);
  });

  test('rows keep the number that a spreadsheet shows, blank ones and line breaks in quotes notwithstanding', () => {
    const { rows } = rowsOf('\nname,note\r\n\r\na,"one\r\ntwo"\r\n,,\r\nb,x\r\n');
    expect(rows).toEqual([
      { line: 4, cells: ['a', 'one\ntwo'] },
      { line: 6, cells: ['b', 'x'] },
    ]);
  });

  test('what Excel adds is taken off: sep=, ="007", empty columns at the end', () => {
    const { separator, headers, rows } = rowsOf('sep=;\r\nname;code;;\r\na;"=""007""";;\r\n');
    expect({ separator, headers, rows }).toEqual({
      separator: ';',
      headers: ['name', 'code'],
      rows: [{ line: 3, cells: ['a', '007'] }],
    });
  });

  test.each([
    ['only headers', 'name,code\n', { reason: 'import_no_rows' }],
    ['an open quote', 'name\n"a\nb\n', { reason: 'import_quote_open', params: { line: 2 } }],
    [
      'too many rows',
      `name\n${'a\n'.repeat(LIMITS.rows + 1)}`,
      { reason: 'import_too_many_rows', params: { max: LIMITS.rows } },
    ],
    [
      'too many columns',
      `${'a,'.repeat(LIMITS.columns)}a\n1`,
      { reason: 'import_too_many_columns', params: { max: LIMITS.columns } },
    ],
  ])('%s', (_name, text, fault) => {
    expect(readTable(utf8(text))).toEqual({ fault });
  });

  test('10 MB are read, one byte more is refused', () => {
    expect(readTable(new Uint8Array(LIMITS.bytes + 1))).toEqual({
      fault: { reason: 'import_too_large', params: { megabytes: 10 } },
    });
  });
});
