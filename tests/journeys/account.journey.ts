import { identityReasons } from '@mahalleh/identity/reasons';
import { describe, expect, it } from 'vitest';
import { openHouse } from './support/house.ts';
import { oneTimeCode } from './support/one-time-code.ts';
import { patternOf } from './support/words.ts';

describe('one’s own account', () => {
  const visit = openHouse();

  it.each([
    { locale: 'fa', screen: 'phone', who: 'observer' },
    { locale: 'en', screen: 'desktop', who: 'agency' },
  ] as const)(
    'a second factor: set up, a code, a recovery code that works once ($locale)',
    async ({ locale, screen, who }) => {
      const visitor = await visit({ locale, screen });
      await visitor.enter('qom', who);
      await visitor.open('/qom/account');
      await visitor.press('account_totp_begin');
      const secret = (await visitor.page.locator('output.secret').innerText()).trim();
      await visitor.page.getByRole('img', { name: visitor.say('account_totp_qr') }).waitFor();

      await visitor.fill('account_totp_code', '000000');
      await visitor.press('account_totp_confirm');
      expect(await (await visitor.refusal()).textContent()).toContain(identityReasons.code_wrong[locale]);
      await visitor.fill('account_totp_code', oneTimeCode(secret));
      await visitor.press('account_totp_confirm');
      await visitor.reads(visitor.say('account_codes_text'));
      const codes = (await visitor.page.locator('main').innerText()).match(/\b[a-z0-9]{5}-[a-z0-9]{5}\b/g) ?? [];
      expect(new Set(codes).size).toBeGreaterThanOrEqual(8);
      const [recovery = ''] = codes;

      await visitor.signOut('qom');
      await visitor.signIn('qom', who);
      await visitor.at('/qom/sign-in/code');
      await visitor.open('/qom');
      await visitor.at('/qom/sign-in');
      await visitor.signIn('qom', who);
      await visitor.fill('sign_in_code', oneTimeCode(secret, 1));
      await visitor.press('sign_in_code_submit');
      await visitor.at('/qom');

      await visitor.signOut('qom');
      await visitor.signIn('qom', who);
      await visitor.fill('sign_in_code', recovery);
      await visitor.press('sign_in_code_submit');
      await visitor.at('/qom');
      await visitor.signOut('qom');
      await visitor.signIn('qom', who);
      await visitor.fill('sign_in_code', recovery);
      await visitor.press('sign_in_code_submit');
      expect(await (await visitor.refusal()).textContent()).toContain(identityReasons.code_wrong[locale]);
      expect(await visitor.leave()).toEqual([]);
    },
  );

  it('a password is changed; the other devices are signed out, and the old one opens nothing', async () => {
    const visitor = await visit();
    const elsewhere = await visit({ locale: 'en', screen: 'phone' });
    await visitor.enter('qazvin', 'governor');
    await elsewhere.enter('qazvin', 'governor');
    await visitor.open('/qazvin/account');
    const form = visitor.form('account_change');
    await visitor.fill('account_current', 'not-the-password', form);
    await visitor.fill('account_next', 'a-new-and-longer-sentence', form);
    await visitor.press('account_change', form);
    expect(await (await visitor.refusal()).textContent()).toContain(identityReasons.current_password_wrong.fa);
    await visitor.fill('account_current', visitor.password, form);
    await visitor.fill('account_next', 'a-new-and-longer-sentence', form);
    await visitor.press('account_change', form);
    await visitor.reads(patternOf(visitor.say, 'account_changed'));

    await elsewhere.open('/qazvin');
    await elsewhere.at('/qazvin/sign-in');
    await elsewhere.signIn('qazvin', 'governor');
    expect(await (await elsewhere.refusal()).textContent()).toContain(identityReasons.sign_in_failed.en);
    await elsewhere.signIn('qazvin', 'governor', 'a-new-and-longer-sentence');
    await elsewhere.at('/qazvin');
    expect(await elsewhere.leave()).toEqual([]);
    expect(await visitor.leave()).toEqual([]);
  });
});
