import { describe, expect, it } from 'vitest';
import { seriousFaults } from './support/axe.ts';
import { openHouse } from './support/house.ts';

describe('splitting a problem', () => {
  const visit = openHouse();

  it.each([
    ['fa', 'desktop', 0],
    ['en', 'phone', 1],
  ] as const)(
    'is refused without its parts, done with two, seen from both sides, taken back (%s, %s)',
    async (locale, screen, at) => {
      const visitor = await visit({ locale, screen });
      await visitor.enter('qom', 'dg');
      await visitor.open('/qom/problems?status=registered');
      await visitor.page.locator('main tbody a.row').nth(at).click();
      await visitor.at(/^\/qom\/problems\/[^/]+$/);
      const problem = new URL(visitor.page.url()).pathname;
      await visitor.follow('problems_split');
      await visitor.at(`${problem}/split`);
      expect(await seriousFaults(visitor.page)).toEqual([]);
      const form = visitor.form('problems_split');
      await visitor.press('problems_split', form);
      await visitor.refusal();
      const titles = visitor.field('problems_field_title', form);
      await titles.nth(0).fill('چراغ کوچه خاموش است');
      await titles.nth(1).fill('آسفالت کوچه شکسته است');
      await visitor.press('problems_split', form);
      await visitor.at(problem);
      await visitor.reads(visitor.say('problems_split_done'));
      const parts = visitor.page.locator('#parts a.row');
      expect(await parts.count()).toBe(2);
      const part = await visit({ locale, screen });
      await part.enter('qom', 'dg');
      await part.open((await parts.first().getAttribute('href')) ?? '');
      await part.reads(part.say('problems_split_from'));
      expect(await part.leave()).toEqual([]);
      await visitor.pressText(visitor.ui.undo);
      await parts.first().waitFor({ state: 'detached' });
      expect(await visitor.leave()).toEqual([]);
    },
  );
});
