import { takeFlash } from '$lib/flash';
import { hiddenOf } from '$lib/preferences';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals, cookies }) => ({
  locale: locals.locale,
  theme: locals.theme,
  lists: { density: locals.density, hidden: hiddenOf(cookies.get('hidden')) },
  flash: takeFlash(cookies),
});
