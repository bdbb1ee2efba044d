import { identityReasons } from '@mahalleh/identity/reasons';
import { describe, expect, it } from 'vitest';
import { openHouse } from './support/house.ts';

const LOCALES = ['fa', 'en'] as const;
const WRONG = 'not-the-password-at-all';

describe('signing in', () => {
  const visit = openHouse();

  it.each(LOCALES)(
    'a wrong password is refused, the address is kept, the reason has the focus (%s)',
    async (locale) => {
      const visitor = await visit({ locale });
      await visitor.signIn('qom', 'observer', WRONG);
      const summary = await visitor.refusal();
      expect(await summary.textContent()).toContain(identityReasons.sign_in_failed[locale]);
      expect(await summary.evaluate((box) => box === document.activeElement)).toBe(true);
      expect(await visitor.field('sign_in_email').inputValue()).toBe('observer@qom.sample');
      expect(await visitor.leave()).toEqual([]);
    },
  );

  it('an address nobody has reads the same, and the right password opens', async () => {
    const visitor = await visit();
    await visitor.signIn('qom', 'nobody', WRONG);
    expect(await (await visitor.refusal()).textContent()).toContain(identityReasons.sign_in_failed.fa);
    await visitor.enter('qom', 'observer');
    expect(await visitor.leave()).toEqual([]);
  });

  it('five wrong attempts lock the address, and no other', async () => {
    const visitor = await visit({ locale: 'en', screen: 'phone' });
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await visitor.signIn('qom', 'facilitator', WRONG);
      await visitor.refusal();
    }
    await visitor.signIn('qom', 'facilitator');
    const said = await (await visitor.refusal()).textContent();
    expect(said).toMatch(/Too many wrong attempts\. Try again in about \d+ minutes\./);
    await visitor.enter('qom', 'manager');
    await visitor.enter('qazvin', 'facilitator');
    expect(await visitor.leave()).toEqual([]);
  });

  it('who is signed in at Qom is asked to sign in at Qazvin and at the ministry', async () => {
    const visitor = await visit();
    await visitor.enter('qom', 'dg');
    for (const workspace of ['qazvin', 'ministry']) {
      await visitor.open(`/${workspace}`);
      await visitor.at(`/${workspace}/sign-in`);
      await visitor.reads(visitor.say('sign_in_submit'));
    }
    await visitor.open('/qom');
    await visitor.at('/qom');
    expect(await visitor.leave()).toEqual([]);
  });

  it('the page that was asked for opens after signing in', async () => {
    const visitor = await visit({ locale: 'en' });
    await visitor.open('/qom/neighbourhoods?step=1');
    await visitor.at('/qom/sign-in');
    await visitor.fill('sign_in_email', 'dg@qom.sample');
    await visitor.fill('sign_in_password', visitor.password);
    await visitor.press('sign_in_submit');
    await visitor.at('/qom/neighbourhoods');
    expect(new URL(visitor.page.url()).search).toBe('?step=1');
    expect(await visitor.leave()).toEqual([]);
  });

  it('language and ground change by a button and stay', async () => {
    const visitor = await visit();
    await visitor.enter('ministry', 'analyst');
    const html = visitor.page.locator('html');
    expect(await html.getAttribute('dir')).toBe('rtl');
    await visitor.press('shell_language_other');
    expect(await html.getAttribute('lang')).toBe('en');
    expect(await html.getAttribute('dir')).toBe('ltr');
    const inEnglish = await visitor.page.getByRole('button', { name: 'Dark view' }).filter({ visible: true });
    await inEnglish.first().click();
    await visitor.page.waitForLoadState('load');
    expect(await html.getAttribute('data-theme')).toBe('dark');
    await visitor.open('/ministry');
    expect(await html.getAttribute('lang')).toBe('en');
    expect(await html.getAttribute('data-theme')).toBe('dark');
    expect(await visitor.leave()).toEqual([]);
  });

  it('signing out ends the session, and the back button does not bring the page back', async () => {
    const visitor = await visit();
    await visitor.enter('qom', 'governor');
    await visitor.open('/qom/people');
    await visitor.press('shell_sign_out');
    await visitor.at('/qom/sign-in');
    await visitor.back();
    await visitor.at('/qom/sign-in');
    expect(await visitor.page.getByRole('table').count()).toBe(0);
    await visitor.open('/qom');
    await visitor.at('/qom/sign-in');
    expect(await visitor.leave()).toEqual([]);
  });
});
