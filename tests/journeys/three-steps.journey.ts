import { describe, expect, it } from 'vitest';
import { formatNumber, latinDigits } from '@mahalleh/kernel/digits';
import { provinceOf } from '@mahalleh/kernel/province';
import { addDays, civilDateOf, formatDate } from '@mahalleh/kernel/time';
import { openHouse } from './support/house.ts';
import { patternOf, type Locale } from './support/words.ts';
import type { SCREENS, Visitor } from './support/visitor.ts';

/** One newcomer, and what they write on the way. */
type Tale = {
  locale: Locale;
  screen: keyof typeof SCREENS;
  who: string;
  place: string;
  person: string;
  problem: string;
  capacity: string;
  operation: string;
  task: string;
  evidence: 'note' | 'photo';
  found: string;
  result: string;
};

const TALES: readonly Tale[] = [
  {
    locale: 'fa',
    screen: 'desktop',
    who: 'secretary',
    place: 'شهرک قائم',
    person: 'نمونه آزمایشی',
    problem: 'کوچه‌های ۸ تا ۱۴ شب‌ها تاریک است',
    capacity: 'کارگاه برق مسجد',
    operation: 'روشنایی کوچه‌های ۸ تا ۱۴',
    task: 'نصب دوازده چراغ',
    evidence: 'photo',
    found: 'هر دوازده چراغ روشن شد.',
    result: 'همه کوچه‌ها شب‌ها روشن است.',
  },
  {
    locale: 'en',
    screen: 'phone',
    who: 'dg',
    place: 'Qahan',
    person: 'Sample Person',
    problem: 'The school road floods when it rains',
    capacity: 'A mini excavator of the village office',
    operation: 'A ditch along the school road',
    task: 'Dig the ditch',
    evidence: 'note',
    found: 'The ditch is dug over its whole length.',
    result: 'The road stayed dry in the first rain.',
  },
];

describe('a neighbourhood goes through its three steps', () => {
  const visit = openHouse();

  it.each(TALES)('in $locale on a $screen, and the ministry sees it', async (tale) => {
    const { locale, screen } = tale;
    const visitor = await visit({ locale, screen });
    const analyst = await visit({ locale, screen });
    await analyst.enter('ministry', 'analyst');
    const councils = await figureOf(analyst, 'progress_councils');
    const complete = await figureOf(analyst, 'step_3');

    await visitor.enter('qom', tale.who);
    const home = await findPlace(visitor, tale);
    await visitor.reads(visitor.say('neighbourhoods_done_0'));

    await formCouncil(visitor, tale);
    await visitor.open(home);
    await visitor.reads(visitor.say('neighbourhoods_done_1'));
    await becomes(analyst, 'progress_councils', councils + 1);

    await registerProblem(visitor, tale);
    await visitor.open(home);
    await registerCapacity(visitor, tale);
    await visitor.open(home);
    await triageTheRest(visitor, home);
    await visitor.reads(visitor.say('neighbourhoods_done_2'));

    await planOperation(visitor, tale);
    await runOperation(visitor, tale);
    await visitor.open(home);
    await visitor.reads(visitor.say('neighbourhoods_all_complete'));
    await becomes(analyst, 'step_3', complete + 1);

    expect(await visitor.leave()).toEqual([]);
    expect(await analyst.leave()).toEqual([]);
  });
});

/** From the workspace's first page to the neighbourhood, as one who has never been here: by the rail, the list and its search. Returns its address. */
async function findPlace(visitor: Visitor, { screen, place }: Tale): Promise<string> {
  await visitor.follow(screen === 'phone' ? 'shell_nav_neighbourhoods_short' : 'shell_nav_neighbourhoods');
  await visitor.at('/qom/neighbourhoods');
  await visitor.unfold(visitor.ui.filters);
  await visitor.fill('neighbourhoods_search', place);
  await visitor.pressText(visitor.ui.apply);
  await visitor.followText(new RegExp(`^${place}`));
  await visitor.at(/^\/qom\/neighbourhoods\/[^/]+$/);
  return new URL(visitor.page.url()).pathname;
}

/** Step 1: the council, everybody in it, sworn, and met. */
async function formCouncil(visitor: Visitor, { person, locale }: Tale): Promise<void> {
  await visitor.follow('neighbourhoods_todo_establish');
  await visitor.press('councils_new_submit');
  await visitor.reads(visitor.say('councils_new_done'));
  const appoint = visitor.form('councils_appoint_submit');
  for (let seat = 1; (await appoint.count()) > 0; seat += 1) {
    expect(seat).toBeLessThan(12);
    await visitor.fill('councils_appoint_new', `${person} ${formatNumber(seat, locale)}`, appoint);
    await visitor.fill('councils_appoint_decree', `۱۴۰۵/${seat}`, appoint);
    await visitor.press('councils_appoint_submit', appoint);
    await visitor.reads(visitor.say('councils_appoint_done'));
  }
  await visitor.press('councils_meeting_submit');
  await visitor.reads(visitor.say('councils_verdict_formed'));
}

/** The first half of step 2: a problem, registered and triaged. */
async function registerProblem(visitor: Visitor, { problem }: Tale): Promise<void> {
  await visitor.follow('neighbourhoods_register_problem');
  const form = visitor.form('problems_register');
  await visitor.fill('problems_field_title', problem, form);
  await visitor.choose('problems_domain', { index: 2 }, form);
  await visitor.choose('problems_severity', { index: 3 }, form);
  await visitor.fill('problems_field_people', '۱٬۲۰۰', form);
  await visitor.press('problems_register', form);
  await visitor.reads(problem);
  await triage(visitor);
}

/** The second half: what the neighbourhood has. */
async function registerCapacity(visitor: Visitor, { capacity }: Tale): Promise<void> {
  const heading = visitor.page.getByRole('heading', {
    name: patternOf(visitor.say, 'neighbourhoods_capacities_title'),
  });
  await visitor.followText(visitor.ui.all, visitor.page.locator('section').filter({ has: heading }).last());
  await visitor.at('/qom/capacities');
  await visitor.follow('capacities_register');
  const form = visitor.form('capacities_register');
  await form.getByRole('radio').nth(2).check();
  await visitor.fill('capacities_name', capacity, form);
  await visitor.press('capacities_register', form);
  await visitor.reads(visitor.say('capacities_registered'));
  await visitor.reads(capacity);
}

/** Problems that waited for triage before, from the to-do of the neighbourhood's page, one after the other. */
async function triageTheRest(visitor: Visitor, home: string): Promise<void> {
  const todo = visitor.page.getByRole('link', { name: patternOf(visitor.say, 'neighbourhoods_todo_triage') });
  for (let turn = 1; (await todo.count()) > 0; turn += 1) {
    expect(turn).toBeLessThan(6);
    await todo.first().click();
    await visitor.at('/qom/problems');
    await visitor.page.locator('tbody').getByRole('link').first().click();
    await visitor.at(/^\/qom\/problems\/[^/]+$/);
    await triage(visitor);
    await visitor.open(home);
  }
}

async function triage(visitor: Visitor): Promise<void> {
  const form = visitor.form('problems_triage');
  await form.getByRole('radio').nth(3).check();
  await visitor.press('problems_triage', form);
  await visitor.reads(visitor.say('problems_triage_done'));
}

/** Step 3: an operation of one task for the first problem. */
async function planOperation(visitor: Visitor, { locale, operation, task }: Tale): Promise<void> {
  const today = civilDateOf(Date.now());
  const [starts, ends] = [today, addDays(today, 7)].map((date) => formatDate(date, locale, 'numeric'));
  await visitor.follow('neighbourhoods_todo_plan');
  const form = visitor.form('operations_plan');
  await visitor.fill('operations_title_field', operation, form);
  await visitor.fill('operations_starts', starts ?? '', form);
  await visitor.fill('operations_ends', ends ?? '', form);
  const name = visitor.say('operations_task_n', { n: formatNumber(1, locale) });
  const first = form.getByRole('group', { name, exact: true });
  await visitor.fill('operations_task_title', task, first);
  await visitor.choose('operations_responsible', { index: 1 }, first);
  await visitor.fill('operations_task_from', starts ?? '', first);
  await visitor.fill('operations_task_due', ends ?? '', first);
  await visitor.press('operations_plan', form);
  await visitor.at(/^\/qom\/operations\/[^/]+$/);
  await visitor.reads(operation);
}

/** The operation is started, its task done on evidence, and its result written down. */
async function runOperation(visitor: Visitor, { task, evidence, found, result }: Tale): Promise<void> {
  await visitor.press('overlaps_approve', visitor.form('overlaps_approve'));
  await visitor.press('operations_start', visitor.form('operations_start'));
  await visitor.reads(visitor.say('operations_status_running'));
  await visitor.followText(new RegExp(task));
  const finish = visitor.form('operations_task_finish');
  if (evidence === 'photo') {
    const add = visitor.page.locator('details', {
      has: visitor.page.locator('summary', { hasText: visitor.say('records_add_photo') }),
    });
    await visitor.unfold(visitor.say('records_add_photo'));
    const picture = { name: 'lamps.png', mimeType: 'image/png', buffer: await visitor.page.screenshot() };
    await visitor.field('records_photo', add).setInputFiles(picture);
    await visitor.fill('records_photo_note', found, add);
    await visitor.press('records_send', add);
    await visitor.reads(visitor.say('records_photo_added'));
    await visitor.page.getByRole('img', { name: found }).first().waitFor();
  } else {
    await visitor.fill('operations_task_note', found, finish);
  }
  await visitor.press('operations_task_finish', finish);
  await visitor.reads(visitor.say('operations_task_finish_done'));
  const end = visitor.form('operations_finish');
  await visitor.fill('operations_result', result, end);
  await visitor.press('operations_finish', end);
  await visitor.reads(visitor.say('operations_finish_done'));
  await visitor.reads(result);
}

/** How many of Qom's neighbourhoods a national figure counts, as the ministry's home says it. */
async function figureOf(analyst: Visitor, figure: string): Promise<number> {
  await analyst.open(`/ministry?figure=${figure}`);
  const { nameFa, nameEn } = provinceOf('qom');
  const name = analyst.locale === 'fa' ? nameFa : nameEn;
  const row = analyst.page.getByRole('row').filter({ has: analyst.page.getByRole('link', { name, exact: true }) });
  const said = (await row.innerText()).replaceAll(/\s+/g, ' ');
  const counts = patternOf(analyst.say, 'ministry_of_over');
  const cell = (await row.getByRole('cell').allInnerTexts()).find((text) => counts.test(text)) ?? '';
  const count = Number(/^\d+/.exec(latinDigits(cell.trim()).replace(/^\D+/, ''))?.[0]);
  if (Number.isNaN(count)) throw new Error(`No count in the row of ${name}: ${said}`);
  return count;
}

/** Waits until the ministry sees a figure at a value; it has five seconds. */
async function becomes(analyst: Visitor, figure: string, value: number): Promise<void> {
  await expect.poll(() => figureOf(analyst, figure), { timeout: 120_000, interval: 200 }).toBe(value);
}
