import { addDays, civilDateOf } from '@mahalleh/kernel';
import { formatDate } from '@mahalleh/kernel/time';
import { expect } from 'vitest';
import { until } from './until.ts';
import type { Visitor } from './visitor.ts';

/** The last part of the address that a visitor is at. */
export const idAt = (visitor: Visitor): string => new URL(visitor.page.url()).pathname.split('/').at(-1) ?? '';

/** The page of a neighbourhood, by its name in Persian. */
export async function openNeighbourhood(visitor: Visitor, province: string, place: string): Promise<void> {
  await visitor.open(`/${province}/neighbourhoods?q=${encodeURIComponent(place)}`);
  await visitor.page.locator('main a[href*="/neighbourhoods/"]').first().click();
  await visitor.at(new RegExp(`^/${province}/neighbourhoods/[0-9a-f-]{36}$`));
}

/** Decides on everything that was found in a draft: the first is kept as no personal datum, all else is put as its kind. */
export async function decideFindings(visitor: Visitor, draft: string): Promise<void> {
  await visitor.open(`${draft}?view=findings`);
  const keep = visitor.page.getByRole('button', { name: visitor.say('publishing_finding_keep'), exact: true });
  if ((await keep.count()) > 0) {
    await visitor.press('publishing_finding_keep');
    await visitor.reads(visitor.say('publishing_finding_reconsider'));
  }
  const all = visitor.page.getByRole('button', { name: visitor.say('publishing_finding_replace_all'), exact: true });
  if ((await all.count()) > 0) await visitor.press('publishing_finding_replace_all');
  await visitor.reads(visitor.say('publishing_findings_none'));
}

/** Says the title and summary of a draft; what is new, in a later version. */
export async function writeWords(
  visitor: Visitor,
  draft: string,
  said: { readonly title: string; readonly summary: string; readonly changes?: string },
): Promise<void> {
  await visitor.open(`${draft}?view=words`);
  const form = visitor.form('publishing_save');
  await visitor.fill('publishing_field_title', said.title, form);
  await visitor.fill('publishing_field_summary', said.summary, form);
  if (said.changes !== undefined) await visitor.fill('publishing_field_changes', said.changes, form);
  await visitor.press('publishing_save', form);
  await visitor.reads(visitor.say('publishing_saved'));
}

/** Says an element of a draft otherwise: the first of a part that is called so. */
export async function rewordElement(
  visitor: Visitor,
  draft: string,
  {
    part,
    name,
    field,
    text,
  }: { readonly part: string; readonly name: string; readonly field: string; readonly text: string },
): Promise<void> {
  await visitor.open(`${draft}?view=${part}`);
  const line = visitor.page.locator('main ul.rows > li').filter({ hasText: name }).first();
  await line
    .getByRole('link', { name: visitor.say('publishing_edit'), exact: true })
    .first()
    .click();
  const form = visitor.page.locator('#edit form').first();
  await form.waitFor();
  await visitor.fill(field, text, form);
  await visitor.press('publishing_save', form);
  await visitor.reads(visitor.say('publishing_saved'));
}

/** Seals a draft and sends it to the ministry. */
export async function submitDraft(visitor: Visitor, draft: string): Promise<void> {
  await visitor.open(draft);
  await visitor.press('publishing_submit');
  await visitor.reads(visitor.say('publishing_status_submitted'));
}

/** Opens what was submitted under a title, once it has come to the ministry. */
export async function openReview(visitor: Visitor, title: string): Promise<void> {
  await until(visitor, '/ministry/templates/review', title);
  await visitor.page.locator('main').getByRole('link', { name: title }).first().click();
  await visitor.at(/^\/ministry\/templates\/review\/[\w-]{43}$/);
}

/** Signs what is open, with one part that must be taken. */
export async function sign(
  visitor: Visitor,
  mandate: { readonly part: string; readonly reason: string } | null,
): Promise<void> {
  await visitor.unfold(visitor.say('templates_sign'), visitor.page.locator('#decide'));
  const form = visitor.page.locator('#decide form').filter({ has: visitor.page.locator('fieldset') });
  if (mandate) {
    await form.locator(`#mandate-${mandate.part}`).check();
    const part = visitor.say(`templates_part_${mandate.part}`);
    await form.getByLabel(visitor.say('templates_sign_why', { part })).fill(mandate.reason);
  }
  await visitor.press('templates_sign', form);
  await visitor.reads(visitor.say('templates_decided_signed'));
}

/** From a template’s page to what it meets in a neighbourhood. */
export async function openAdoption(visitor: Visitor, template: string, place: string): Promise<void> {
  await visitor.open(template);
  await visitor.follow('templates_adopt');
  await visitor.at(`${template}/adopt`);
  await visitor.fill('records_which_unit', place);
  await visitor.press('records_find');
  await visitor.followText(new RegExp(`^${place}`), visitor.page.locator('main'));
  await visitor.form('adoptions_apply').waitFor();
}

/** Adopts as it is proposed, but for some parts. Shape: the address of the adoption. */
export async function adopt(visitor: Visitor, without: readonly string[] = []): Promise<string> {
  for (const part of without) {
    const box = visitor.page.locator(`input[name="parts"][value="${part}"]`);
    await visitor.unfold(visitor.say(`templates_part_${part}`));
    await box.uncheck();
  }
  await visitor.press('adoptions_apply');
  const refused = visitor.page.locator('form').getByRole('alert');
  if ((await refused.count()) > 0) throw new Error(await refused.first().innerText());
  await visitor.at(/^\/[a-z]+\/adoptions\/[0-9a-f-]{36}$/);
  return new URL(visitor.page.url()).pathname;
}

/** From an adoption to the page of an operation that came with it. */
async function openOperation(visitor: Visitor, adoption: string, name: string): Promise<void> {
  await visitor.open(adoption);
  await visitor.unfold(visitor.say('templates_part_operations'));
  await visitor.page.locator('main details a[href*="/operations/"]').filter({ hasText: name }).first().click();
  await visitor.at(/^\/[a-z]+\/operations\/[0-9a-f-]{36}$/);
}

/** Calls an operation of an adoption otherwise. */
export async function renameOperation(visitor: Visitor, adoption: string, name: string, title: string): Promise<void> {
  await openOperation(visitor, adoption, name);
  await visitor.unfold(visitor.say('operations_amend'));
  const form = visitor.page
    .locator('details.act form')
    .filter({ has: visitor.page.getByLabel(visitor.say('operations_title_field')) });
  await visitor.fill('operations_title_field', title, form);
  await visitor.press('records_save', form);
  await visitor.page.getByRole('heading', { level: 1, name: title }).waitFor();
}

/** Gives the first task of an operation of an adoption another last day. */
export async function moveTask(visitor: Visitor, adoption: string, name: string): Promise<void> {
  await openOperation(visitor, adoption, name);
  await visitor.page.locator('main a[href*="task="]').first().click();
  await visitor.page.locator('#task').waitFor();
  await visitor.unfold(visitor.say('operations_task_amend'));
  const form = visitor.page.locator('#task form').filter({ has: visitor.field('operations_task_due') });
  const due = formatDate(addDays(civilDateOf(Date.now()), 20), visitor.locale, 'numeric');
  await visitor.fill('operations_task_due', due, form);
  await visitor.press('records_save', form);
  await visitor.reads(visitor.say('records_saved'));
}

/** Says the words of a lesson otherwise for one neighbourhood. */
export async function rewordLesson(visitor: Visitor, adoption: string, name: string, text: string): Promise<void> {
  await visitor.open(adoption);
  await visitor.unfold(visitor.say('templates_part_lessons'));
  const row = visitor.page.locator('main details.part li').filter({ hasText: name }).first();
  await visitor.unfold(visitor.say('adoptions_reword'), row);
  await visitor.fill('adoptions_field_text', text, row);
  await visitor.press('adoptions_save', row);
  await visitor.reads(visitor.say('adoptions_reworded'));
}

/** Proposes everything that can be said of what was changed; what is found in the words is looked at. */
export async function propose(visitor: Visitor, adoption: string, note: string): Promise<void> {
  await visitor.open(adoption);
  await visitor.follow('upgrades_overlay_propose');
  await visitor.at(`${adoption}/propose`);
  for (const box of await visitor.page.locator('input[name="keys"]:enabled').all()) await box.check();
  await visitor.fill('upgrades_propose_note', note);
  await visitor.press('upgrades_propose_send');
  const cleared = visitor.page.locator('#findings input[name="cleared"]');
  if (idAt(visitor) === 'propose' && (await cleared.count()) > 0) {
    for (const box of await cleared.all()) await box.check();
    await visitor.press('upgrades_propose_send');
  }
  await visitor.at(/^\/[a-z]+\/improvements(\/[0-9a-f-]{36})?$/);
  expect(await visitor.page.locator('main').innerText()).toContain(note);
}
