import { formatNumber, latinDigits } from '@mahalleh/kernel/digits';
import { describe, expect, it } from 'vitest';
import { seriousFaults } from './support/axe.ts';
import { openHouse } from './support/house.ts';
import { patternOf } from './support/words.ts';

describe('finding', () => {
  const visit = openHouse();

  it('a name typed with a slip and with Arabic letters is found while typing, by the keys alone (fa, desktop)', async () => {
    const visitor = await visit({ locale: 'fa', screen: 'desktop' });
    await visitor.enter('qom', 'dg');
    await visitor.key('/');
    const field = visitor.page.getByRole('combobox', { name: visitor.say('finding_find') }).first();
    // Arabic kaf and yeh, one letter missing.
    await field.pressSequentially('تاريكي كوچه', { delay: 20 });
    const options = visitor.page.getByRole('option').filter({ visible: true });
    await options.filter({ hasText: 'تاریکی کوچه‌های ۸ تا ۱۴' }).first().waitFor();
    await field.fill('');
    await field.pressSequentially('شیخاباذ', { delay: 20 });
    await options.filter({ hasText: 'شیخ‌آباد' }).first().waitFor();
    expect(await seriousFaults(visitor.page)).toEqual([]);
    await visitor.key('ArrowDown');
    await visitor.key('Enter');
    await visitor.at(/^\/qom\/(neighbourhoods|units|search)/);
    expect(await visitor.leave()).toEqual([]);
  });

  it.each(['fa', 'en'] as const)(
    'a view of a list is saved, shared with the province, seen by another, and deleted (%s)',
    async (locale) => {
      const screen = locale === 'fa' ? 'desktop' : 'phone';
      const visitor = await visit({ locale, screen });
      const other = await visit({ locale, screen });
      const name = locale === 'fa' ? 'بحرانی‌های باز' : 'Open and critical';
      await visitor.enter('qom', 'dg');
      await other.enter('qom', 'secretary');
      const severity = locale === 'fa' ? '5' : '4';
      const query = `?severity=${severity}&status=open`;
      await visitor.open(`/qom/problems${query}`);
      await visitor.unfold(visitor.say('saved_save'));
      const form = visitor.form('saved_keep');
      await visitor.fill('saved_name', name, form);
      await visitor.press('saved_keep', form);
      await visitor.reads(visitor.say('saved_done'));
      expect(new URL(visitor.page.url()).search).toContain(`severity=${severity}`);

      await visitor.unfold(visitor.say('saved_this'));
      await visitor.press('saved_share', visitor.form('saved_share'));
      await visitor.reads(visitor.say('saved_share_done'));
      expect(await seriousFaults(visitor.page)).toEqual([]);

      await other.open('/qom/problems');
      await other.followText(new RegExp(`^${name}`));
      expect(new URL(other.page.url()).search).toBe(query);

      await visitor.unfold(visitor.say('saved_this'));
      await visitor.press('saved_drop', visitor.form('saved_drop'));
      await visitor.reads(visitor.say('saved_drop_done'));
      await visitor.pressText(visitor.ui.undo);
      await visitor.reads(name);
      expect(await visitor.leave()).toEqual([]);
      expect(await other.leave()).toEqual([]);
    },
  );

  it('all that match are changed at once, and taken back (fa, desktop)', async () => {
    const visitor = await visit({ locale: 'fa', screen: 'desktop' });
    await visitor.enter('qom', 'dg');
    await visitor.open('/qom/problems?status=open');
    const { page, say, ui } = visitor;
    const severe = page.locator('main tbody tr').filter({ hasText: 'بحرانی' });
    const before = await severe.count();
    const rows = await page.locator('main tbody tr').count();
    expect(before).toBeLessThan(rows);
    await page.getByRole('checkbox', { name: ui.selectAll }).check();
    await page.getByRole('checkbox', { name: say('bulk_all') }).check();
    const all = page.getByRole('checkbox', { name: patternOf(say, 'bulk_all_n') });
    await all.waitFor();
    const matching = Number(/\d+/.exec(latinDigits(await all.locator('xpath=..').innerText()))?.[0]);
    // More than the page shows.
    expect(matching).toBeGreaterThan(rows);
    await visitor.choose('bulk_what', say('bulk_severity'));
    await visitor.choose('bulk_to', { index: 1 });
    await visitor.pressText(say('bulk_apply', { n: formatNumber(matching, 'fa') }));
    await visitor.reads(say('bulk_done', { n: formatNumber(matching, 'fa') }));
    await expect.poll(() => severe.count()).toBe(rows);
    expect(await seriousFaults(page)).toEqual([]);
    await visitor.pressText(ui.undo);
    await expect.poll(() => severe.count()).toBe(before);
    expect(await visitor.leave()).toEqual([]);
  });
});
