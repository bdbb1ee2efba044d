import { acceptLink, openLink } from '$lib/identity/invitation';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => openLink(event);

export const actions: Actions = { default: acceptLink };
