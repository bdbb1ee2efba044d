import { read } from '$lib/api';
import { beginDraft, newestOf } from '$lib/publishing/begin';
import type { TemplateDrafts } from '$lib/publishing/model';
import { workspaceOf } from '$lib/workspace/address';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const drafts = await read<TemplateDrafts>(event, `${workspaceOf(event.params.province).api}/template-drafts`);
  const templateId = event.url.searchParams.get('templateId');
  const next = newestOf(drafts.rows).find((row) => row.templateId === templateId && row.status === 'signed');
  const rows = templateId === null ? drafts.rows : drafts.rows.filter((row) => row.templateId === templateId);
  return { rows, next };
};

export const actions: Actions = { draft: beginDraft };
