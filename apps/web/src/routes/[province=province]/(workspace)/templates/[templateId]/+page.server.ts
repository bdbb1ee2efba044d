import { command } from '$lib/action';
import { m } from '$lib/paraglide/messages';
import { loadTemplate } from '$lib/templates/load';
import { workspaceOf } from '$lib/workspace/address';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ template: await loadTemplate(event) });

export const actions: Actions = {
  withdraw: command({
    to: ({ params }) => `${workspaceOf(params['province']).api}/templates/${params['templateId'] ?? ''}/withdraw`,
    says: () => m.templates_withdrawn_done(),
  }),
};
