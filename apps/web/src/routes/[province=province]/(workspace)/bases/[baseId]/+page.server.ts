import { command, type CommandEvent } from '$lib/action';
import { read } from '$lib/api';
import type { BasePage } from '$lib/bases/model';
import { readAgencies } from '$lib/choice/read';
import { withChosen } from '$lib/choice/with-chosen';
import { m } from '$lib/paraglide/messages';
import { workspaceOf } from '$lib/workspace/address';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const [found, agencies] = await Promise.all([
    read<BasePage>(event, `${workspaceOf(event.params.province).api}/bases/${event.params.baseId}`),
    readAgencies(event),
  ]);
  const { agencyId, agencyName } = found.base;
  return { found, agencies: withChosen(agencies, { value: agencyId, label: agencyName }) };
};

const to =
  (verb: string) =>
  ({ params }: CommandEvent): string =>
    `${workspaceOf(params['province']).api}/bases/${params['baseId'] ?? ''}/${verb}`;

export const actions: Actions = {
  amend: command({ undoes: true, to: to('amend'), flags: ['isLead'], says: () => m.bases_saved() }),
  activate: command({ undoes: true, to: to('activate'), says: () => m.bases_activated() }),
  deactivate: command({
    undoes: true,
    to: to('deactivate'),
    flags: ['isPreparing'],
    says: () => m.bases_deactivated(),
  }),
};
