import { takeFlash } from '$lib/flash';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals, cookies }) => ({
  locale: locals.locale,
  theme: locals.theme,
  flash: takeFlash(cookies),
});
