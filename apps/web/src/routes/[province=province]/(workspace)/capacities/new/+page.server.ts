import { command } from '$lib/action';
import { findUnits, readAgencies, readDomains, readUnit } from '$lib/choice/read';
import { m } from '$lib/paraglide/messages';
import { mustBeAllowed } from '$lib/records/allowed';
import { workspaceOf } from '$lib/workspace/address';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  mustBeAllowed((await event.parent()).me, 'capacity.register', event);
  const unitId = event.url.searchParams.get('unitId') ?? '';
  const q = event.url.searchParams.get('q') ?? '';
  if (unitId === '') return { unit: undefined, domains: [], agencies: [], q, found: await findUnits(event, q) };
  const [unit, domains, agencies] = await Promise.all([
    readUnit(event, unitId),
    readDomains(event),
    readAgencies(event),
  ]);
  return { unit, domains, agencies, q, found: [] };
};

export const actions: Actions = {
  register: command<{ id: string }>({
    to: ({ params }) => `${workspaceOf(params['province']).api}/capacities`,
    then: ({ id }, { params }) => `${workspaceOf(params['province']).path}/capacities/${id}`,
    says: () => m.capacities_registered(),
  }),
};
