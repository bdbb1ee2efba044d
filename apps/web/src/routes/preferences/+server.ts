import { densityOf, hiding, localeOf, localPath, preferenceCookie, themeOf } from '$lib/preferences';
import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** Keeps the language, the ground or the look of lists a reader chose, and goes back where they were. */
export const POST: RequestHandler = async ({ request, cookies }) => {
  const form = await request.formData();
  const text = (name: string): string | undefined => {
    const value = form.get(name);
    return typeof value === 'string' ? value : undefined;
  };
  const locale = text('locale');
  const theme = text('theme');
  if (locale !== undefined) cookies.set('locale', localeOf(locale), preferenceCookie);
  if (theme !== undefined) cookies.set('theme', themeOf(theme), preferenceCookie);
  const density = text('density');
  if (density !== undefined) cookies.set('density', densityOf(density), preferenceCookie);
  const list = text('list');
  if (list !== undefined) {
    const shown = form.getAll('shown');
    const hidden = form
      .getAll('column')
      .flatMap((key) => (typeof key === 'string' && !shown.includes(key) ? [key] : []));
    cookies.set('hidden', hiding(cookies.get('hidden'), list, hidden), preferenceCookie);
  }
  redirect(303, localPath(text('return_to')));
};
