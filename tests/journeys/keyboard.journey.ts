import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openHouse } from './support/house.ts';
import { countProblems } from './support/problem-form.ts';
import type { Visitor } from './support/visitor.ts';

/** More presses than any page has stops. */
const MOST_STOPS = 150;

describe('with the keyboard alone', () => {
  const visit = openHouse();

  it.each(['fa', 'en'] as const)(
    'from the door to a registered problem, the focus always in sight (%s)',
    async (locale) => {
      const visitor = await visit({ locale });
      const { page } = visitor;
      const title = locale === 'fa' ? 'کتابخانه محله بسته است' : 'The library is closed';
      const place = locale === 'fa' ? 'پردیسان' : 'Pardisan';

      await visitor.open('/qom/sign-in');
      await tabTo(visitor, visitor.field('sign_in_email'));
      await page.keyboard.type('dg@qom.sample');
      await tabTo(visitor, visitor.field('sign_in_password'));
      await page.keyboard.type(visitor.password);
      await visitor.key('Enter');
      await visitor.at('/qom');

      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe(visitor.ui.skip);
      await visitor.key('Enter');
      expect(await page.evaluate(() => document.activeElement?.closest('main') !== null || location.hash !== '')).toBe(
        true,
      );

      await visitor.open('/qom/problems');
      await tabTo(visitor, link(visitor, visitor.say('problems_register')));
      await visitor.key('Enter');
      await visitor.at('/qom/problems/new');
      await tabTo(visitor, visitor.field('records_which_unit'));
      await page.keyboard.type(place);
      await visitor.key('Enter');
      await tabTo(visitor, page.getByRole('link', { name: new RegExp(`^${place}`) }).first());
      await visitor.key('Enter');

      const form = visitor.form('problems_register');
      await form.waitFor();
      await tabTo(visitor, visitor.field('problems_field_title', form));
      await page.keyboard.type(title);
      await tabTo(visitor, visitor.field('problems_domain', form));
      await page.keyboard.press('ArrowDown');
      await tabTo(visitor, visitor.field('problems_severity', form));
      await page.keyboard.press('ArrowDown');
      await tabTo(visitor, form.getByRole('button', { name: visitor.say('problems_register') }));
      await visitor.key('Enter');
      await visitor.at(/^\/qom\/problems\/(?!new)[^/]+$/);
      expect(await countProblems(visitor, title)).toBe(1);
      expect(await visitor.leave()).toEqual([]);
    },
  );
});

const link = ({ page }: Visitor, name: string): Locator => page.getByRole('link', { name, exact: true }).first();

/** Presses Tab until the focus is there; at every stop on the way it must be seen and not lie under something. */
async function tabTo({ page }: Visitor, goal: Locator): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await goal.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
    expect(await page.evaluate(hiddenFocus)).toBeUndefined();
  }
  throw new Error(`The keyboard does not reach ${String(goal)}.`);
}

/** Runs in the page: the element in focus, if nothing shows that it is. */
function hiddenFocus(): string | undefined {
  const element = document.activeElement;
  if (element === null || element === document.body) return undefined;
  const box = element.getBoundingClientRect();
  const isMarked = [element, element.parentElement, element.nextElementSibling].some((part) => {
    if (part === null) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(part);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  });
  const isInView = box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return isMarked && isInView ? undefined : element.outerHTML.slice(0, 200);
}
