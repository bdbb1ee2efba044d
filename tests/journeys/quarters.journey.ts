import { addPeriods, periodOf, periodParts } from '@mahalleh/kernel';
import { formatNumber } from '@mahalleh/kernel/digits';
import { describe, expect, it } from 'vitest';
import { TEST_PASSWORD } from '../support/nation.ts';
import { openHouse } from './support/house.ts';
import { until } from './support/until.ts';
import type { Visitor } from './support/visitor.ts';

/** The quarter that ended last: the sample leaves its report to be written in both provinces. */
const IN_IT = periodParts(addPeriods(periodOf(Date.now()), -3));
const NUMBER = Math.ceil(IN_IT.month / 3);
const QUARTER = `${IN_IT.year}-q${NUMBER}`;
/** The months of the quarter. */
const MONTHS = [2, 1, 0].map((back) => `${IN_IT.year}-${String(NUMBER * 3 - back).padStart(2, '0')}`);
const READERS = [
  { title: 'fa', locale: 'fa', province: 'qom' },
  { title: 'en', locale: 'en', province: 'qazvin' },
] as const;

type Figure = {
  key: string;
  nature: 'stock' | 'flow';
  whole: { value: number | null; of: number | null; over: number | null };
};

/** The figures of a period; undefined when it is not told of. */
const figuresOf = async (visitor: Visitor, province: string, period: string): Promise<Figure[] | undefined> => {
  const answer = await visitor.page.request.get(visitor.address(`/api/v1/provinces/${province}/reports/${period}`));
  return answer.status() === 404 ? undefined : ((await answer.json()) as { figures: Figure[] }).figures;
};

describe('a quarter', () => {
  const visit = openHouse();

  it.each(READERS)(
    'the ministry reminds of a quarter’s report; who signs finds it on their first page, signs and submits it ($title)',
    async (reader) => {
      const { province, locale } = reader;
      const reviewer = await visit(reader);
      await reviewer.enter('ministry', 'reviewer');
      await reviewer.open(`/ministry/reports?waiting=${QUARTER}`);
      await reviewer.page.locator(`input[value="${province}"]`).check();
      await reviewer.press('reports_remind');
      await reviewer.refusal();
      await reviewer.fill('reports_remind_body', 'The report of the quarter has not come yet.');
      await reviewer.press('reports_remind');
      await reviewer.reads(reviewer.say('reports_reminded'));
      await reviewer.reads(reviewer.say('reports_reminded_today'));
      expect(await reviewer.page.locator(`input[value="${province}"]`).isDisabled()).toBe(true);

      const governor = await visit(reader);
      await governor.enter(province, 'governor');
      await until(governor, `/${province}`, 'The report of the quarter has not come yet.');
      const calling = governor.page.locator('#calls a.row');
      const rail = governor.page.locator(`nav a[href="/${province}/reports"] .cnt`);
      const before = await calling.count();
      expect(await rail.first().innerText()).toBe(formatNumber(before, locale));
      await governor.page.locator(`#calls a.row[href$="${QUARTER}"]`).click();
      await governor.at(`/${province}/reports/${QUARTER}`);
      await governor.reads(governor.say('reports_kind_remind'));
      await governor.unfold(governor.say('reports_write'));
      await governor.fill('reports_section_summary', 'Three months in which two councils were formed.');
      await governor.press('reports_write_save');
      await governor.unfold(governor.say('reports_sign'));
      await governor.fill('reports_password', TEST_PASSWORD);
      await governor.press('reports_sign');
      await governor.reads(governor.say('reports_status_signed'));
      await governor.press('reports_submit');
      await governor.reads(governor.say('reports_status_submitted'));
      // Back and forth: the page says how it is now, and offers nothing that is past.
      await governor.open(`/${province}`);
      await governor.back();
      await governor.reads(governor.say('reports_status_submitted'));
      expect(await governor.page.getByRole('button', { name: governor.say('reports_submit') }).count()).toBe(0);
      await governor.forward();
      expect(await calling.count()).toBe(before - 1);
      expect(await governor.page.locator(`#calls a.row[href$="${QUARTER}"]`).count()).toBe(0);

      const path = `/ministry/reports/${province}/${QUARTER}`;
      await until(reviewer, path, reviewer.say('reports_seal_holds'));
      await reviewer.reads(reviewer.say('reports_cells_whole'));
      await governor.open(`/${province}/reports/${QUARTER}/document`);
      const printed = await governor.page
        .locator('[data-figure]')
        .evaluateAll((all) => all.map((one) => one.getAttribute('data-figure')));
      expect(new Set(printed).size).toBe(16);
      await governor.open(`/${province}/reports/${QUARTER}/slides`);
      expect(await governor.page.locator('.slide').count()).toBe(6);
      for (const visitor of [reviewer, governor]) expect(await visitor.leave()).toEqual([]);
    },
  );

  it('joins its three months: what flowed is their sum, what stands is as at their end', async () => {
    const visitor = await visit(READERS[0]);
    await visitor.enter('qom', 'governor');
    const quarter = (await figuresOf(visitor, 'qom', QUARTER)) ?? [];
    // The sample tells of four months: in the last month of a quarter the first one of the quarter before is not among them.
    const months = (await Promise.all(MONTHS.map((month) => figuresOf(visitor, 'qom', month)))).filter(
      (month) => month !== undefined,
    );
    const isWhole = months.length === MONTHS.length;
    expect(months.length).toBeGreaterThan(1);
    const valueIn = (figures: readonly Figure[] | undefined, key: string): number =>
      figures?.find((one) => one.key === key)?.whole.value ?? 0;
    const flows = quarter.filter(({ nature }) => nature === 'flow');
    for (const { key, whole } of flows) {
      const sum = months.reduce((all, month) => all + valueIn(month, key), 0);
      if (isWhole) expect([key, whole.value]).toEqual([key, sum]);
      else expect(whole.value ?? 0, key).toBeGreaterThanOrEqual(sum);
    }
    expect(flows.some(({ whole }) => (whole.value ?? 0) > 0)).toBe(true);
    const stocks = quarter.filter(({ nature }) => nature === 'stock');
    expect(stocks.map(({ key, whole }) => [key, whole])).toEqual(
      stocks.map(({ key }) => [key, months.at(-1)?.find((one) => one.key === key)?.whole]),
    );
    expect(await visitor.leave()).toEqual([]);
  });

  it.each(READERS)(
    'the days of reports are set at the ministry, and both sides see which county was silent ($title)',
    async (reader) => {
      const { locale } = reader;
      const admin = await visit(reader);
      await admin.enter('ministry', 'admin');
      await admin.open('/ministry/reports');
      await admin.unfold(admin.say('reports_deadline_set'));
      await admin.fill('reports_deadline_month', '0');
      await admin.press('reports_deadline_set', admin.page.locator('#deadlines form'));
      await admin.refusal();
      await admin.fill('reports_deadline_month', locale === 'fa' ? '۱۲' : '11');
      await admin.press('reports_deadline_set', admin.page.locator('#deadlines form'));
      await admin.reads(
        admin.say('reports_deadline_days').replace('{n}', formatNumber(locale === 'fa' ? 12 : 11, locale)),
        admin.page.locator('#deadlines dl'),
      );
      await admin.open('/ministry/reports/qom');
      const rows = (await admin.page.locator('#coverage tbody').innerText()).trim();
      const director = await visit(reader);
      await director.enter('qom', 'dg');
      await director.open('/qom/reports');
      expect((await director.page.locator('#coverage tbody').innerText()).trim()).toBe(rows);
      await director.leave();
      await admin.leave();
    },
  );
});
