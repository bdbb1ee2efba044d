import { guestActions } from '$lib/identity/guest-invitation';
import { acceptLink, openLink } from '$lib/identity/invitation';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => openLink(event);

export const actions: Actions = { set: acceptLink, ...guestActions };
