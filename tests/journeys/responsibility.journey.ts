import { describe, expect, it } from 'vitest';
import { seriousFaults } from './support/axe.ts';
import { openHouse } from './support/house.ts';
import type { Visitor } from './support/visitor.ts';
import { patternOf } from './support/words.ts';

const CLASS = 'کلاس تقویتی پایگاه محله';
const DARK = 'تاریکی کوچه‌های ۸ تا ۱۴';
const LAMPS = 'چراغ خیابانی';

const openFirst = async (visitor: Visitor, list: string, name: string): Promise<void> => {
  await visitor.open(list);
  await visitor.page.locator('main tbody a').filter({ hasText: name }).first().click();
  await visitor.at(/\/[0-9a-f]{8}-[^/]+$/);
};
/** By how much the page is wider than the screen. */
const excess = ({ page }: Visitor): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
/** The points of an opened score that end in the sum, and the score that its line says. */
const pointsOf = (text: string): number =>
  Number(
    text
      .replaceAll(/[۰-۹]/g, (digit) => String('۰۱۲۳۴۵۶۷۸۹'.indexOf(digit)))
      .replace('٫', '.')
      .replace('−', '-'),
  );

describe('who does what', () => {
  const visit = openHouse();

  it('an overlap is warned about before approval, with the others named, and each is seen by name (fa, desktop)', async () => {
    const visitor = await visit({ locale: 'fa', screen: 'desktop' });
    await visitor.enter('qom', 'dg');
    await openFirst(visitor, '/qom/operations?status=planned', CLASS);
    await visitor.reads(patternOf(visitor.say, 'overlaps_title_strong'));
    const overlaps = visitor.page.locator('#overlaps');
    expect(await overlaps.innerText()).toContain('آموزش و پرورش');
    await visitor.press('overlaps_approve', overlaps);
    await visitor.refusal();
    await visitor.reads(visitor.say('overlaps_waits'), overlaps);
    for (const box of await overlaps.getByRole('checkbox').all()) await box.check();
    expect(await seriousFaults(visitor.page)).toEqual([]);
    await visitor.press('overlaps_approve', overlaps);
    await visitor.reads(visitor.say('overlaps_approved'));
    await visitor.reads(visitor.say('overlaps_noted'), overlaps);
    await visitor.pressText(visitor.ui.undo);
    await visitor.reads(visitor.say('overlaps_waits'), overlaps);
    expect(await visitor.leave()).toEqual([]);
  });

  it('a problem with nobody is shown, given to an agency, and taken back (fa, desktop)', async () => {
    const visitor = await visit({ locale: 'fa', screen: 'desktop' });
    await visitor.enter('qom', 'dg');
    await visitor.open('/qom/responsibilities');
    const matrix = visitor.page.getByRole('region', { name: visitor.say('responsibilities_matrix_caption') });
    expect(await matrix.locator('tbody tr').count()).toBeGreaterThan(5);
    expect(await seriousFaults(visitor.page)).toEqual([]);
    await visitor.follow('responsibilities_gaps');
    await visitor.reads(patternOf(visitor.say, 'responsibilities_gaps_title'));
    const rows = visitor.page.locator('main tbody tr');
    const [before, first] = [await rows.count(), rows.first()];
    const problem = (await first.locator('.ti a').getAttribute('href')) ?? 'no address';
    expect(await seriousFaults(visitor.page)).toEqual([]);
    await first.getByRole('link', { name: visitor.say('responsibilities_take') }).click();
    await visitor.at(/\/responsibilities\/[^/]+\/[^/]+$/);
    const cell = visitor.page.url();
    await visitor.reads(visitor.say('responsibilities_cell_no_lead'));
    const form = visitor.form('responsibilities_assign');
    await visitor.choose('responsibilities_agency', { index: 1 }, form);
    await visitor.press('responsibilities_assign', form);
    await visitor.reads(visitor.say('responsibilities_assigned'));
    await visitor.reads(patternOf(visitor.say, 'responsibilities_cell_lead_own'));
    expect(await seriousFaults(visitor.page)).toEqual([]);
    await visitor.pressText(visitor.ui.undo);
    await visitor.reads(visitor.say('responsibilities_cell_no_lead'));

    await visitor.open(new URL(cell).pathname);
    await visitor.choose('responsibilities_agency', { index: 1 }, form);
    await visitor.press('responsibilities_assign', form);
    await visitor.reads(visitor.say('responsibilities_assigned'));
    await visitor.open('/qom/responsibilities/gaps');
    expect(await rows.count()).toBeLessThan(before);
    expect(await visitor.page.locator(`main tbody a[href="${problem}"]`).count()).toBe(0);
    await visitor.open(new URL(cell).pathname);
    await visitor.press('responsibilities_release', visitor.page.locator('#duties'));
    await visitor.reads(visitor.say('responsibilities_released'));
    expect(await visitor.leave()).toEqual([]);
  });

  it('a capacity is matched with its reasons, its score adds up, it is put to use and taken back (fa, desktop)', async () => {
    const visitor = await visit({ locale: 'fa', screen: 'desktop' });
    await visitor.enter('qom', 'manager');
    await openFirst(visitor, '/qom/problems?status=open', DARK);
    const matches = visitor.page.locator('#matches');
    const lamps = matches.locator('.rows > li').filter({ hasText: LAMPS });
    await visitor.reads(/همین حوزه: .*(متر فاصله|در همین محله)/, lamps);
    const [, score] = /([۰-۹]+) از ۱۰۰/.exec(await lamps.locator('summary').innerText()) ?? [];
    await lamps.locator('summary').click();
    const points = await lamps.locator('tbody tr:not(.tot) td:last-child').allInnerTexts();
    const sum = points.map(pointsOf).reduce((all, one) => all + one, 0);
    expect(Math.abs(sum - pointsOf(score ?? ''))).toBeLessThan(1);
    expect(await seriousFaults(visitor.page)).toEqual([]);

    const hall = matches
      .locator('.rows > li')
      .filter({ has: visitor.page.locator('form') })
      .first();
    const name = await hall.locator('b').first().innerText();
    await hall.locator('form button').click();
    await visitor.reads(visitor.say('matching_use_done'));
    const used = matches.locator('.rows > li').filter({ hasText: name }).first();
    await visitor.reads(visitor.say('matching_used'), used);
    await visitor.pressText(visitor.ui.undo);
    await used.locator('form button').waitFor();
    expect(await visitor.leave()).toEqual([]);
  });

  it('the same on a phone in English: nothing is wider than the screen, and a sensitive problem has no distance', async () => {
    const visitor = await visit({ locale: 'en', screen: 'phone', theme: 'dark' });
    await visitor.enter('qom', 'dg');
    await openFirst(visitor, '/qom/problems?status=open', DARK);
    await visitor.reads(/the same domain: .*serves this domain well/, visitor.page.locator('#matches'));
    expect(await excess(visitor)).toBe(0);
    await openFirst(visitor, '/qom/problems?status=open&domain=health', '');
    await visitor.reads(patternOf(visitor.say, 'matching_fits_title'));
    expect(await visitor.page.locator('#matches').innerText()).not.toMatch(/\d (m|km) away/);
    for (const path of ['/qom/responsibilities', '/qom/responsibilities/gaps', '/qom/match-rules']) {
      await visitor.open(path);
      expect(await excess(visitor), path).toBe(0);
      expect(await seriousFaults(visitor.page), path).toEqual([]);
    }
    await openFirst(visitor, '/qom/agencies', 'شهرداری');
    await visitor.reads(patternOf(visitor.say, 'responsibilities_asked_title'));
    await openFirst(visitor, '/qom/agencies', 'جهادی');
    await visitor.reads(patternOf(visitor.say, 'responsibilities_collide_title'));
    await visitor.reads(CLASS, visitor.page.locator('#collisions'));
    expect(await excess(visitor)).toBe(0);
    expect(await visitor.leave()).toEqual([]);
  });

  it('a weight that is typed shows its order at once, is kept, and is taken back (en, desktop)', async () => {
    const visitor = await visit({ locale: 'en', screen: 'desktop' });
    await visitor.enter('qom', 'dg');
    await visitor.open('/qom/match-rules');
    const preview = visitor.page.locator('#preview');
    const order = () => preview.locator('ol b').allInnerTexts();
    const kept = await order();
    await visitor.unfold('Same domain');
    const rule = visitor.page.locator('details[open]').filter({ hasText: 'Same domain' });
    await visitor.fill('matching_rule_weight', '0', rule);
    await visitor.reads(visitor.say('matching_preview_changed'), preview);
    const typed = await order();
    expect(typed).not.toEqual(kept);
    await visitor.press('matching_rule_save', rule);
    await visitor.reads(visitor.say('matching_rule_saved'));
    await visitor.reads(visitor.say('matching_preview_title'), preview);
    expect(await order()).toEqual(typed);
    await visitor.pressText(visitor.ui.undo);
    await visitor.page.waitForFunction(
      (first) => document.querySelector('#preview ol b')?.textContent === first,
      kept[0],
    );
    expect(await order()).toEqual(kept);
    expect(await visitor.leave()).toEqual([]);
  });
});
