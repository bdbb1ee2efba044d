import type { Capacities } from '$lib/capacities/model';
import { read } from '$lib/api';
import type { SkillCounts } from '$lib/volunteers/model';
import { readDomains, readPlaces } from '$lib/choice/read';
import { queryOf } from '$lib/query';
import { viewActions } from '$lib/saved/actions';
import { readViews } from '$lib/saved/read';
import { workspaceOf } from '$lib/workspace/address';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const query = queryOf(event.url, 'unitId', 'kind', 'domain', 'agencyId', 'q', 'withdrawn', 'weekday', 'page');
  const unitId = event.url.searchParams.get('unitId') ?? '';
  const [views, capacities, domains, places, volunteers] = await Promise.all([
    readViews(event, 'capacities'),
    read<Capacities>(event, `${api}/capacities${query}`),
    readDomains(event),
    readPlaces(event, event.url.searchParams.get('unitId')),
    unitId === ''
      ? undefined
      : read<SkillCounts>(event, `${api}/volunteer-counts?unitId=${encodeURIComponent(unitId)}`),
  ]);
  return { views, capacities, domains, places, volunteers };
};

export const actions: Actions = viewActions;
