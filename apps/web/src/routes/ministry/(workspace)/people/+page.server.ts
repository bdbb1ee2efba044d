import { peopleActions } from '$lib/people/actions';
import { loadPeople } from '$lib/people/load';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadPeople(event);

export const actions: Actions = peopleActions;
