import { lookinReasons } from '@mahalleh/lookin/reasons';
import { describe, expect, it } from 'vitest';
import { openHouse } from './support/house.ts';
import { oneTimeCode } from './support/one-time-code.ts';

const EMAIL = 'analyst@ministry.sample';
const PASSWORD = 'a long sentence for a guest';

describe('looking in by grant', () => {
  const visit = openHouse();

  it.each([
    { locale: 'fa', screen: 'desktop', part: 'قم' },
    { locale: 'en', screen: 'phone', part: 'Qom' },
  ] as const)(
    'an administrator grants, the invited person sets up and looks, staff know, each view is on record, and it ends ($locale)',
    { timeout: 240_000 },
    async ({ locale, screen, part }) => {
      const admin = await visit({ locale });
      await admin.enter('qom', 'admin');
      await admin.open('/qom/look-ins');
      const form = admin.form('lookin_grant');
      await admin.press('lookin_grant', form);
      await admin.refusal();
      await admin.fill('lookin_name', 'سارا امینی', form);
      await admin.fill('lookin_email', EMAIL, form);
      await admin.choose('lookin_part', part, form);
      await admin.field('lookin_area_problems', form).check();
      await admin.fill('lookin_reason', 'بررسی مسئله‌های آب محله', form);
      await admin.press('lookin_grant', form);
      await admin.at(/^\/qom\/look-ins\/[^/]+$/);
      const page = new URL(admin.page.url()).pathname;
      await admin.reads(admin.say('lookin_standing_waiting'));

      // All staff of that part see it, before and while it lasts.
      const manager = await visit({ locale, screen: 'phone' });
      await manager.enter('qom', 'manager');
      await manager.reads(/سارا امینی/);
      await manager.reads(/بررسی مسئله‌های آب محله/);
      expect(await manager.page.locator('a[href*="/look-ins"]').count()).toBe(0);

      // The invitation is found at the ministry, and leads to the province's own door.
      const guest = await visit({ locale, screen });
      await guest.enter('ministry', 'analyst');
      await guest.open('/ministry/look-ins');
      await guest.reads(/بررسی مسئله‌های آب محله/);
      await guest.page
        .getByRole('button', {
          name: new RegExp(`^(${guest.say('lookin_inv_follow')}|${guest.say('lookin_inv_again')})$`),
        })
        .first()
        .click();
      await guest.at(/^\/qom\/invitation\/[\w-]+$/);
      await guest.press('lookin_setup_begin');
      const secret = (await guest.page.locator('output.secret').innerText()).trim();
      await guest.fill('account_next', PASSWORD);
      await guest.fill('account_totp_code', '000000');
      await guest.press('lookin_setup_set');
      await guest.refusal();
      expect((await guest.page.locator('output.secret').innerText()).trim()).toBe(secret);
      await guest.fill('account_next', PASSWORD);
      await guest.fill('account_totp_code', oneTimeCode(secret));
      await guest.press('lookin_setup_set');
      await guest.at('/qom/sign-in');
      await guest.signIn('qom', EMAIL, PASSWORD);
      await guest.at('/qom/sign-in/code');
      await guest.fill('sign_in_code', oneTimeCode(secret, 1));
      await guest.press('sign_in_code_submit');
      await guest.at('/qom');

      // They see the part that was granted, are told that they are guests, and find nothing to change.
      await guest.reads(new RegExp(guest.say('lookin_guest_notice').split('{')[0] ?? ''));
      await guest.open('/qom/problems');
      await guest.page.locator('main tbody a').first().click();
      await guest.at(/^\/qom\/problems\/[^/]+$/);
      const problem = new URL(guest.page.url()).pathname;
      expect(await guest.page.locator('main form button[type=submit]').filter({ visible: true }).count()).toBe(0);
      for (const closed of ['/qom/people', '/qom/capacities', '/qom/look-ins', '/qom/councils', '/qom/trash'])
        expect(await guest.open(closed), closed).toBe(403);
      const refusal = await guest.page.evaluate(async () => {
        const answer = await fetch('/api/v1/provinces/qom/me/password', {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'accept-language': document.documentElement.lang },
          body: '{}',
        });
        return ((await answer.json()) as { title: string }).title;
      });
      expect(refusal).toBe(lookinReasons.guest_reads_only[locale]);

      // The administrator reads what was looked at, as it was written before it was shown.
      await admin.open(page);
      const seen = admin.page
        .locator('#views tbody tr')
        .filter({ has: admin.page.locator(`a[href="${problem}"]`) })
        .filter({ hasText: admin.say('lookin_asked_problem') });
      expect(await seen.count()).toBeGreaterThan(0);
      await admin.reads(admin.say('lookin_standing_open'));

      // Ended, it is over at once, for the guest and for everybody's notice.
      await admin.press('lookin_end');
      await admin.reads(admin.say('lookin_standing_ended'));
      await guest.open(problem);
      await guest.at('/qom/sign-in');
      await guest.signIn('qom', EMAIL, PASSWORD);
      await guest.refusal();
      await manager.open('/qom/neighbourhoods');
      expect(await manager.page.getByText('سارا امینی').count()).toBe(0);
      for (const visitor of [admin, manager, guest]) expect(await visitor.leave()).toEqual([]);
    },
  );

  it('who is not invited follows nothing, and the sample tells of a look-in that is over', async () => {
    const admin = await visit({ locale: 'en' });
    await admin.enter('qom', 'admin');
    await admin.open('/qom/look-ins');
    await admin.reads(admin.say('lookin_standing_over'));
    await admin.page.locator('main tbody tr').last().getByRole('link').first().click();
    await admin.at(/^\/qom\/look-ins\/[^/]+$/);
    await admin.reads(admin.say('lookin_asked_home'));
    const chief = await visit({ locale: 'en', scripts: false });
    await chief.enter('ministry', 'admin');
    await chief.open('/ministry/look-ins');
    await chief.reads(chief.say('lookin_inv_others'));
    expect(await chief.form('lookin_inv_follow').count()).toBe(0);
    for (const visitor of [admin, chief]) expect(await visitor.leave()).toEqual([]);
  });
});
