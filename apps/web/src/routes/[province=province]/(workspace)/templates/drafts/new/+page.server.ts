import { read } from '$lib/api';
import { readPlaces, readUnit } from '$lib/choice/read';
import { beginDraft, newestOf } from '$lib/publishing/begin';
import type { TemplateDrafts } from '$lib/publishing/model';
import { workspaceOf } from '$lib/workspace/address';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const unitId = event.url.searchParams.get('unit') ?? '';
  const [drafts, places, unit] = await Promise.all([
    read<TemplateDrafts>(event, `${api}/template-drafts`),
    unitId === '' ? readPlaces(event, null) : [],
    unitId === '' ? undefined : readUnit(event, encodeURIComponent(unitId)),
  ]);
  return { places, unit, newest: newestOf(drafts.rows.filter((draft) => draft.unitId === unitId)) };
};

export const actions: Actions = { draft: beginDraft };
