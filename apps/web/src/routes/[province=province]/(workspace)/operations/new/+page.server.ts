import { command } from '$lib/action';
import { read } from '$lib/api';
import { findUnits, readAgencies, readDomains, readPeople, readUnit } from '$lib/choice/read';
import { withChosen } from '$lib/choice/with-chosen';
import type { Capacity } from '$lib/capacities/model';
import { planBody } from '$lib/operations/plan';
import { m } from '$lib/paraglide/messages';
import type { Problem, Problems } from '$lib/problems/model';
import { mustBeAllowed } from '$lib/records/allowed';
import { workspaceOf } from '$lib/workspace/address';
import type { CapacityList } from '@mahalleh/capacity/model';
import type { Planned } from '@mahalleh/operations/model';
import type { Actions, PageServerLoad } from './$types';

type Capacities = (typeof CapacityList)['_output'];

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const asked = event.url.searchParams;
  const q = asked.get('q') ?? '';
  const problemId = asked.get('problemId') ?? '';
  const capacityId = asked.get('capacityId') ?? '';
  const asking = problemId === '' ? undefined : read<Problem>(event, `${api}/problems/${problemId}`);
  // An address that names the problem alone is asked in two steps; our own links name the place as well.
  const unitId = asked.get('unitId') ?? (await asking)?.unitId ?? '';
  if (unitId === '') {
    const [found, { me }] = await Promise.all([findUnits(event, q), event.parent()]);
    mustBeAllowed(me, 'operation.plan', event);
    return { plan: undefined, q, found };
  }
  const [unit, domains, people, agencies, problems, capacities, chosen, problem, { me }] = await Promise.all([
    readUnit(event, unitId),
    readDomains(event),
    readPeople(event),
    readAgencies(event),
    read<Problems>(event, `${api}/problems?unitId=${unitId}&status=open&size=100`),
    read<Capacities>(event, `${api}/capacities?unitId=${unitId}&size=50`),
    capacityId === '' ? undefined : read<Capacity>(event, `${api}/capacities/${capacityId}`),
    asking,
    event.parent(),
  ]);
  mustBeAllowed(me, 'operation.plan', event);
  const plan = {
    ...{ unit, domains, people, agencies, problem },
    problems: problems.rows
      .filter((row) => row.unitId === unitId)
      .map(({ id, title }) => ({ value: id, label: title })),
    capacities: withChosen(
      capacities.rows.map(({ id, name }) => ({ value: id, label: name })),
      { value: chosen?.id, label: chosen?.name },
    ),
    capacityIds: chosen ? [chosen.id] : [],
  };
  return { plan, q, found: [] };
};

export const actions: Actions = {
  plan: command<(typeof Planned)['_output']>({
    to: ({ params }) => `${workspaceOf(params['province']).api}/operations`,
    lists: ['capacityIds'],
    body: planBody,
    then: ({ id }, { params }) => `${workspaceOf(params['province']).path}/operations/${id}`,
    says: ({ code }) => m.operations_planned({ code }),
  }),
};
