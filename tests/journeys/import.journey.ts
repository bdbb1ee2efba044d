import { formatNumber } from '@mahalleh/kernel/digits';
import { describe, expect, it } from 'vitest';
import { openHouse } from './support/house.ts';
import type { Visitor } from './support/visitor.ts';

/** What an office might send: neighbourhoods from a spreadsheet, one row of them wrong. */
const ROWS = [
  ['نام', 'نوع', 'شهرستان', 'جمعیت'],
  ['بلوار امین نمونه', 'محله', 'كهك', '٤٢٠٠'],
  ['سنجان نمونه', 'محله', 'کهک', '۳٬۱۰۰'],
  ['شهرک مهدیه نمونه', 'محله', 'کهک', 'زیاد'],
];

const FILES = [
  {
    locale: 'fa',
    screen: 'desktop',
    name: 'محله‌ها.txt',
    bytes: Buffer.from(`\ufeff${ROWS.map((row) => row.join('\t')).join('\r\n')}\r\n`, 'utf16le'),
  },
  {
    locale: 'en',
    screen: 'phone',
    name: 'neighbourhoods.csv',
    bytes: Buffer.from(
      ROWS.map((row) => row.map((cell) => cell.replace(/ نمونه$/, ' دیگر')).join(';')).join('\n'),
      'utf8',
    ),
  },
] as const;

describe('import of what exists', () => {
  const visit = openHouse();

  it.each(FILES)('is tried first, then written, and changes nothing twice ($locale)', async (file) => {
    const { locale, screen } = file;
    const visitor = await visit({ locale, screen });
    const n = (value: number): string => formatNumber(value, locale);
    await visitor.enter('qom', 'admin');
    const before = await countNeighbourhoods(visitor);

    await tryFile(visitor, file);
    await visitor.reads(visitor.say('import_dry_title', { good: n(2) }));
    await visitor.reads(visitor.say('import_errors', { count: n(1) }));
    expect(await countNeighbourhoods(visitor)).toBe(before);

    await tryFile(visitor, file);
    await visitor.pressText(visitor.say('import_run', { good: n(2) }));
    await visitor.reads(visitor.say('import_done_title', { written: n(2) }));
    expect(await countNeighbourhoods(visitor)).toBe(before + 2);

    await tryFile(visitor, file);
    await visitor.reads(visitor.say('import_run_none'));
    expect(await visitor.leave()).toEqual([]);
  });

  it('needs the administrator', async () => {
    const visitor = await visit();
    await visitor.enter('qom', 'dg');
    await visitor.open('/qom/import');
    await visitor.reads(visitor.say('import_not_permitted'));
    expect(await visitor.leave()).toEqual([]);
  });
});

/** From the page of imports to the dry run, with the columns as they were guessed. */
async function tryFile(visitor: Visitor, { name, bytes }: { name: string; bytes: Buffer }): Promise<void> {
  await visitor.open('/qom/import');
  await visitor.page.getByRole('radio', { name: visitor.say('import_kind_units') }).check();
  await visitor.field('import_file').setInputFiles({ name, mimeType: 'text/csv', buffer: bytes });
  await visitor.press('import_inspect');
  await visitor.press('import_dry_run');
}

async function countNeighbourhoods(visitor: Visitor): Promise<number> {
  await visitor.open('/qom/neighbourhoods');
  return visitor.page.locator('tbody tr').count();
}
