import { personActions } from '$lib/people/actions';
import { loadPerson } from '$lib/people/load';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { me } = await event.parent();
  return { found: await loadPerson(event, me) };
};

export const actions: Actions = personActions;
