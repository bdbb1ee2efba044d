import { command } from '$lib/action';
import { m } from '$lib/paraglide/messages';
import { mustBeAllowed } from '$lib/records/allowed';
import { workspaceOf } from '$lib/workspace/address';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { me } = await event.parent();
  mustBeAllowed(me, 'volunteer.enrol', event);
  // Volunteers are of a neighbourhood, and for its own manager alone.
  const units = me.roles.filter(
    ({ role, unitKind }) =>
      role === 'neighbourhood_manager' && (unitKind === 'neighbourhood' || unitKind === 'village'),
  );
  return { units, nowMs: Date.now() };
};

export const actions: Actions = {
  enrol: command<{ id: string }>({
    to: ({ params }) => `${workspaceOf(params['province']).api}/volunteers`,
    flags: ['consentGiven'],
    lists: ['skills', 'days'],
    then: ({ id }, { params }) => `${workspaceOf(params['province']).path}/volunteers/${id}`,
    says: () => m.volunteers_enrolled(),
  }),
};
