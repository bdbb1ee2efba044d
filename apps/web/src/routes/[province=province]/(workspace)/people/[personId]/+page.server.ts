import { personActions } from '$lib/people/actions';
import { loadPerson } from '$lib/people/load';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  return { found: await loadPerson(event) };
};

export const actions: Actions = personActions;
