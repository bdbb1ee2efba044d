import type { Locator } from 'playwright-core';
import { STATUS_TITLES } from '@mahalleh/problems/statuses';
import { describe, expect, it } from 'vitest';
import { openHouse } from './support/house.ts';
import type { Visitor } from './support/visitor.ts';

type Column = 'registered' | 'triaged' | 'started' | 'awaiting' | 'confirmed' | 'closed';

const columnIn = ({ page }: Visitor, column: Column): Locator =>
  page.locator(`section[aria-labelledby="col-${column}"]`);
const cardsIn = (visitor: Visitor, column: Column): Locator => columnIn(visitor, column).locator('[data-card]');
const idOf = async (card: Locator): Promise<string> => (await card.getAttribute('data-card')) ?? '';
const cardOf = (visitor: Visitor, column: Column, id: string): Locator =>
  columnIn(visitor, column).locator(`[data-card="${id}"]`);
/** The arrow that goes with the reading. */
const onward = ({ locale }: Visitor): string => (locale === 'fa' ? 'ArrowLeft' : 'ArrowRight');

describe('the board of problems', () => {
  const visit = openHouse();

  it.each(['fa', 'en'] as const)('moves a card with the keys alone, and takes it back, in %s', async (locale) => {
    const visitor = await visit({ locale });
    await visitor.enter('qom', 'dg');
    await visitor.open('/qom/problems/board');
    const card = cardsIn(visitor, 'triaged').first();
    const id = await idOf(card);
    await card.getByRole('link').focus();

    await visitor.key(`Shift+${onward(visitor)}`);
    const dialog = visitor.page.getByRole('dialog');
    await visitor.reads(visitor.say('problems_start_about'), dialog);
    await dialog.getByRole('button', { name: visitor.say('problems_start'), exact: true }).focus();
    await visitor.key('Enter');

    const moved = cardOf(visitor, 'started', id);
    await moved.waitFor();
    expect(await dialog.count()).toBe(0);
    expect(await moved.getByRole('link').evaluate((link) => link === document.activeElement)).toBe(true);

    await visitor.pressText(visitor.ui.undo);
    await cardOf(visitor, 'triaged', id).waitFor();
    expect(await visitor.leave()).toEqual([]);
  });

  it('says why a form is refused, keeps the card where it is, and lets go with Escape', async () => {
    const visitor = await visit({ locale: 'en' });
    await visitor.enter('qom', 'dg');
    await visitor.open('/qom/problems/board');
    const card = cardsIn(visitor, 'started').first();
    const id = await idOf(card);
    await card.getByRole('link').focus();
    await visitor.key('m');
    const dialog = visitor.page.getByRole('dialog');
    await visitor.press('problems_solve', dialog);
    await visitor.refusal();
    expect(await dialog.locator('[aria-invalid="true"]').getAttribute('name')).toBe('solution');
    await visitor.key('Escape');
    await cardOf(visitor, 'started', id).waitFor();
    expect(await dialog.count()).toBe(0);
    expect(await visitor.leave()).toEqual([]);
  });

  it('says that there is no way back from triaged to new', async () => {
    const visitor = await visit({ locale: 'en' });
    await visitor.enter('qom', 'dg');
    await visitor.open('/qom/problems/board');
    await cardsIn(visitor, 'triaged').first().getByRole('link').focus();
    await visitor.key('Shift+ArrowLeft');
    const [from, to] = [STATUS_TITLES.triaged.en, STATUS_TITLES.registered.en];
    await visitor.reads(visitor.say('board_no_step', { from, to }));
    expect(await visitor.page.getByRole('dialog').count()).toBe(0);
    expect(await visitor.leave()).toEqual([]);
  });

  it('moves a card that is dragged', async () => {
    const visitor = await visit({ locale: 'fa' });
    await visitor.enter('qom', 'dg');
    await visitor.open('/qom/problems/board');
    const card = cardsIn(visitor, 'registered').first();
    const id = await idOf(card);
    await card.dragTo(columnIn(visitor, 'triaged').getByRole('heading'));
    const dialog = visitor.page.getByRole('dialog');
    await visitor.press('problems_triage', dialog);
    // A column shows its first twenty: where it went is said, and it is gone from where it was.
    await visitor.reads(visitor.say('problems_triage_done'));
    await cardOf(visitor, 'registered', id).waitFor({ state: 'detached' });
    expect(await visitor.leave()).toEqual([]);
  });

  it('is read by those who may not move anything', async () => {
    const visitor = await visit({ locale: 'en', screen: 'phone' });
    await visitor.enter('qom', 'observer');
    await visitor.open('/qom/problems/board');
    expect(await cardsIn(visitor, 'triaged').count()).toBeGreaterThan(0);
    expect(await visitor.page.locator('[data-card] button').count()).toBe(0);
    expect(await visitor.leave()).toEqual([]);
  });
});
