import { formatNumber } from '@mahalleh/kernel/digits';
import { describe, expect, it } from 'vitest';
import { seriousFaults } from './support/axe.ts';
import { openHouse } from './support/house.ts';
import type { Visitor } from './support/visitor.ts';
import { patternOf } from './support/words.ts';

/** The indicator, what a target says of it, and where. */
const TOLD = {
  fa: { target: 'احساس امنیت شبانه در شیخ‌آباد', indicator: 'احساس امنیت شبانه', place: 'شیخ‌آباد' },
  en: { target: 'Feeling safe at night in Pardisan', indicator: 'Feeling safe at night', place: 'Pardisan' },
} as const;
/** Twice what was ever measured there, and what could well come next. */
const ODD = 94;
const LIKELY = 49.5;
const GOAL = 60;

const told = ({ locale }: Visitor) => TOLD[locale];
const numberFor = ({ locale }: Visitor, value: number): string => formatNumber(value, locale, { maxFraction: 1 });

const openTarget = async (visitor: Visitor): Promise<void> => {
  await visitor.open('/qom/targets');
  await visitor.followText(told(visitor).target);
  await visitor.at(/^\/qom\/targets\/[^/]+$/);
};

/** The sentence with which a target's page begins. */
const paceOn = ({ page }: Visitor): Promise<string> => page.locator('main .lede').first().innerText();

/** How the sentence begins when a value is reached. */
const paceAt = (visitor: Visitor, value: number): string => {
  const values = { have: numberFor(visitor, value), goal: numberFor(visitor, GOAL) };
  return visitor.say('targets_sentence', values).split('{')[0] ?? '';
};

const cell = (visitor: Visitor, key = 'indicators_value_for') =>
  visitor.page.getByLabel(visitor.say(key, { label: told(visitor).place }), { exact: true });

/** From a target over its indicator to the sheet of the period that runs now. */
const openSheet = async (visitor: Visitor): Promise<void> => {
  await openTarget(visitor);
  await visitor.followText(told(visitor).indicator);
  await visitor.at(/^\/qom\/indicators\/[^/]+$/);
  await visitor.follow('indicators_enter');
  await visitor.at(/\/enter$/);
  await visitor.choose('indicators_period', { index: 0 });
  await cell(visitor).waitFor();
};

const enter = async (visitor: Visitor, value: number): Promise<void> => {
  await cell(visitor).fill(numberFor(visitor, value));
  await cell(visitor, 'indicators_people_for').fill(numberFor(visitor, 180));
  await visitor.press('indicators_enter');
};

/** Sets a target for a neighbourhood by an indicator; a day that is past is refused at its field first. */
const setTarget = async (visitor: Visitor): Promise<void> => {
  await visitor.open('/qom/targets/new');
  const form = visitor.form('targets_set');
  await visitor.choose('targets_unit', told(visitor).place, form);
  await visitor.field('targets_measure', form).selectOption({ label: told(visitor).indicator });
  await visitor.fill('targets_title_fa', 'احساس امنیت شبانه در پردیسان', form);
  await visitor.fill('targets_title_en', told(visitor).target, form);
  await visitor.fill('targets_baseline', '38', form);
  await visitor.fill('targets_goal', String(GOAL), form);
  await visitor.fill('targets_from', '2025-03-21', form);
  await visitor.fill('targets_due', '2026-03-20', form);
  await visitor.press('targets_set', form);
  await visitor.refusal();
  const due = visitor.field('targets_due', form);
  expect(await due.getAttribute('aria-invalid')).toBe('true');
  await due.fill('2099-03-20');
  await visitor.press('targets_set', form);
  await visitor.at(/^\/qom\/targets\/[0-9a-f-]+$/);
};

describe('a target moves with its indicator', () => {
  const visit = openHouse();

  it('an odd value is asked about, kept with its reason, and moves the target; its entry is taken back (fa, desktop)', async () => {
    const visitor = await visit({ locale: 'fa', screen: 'desktop' });
    await visitor.enter('qom', 'dg');
    await openTarget(visitor);
    const before = await paceOn(visitor);

    await openSheet(visitor);
    await enter(visitor, ODD);
    await visitor.refusal();
    expect(await cell(visitor).inputValue()).toBe(numberFor(visitor, ODD));
    expect(await seriousFaults(visitor.page)).toEqual([]);
    await cell(visitor, 'indicators_why').fill('این ماه همه خانه‌ها پرسیده شدند.');
    await visitor.press('indicators_enter');
    await visitor.reads(patternOf(visitor.say, 'indicators_enter_done'));
    await cell(visitor).waitFor({ state: 'detached' });
    await visitor.pressText(visitor.ui.undo);
    await cell(visitor).waitFor();
    await openTarget(visitor);
    expect(await paceOn(visitor)).toBe(before);

    await openSheet(visitor);
    await enter(visitor, ODD);
    await cell(visitor, 'indicators_why').fill('این ماه همه خانه‌ها پرسیده شدند.');
    await visitor.press('indicators_enter');
    await visitor.reads(patternOf(visitor.say, 'indicators_enter_done'));
    await openTarget(visitor);
    expect(await paceOn(visitor)).not.toBe(before);
    expect(await paceOn(visitor)).toContain(paceAt(visitor, ODD));
    await visitor.reads(visitor.say('targets_reached'));
    expect(await visitor.leave()).toEqual([]);
  });

  it('a target is set, an odd value was a slip, the likely one needs no reason and moves the target (en, phone)', async () => {
    const visitor = await visit({ locale: 'en', screen: 'phone', theme: 'dark' });
    await visitor.enter('qom', 'dg');
    await setTarget(visitor);
    const before = await paceOn(visitor);

    await openSheet(visitor);
    await enter(visitor, ODD);
    await visitor.refusal();
    await cell(visitor, 'indicators_why').waitFor();
    expect(await seriousFaults(visitor.page)).toEqual([]);
    await enter(visitor, LIKELY);
    await visitor.reads(patternOf(visitor.say, 'indicators_enter_done'));
    await openTarget(visitor);
    expect(await paceOn(visitor)).not.toBe(before);
    expect(await paceOn(visitor)).toContain(paceAt(visitor, LIKELY));
    expect(await visitor.leave()).toEqual([]);
  });
});
