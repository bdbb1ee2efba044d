import { formatNumber, latinDigits } from '@mahalleh/kernel/digits';
import { addDays, civilDateOf, formatDate } from '@mahalleh/kernel/time';
import { describe, expect, it } from 'vitest';
import { openHouse } from './support/house.ts';
import type { SCREENS, Visitor } from './support/visitor.ts';
import { patternOf, type Locale } from './support/words.ts';

/** One problem of Sheikhabad, and what is written on its way to a proof. */
type Tale = {
  locale: Locale;
  screen: keyof typeof SCREENS;
  domain: string;
  problem: string;
  operation: string;
  task: string;
  whyLater: string;
  found: string;
  solution: string;
  result: string;
  indicator: RegExp;
  value: string;
};

const TALES: readonly Tale[] = [
  {
    locale: 'fa',
    screen: 'desktop',
    domain: 'آموزش',
    problem: 'دبستان شهدا عصرها کتابخانه ندارد',
    operation: 'کتابخانه عصر در خانه محله',
    task: 'چیدن قفسه‌ها و فهرست کتاب‌ها',
    whyLater: 'قفسه‌ها یک روز دیرتر می‌رسد.',
    found: 'قفسه‌ها چیده شد و ۲۱۰ کتاب فهرست شد.',
    solution: 'کتابخانه عصرها باز است.',
    result: 'هر عصر ۱۸ دانش‌آموز می‌آیند.',
    indicator: /احساس امنیت شبانه/,
    value: '۵۵',
  },
  {
    locale: 'en',
    screen: 'phone',
    domain: 'Education',
    problem: 'No quiet place to study in the evening',
    operation: 'A study room in the neighbourhood house',
    task: 'Set up tables and lamps',
    whyLater: 'The lamps come a day later.',
    found: 'Twelve seats with lamps stand ready.',
    solution: 'The study room is open every evening.',
    result: 'Fourteen students come each evening.',
    indicator: /Unlit alleys/,
    value: '3',
  },
];

describe('a problem goes from report to proof', () => {
  const visit = openHouse();

  it.each(TALES)('in $locale on a $screen', async (tale) => {
    const visitor = await visit({ locale: tale.locale, screen: tale.screen });
    const secretary = await visit({ locale: tale.locale, screen: tale.screen });
    await visitor.enter('qom', 'dg');
    await secretary.enter('qom', 'secretary');

    const home = await openPlace(visitor);
    const before = await solvedHave(visitor);
    await visitor.open(home);
    const problem = await report(visitor, tale);
    const operation = await planOperation(visitor, tale);
    await approveKnowingly(visitor);
    await useCapacity(visitor, problem, tale);
    await moveOnThePlan(visitor, home, tale);
    await visitor.open(operation);
    await carryOut(visitor, tale);
    await solve(visitor, problem, tale);
    await confirm(secretary, problem);

    // The target over solved problems moves by this one.
    await expect.poll(() => solvedHave(visitor), { timeout: 120_000, interval: 400 }).toBe(before + 1);
    await moveIndicator(visitor, home, tale);

    expect(await visitor.leave()).toEqual([]);
    expect(await secretary.leave()).toEqual([]);
  });
});

/** Sheikhabad by the list and its search. Returns its address. */
async function openPlace(visitor: Visitor): Promise<string> {
  await visitor.open('/qom/neighbourhoods?q=شیخ');
  await visitor.page.locator('main tbody a').first().click();
  await visitor.at(/^\/qom\/neighbourhoods\/[^/]+$/);
  return new URL(visitor.page.url()).pathname;
}

/** How far the target over solved problems is, from the sentence of its page. */
async function solvedHave(visitor: Visitor): Promise<number> {
  await visitor.open('/qom/targets');
  await visitor.followText(visitor.locale === 'fa' ? 'مسئله حل‌شده' : 'Problems solved');
  const sentence = patternOf(visitor.say, 'targets_sentence');
  const said = await visitor.page.getByText(sentence).filter({ visible: true }).first().innerText();
  return Number(/\d+/.exec(latinDigits(said))?.[0]);
}

/** Reported and triaged. Returns the problem's address. */
async function report(visitor: Visitor, { problem, domain }: Tale): Promise<string> {
  await visitor.follow('neighbourhoods_register_problem');
  const form = visitor.form('problems_register');
  await visitor.fill('problems_field_title', problem, form);
  await visitor.choose('problems_domain', domain, form);
  await visitor.choose('problems_severity', { index: 3 }, form);
  await visitor.press('problems_register', form);
  await visitor.at(/^\/qom\/problems\/[^/]+$/);
  await visitor.reads(problem);
  const triage = visitor.form('problems_triage');
  await triage.getByRole('radio').nth(3).check();
  await visitor.press('problems_triage', triage);
  await visitor.reads(visitor.say('problems_triage_done'));
  return new URL(visitor.page.url()).pathname;
}

/** An operation of one task, from the problem's page. Returns its address. */
async function planOperation(visitor: Visitor, { locale, operation, task }: Tale): Promise<string> {
  const today = civilDateOf(Date.now());
  const [starts = '', due = '', ends = ''] = [today, addDays(today, 5), addDays(today, 20)].map((date) =>
    formatDate(date, locale, 'numeric'),
  );
  await visitor.follow('operations_plan');
  const form = visitor.form('operations_plan');
  await visitor.fill('operations_title_field', operation, form);
  await visitor.fill('operations_starts', starts, form);
  await visitor.fill('operations_ends', ends, form);
  const first = form.getByRole('group', {
    name: visitor.say('operations_task_n', { n: formatNumber(1, locale) }),
    exact: true,
  });
  await visitor.fill('operations_task_title', task, first);
  await visitor.choose('operations_responsible', { index: 1 }, first);
  await visitor.fill('operations_task_from', starts, first);
  await visitor.fill('operations_task_due', due, first);
  await visitor.press('operations_plan', form);
  await visitor.at(/^\/qom\/operations\/[^/]+$/);
  await visitor.reads(operation);
  return new URL(visitor.page.url()).pathname;
}

/** Other classes run in the same domain, place and time: they are named before the approval. */
async function approveKnowingly(visitor: Visitor): Promise<void> {
  const overlaps = visitor.page.locator('#overlaps');
  await visitor.reads(/کلاس جبرانی عصر/, overlaps);
  for (const box of await overlaps.getByRole('checkbox').all()) await box.check();
  await visitor.press('overlaps_approve', overlaps);
  await visitor.reads(visitor.say('overlaps_approved'));
}

/** What fits the problem is ranked with its reasons; the first that is free goes into the operation. */
async function useCapacity(visitor: Visitor, problem: string, { operation }: Tale): Promise<void> {
  await visitor.open(problem);
  const matches = visitor.page.locator('#matches');
  await visitor.reads(patternOf(visitor.say, 'matching_fits_title'), matches);
  const free = matches
    .locator('.rows > li')
    .filter({ has: visitor.page.locator('form') })
    .first();
  await visitor.press('matching_use', free).catch(async () => free.locator('form button').click());
  await visitor.reads(visitor.say('matching_use_done'));
  await visitor.reads(visitor.say('matching_used'), matches);
  await visitor.reads(operation);
}

/** The task begins a day later: by the keys alone on the chart, by a button where the plan is a list. */
async function moveOnThePlan(visitor: Visitor, home: string, tale: Tale): Promise<void> {
  await visitor.open(home);
  await visitor.follow('plan_open');
  await visitor.at(`${home}/plan`);
  const { page, say } = visitor;
  if (tale.screen === 'desktop') {
    await page.locator('[data-bar]').first().focus();
    await visitor.key('End');
    const focused = page.locator('[data-bar]:focus');
    for (let turn = 0; !((await focused.getAttribute('aria-label')) ?? '').includes(tale.task); turn += 1) {
      expect(turn).toBeLessThan(80);
      await visitor.key('ArrowUp');
    }
    await visitor.key(tale.locale === 'fa' ? 'ArrowLeft' : 'ArrowRight');
    await visitor.key('Enter');
  } else {
    await visitor.followText(new RegExp(tale.task));
    await page
      .getByRole('button', { name: say('plan_touch_later', { what: say('plan_touch_whole') }) })
      .first()
      .click();
    await visitor.press('plan_accept');
  }
  const proposal = page.getByRole('complementary', { name: say('plan_consequences') });
  await visitor.fill('plan_why_later', tale.whyLater, proposal);
  await visitor.press('plan_accept', proposal);
  await visitor.reads(say('plan_moved'));
}

/** Started, the task done on evidence, and the result written down. */
async function carryOut(visitor: Visitor, { task, found, result }: Tale): Promise<void> {
  await visitor.press('operations_start', visitor.form('operations_start'));
  await visitor.reads(visitor.say('operations_status_running'));
  await visitor.followText(new RegExp(task));
  const finish = visitor.form('operations_task_finish');
  await visitor.fill('operations_task_note', found, finish);
  await visitor.press('operations_task_finish', finish);
  await visitor.reads(visitor.say('operations_task_finish_done'));
  const end = visitor.form('operations_finish');
  await visitor.fill('operations_result', result, end);
  await visitor.press('operations_finish', end);
  await visitor.reads(visitor.say('operations_finish_done'));
}

/** A photo as evidence, then called solved: it still waits for the yes of somebody else. */
async function solve(visitor: Visitor, problem: string, { found, solution }: Tale): Promise<void> {
  await visitor.open(problem);
  const start = visitor.form('problems_start');
  if ((await start.count()) > 0) await visitor.press('problems_start', start);
  const add = visitor.page.locator('details', {
    has: visitor.page.locator('summary', { hasText: visitor.say('records_add_photo') }),
  });
  await visitor.unfold(visitor.say('records_add_photo'));
  const picture = { name: 'room.png', mimeType: 'image/png', buffer: await visitor.page.screenshot() };
  await visitor.field('records_photo', add).setInputFiles(picture);
  await visitor.fill('records_photo_note', found, add);
  await visitor.press('records_send', add);
  await visitor.reads(visitor.say('records_photo_added'));
  const form = visitor.form('problems_solve');
  await visitor.fill('problems_solution', solution, form);
  await visitor.press('problems_solve', form);
  await visitor.reads(visitor.say('problems_awaiting_own'));
}

async function confirm(secretary: Visitor, problem: string): Promise<void> {
  await secretary.open(problem);
  await secretary.press('problems_confirm');
  await secretary.reads(secretary.say('problems_stands'));
}

/** A value of the neighbourhood is entered on the sheet; an odd one is asked about, not refused. It stands on the neighbourhood's page. */
async function moveIndicator(visitor: Visitor, home: string, { indicator, value }: Tale): Promise<void> {
  await visitor.open('/qom/indicators');
  await visitor.followText(indicator, visitor.page.locator('main'));
  await visitor.at(/^\/qom\/indicators\/[^/]+$/);
  const address = new URL(visitor.page.url()).pathname;
  await visitor.open(`${address}/enter?unitId=${home.split('/').at(-1) ?? ''}`);
  const form = visitor.form('indicators_enter');
  const row = form.locator('tbody tr').filter({ has: visitor.page.locator('input[data-column="0"]') });
  const last = row.last();
  await last.locator('input[data-column="0"]').fill(value);
  const people = last.locator('input[data-column="1"]');
  if ((await people.count()) > 0) await people.fill('120');
  await visitor.press('indicators_enter', form);
  const why = visitor.page.locator('input[name="why"]');
  const done = visitor.page.getByText(patternOf(visitor.say, 'indicators_enter_done'));
  await why.or(done.first()).first().waitFor();
  if ((await why.count()) > 0) {
    await why.fill(visitor.locale === 'fa' ? 'پس از روشنایی کوچه‌ها' : 'After the alleys were lit');
    await visitor.press('indicators_enter', form);
  }
  await visitor.reads(patternOf(visitor.say, 'indicators_enter_done'));
}
