import { command, type CommandEvent } from '$lib/action';
import { read } from '$lib/api';
import type { Capacity } from '$lib/capacities/model';
import { readAgencies, readDomains } from '$lib/choice/read';
import { withChosen } from '$lib/choice/with-chosen';
import { m } from '$lib/paraglide/messages';
import { workspaceOf } from '$lib/workspace/address';
import { mayDo } from '$lib/workspace/me';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const { me } = await event.parent();
  const mayAmend = mayDo(me, 'capacity.amend');
  const [capacity, domains, agencies] = await Promise.all([
    read<Capacity>(event, `${api}/capacities/${event.params.capacityId}`),
    readDomains(event),
    mayAmend ? readAgencies(event) : [],
  ]);
  const { agencyId, agencyName } = capacity;
  return { capacity, domains, agencies: withChosen(agencies, { value: agencyId, label: agencyName }), mayAmend };
};

const to =
  (verb: string) =>
  ({ params }: CommandEvent): string =>
    `${workspaceOf(params['province']).api}/capacities/${params['capacityId'] ?? ''}/${verb}`;

export const actions: Actions = {
  amend: command({
    to: to('amend'),
    clearable: ['note', 'agencyId', 'quantity', 'domainKey', 'availableNote', 'latitude', 'longitude'],
    says: () => m.records_saved(),
  }),
  withdraw: command({ to: to('withdraw'), says: () => m.capacities_withdraw_done() }),
};
