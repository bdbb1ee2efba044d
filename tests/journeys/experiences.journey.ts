import { describe, expect, it } from 'vitest';
import { seriousFaults } from './support/axe.ts';
import { openHouse } from './support/house.ts';
import type { Visitor } from './support/visitor.ts';
import { plainFaults } from './support/walk.ts';

const READERS = [
  {
    title: 'fa',
    locale: 'fa',
    screen: 'desktop',
    said: {
      name: 'کتاب‌خانه کوچک در خانه محله',
      tried: 'اهالی کتاب‌های خود را آوردند و نوجوانان امانت‌دادن را به دست گرفتند.',
      outcome: 'در دو ماه بیش از سیصد امانت نوشته شد.',
      answer: 'ما همین را در راه‌آهن آغاز می‌کنیم؛ ساعت کار چگونه است؟',
      ministry: 'شمار امانت‌ها را هر ماه بنویسید.',
      reason: 'شمار امانت‌ها دوباره شمرده می‌شود.',
    },
  },
  {
    title: 'en',
    locale: 'en',
    screen: 'phone',
    said: {
      name: 'Evening cinema in the neighbourhood house کتاب',
      tried: 'Families chose the films and the youth of the house ran the evening.',
      outcome: 'Forty families came each week.',
      answer: 'We begin the same in Railway; who chooses the films?',
      ministry: 'Tell us how many came each month.',
      reason: 'The visitors are being counted again.',
    },
  },
] as const;

/** Asks a page again until it says this: letters take a moment. */
const until = async (visitor: Visitor, path: string, text: string): Promise<void> => {
  await expect
    .poll(
      async () => {
        await visitor.open(path);
        return visitor.page.locator('main').innerText();
      },
      { timeout: 30_000, interval: 500 },
    )
    .toContain(text);
};

const sound = async (visitor: Visitor): Promise<void> => {
  expect([...(await plainFaults(visitor)), ...(await seriousFaults(visitor.page))]).toEqual([]);
};

describe('experiences among provinces', () => {
  const visit = openHouse();

  it.each(READERS)(
    'Qom publishes with a figure, Qazvin finds, answers and adopts, the ministry answers, Qom withdraws ($title)',
    { timeout: 240_000 },
    async ({ said, ...reader }) => {
      const qom = await visit(reader);
      await qom.enter('qom', 'governor');
      await qom.open('/qom/experiences');
      await sound(qom);
      await qom.follow('experiences_write', qom.page.locator('main'));
      await qom.at('/qom/experiences/new');
      await qom.choose('experiences_domain', { index: 4 });
      await qom.fill('experiences_field_title', said.name);
      await qom.fill('experiences_field_tried', `${said.tried} 0912 123 4567`);
      await qom.fill('experiences_field_outcome', said.outcome);
      await qom.press('experiences_to_draft');
      expect(await (await qom.refusal()).innerText()).not.toBe('');
      await qom.fill('experiences_field_tried', said.tried);
      // An address is let into a draft, and told before anybody else reads it.
      await qom.fill('experiences_field_advice', 'books@qom.example');
      await qom.press('experiences_to_draft');
      await qom.at(/^\/qom\/experiences\/drafts\/[0-9a-f-]{36}$/);
      await qom.reads(qom.say('experiences_check_found', { n: reader.locale === 'fa' ? '۱' : '1' }));
      await sound(qom);
      await qom.press('experiences_publish');
      await qom.refusal();
      await qom.fill('experiences_field_advice', '');
      await qom.page.locator('input[name="figures"][value="bases_active"]').check();
      await qom.press('experiences_draft_save');
      await qom.reads(qom.say('experiences_check_fine'));
      await qom.press('experiences_publish');
      await qom.at(/^\/qom\/experiences\/[0-9a-f-]{36}$/);
      const post = new URL(qom.page.url()).pathname.split('/').at(-1) ?? '';
      const value = (await qom.page.locator('#figures b').first().innerText()).trim();
      expect(value).toMatch(/^[\d۰-۹٬,]+$/);

      const qazvin = await visit(reader);
      await qazvin.enter('qazvin', 'governor');
      await until(qazvin, `/qazvin/experiences/${post}`, said.tried);
      await qazvin.open('/qazvin/experiences');
      // Arabic kaf; a half-space fewer.
      await qazvin.fill('experiences_search', reader.locale === 'fa' ? 'كتابخانه كوچك' : 'cinema كتاب');
      await qazvin.press('experiences_search_go');
      expect(await qazvin.page.locator('main .posts li').count()).toBe(1);
      await qazvin.followText(said.name, qazvin.page.locator('main'));
      await qazvin.at(`/qazvin/experiences/${post}`);
      expect((await qazvin.page.locator('#figures b').first().innerText()).trim()).toBe(value);
      await qazvin.unfold(qazvin.say('experiences_answer'));
      await qazvin.fill('experiences_answer_body', said.answer);
      await qazvin.press('experiences_answer', qazvin.page.locator('form'));
      await qazvin.reads(said.answer);
      await qazvin.unfold(qazvin.say('experiences_adopt'));
      await qazvin.press('experiences_adopt', qazvin.page.locator('form'));
      await qazvin.reads(qazvin.say('experiences_here'));
      await sound(qazvin);

      const reviewer = await visit(reader);
      await reviewer.enter('ministry', 'reviewer');
      await until(reviewer, `/ministry/experiences/${post}`, said.answer);
      expect((await reviewer.page.locator('#figures b').first().innerText()).trim()).toBe(value);
      await reviewer.unfold(reviewer.say('experiences_answer'));
      await reviewer.fill('experiences_answer_body', said.ministry);
      await reviewer.press('experiences_answer', reviewer.page.locator('form'));
      await reviewer.reads(said.ministry);
      expect(await reviewer.page.locator('.thread li').count()).toBe(2);
      await sound(reviewer);
      // The figure opens to its definition and to where it stands today.
      await reviewer.page.locator('#figures a').first().click();
      await reviewer.at('/ministry/metrics/base.active');
      await reviewer.back();
      await reviewer.page.locator('#figures a').nth(1).click();
      await reviewer.at('/ministry/lineage');
      await reviewer.page.locator('main').getByText('base.active').first().waitFor();

      await until(qom, `/qom/experiences/${post}`, said.ministry);
      expect(await qom.page.locator('.thread li').count()).toBe(2);
      expect(await qom.page.locator('#adopters li').count()).toBe(1);
      await qom.unfold(qom.say('experiences_withdraw'));
      await qom.fill('experiences_reason', said.reason);
      await qom.press('experiences_withdraw', qom.page.locator('form'));
      await qom.reads(qom.say('experiences_only_here'));

      for (const [visitor, workspace] of [
        [qazvin, 'qazvin'],
        [reviewer, 'ministry'],
      ] as const) {
        await until(visitor, `/${workspace}/experiences/${post}`, said.reason);
        const text = await visitor.page.locator('main').innerText();
        expect(text).not.toContain(said.tried);
        expect(text).toContain(said.answer);
        await visitor.open(`/${workspace}/experiences?ended=yes`);
        await visitor.reads(said.name);
      }
      for (const visitor of [qom, qazvin, reviewer]) expect(await visitor.leave()).toEqual([]);
    },
  );

  it('a draft is written, found wanting and published without scripts', { timeout: 120_000 }, async () => {
    const visitor = await visit({ locale: 'fa', scripts: false });
    await visitor.enter('qazvin', 'dg');
    await visitor.open('/qazvin/experiences/new');
    await visitor.choose('experiences_domain', { index: 1 });
    await visitor.fill('experiences_field_title', 'پیاده‌روی صبح آدینه');
    await visitor.fill('experiences_field_tried', 'هر هفته از مسجد تا بوستان پیاده رفتیم.');
    await visitor.press('experiences_to_draft');
    await visitor.at(/^\/qazvin\/experiences\/drafts\/[0-9a-f-]{36}$/);
    await visitor.press('experiences_publish');
    await visitor.refusal();
    await visitor.fill('experiences_field_outcome', 'شمار همراهان هر هفته بیشتر شد.');
    await visitor.press('experiences_draft_save');
    await visitor.press('experiences_publish');
    await visitor.at(/^\/qazvin\/experiences\/[0-9a-f-]{36}$/);
    await visitor.reads('شمار همراهان هر هفته بیشتر شد.');
    expect(await visitor.leave()).toEqual([]);
  });
});
