import { describe, expect, it } from 'vitest';
import { seriousFaults } from './support/axe.ts';
import { openHouse } from './support/house.ts';
import type { Visitor } from './support/visitor.ts';
import { patternOf } from './support/words.ts';

const HALL = 'تالار خانه محله';

/** Opens something of the bank by its name. */
const openCapacity = async (visitor: Visitor, kind: string, name: string): Promise<void> => {
  await visitor.open(`/qom/capacities?kind=${kind}`);
  await visitor.page.locator('main tbody a').filter({ hasText: name }).first().click();
  await visitor.at(/^\/qom\/capacities\/[^/]+$/);
};
const rowsOf = (visitor: Visitor) => visitor.page.locator('#upcoming tbody tr');

describe('the capacity bank', () => {
  const visit = openHouse();

  it('a hall is booked with the keyboard alone, refuses a clash by its code, and gives the time back (fa, desktop)', async () => {
    const visitor = await visit({ locale: 'fa', screen: 'desktop' });
    await visitor.enter('qom', 'manager');
    await openCapacity(visitor, 'place', HALL);
    await visitor.follow('bookings_next');
    const before = await rowsOf(visitor).count();

    const grid = visitor.page.getByRole('grid');
    await grid.locator('[tabindex="0"]').focus();
    // From the first hour of Saturday two days on: in Persian the next day is on the left.
    await visitor.key('ArrowLeft');
    await visitor.key('ArrowLeft');
    await visitor.key('ArrowDown');
    await visitor.key('ArrowDown');
    await visitor.key('Enter');
    await visitor.key('Shift+ArrowDown');
    const form = visitor.form('bookings_book');
    expect(await visitor.field('bookings_from_at', form).inputValue()).toBe('۰۹:۰۰');
    expect(await visitor.field('bookings_to_at', form).inputValue()).toBe('۱۰:۳۰');
    expect(await grid.locator('[aria-selected="true"]').count()).toBe(3);
    await visitor.press('bookings_book', form);
    expect(await (await visitor.refusal()).innerText()).toContain(visitor.say('bookings_what_for'));
    await visitor.fill('bookings_what_for', 'کارگاه قصه‌گویی', form);
    await visitor.press('bookings_book', form);
    await visitor.reads(patternOf(visitor.say, 'bookings_made'));
    await visitor.reads('کارگاه قصه‌گویی', grid);
    expect(await grid.locator('[aria-selected="true"]').count()).toBe(0);
    expect(await rowsOf(visitor).count()).toBe(before + 1);
    expect(await seriousFaults(visitor.page)).toEqual([]);

    const line = await rowsOf(visitor).filter({ hasText: 'کارگاه قصه‌گویی' }).innerText();
    const code = /N-[0-9A-Z]{5}-[0-9A-Z]{4}/.exec(line)?.[0] ?? 'no code';
    await grid.locator('[tabindex="0"]').focus();
    await visitor.key('Enter');
    await visitor.fill('bookings_what_for', 'کلاس دیگر', form);
    await visitor.press('bookings_book', form);
    expect(await (await visitor.refusal()).innerText()).toContain(code);
    expect(await visitor.field('bookings_what_for', form).inputValue()).toBe('کلاس دیگر');

    await rowsOf(visitor).filter({ hasText: 'کارگاه قصه‌گویی' }).getByRole('link').first().click();
    await visitor.unfold(visitor.say('bookings_cancel'));
    await visitor.pressText(visitor.say('bookings_cancel_this').replace('{code}', code));
    await visitor.reads(visitor.say('bookings_cancelled'));
    await visitor.page.waitForFunction((n) => document.querySelectorAll('#upcoming tbody tr').length === n, before);
    await visitor.pressText(visitor.ui.undo);
    await visitor.reads('کارگاه قصه‌گویی', visitor.page.locator('#upcoming'));
    expect(await visitor.leave()).toEqual([]);
  });

  it('a free stretch is tapped on a phone, and the hours are changed by typing them (en, phone)', async () => {
    const visitor = await visit({ locale: 'en', screen: 'phone' });
    await visitor.enter('qom', 'manager');
    await openCapacity(visitor, 'place', HALL);
    await visitor.follow('bookings_next');
    await visitor.page
      .locator('ol a')
      .filter({ hasText: visitor.say('bookings_free') })
      .first()
      .click();
    await visitor.at(/^\/qom\/capacities\/[^/]+$/);
    const form = visitor.form('bookings_book');
    expect(await visitor.field('bookings_from_at', form).inputValue()).toMatch(/^\d\d:\d\d$/);
    await visitor.fill('bookings_what_for', 'Story hour', form);
    await visitor.press('bookings_book', form);
    await visitor.reads(patternOf(visitor.say, 'bookings_made'));
    await visitor.reads('Story hour', visitor.page.locator('ol'));

    await visitor.unfold(visitor.say('hours_edit'));
    const hours = visitor.form('records_save').filter({ hasText: visitor.say('hours_example') });
    await visitor.fill('hours_friday', 'in the morning', hours);
    await visitor.press('records_save', hours);
    expect(await (await visitor.refusal()).innerText()).toContain('08:00-12:00');
    await visitor.fill('hours_friday', '8-12, 16 to 22', hours);
    await hours.getByLabel(visitor.say('hours_holidays_closed')).check();
    await visitor.press('records_save', hours);
    await visitor.reads(visitor.say('hours_saved'));
    await visitor.reads('08:00–12:00, 16:00–22:00', visitor.page.locator('#hours'));
    expect(await visitor.page.locator('#hours').innerText()).toMatch(
      new RegExp(`${visitor.say('hours_holidays')}\\s+${visitor.say('hours_closed')}`),
    );
    // 13 Farvardin 1406: the day says what it is, and nothing of it is free.
    await visitor.open(`${new URL(visitor.page.url()).pathname}?week=2027-04-02`);
    await visitor.reads('Nature Day', visitor.page.locator('ol'));
    const days = visitor.page.locator('ol > li').filter({ hasText: 'Nature Day' });
    expect(await days.getByText(visitor.say('bookings_free')).count()).toBe(0);
    expect(await seriousFaults(visitor.page)).toEqual([]);
    expect(await visitor.leave()).toEqual([]);
  });

  it('a stretch is drawn with the mouse; what leaves the bank comes back from the trash (fa, desktop)', async () => {
    const visitor = await visit({ locale: 'fa', screen: 'desktop' });
    await visitor.enter('qom', 'manager');
    await openCapacity(visitor, 'place', HALL);
    await visitor.follow('bookings_next');
    const cell = (minute: number) => visitor.page.locator(`[data-day="5"][data-minute="${minute}"]`);
    await cell(9 * 60).hover();
    await visitor.page.mouse.down();
    await cell(10 * 60 + 30).hover();
    await visitor.page.mouse.up();
    const form = visitor.form('bookings_book');
    expect(await visitor.field('bookings_from_at', form).inputValue()).toBe('۰۹:۰۰');
    expect(await visitor.field('bookings_to_at', form).inputValue()).toBe('۱۱:۰۰');

    await visitor.open('/qom/capacities/new');
    await visitor.page.locator('main a[href*="unitId="]').first().click();
    const register = visitor.form('capacities_register');
    await register.locator('input[name="kind"][value="skill"]').check();
    await visitor.fill('capacities_name', 'تعمیر آبگرمکن', register);
    await visitor.press('capacities_register', register);
    await visitor.at(/^\/qom\/capacities\/(?!new)[^/]+$/);
    await visitor.unfold(visitor.say('capacities_withdraw'));
    const withdraw = visitor.form('capacities_withdraw');
    await withdraw.getByRole('radio').first().check();
    await visitor.press('capacities_withdraw', withdraw);
    await visitor.reads(visitor.say('capacities_withdraw_done'));
    await visitor.open('/qom/trash');
    await visitor.page.locator('tbody tr').filter({ hasText: 'تعمیر آبگرمکن' }).getByRole('button').click();
    await visitor.at('/qom/trash');
    await openCapacity(visitor, 'skill', 'تعمیر آبگرمکن');
    expect(await visitor.page.locator('main').innerText()).not.toContain(visitor.say('capacities_is_withdrawn'));
    expect(await visitor.leave()).toEqual([]);
  });

  it('without scripts a booking is made by the form alone', async () => {
    const visitor = await visit({ locale: 'fa', scripts: false });
    await visitor.enter('qom', 'manager');
    await openCapacity(visitor, 'place', HALL);
    const form = visitor.form('bookings_book');
    await visitor.fill('bookings_on', '1406/02/01', form);
    await visitor.fill('bookings_from_at', '۱۷', form);
    await visitor.fill('bookings_to_at', '۱۸:۳۰', form);
    await visitor.fill('bookings_what_for', 'بی‌اسکریپت', form);
    await visitor.press('bookings_book', form);
    await visitor.reads(patternOf(visitor.say, 'bookings_made'));
    expect(await visitor.leave()).toEqual([]);
  });
});

describe('volunteers', () => {
  const visit = openHouse();

  it.each(['fa', 'en'] as const)(
    'nobody is written down without consent; withdrawn by a word that is typed, nothing is left (%s)',
    async (locale) => {
      const visitor = await visit({ locale, screen: locale === 'fa' ? 'desktop' : 'phone' });
      await visitor.enter('qom', 'manager');
      await visitor.open('/qom/volunteers');
      expect(await seriousFaults(visitor.page)).toEqual([]);
      await visitor.follow('volunteers_enrol');
      const form = visitor.form('volunteers_enrol');
      await visitor.fill('volunteers_name', 'ژاله خوش‌نشان', form);
      await visitor.fill('volunteers_phone', '۰۹۰۰ ۱۱۱ ۲۲۳۳', form);
      await form.locator('input[name="skills"][value="sewing"]').check();
      await visitor.press('volunteers_enrol', form);
      expect(await (await visitor.refusal()).getByRole('link').count()).toBe(2);
      expect(await form.locator('input[name="consentGiven"]').getAttribute('aria-invalid')).toBe('true');
      expect(await visitor.field('volunteers_name', form).inputValue()).toBe('ژاله خوش‌نشان');
      expect(await form.locator('input[name="skills"][value="sewing"]').isChecked()).toBe(true);
      expect(await seriousFaults(visitor.page)).toEqual([]);

      await form.locator('input[name="consentGiven"]').check();
      await form.locator('input[name="consentChannel"][value="paper"]').check();
      await visitor.press('volunteers_enrol', form);
      await visitor.at(/^\/qom\/volunteers\/(?!new)[^/]+$/);
      await visitor.reads('ژاله خوش‌نشان');
      expect(await visitor.page.title()).not.toContain('ژاله');
      expect(await seriousFaults(visitor.page)).toEqual([]);

      await visitor.unfold(visitor.say('volunteers_withdraw'));
      const withdraw = visitor.form('volunteers_withdraw');
      await visitor.press('volunteers_withdraw', withdraw);
      await visitor.refusal();
      await withdraw.locator('input[name="_confirm"]').fill(visitor.say('volunteers_withdraw_word'));
      await visitor.press('volunteers_withdraw', withdraw);
      await visitor.reads(visitor.say('volunteers_withdraw_done'));
      expect(await visitor.page.content()).not.toContain('ژاله');
      await visitor.open('/qom/volunteers/consent');
      expect(await seriousFaults(visitor.page)).toEqual([]);
      expect(await visitor.leave()).toEqual([]);
    },
  );

  it('are not there for anybody else: no place in the rail, no page', async () => {
    const visitor = await visit({ locale: 'fa' });
    await visitor.enter('qom', 'dg');
    expect(await visitor.page.getByRole('link', { name: visitor.say('shell_nav_volunteers') }).count()).toBe(0);
    expect(await visitor.open('/qom/volunteers')).toBe(403);
    expect(await visitor.open('/qom/volunteers/new')).toBe(403);
    await visitor.leave();
  });
});
