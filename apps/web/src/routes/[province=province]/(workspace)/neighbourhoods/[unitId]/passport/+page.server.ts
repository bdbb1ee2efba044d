import { command } from '$lib/action';
import { read } from '$lib/api';
import { readPeople } from '$lib/choice/read';
import { withChosen } from '$lib/choice/with-chosen';
import { m } from '$lib/paraglide/messages';
import type { UnitPage } from '$lib/units/model';
import { workspaceOf } from '$lib/workspace/address';
import type { Actions, PageServerLoad } from './$types';

type Named = { readonly id: string; readonly name: string };

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const [{ unit }, bases, people] = await Promise.all([
    read<UnitPage>(event, `${api}/units/${event.params.unitId}`),
    read<{ rows: Named[] }>(event, `${api}/bases?unitId=${event.params.unitId}&size=100`),
    readPeople(event),
  ]);
  return {
    unit,
    bases: bases.rows.map(({ id, name }) => ({ value: id, label: name })),
    people: withChosen(people, { value: unit.managerPersonId, label: unit.managerName }),
  };
};

export const actions: Actions = {
  default: command({
    undoes: true,
    to: ({ params }) => `${workspaceOf(params['province']).api}/units/${params['unitId'] ?? ''}/passport`,
    then: (_data, { params }) => `${workspaceOf(params['province']).path}/neighbourhoods/${params['unitId'] ?? ''}`,
    says: () => m.neighbourhoods_saved(),
  }),
};
