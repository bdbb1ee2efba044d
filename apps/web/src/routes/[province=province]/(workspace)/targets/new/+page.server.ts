import { command } from '$lib/action';
import { readDomains, readProvince, readUnits } from '$lib/choice/read';
import { m } from '$lib/paraglide/messages';
import { mustBeAllowed } from '$lib/records/allowed';
import { measureChoices } from '$lib/targets/measures';
import { targetBody } from '$lib/targets/metric';
import { workspaceOf } from '$lib/workspace/address';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  mustBeAllowed((await event.parent()).me, 'target.set', event);
  const [domains, units, province] = await Promise.all([readDomains(event), readUnits(event), readProvince(event)]);
  return { measures: measureChoices(domains, event.locals.locale), units: [...province, ...units] };
};

const asField = (field: string): string => (field.startsWith('metric') ? '_metric' : field);

export const actions: Actions = {
  set: async (event) => {
    const answer = await command<{ id: string }>({
      to: `${workspaceOf(event.params.province).api}/targets`,
      body: targetBody,
      then: ({ id }) => `${workspaceOf(event.params.province).path}/targets/${id}`,
      says: () => m.targets_set_done(),
    })(event);
    if ('data' in answer) for (const fault of answer.data.errors) Object.assign(fault, { field: asField(fault.field) });
    return answer;
  },
};
