import { command } from '$lib/action';
import { read, readIfAllowed } from '$lib/api';
import { m } from '$lib/paraglide/messages';
import type { UnitPage } from '$lib/units/model';
import { workspaceOf } from '$lib/workspace/address';
import type { zPeoplePage } from '@mahalleh/people/model';
import type { Actions, PageServerLoad } from './$types';

type Named = { readonly id: string; readonly name: string };
type People = Pick<(typeof zPeoplePage)['_output'], 'rows'>;

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const [{ unit }, bases, people] = await Promise.all([
    read<UnitPage>(event, `${api}/units/${event.params.unitId}`),
    read<{ rows: Named[] }>(event, `${api}/bases?unitId=${event.params.unitId}&size=100`),
    readIfAllowed<People>(event, `${api}/people?size=100`),
  ]);
  return {
    unit,
    bases: bases.rows.map(({ id, name }) => ({ value: id, label: name })),
    people: withManager(
      (people?.rows ?? []).map(({ id, fullName }) => ({ value: id, label: fullName })),
      unit,
    ),
  };
};

type Choice = { readonly value: string; readonly label: string };

/** The manager stays a choice, even when the list of people is longer than what is shown. */
const withManager = (people: Choice[], { managerPersonId, managerName }: UnitPage['unit']): Choice[] =>
  managerPersonId === null || people.some(({ value }) => value === managerPersonId)
    ? people
    : [{ value: managerPersonId, label: managerName ?? managerPersonId }, ...people];

export const actions: Actions = {
  default: command({
    to: ({ params }) => `${workspaceOf(params['province']).api}/units/${params['unitId'] ?? ''}/passport`,
    then: (_data, { params }) => `${workspaceOf(params['province']).path}/neighbourhoods/${params['unitId'] ?? ''}`,
    says: () => m.neighbourhoods_saved(),
  }),
};
