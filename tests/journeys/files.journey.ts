import { readFileSync } from 'node:fs';
import { latinDigits } from '@mahalleh/kernel/digits';
import { describe, expect, it } from 'vitest';
import { readCsv, readXlsx } from '../support/sheets.ts';
import { openHouse } from './support/house.ts';
import type { Visitor } from './support/visitor.ts';

const READERS = [
  { title: 'fa', locale: 'fa' },
  { title: 'en', locale: 'en' },
] as const;

/** What is kept when this link or button is pressed. */
const kept = async (visitor: Visitor, role: 'link' | 'button', name: string | RegExp) => {
  const waiting = visitor.page.waitForEvent('download');
  await visitor.page.locator('main').getByRole(role, { name }).first().click();
  const file = await waiting;
  return { name: file.suggestedFilename(), bytes: new Uint8Array(readFileSync(await file.path())) };
};
const number = (text: string): number => Number(latinDigits(text).replaceAll(/[^\d.]/g, ''));

describe('what is shown can be taken along', () => {
  const visit = openHouse();

  it.each(READERS)(
    'the league of counties as CSV and as a workbook, with the figures of the page ($title)',
    async (reader) => {
      const analyst = await visit(reader);
      await analyst.enter('ministry', 'analyst');
      await analyst.open('/ministry/counties?figure=problems_open');
      const first = analyst.page.locator('main tbody tr').first();
      const name = (await first.locator('.ti').innerText()).trim();
      const value = number(await first.locator('td[data-label]').nth(2).innerText());
      const csv = await kept(analyst, 'link', analyst.say('sheets_csv'));
      const [head = [], top = []] = readCsv(new TextDecoder().decode(csv.bytes));
      expect([top[head.indexOf('name')], Number(top[head.indexOf('value')])]).toEqual([name, value]);
      const book = await kept(analyst, 'link', analyst.say('sheets_xlsx'));
      expect([csv.name, book.name]).toEqual(['counties.csv', 'counties.xlsx']);
      const { rows, isRightToLeft } = readXlsx(book.bytes);
      expect(isRightToLeft).toBe(reader.locale === 'fa');
      const at = rows.findIndex((row) => row.includes(name));
      expect(rows[at]).toContain(value);
      expect(await analyst.leave()).toEqual([]);
    },
  );

  it.each(READERS)('maps and charts as pictures ($title)', async (reader) => {
    const analyst = await visit(reader);
    await analyst.enter('ministry', 'analyst');
    for (const path of [
      '/ministry',
      '/ministry/compare?place=qom&place=nation',
      '/ministry/metrics/problem.registered',
    ]) {
      await analyst.open(path);
      const picture = await kept(analyst, 'button', new RegExp(`^${analyst.say('sheets_png')}: `));
      expect(picture.name).toMatch(/\.png$/);
      // A PNG says so in its first bytes, and its size in the next: it is a drawing, not a dot.
      expect([...picture.bytes.slice(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
      const size = new DataView(picture.bytes.buffer);
      expect(Math.min(size.getUint32(16), size.getUint32(20))).toBeGreaterThan(300);
      expect(picture.bytes.length).toBeGreaterThan(8000);
    }
    expect(await analyst.leave()).toEqual([]);
  });
});
