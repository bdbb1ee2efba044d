import { command, type CommandEvent } from '$lib/action';
import type { AgencyPage } from '$lib/agencies/model';
import { read } from '$lib/api';
import type { Bases } from '$lib/bases/model';
import { m } from '$lib/paraglide/messages';
import { release } from '$lib/responsibilities/actions';
import type { AgencyWork } from '$lib/responsibilities/model';
import { workspaceOf } from '$lib/workspace/address';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const id = event.params.agencyId;
  const [found, bases, work] = await Promise.all([
    read<AgencyPage>(event, `${api}/agencies/${id}`),
    read<Bases>(event, `${api}/bases?agencyId=${id}&size=10`),
    read<AgencyWork>(event, `${api}/agencies/${id}/work`),
  ]);
  return { found, bases, work };
};

const to =
  (verb: string) =>
  ({ params }: CommandEvent): string =>
    `${workspaceOf(params['province']).api}/agencies/${params['agencyId'] ?? ''}/${verb}`;

export const actions: Actions = {
  release,
  amend: command({ undoes: true, to: to('amend'), says: () => m.agencies_saved() }),
  retire: command({ undoes: true, to: to('retire'), says: () => m.agencies_retired_done() }),
};
