import { command } from '$lib/action';
import { findUnits, readAgencies, readUnit } from '$lib/choice/read';
import { m } from '$lib/paraglide/messages';
import { workspaceOf } from '$lib/workspace/address';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const unitId = event.url.searchParams.get('unitId') ?? '';
  const q = event.url.searchParams.get('q') ?? '';
  if (unitId === '') return { unit: undefined, agencies: [], q, found: await findUnits(event, q) };
  const [unit, agencies] = await Promise.all([readUnit(event, unitId), readAgencies(event)]);
  return { unit, agencies, q, found: [] };
};

export const actions: Actions = {
  register: command<{ id: string }>({
    to: ({ params }) => `${workspaceOf(params['province']).api}/bases`,
    flags: ['isLead'],
    then: ({ id }, { params }) => `${workspaceOf(params['province']).path}/bases/${id}`,
    says: () => m.bases_registered(),
  }),
};
