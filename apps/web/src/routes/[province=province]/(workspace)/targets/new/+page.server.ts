import { command } from '$lib/action';
import { read } from '$lib/api';
import { readDomains, readPlaces, readProvince } from '$lib/choice/read';
import { m } from '$lib/paraglide/messages';
import { mustBeAllowed } from '$lib/records/allowed';
import { measureChoices } from '$lib/targets/measures';
import { targetBody } from '$lib/targets/metric';
import type { Choices } from '$lib/targets/model';
import { problemsOfRows, typedRows } from '$lib/targets/rows';
import { workspaceOf } from '$lib/workspace/address';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const [domains, province, places, indicators, { me }] = await Promise.all([
    readDomains(event),
    readProvince(event),
    readPlaces(event, event.url.searchParams.get('unitId')),
    read<Choices>(event, `${api}/indicator-choices`),
    event.parent(),
  ]);
  mustBeAllowed(me, 'target.set', event);
  return { measures: measureChoices(domains, indicators.rows, event.locals.locale), places: [...province, ...places] };
};

const asField = (field: string): string => (field.startsWith('metric') || field === 'indicatorId' ? '_metric' : field);

export const actions: Actions = {
  set: async (event) => {
    const form = await event.request.clone().formData();
    const answer = await command<{ id: string }>({
      to: `${workspaceOf(event.params.province).api}/targets`,
      body: ({ milestones: _milestones, ...body }, typed) => targetBody(body, typed),
      then: ({ id }) => `${workspaceOf(event.params.province).path}/targets/${id}`,
      says: () => m.targets_set_done(),
      undoes: true,
    })(event);
    if ('data' in answer) {
      const errors = problemsOfRows(answer.data.errors, 'milestones', typedRows(form, 'milestones'));
      Object.assign(answer.data, { errors: errors.map((error) => ({ ...error, field: asField(error.field) })) });
    }
    return answer;
  },
};
