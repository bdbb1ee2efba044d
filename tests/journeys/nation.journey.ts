import { addPeriods, periodOf } from '@mahalleh/kernel';
import { formatNumber, formatPercent, latinDigits } from '@mahalleh/kernel/digits';
import { describe, expect, it } from 'vitest';
import { TEST_PASSWORD } from '../support/nation.ts';
import { openHouse } from './support/house.ts';
import { readNumbers } from './support/pdf-numbers.ts';
import { until } from './support/until.ts';
import type { Visitor } from './support/visitor.ts';
import { patternOf } from './support/words.ts';

/** The month that ended last: the sample leaves its report to be written in both provinces. */
const PERIOD = addPeriods(periodOf(Date.now()), -1);
const READERS = [
  { title: 'fa', locale: 'fa', province: 'qom' },
  { title: 'en', locale: 'en', province: 'qazvin' },
] as const;

const reportPath = (province: string): string => `/${province}/reports/${PERIOD}`;
const ministryPath = (province: string): string => `/ministry/reports/${province}/${PERIOD}`;

/** The rows of a file by the names in its head. */
const rowsOf = (csv: string): Record<string, string>[] => {
  const [head = [], ...rows] = csv
    .replace(/^\uFEFF/, '')
    .trim()
    .split('\r\n')
    .map((line) => line.split(','));
  return rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ''])));
};

const fileAt = async ({ page }: Visitor, address: string): Promise<Record<string, string>[]> => {
  const answer = await page.request.get(address);
  expect(answer.status()).toBe(200);
  return rowsOf(await answer.text());
};

describe('the nation', () => {
  const visit = openHouse();

  it.each(READERS)(
    'an analyst finds the county with most councils unformed, where it comes from, and takes it along ($title)',
    async (reader) => {
      const visitor = await visit(reader);
      await visitor.enter('ministry', 'analyst');
      await visitor.follow('nation_counties');
      await visitor.at('/ministry/counties');
      const first = visitor.page.locator('main tbody tr').first();
      const name = await first.locator('.ti').innerText();
      const title = await visitor.page.getByRole('heading', { level: 1 }).innerText();
      expect(title).toMatch(patternOf((key) => visitor.say(key), 'nation_counties_title_rest'));
      expect(title).toContain(name.trim());
      const rest = Number(latinDigits(await first.locator('td[data-label]').nth(4).innerText()));

      await first
        .getByRole('link', { name: new RegExp(name.trim()) })
        .last()
        .click();
      const dialog = visitor.page.getByRole('dialog');
      await dialog.waitFor();
      await dialog.getByText('council.progress', { exact: false }).first().waitFor();
      await visitor.key('Escape');

      const href =
        (await visitor.page.getByRole('link', { name: visitor.say('sheets_csv') }).getAttribute('href')) ?? '';
      const [top] = await fileAt(visitor, visitor.address(href));
      expect([top?.['name'], Number(top?.['rest'])]).toEqual([name.trim(), rest]);
      expect(Number(top?.['over']) - Number(top?.['of'])).toBe(rest);

      // Sorted the other way by its head, and back by the button of the browser.
      await visitor.page
        .locator('thead')
        .getByRole('link', { name: visitor.say('nation_rest') })
        .click();
      await visitor.page.waitForURL(/sort=-?rest/);
      await visitor.back();
      await first.locator('.ti a').click();
      await visitor.at(/^\/ministry\/counties\/\d{4}$/);
      expect(await visitor.page.getByRole('heading', { level: 1 }).innerText()).toContain(name.trim());
      await visitor.follow('nation_with_province');
      await visitor.at('/ministry/compare');
      expect(await visitor.page.locator('.places .place').count()).toBe(2);
      expect(await visitor.leave()).toEqual([]);
    },
  );

  it.each(READERS)(
    'a report: drafted, signed, returned with two figures, superseded, accepted, printed ($title)',
    async (reader) => {
      const { province, locale } = reader;
      const director = await visit(reader);
      await director.enter(province, 'dg');
      await director.open(reportPath(province));
      await director.unfold(director.say('reports_write'));
      await director.fill('reports_section_summary', 'Two neighbourhoods reached the third step.');
      await director.fill('reports_section_requests', 'Dr. Moradi can be reached at 09121234567.');
      await director.press('reports_write_save');
      expect(await (await director.refusal()).innerText()).not.toBe('');
      await director.fill('reports_section_requests', 'More facilitators for the villages.');
      await director.press('reports_write_save');
      await director.reads('More facilitators for the villages.');
      await director.reads(director.say('reports_not_mine_to_sign'));

      const governor = await visit(reader);
      const sign = async (): Promise<void> => {
        await governor.open(reportPath(province));
        await governor.unfold(governor.say('reports_sign'));
        await governor.fill('reports_password', TEST_PASSWORD);
        await governor.press('reports_sign');
        await governor.reads(governor.say('reports_status_signed'));
        await governor.press('reports_submit');
        await governor.reads(governor.say('reports_status_submitted'));
      };
      await governor.enter(province, 'governor');
      await governor.open(reportPath(province));
      await governor.unfold(governor.say('reports_sign'));
      await governor.fill('reports_password', 'another sentence');
      await governor.press('reports_sign');
      await governor.refusal();
      await sign();

      const reviewer = await visit(reader);
      await reviewer.enter('ministry', 'reviewer');
      await until(reviewer, ministryPath(province), reviewer.say('reports_seal_holds'));
      await reviewer.reads(reviewer.say('reports_cells_whole'));
      await reviewer.unfold(reviewer.say('reports_return'));
      for (const key of ['progress_councils', 'problems_open']) await reviewer.page.locator(`#return-${key}`).check();
      const whys = reviewer.page.locator('.returns textarea').filter({ visible: true });
      await whys.nth(0).fill('The list of the county has one more.');
      await reviewer.press('reports_return', reviewer.page.locator('form'));
      await reviewer.refusal();
      await whys.nth(1).fill('Fewer than the month before, though none was solved.');
      await reviewer.press('reports_return', reviewer.page.locator('form'));
      await reviewer.reads(reviewer.say('reports_status_returned'));

      await until(director, reportPath(province), 'The list of the county has one more.');
      await director.reads(director.say('reports_status_returned'));
      const returned = director.page.locator('#figure-progress_councils');
      expect(await returned.innerText()).toContain(director.say('reports_returned_mark'));
      await director.fill('reports_reason', 'One council was recorded late.');
      await director.press('reports_supersede', director.page.locator('form'));
      await director.reads(director.say('reports_status_draft'));
      await sign();

      await until(reviewer, ministryPath(province), 'One council was recorded late.');
      await reviewer.unfold(reviewer.say('reports_accept'));
      await reviewer.press('reports_accept', reviewer.page.locator('form'));
      await reviewer.reads(reviewer.say('reports_status_accepted'));
      await reviewer.open(`${ministryPath(province)}?version=1`);
      await reviewer.reads(reviewer.say('reports_status_superseded'));

      await until(governor, reportPath(province), governor.say('reports_status_accepted'));
      await sameEverywhere(governor, reviewer, province, locale);
      for (const visitor of [director, governor, reviewer]) expect(await visitor.leave()).toEqual([]);
    },
  );
});

type Figure = { key: string; unit: 'share' | 'count' | 'rial'; whole: { value: number | null } };

/** Every figure of an accepted report is the same in the API, on both pages, in both files, in the document and in its PDF. */
const sameEverywhere = async (
  governor: Visitor,
  reviewer: Visitor,
  province: string,
  locale: 'fa' | 'en',
): Promise<void> => {
  const answer = await governor.page.request.get(governor.address(`/api/v1/provinces/${province}/reports/${PERIOD}`));
  const report = (await answer.json()) as { figures: Figure[] };
  expect(report.figures).toHaveLength(16);
  const text = ({ unit, whole: { value } }: Figure): string =>
    value === null
      ? '–'
      : unit === 'share'
        ? formatPercent(value, locale, { maxFraction: 1 })
        : formatNumber(value, locale, { maxFraction: 0 });
  const shown = async (visitor: Visitor, path: string): Promise<Map<string, string>> => {
    await visitor.open(path);
    const all = await visitor.page
      .locator('[data-figure]')
      .evaluateAll((found) =>
        found.map((one) => [one.getAttribute('data-figure') ?? '', one.textContent?.trim() ?? '']),
      );
    return new Map(all as [string, string][]);
  };
  const told = new Map(report.figures.map((figure) => [figure.key, text(figure)]));
  expect(await shown(governor, reportPath(province))).toEqual(told);
  expect(await shown(reviewer, ministryPath(province))).toEqual(told);
  for (const [visitor, path] of [
    [governor, `${reportPath(province)}/figures.csv`],
    [reviewer, `${ministryPath(province)}/figures.csv`],
  ] as const) {
    const rows = await fileAt(visitor, visitor.address(path));
    for (const { key, whole } of report.figures)
      expect(Number(rows.find((row) => row['figure'] === key && row['place'] === province)?.['value'])).toBe(
        whole.value,
      );
  }
  const printed = await shown(governor, `${reportPath(province)}/document`);
  expect(printed).toEqual(told);
  const pdf = await governor.page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: true });
  const { pages, numbers } = await readNumbers(pdf);
  expect(pages).toBe(2);
  expect([...told.values()].filter((value) => value !== '–' && !numbers.has(value))).toEqual([]);
  await governor.open(`${reportPath(province)}/slides`);
  expect(await governor.page.locator('.slide').count()).toBe(6);
};
