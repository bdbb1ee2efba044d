import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openHouse } from './support/house.ts';

describe('on a slow network', () => {
  const visit = openHouse();

  it('what is typed before the scripts arrive is still there afterwards', async () => {
    const visitor = await visit({ locale: 'fa', screen: 'phone' });
    const { page } = visitor;
    let arrived = 0;
    await page.route('**/_app/**/*.js', async (route) => {
      await pause(800);
      await route.continue();
      arrived++;
    });
    await page.goto(visitor.address('/qom/sign-in'), { waitUntil: 'commit' });
    await visitor.field('sign_in_email').fill('dg@qom.sample');
    await visitor.field('sign_in_password').fill(visitor.password);
    expect(arrived).toBe(0);
    await page.waitForLoadState('networkidle');
    await pause(300);
    expect(arrived).toBeGreaterThan(0);
    expect(await visitor.field('sign_in_email').inputValue()).toBe('dg@qom.sample');
    await page.keyboard.press('Enter');
    await visitor.at('/qom');
  });
});
