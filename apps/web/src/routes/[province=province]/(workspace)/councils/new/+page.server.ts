import { command } from '$lib/action';
import { read } from '$lib/api';
import type { Charter, CharterList, CouncilList } from '$lib/councils/model';
import { councilKindFor } from '$lib/councils/words';
import { m } from '$lib/paraglide/messages';
import type { UnitPage } from '$lib/units/model';
import { workspaceOf } from '$lib/workspace/address';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const unitId = event.url.searchParams.get('unitId') ?? '';
  if (unitId === '') {
    const absent = await read<CouncilList>(event, `${api}/councils?state=absent&size=100`);
    return { absent: absent.rows, chosen: undefined };
  }
  const [{ unit }, charters] = await Promise.all([
    read<UnitPage>(event, `${api}/units/${encodeURIComponent(unitId)}`),
    read<CharterList>(event, `${api}/charters`),
  ]);
  const kind = councilKindFor(unit.kind);
  const inForce = charters.rows.find((charter) => charter.kind === kind && charter.supersededOn === null);
  const charter = inForce ? await read<Charter>(event, `${api}/charters/${inForce.id}`) : undefined;
  return { absent: [], chosen: { unit, kind, charter } };
};

export const actions: Actions = {
  default: command<{ id: string }>({
    to: ({ params }) => `${workspaceOf(params['province']).api}/councils`,
    then: ({ id }, { params }) => `${workspaceOf(params['province']).path}/councils/${id}#appoint`,
    says: () => m.councils_new_done(),
  }),
};
