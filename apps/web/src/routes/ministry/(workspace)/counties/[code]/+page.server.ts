import { readCompared } from '$lib/ministry/reads';
import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const nowhere = () =>
    error(404, {
      message: m.shell_error_not_found_title(),
      reason: 'not_found',
      trace: event.locals.requestId,
    });
  if (!/^\d{4}$/.test(event.params.code)) nowhere();
  const compared = await readCompared(event, [event.params.code]);
  const [county] = compared.places;
  if (!county) return nowhere();
  return { compared, county };
};
