import type { Locator } from 'playwright-core';
import type { Visitor } from './visitor.ts';

/** Opens the form for a new problem of a neighbourhood, from the registry, and returns it. */
export async function openProblemForm(visitor: Visitor, place: string): Promise<Locator> {
  await visitor.open('/qom/problems');
  await visitor.follow('problems_register');
  await visitor.at('/qom/problems/new');
  await visitor.fill('records_which_unit', place);
  await visitor.press('records_find');
  await visitor.followText(new RegExp(`^${place}`));
  const form = visitor.form('problems_register');
  await form.waitFor();
  return form;
}

/** How many problems of a title the registry lists. */
export async function countProblems(visitor: Visitor, title: string): Promise<number> {
  await visitor.open(`/qom/problems?q=${encodeURIComponent(title)}`);
  return visitor.page.getByRole('table').getByRole('link', { name: title }).count();
}
