import { describe, expect, it } from 'vitest';
import { openHouse } from './support/house.ts';
import { countProblems, openProblemForm } from './support/problem-form.ts';
import { adopt, openAdoption } from './support/template-steps.ts';
import { patternOf } from './support/words.ts';

/** A template of the sample, and a neighbourhood that has none in use. */
const [TEMPLATE, ADOPTER] = [/^الگوی پردیسان/, 'چهارمردان'];

const PLACES = { fa: 'پردیسان', en: 'Pardisan' } as const;

describe('forms', () => {
  const visit = openHouse();

  it.each(['fa', 'en'] as const)(
    'wrong input is named at its field, and nothing typed is lost (%s)',
    async (locale) => {
      const visitor = await visit({ locale, screen: locale === 'fa' ? 'desktop' : 'phone' });
      await visitor.enter('qom', 'dg');
      const form = await openProblemForm(visitor, PLACES[locale]);
      const title = 'پیاده‌رو شکسته است، کد ملی ۰۰۱۲۳۴۵۶۷۹';
      await visitor.fill('problems_field_title', title, form);
      await visitor.fill('problems_field_people', 'سی نفر', form);
      await visitor.fill('problems_field_description', 'شب‌ها خطر دارد.', form);
      await visitor.press('problems_register', form);

      const summary = await visitor.refusal();
      expect(await summary.evaluate((box) => box === document.activeElement)).toBe(true);
      expect(await visitor.field('problems_field_title', form).inputValue()).toBe(title);
      expect(await visitor.field('problems_field_people', form).inputValue()).toBe('سی نفر');
      expect(await visitor.field('problems_field_description', form).inputValue()).toBe('شب‌ها خطر دارد.');
      const named = await summary.getByRole('link').allInnerTexts();
      for (const label of ['problems_field_title', 'problems_domain', 'problems_severity', 'problems_field_people'])
        expect(named.filter((line) => line.startsWith(visitor.say(label)))).toHaveLength(1);

      const people = visitor.field('problems_field_people', form);
      await summary.getByRole('link', { name: visitor.say('problems_field_people') }).click();
      expect(await people.evaluate((field) => field === document.activeElement)).toBe(true);
      expect(await people.getAttribute('aria-invalid')).toBe('true');

      await visitor.fill('problems_field_title', 'پیاده‌رو شکسته است', form);
      await people.fill('۳۰');
      await visitor.choose('problems_domain', { index: 1 }, form);
      await visitor.choose('problems_severity', { index: 2 }, form);
      await visitor.press('problems_register', form);
      await visitor.reads(patternOf(visitor.say, 'problems_registered'));
      expect(await visitor.leave()).toEqual([]);
    },
  );

  it('pressed twice is done once; back and forward change nothing', async () => {
    const visitor = await visit();
    await visitor.enter('qom', 'dg');
    const title = 'جوی آب کنار مدرسه گرفته است';
    const form = await openProblemForm(visitor, PLACES.fa);
    await visitor.fill('problems_field_title', title, form);
    await visitor.choose('problems_domain', { index: 1 }, form);
    await visitor.choose('problems_severity', { index: 2 }, form);
    await form.getByRole('button', { name: visitor.say('problems_register') }).dblclick();
    await visitor.at(/^\/qom\/problems\/(?!new)[^/]+$/);
    const problem = new URL(visitor.page.url()).pathname;

    await visitor.back();
    await visitor.at('/qom/problems/new');
    expect(await visitor.form('problems_register').count()).toBe(1);
    await visitor.forward();
    await visitor.at(problem);
    await visitor.reads(title);
    expect(await countProblems(visitor, title)).toBe(1);
    expect(await visitor.leave()).toEqual([]);
  });

  it.each(['fa', 'en'] as const)('a problem is registered without scripts (%s)', async (locale) => {
    const visitor = await visit({ locale, scripts: false });
    const title = locale === 'fa' ? 'چراغ پارک خاموش است' : 'The lamps of the park are out';
    await visitor.enter('qom', 'dg');
    const form = await openProblemForm(visitor, PLACES[locale]);
    await visitor.fill('problems_field_title', title, form);
    await visitor.press('problems_register', form);
    const summary = await visitor.refusal();
    expect(await summary.getByRole('link').count()).toBeGreaterThanOrEqual(2);
    expect(await visitor.field('problems_field_title', form).inputValue()).toBe(title);

    await visitor.choose('problems_domain', { index: 1 }, form);
    await visitor.choose('problems_severity', { index: 2 }, form);
    await visitor.press('problems_register', form);
    await visitor.at(/^\/qom\/problems\/(?!new)[^/]+$/);
    await visitor.reads(patternOf(visitor.say, 'problems_registered'));
    expect(await countProblems(visitor, title)).toBe(1);
    expect(await visitor.leave()).toEqual([]);
  });

  it('a template is adopted without scripts: what is refused keeps every choice, and is put right', async () => {
    const visitor = await visit({ scripts: false });
    await visitor.enter('qom', 'dg');
    await visitor.open('/qom/templates');
    await visitor.followText(TEMPLATE, visitor.page.locator('main'));
    await visitor.at(/^\/qom\/templates\/[0-9a-f-]{36}$/);
    await openAdoption(visitor, new URL(visitor.page.url()).pathname, ADOPTER);
    const roles = visitor.page.locator('details.part', { hasText: visitor.say('templates_part_roles') });
    const manager = roles.locator('select').first();
    const chosen = await manager.inputValue();
    await manager.selectOption('out');
    await visitor.press('adoptions_apply');
    await visitor.refusal();
    expect(await manager.inputValue()).toBe('out');
    await manager.selectOption(chosen);
    const adoption = await adopt(visitor, ['duties']);
    await visitor.open(adoption);
    await visitor.reads(visitor.say('adoptions_undo'));
    expect(await visitor.leave()).toEqual([]);
  });
});
