import { command } from '$lib/action';
import { m } from '$lib/paraglide/messages';
import { loadAct } from '$lib/problems/act-page';
import { problemBody } from '$lib/problems/amendment';
import { workspaceOf } from '$lib/workspace/address';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadAct(event, 'problem.amend');

export const actions: Actions = {
  amend: command({
    to: ({ params }) => `${workspaceOf(params['province']).api}/problems/${params['problemId'] ?? ''}/amend`,
    clearable: ['description', 'peopleAffected', 'placeNote', 'latitude', 'longitude'],
    flags: ['dropPlace', 'dropPhotos'],
    body: problemBody,
    then: (_data, { params }) => `${workspaceOf(params['province']).path}/problems/${params['problemId'] ?? ''}`,
    says: () => m.records_saved(),
    undoes: true,
  }),
};
