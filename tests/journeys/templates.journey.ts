import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatNumber } from '@mahalleh/kernel';
import { describe, expect, it } from 'vitest';
import { seriousFaults } from './support/axe.ts';
import { openHouse } from './support/house.ts';
import {
  adopt,
  decideFindings,
  idAt,
  openAdoption,
  openNeighbourhood,
  openReview,
  moveTask,
  propose,
  renameOperation,
  rewordElement,
  rewordLesson,
  sign,
  submitDraft,
  writeWords,
} from './support/template-steps.ts';
import { until } from './support/until.ts';
import type { Visitor } from './support/visitor.ts';
import { plainFaults } from './support/walk.ts';

const READERS = [
  {
    title: 'fa',
    locale: 'fa',
    screen: 'desktop',
    places: ['فرهنگیان', 'ولیعصر', 'بهارستان'],
    home: 'شیخ‌آباد',
    said: {
      name: 'الگوی روشنایی و کلاس جبرانی',
      summary: 'آنچه یک محله برای روشنایی گذرها و درس نوجوانان کرد.',
      again: 'آنچه یک محله برای روشنایی گذرها و درس نوجوانان کرد، با زمان‌بندی روشن.',
      lesson: 'از کار دیده‌شده آغاز کنید',
      learnt: 'نخست روشنایی، سپس کارهای بلند.',
      learntHere: 'نخست روشنایی، سپس کارهای بلند؛ در این محله نهال‌کاری هم.',
      comment: 'زمان‌بندی کلاس را روشن‌تر بنویسید.',
      mandate: 'بی‌برنامه نوشته، کاری پیش نمی‌رود.',
      here: 'کلاس جبرانی عصر و شب',
      next: 'کلاس جبرانی عصر با معلمان بازنشسته',
      goal: 'روشن‌بودن همه گذرها در همه شب‌ها',
      changes: 'نام کلاس و هدف روشنایی روشن‌تر شد.',
      note: 'در سه محله آزمودیم و شب هم برگزار کردیم.',
      answer: 'سپاس؛ در نسخه بعد می‌آید.',
    },
  },
  {
    title: 'en',
    locale: 'en',
    screen: 'phone',
    places: ['Azadegan', 'Amirkabir', 'Kuy-e Ferdowsi'],
    home: 'شیخ‌آباد',
    said: {
      name: 'Light and evening classes',
      summary: 'What one neighbourhood did for its alleys and its pupils.',
      again: 'What one neighbourhood did for its alleys and its pupils, and when.',
      lesson: 'Begin with what is seen',
      learnt: 'Light first, then what takes long.',
      learntHere: 'Light first, then what takes long; trees as well here.',
      comment: 'Say more clearly when the classes are.',
      mandate: 'Without a written plan nothing moves.',
      here: 'Classes in the evening and at night',
      next: 'Evening classes with retired teachers',
      goal: 'Every alley lit every night',
      changes: 'The name of the class and the aim of the light are clearer.',
      note: 'We tried it in three places, at night as well.',
      answer: 'Thank you; it comes with the next version.',
    },
  },
] as const;

/** Operations that Sheikhabad of the sample has, whatever language they are read in. */
const [CLASS, LIGHT] = ['کلاس جبرانی عصر', 'روشنایی'];

/** Letters take a moment. */
const PATIENCE = { timeout: 90_000, interval: 500 };

/** A text without the marks that keep the directions of its words apart. */
const plain = (text: string): string => text.replaceAll(/[\u2066-\u2069]/g, '');

const sound = async (visitor: Visitor): Promise<void> => {
  expect([...(await plainFaults(visitor)), ...(await seriousFaults(visitor.page))]).toEqual([]);
};

describe('model neighbourhoods', () => {
  const visit = openHouse({ provinces: ['qom', 'qazvin', 'gilan'], cutOff: ['gilan'] });

  it.each(READERS)(
    'Qom publishes, the ministry signs, Qazvin adopts in three places, changes, upgrades and proposes, Qom takes it in ($title)',
    { timeout: 420_000 },
    async ({ said, places, home, ...reader }) => {
      const n = (value: number): string => formatNumber(value, reader.locale);

      // Qom publishes from a living neighbourhood.
      const qom = await visit(reader);
      await qom.enter('qom', 'dg');
      await openNeighbourhood(qom, 'qom', home);
      await qom.follow('publishing_neighbourhood_publish');
      await qom.at('/qom/templates/drafts/new');
      const fromHere = new URL(qom.page.url()).search;
      await qom.press('publishing_new_begin_other');
      await qom.at(/^\/qom\/templates\/drafts\/[0-9a-f-]{36}$/);
      const draft = new URL(qom.page.url()).pathname;
      await qom.press('publishing_submit');
      await qom.refusal();
      await qom.open(`${draft}?view=operations`);
      await qom.reads(qom.say('publishing_removed'));
      await sound(qom);
      await qom.open(`${draft}?view=targets`);
      await qom.press('publishing_part_nothing');
      await qom.reads(qom.say('publishing_saved'));
      await qom.open(`${draft}?view=lessons`);
      const lesson = qom.form('publishing_add');
      await qom.fill('publishing_add_title', said.lesson, lesson);
      await qom.fill('publishing_add_text', said.learnt, lesson);
      await qom.press('publishing_add', lesson);
      await qom.reads(qom.say('publishing_added'));
      await writeWords(qom, draft, { title: said.name, summary: said.summary });
      await decideFindings(qom, draft);
      await submitDraft(qom, draft);

      // The ministry writes to a part, sends it back once, then signs with a part that must be taken.
      const reviewer = await visit(reader);
      await reviewer.enter('ministry', 'reviewer');
      await openReview(reviewer, said.name);
      await sound(reviewer);
      const operations = reviewer.say('templates_comment_on', { name: reviewer.say('templates_part_operations') });
      const comment = reviewer.page.locator('.beside', { hasText: operations });
      await reviewer.unfold(operations, comment);
      await reviewer.fill('templates_comment_body', said.comment, comment);
      await reviewer.press('templates_comment_send', comment);
      await reviewer.reads(said.comment);
      await reviewer.press('templates_comment_retract', comment);
      await reviewer.reads(reviewer.say('templates_comment_retracted_done'));
      await reviewer.press('templates_comment_restore', comment);
      await reviewer.reads(said.comment);
      await reviewer.unfold(reviewer.say('templates_return'), reviewer.page.locator('#decide'));
      await reviewer.press('templates_return', reviewer.page.locator('#decide form'));
      await reviewer.reads(reviewer.say('templates_decided_returned'));
      await until(qom, `${draft}?view=operations`, said.comment);
      await writeWords(qom, draft, { title: said.name, summary: said.again });
      await decideFindings(qom, draft);
      await submitDraft(qom, draft);
      await openReview(reviewer, said.name);
      await sign(reviewer, { part: 'operations', reason: said.mandate });

      // Qazvin adopts it in three neighbourhoods, each thing mapped to something of its own.
      const qazvin = await visit(reader);
      await qazvin.enter('qazvin', 'dg');
      await until(qazvin, `/qazvin/templates?q=${encodeURIComponent(said.name)}`, said.name);
      await qazvin.followText(said.name, qazvin.page.locator('main'));
      await qazvin.at(/^\/qazvin\/templates\/[0-9a-f-]{36}$/);
      const template = new URL(qazvin.page.url()).pathname;
      await qazvin.reads(said.mandate);
      await sound(qazvin);
      await openAdoption(qazvin, template, places[0]);
      await sound(qazvin);
      const roles = qazvin.page.locator('details.part', { hasText: qazvin.say('templates_part_roles') });
      const chosen = roles.locator('select').first();
      const before = await chosen.inputValue();
      await chosen.selectOption('out');
      await qazvin.press('adoptions_apply');
      // A task without anybody who does it: the part that must be taken would lose it.
      await qazvin.refusal();
      await roles.locator('select').first().selectOption(before);
      const first = await adopt(qazvin);
      await openAdoption(qazvin, template, places[1]);
      await qazvin.reads(qazvin.say('adoptions_why_remembered_elsewhere'));
      await adopt(qazvin, ['duties']);
      // In another county other bodies work: who does what is settled there later.
      await openAdoption(qazvin, template, places[2]);
      await adopt(qazvin, ['duties']);

      // What is changed in the first one.
      await renameOperation(qazvin, first, CLASS, said.here);
      await moveTask(qazvin, first, LIGHT);
      await rewordLesson(qazvin, first, said.lesson, said.learntHere);
      await qazvin.open(first);
      for (const words of [said.here, said.learntHere]) await qazvin.reads(words, qazvin.page.locator('#overlay'));
      await sound(qazvin);
      // A problem that came of it says so, with the way back.
      const problem = await qazvin.page.locator('main a[href*="/problems/"]').first().getAttribute('href');
      await qazvin.open(problem ?? '');
      await qazvin.reads(said.name, qazvin.page.locator(`main a[href="${first}"]`));

      // Qom publishes the next version, in which the same operation is called anew.
      await qom.open(`/qom/templates/drafts/new${fromHere}`);
      await qom.page.getByRole('button').filter({ hasText: said.name }).click();
      await qom.at(/^\/qom\/templates\/drafts\/[0-9a-f-]{36}$/);
      const later = new URL(qom.page.url()).pathname;
      await rewordElement(qom, later, {
        part: 'operations',
        name: CLASS,
        field: 'templates_field_title',
        text: said.next,
      });
      await rewordElement(qom, later, {
        part: 'operations',
        name: LIGHT,
        field: 'templates_field_goal',
        text: said.goal,
      });
      await writeWords(qom, later, { title: said.name, summary: said.again, changes: said.changes });
      await decideFindings(qom, later);
      await submitDraft(qom, later);
      await openReview(reviewer, said.name);
      await sign(reviewer, null);

      // Qazvin upgrades: one conflict, left lying, taken up again, decided.
      await until(qazvin, first, qazvin.say('adoptions_upgrade', { version: n(2) }));
      await qazvin.followText(qazvin.say('adoptions_upgrade', { version: n(2) }));
      await qazvin.at(`${first}/upgrade`);
      await qazvin.press('upgrades_begin');
      const conflicts = qazvin.page.locator('#conflicts fieldset');
      expect(await conflicts.count()).toBe(1);
      await qazvin.reads(said.here, qazvin.page.locator('#conflicts'));
      await qazvin.reads(said.next, qazvin.page.locator('#conflicts'));
      await sound(qazvin);
      await qazvin.open('/qazvin/adoptions');
      await qazvin.open(first);
      await qazvin.follow('adoptions_upgrade_go_on');
      await qazvin.at(`${first}/upgrade`);
      await conflicts.getByRole('radio').first().check();
      await qazvin.press('upgrades_decide', qazvin.page.locator('#conflicts'));
      await qazvin.reads(qazvin.say('upgrades_decided_mine'));
      await qazvin.press('upgrades_finish', qazvin.page.locator('#acts'));
      await qazvin.at(first);
      await qazvin.reads(said.here, qazvin.page.locator('#overlay'));

      // An improvement goes back; Qom takes it into the version that it is to publish next.
      await propose(qazvin, first, said.note);
      const proposal = idAt(qazvin);
      await until(qom, `/qom/improvements/${proposal}`, said.note);
      await sound(qom);
      for (const box of await qom.page.locator('input[name="taken"]:enabled').all()) await box.check();
      await qom.fill('upgrades_answer_text', said.answer);
      await qom.press('upgrades_answer_send');
      await qom.reads(said.answer);
      await until(qazvin, `/qazvin/improvements/${proposal}`, said.answer);

      // Lineage and results, in every workspace.
      const id = template.split('/').at(-1) ?? '';
      for (const [visitor, workspace] of [
        [qom, 'qom'],
        [qazvin, 'qazvin'],
        [reviewer, 'ministry'],
      ] as const) {
        const own = `/${workspace}/templates/${id}`;
        const found = visitor.say('outcomes_in_use_behind', {
          title: said.name,
          adoptions: visitor.say('outcomes_neighbourhoods_n', { n: n(3) }),
          provinces: visitor.say('outcomes_provinces_one'),
          behind: visitor.say('outcomes_neighbourhoods_n', { n: n(2) }),
        });
        await expect
          .poll(async () => {
            await visitor.open(`${own}/lineage`);
            return plain(await visitor.page.getByRole('heading', { level: 1 }).innerText());
          }, PATIENCE)
          .toContain(found);
        await visitor.reads(visitor.say('outcomes_proposal_accepted'));
        await sound(visitor);
        expect(await visitor.open(`${own}/results`)).toBe(200);
        await visitor.reads(visitor.say('outcomes_method'));
        await sound(visitor);
      }

      // A province that no letter comes to takes it in from its file; one that was touched is refused.
      await qom.open(`/qom/templates/${id}`);
      const link = qom.page.getByRole('link', { name: qom.say('templates_download'), exact: true });
      const [download] = await Promise.all([qom.page.waitForEvent('download'), link.click()]);
      const whole = join(mkdtempSync(join(tmpdir(), 'mahalleh-template-')), download.suggestedFilename());
      await download.saveAs(whole);
      const gilan = await visit(reader);
      await gilan.enter('gilan', 'dg');
      await gilan.open(`/gilan/templates?q=${encodeURIComponent(said.name)}`);
      expect(await gilan.page.locator('main').getByRole('link', { name: said.name }).count()).toBe(0);
      await gilan.open('/gilan/templates/import');
      const touched = `${whole}.touched.json`;
      writeFileSync(touched, readFileSync(whole, 'utf8').replace(said.lesson, `${said.lesson}!`));
      const bring = gilan.page.locator('main input[type="file"]');
      await bring.setInputFiles(touched);
      await gilan.press('templates_import_go');
      await gilan.refusal();
      await bring.setInputFiles(whole);
      await gilan.press('templates_import_go');
      await gilan.at(`/gilan/templates/${id}`);
      await gilan.reads(gilan.say('templates_from_file'));
      await sound(gilan);
      for (const visitor of [qom, qazvin, reviewer, gilan]) expect(await visitor.leave()).toEqual([]);
    },
  );
});
