import { describe, expect, it } from 'vitest';
import { openHouse } from './support/house.ts';
import type { Locale } from './support/words.ts';
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

  it.each(TALES)('in $locale on a $screen', async (tale) => {
    const { locale, screen } = tale;
    const visitor = await visit({ locale, screen });

    await visitor.enter('qom', tale.who);
    const home = await findPlace(visitor, tale);
    await visitor.reads(visitor.say('neighbourhoods_done_0'));

    await formCouncil(visitor, tale);
    await visitor.open(home);
    await visitor.reads(visitor.say('neighbourhoods_done_1'));

    await registerProblem(visitor, tale);
    await visitor.open(home);
    expect(await visitor.leave()).toEqual([]);
  });
});

/** From the workspace's first page to the neighbourhood, as one who has never been here: by the rail, the list and its search. Returns its address. */
async function findPlace(visitor: Visitor, { screen, place }: Tale): Promise<string> {
  await visitor.follow(screen === 'phone' ? 'shell_nav_neighbourhoods_short' : 'shell_nav_neighbourhoods');
  await visitor.at('/qom/neighbourhoods');
  await visitor.unfold(visitor.ui.filters);
  await visitor.fill('neighbourhoods_search', place);
  await visitor.pressText(visitor.ui.apply);
  await visitor.followText(place);
  await visitor.at(/^\/qom\/neighbourhoods\/[^/]+$/);
  return new URL(visitor.page.url()).pathname;
}

/** Step 1: the council, everybody in it, sworn, and met. */
async function formCouncil(visitor: Visitor, { person }: Tale): Promise<void> {
  await visitor.follow('neighbourhoods_todo_establish');
  await visitor.press('councils_new_submit');
  await visitor.reads(visitor.say('councils_new_done'));
  const appoint = visitor.form('councils_appoint_submit');
  for (let seat = 1; (await appoint.count()) > 0; seat += 1) {
    expect(seat).toBeLessThan(12);
    await visitor.fill('councils_appoint_new', `${person} ${'آبپتث'.charAt(seat % 5)}${seat}`, appoint);
    await visitor.fill('councils_appoint_decree', `۱۴۰۵/${seat}`, appoint);
    await visitor.press('councils_appoint_submit', appoint);
    await visitor.reads(visitor.say('councils_appoint_done'));
  }
  await visitor.press('councils_meeting_submit');
  await visitor.reads(visitor.say('councils_verdict_formed'));
}

/** The first half of step 2: a problem, registered and triaged; whatever waited before it too. */
async function registerProblem(visitor: Visitor, { problem }: Tale): Promise<void> {
  await visitor.follow('neighbourhoods_register_problem');
  const form = visitor.form('problems_register');
  await visitor.fill('problems_field_title', problem, form);
  await visitor.choose('problems_domain', { index: 2 }, form);
  await visitor.choose('problems_severity', { index: 3 }, form);
  await visitor.fill('problems_field_people', '۱٬۲۰۰', form);
  await visitor.press('problems_register', form);
  await visitor.reads(problem);
}
