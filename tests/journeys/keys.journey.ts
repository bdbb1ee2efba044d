import { describe, expect, it } from 'vitest';
import { seriousFaults } from './support/axe.ts';
import { openHouse } from './support/house.ts';

describe('keys and the look of lists', () => {
  const visit = openHouse();

  it.each(['fa', 'en'] as const)(
    'the palette leads to a page, begins an act, and finds a record; its keys work on a Persian layout (%s)',
    async (locale) => {
      const visitor = await visit({ locale, screen: 'desktop' });
      await visitor.enter('qom', 'dg');
      const open = async () => {
        await visitor.key('Control+k');
        const field = visitor.page.getByRole('combobox', { name: visitor.say('keys_palette_hint') });
        await field.waitFor();
        return field;
      };
      let field = await open();
      expect(await seriousFaults(visitor.page)).toEqual([]);
      await visitor.key('Escape');
      await field.waitFor({ state: 'detached' });

      field = await open();
      await field.pressSequentially(visitor.say('responsibilities_gaps'), { delay: 10 });
      await visitor.key('Enter');
      await visitor.at('/qom/responsibilities/gaps');

      field = await open();
      await field.pressSequentially(visitor.say('problems_register').slice(0, -2), { delay: 10 });
      await visitor.key('Enter');
      await visitor.at('/qom/problems/new');

      field = await open();
      await field.pressSequentially('شيخ آباد', { delay: 10 });
      await visitor.page.getByRole('option').filter({ visible: true }).first().waitFor();
      await visitor.key('ArrowDown');
      await visitor.key('Enter');
      await visitor.at(/^\/qom\/(neighbourhoods|units|problems|councils|operations|capacities|bases)\/./);
      expect(await visitor.leave()).toEqual([]);
    },
  );

  it('rows are gone through, picked and opened by single keys, which help explains and can switch off (fa)', async () => {
    const visitor = await visit({ locale: 'fa', screen: 'desktop' });
    await visitor.enter('qom', 'dg');
    await visitor.open('/qom/problems?status=open');
    const links = visitor.page.locator('main tbody a.row');
    const second = await links.nth(1).getAttribute('href');
    await visitor.key('j');
    await visitor.key('j');
    expect(await visitor.page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(second);
    await visitor.key('k');
    await visitor.key('j');
    await visitor.key('x');
    expect(await visitor.page.locator('main tbody tr[aria-selected="true"]').count()).toBe(1);
    await visitor.key('x');
    expect(await visitor.page.locator('main tbody tr[aria-selected="true"]').count()).toBe(0);

    await visitor.key('Shift+?');
    const help = visitor.page.getByRole('dialog', { name: visitor.say('keys_title') });
    await help.waitFor();
    expect(await seriousFaults(visitor.page)).toEqual([]);
    await help.getByRole('checkbox').uncheck();
    await visitor.key('Escape');
    await help.waitFor({ state: 'detached' });
    await links.nth(1).focus();
    await visitor.key('j');
    expect(await visitor.page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(second);
    await visitor.key('Enter');
    await visitor.at(second ?? '');
    await visitor.back();
    await visitor.at(/^\/qom\/problems/);
    expect(await visitor.leave()).toEqual([]);
  });

  it.each([
    ['fa', 'desktop'],
    ['en', 'phone'],
  ] as const)('columns and density are chosen, kept, and go back where one was (%s, %s)', async (locale, screen) => {
    const visitor = await visit({ locale, screen });
    await visitor.enter('qom', 'dg');
    await visitor.open('/qom/problems?status=open&severity=4');
    const cells = visitor.page.locator(`main td[data-label="${visitor.say('problems_people')}"]`);
    expect(await cells.count()).toBeGreaterThan(0);
    await visitor.page.locator('main details.look summary').click();
    const menu = visitor.page.locator('main details.look form');
    expect(await seriousFaults(visitor.page)).toEqual([]);
    await visitor.page.locator('main details.look summary').click();
    await menu.getByRole('checkbox', { name: visitor.say('problems_people') }).uncheck();
    if (screen === 'desktop') await menu.getByRole('radio', { name: visitor.ui.compact }).check();
    await menu.getByRole('button', { name: visitor.ui.apply }).click();
    await cells.first().waitFor({ state: 'detached' });
    expect(new URL(visitor.page.url()).search).toBe('?status=open&severity=4');
    const density = await visitor.page.locator('html').getAttribute('data-density');
    expect(density).toBe(screen === 'desktop' ? 'compact' : 'comfortable');
    await visitor.open('/qom/problems');
    expect(await cells.count()).toBe(0);
    expect(
      await visitor.page.locator(`main td[data-label="${visitor.say('problems_domain')}"]`).count(),
    ).toBeGreaterThan(0);
    expect(await visitor.leave()).toEqual([]);
  });
});
