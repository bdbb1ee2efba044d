import { command } from '$lib/action';
import { readUpperUnits } from '$lib/choice/upper';
import { m } from '$lib/paraglide/messages';
import { workspaceOf } from '$lib/workspace/address';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ units: await readUpperUnits(event) });

export const actions: Actions = {
  register: command<{ id: string }>({
    to: ({ params }) => `${workspaceOf(params['province']).api}/agencies`,
    then: ({ id }, { params }) => `${workspaceOf(params['province']).path}/agencies/${id}`,
    says: () => m.agencies_registered(),
  }),
};
