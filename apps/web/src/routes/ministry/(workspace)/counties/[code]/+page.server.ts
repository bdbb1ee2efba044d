import { read } from '$lib/api';
import type { Compared } from '$lib/ministry/model';
import { workspaceOf } from '$lib/workspace/address';
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
  const asked = new URLSearchParams({ places: event.params.code });
  for (const name of ['figure', 'step', 'at']) {
    const value = event.url.searchParams.get(name);
    if (value) asked.set(name, value);
  }
  const compared = await read<Compared>(event, `${workspaceOf(undefined).api}/compare?${asked.toString()}`);
  const [county] = compared.places;
  if (!county) return nowhere();
  return { compared, county };
};
