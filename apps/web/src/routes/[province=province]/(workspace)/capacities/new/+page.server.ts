import { command } from '$lib/action';
import { findUnits, readAgencies, readDomains, readUnit } from '$lib/choice/read';
import { m } from '$lib/paraglide/messages';
import { mustBeAllowed } from '$lib/records/allowed';
import { workspaceOf } from '$lib/workspace/address';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const unitId = event.url.searchParams.get('unitId') ?? '';
  const q = event.url.searchParams.get('q') ?? '';
  const [unit, domains, agencies, found, { me }] = await Promise.all([
    unitId === '' ? undefined : readUnit(event, unitId),
    readDomains(event),
    readAgencies(event),
    unitId === '' ? findUnits(event, q) : [],
    event.parent(),
  ]);
  mustBeAllowed(me, 'capacity.register', event);
  return { unit, domains, agencies, q, found };
};

export const actions: Actions = {
  register: command<{ id: string }>({
    to: ({ params }) => `${workspaceOf(params['province']).api}/capacities`,
    then: ({ id }, { params }) => `${workspaceOf(params['province']).path}/capacities/${id}`,
    body: ({ quantity, amountRial, ...body }) => ({
      ...body,
      // A fund has an amount and no quantity, everything else the reverse: what the form hides is not sent.
      ...(body['kind'] === 'fund' ? { amountRial } : { quantity }),
    }),
    says: () => m.capacities_registered(),
    undoes: true,
  }),
};
