import { latinDigits } from '@mahalleh/kernel/digits';
import { describe, expect, it } from 'vitest';
import { openHouse } from './support/house.ts';
import { openProblemForm } from './support/problem-form.ts';
import type { Visitor } from './support/visitor.ts';
import { patternOf } from './support/words.ts';

const READERS = [
  { title: 'fa', locale: 'fa', board: 'مسئله‌های باز قم', problem: 'پل روی نهر شکسته است', place: 'شیخ‌آباد' },
  {
    title: 'en',
    locale: 'en',
    board: 'Open problems of Qom',
    problem: 'The bridge over the brook is broken',
    place: 'Sheikhabad',
  },
] as const;
const PAGE = '/ministry/provinces/qom?figure=problems_open';

/** The number of the province in the first row of its table. */
const shown = async ({ page }: Visitor): Promise<number> =>
  Number(latinDigits(await page.locator('tr.nt td.n b').first().innerText()).replaceAll(/\D/g, ''));

/** The same number in the file that the national home gives, at a moment or now. */
const filed = async (visitor: Visitor, query: string): Promise<number> => {
  const answer = await visitor.page.request.get(visitor.address(`/ministry/files/home.csv${query}`));
  const line = (await answer.text())
    .split('\r\n')
    .find((row) => row.startsWith('qom,') && row.includes('problems_open'));
  return Number(line?.split(',')[6]);
};

/** Registers a problem in Qom, and waits until the ministry counts it. */
const another = async (
  visitor: Visitor,
  { problem: title, place }: (typeof READERS)[number],
  counts: () => Promise<number>,
  value: number,
): Promise<void> => {
  const form = await openProblemForm(visitor, place);
  await visitor.fill('problems_field_title', title, form);
  await visitor.choose('problems_domain', { index: 2 }, form);
  await visitor.choose('problems_severity', { index: 3 }, form);
  await visitor.fill('problems_field_people', '300', form);
  await visitor.press('problems_register', form);
  await visitor.reads(title);
  await expect.poll(counts, { timeout: 15_000, interval: 300 }).toBe(value);
};

describe('boards and pinned moments', () => {
  const visit = openHouse();

  it.each(READERS)('a page is kept, shared, pinned, discarded and brought back ($title)', async (reader) => {
    const analyst = await visit(reader);
    await analyst.enter('ministry', 'analyst');
    await analyst.open(PAGE);
    await analyst.unfold(analyst.say('boards_keep'));
    await analyst.fill('boards_name', reader.board);
    await analyst.press('boards_save');
    await analyst.at('/ministry/boards');
    const line = analyst.page.getByRole('listitem').filter({ hasText: reader.board });
    await analyst.press('boards_share', line);
    await line.getByRole('button', { name: analyst.say('boards_unshare') }).waitFor();

    const reviewer = await visit(reader);
    await reviewer.enter('ministry', 'reviewer');
    await reviewer.open('/ministry/boards');
    await reviewer.followText(reader.board);
    await reviewer.at('/ministry/provinces/qom');

    await analyst.open(PAGE);
    const before = await shown(analyst);
    await analyst.unfold(analyst.say('boards_keep'));
    await analyst.press('boards_pin');
    await analyst.at('/ministry/provinces/qom');
    const pinned = new URL(analyst.page.url());
    const at = `?at=${pinned.searchParams.get('at')}`;
    const notice = patternOf(analyst.say, 'boards_pinned_notice').source.replace(/^\^|\$$/g, '');
    await analyst.reads(new RegExp(notice));

    const manager = await visit(reader);
    await manager.enter('qom', 'dg');
    await another(manager, reader, () => filed(analyst, ''), before + 1);

    // The moment stays: in its page, in its file, and in every page that it leads to.
    await analyst.open(pinned.pathname + pinned.search);
    expect([await shown(analyst), await filed(analyst, at)]).toEqual([before, before]);
    const ways = await analyst.page
      .locator('main a[href^="/ministry"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    const left = ways.filter((href) => !href.includes(at.slice(1)) && href !== '/ministry/boards');
    // The one way out says so: the figures of now.
    expect(left).toEqual(['/ministry/provinces/qom?figure=problems_open']);
    const origin = ways.find((href) => href.startsWith('/ministry/lineage')) ?? '';
    for (const path of [origin, `/ministry/wall${at}`, `/ministry/compare${at}&place=qom`, `/ministry/counties${at}`]) {
      await analyst.open(path);
      await analyst.reads(new RegExp(notice));
    }
    await analyst.open(pinned.pathname + pinned.search);
    await analyst.follow('boards_now');
    expect(await shown(analyst)).toBe(before + 1);

    await analyst.open('/ministry/boards');
    await analyst.press('boards_discard', line);
    await line.waitFor({ state: 'detached' });
    await analyst.pressText(analyst.ui.undo);
    await line.waitFor();
    await reviewer.open('/ministry/boards');
    await reviewer.reads(reader.board);
    for (const visitor of [analyst, reviewer, manager]) expect(await visitor.leave()).toEqual([]);
  });

  it('another figure leaves the chosen places as they are', async () => {
    const analyst = await visit({ locale: 'en' });
    await analyst.enter('ministry', 'analyst');
    await analyst.open('/ministry/compare?place=qom&place=qazvin&step=quarter');
    await analyst.page.getByLabel(analyst.say('ministry_other_figure')).selectOption('tasks_late');
    await analyst.page.waitForURL(/figure=tasks_late/);
    const asked = new URL(analyst.page.url()).searchParams;
    expect([asked.getAll('place'), asked.get('step')]).toEqual([['qom', 'qazvin'], 'quarter']);
    expect(await analyst.leave()).toEqual([]);
  });
});
