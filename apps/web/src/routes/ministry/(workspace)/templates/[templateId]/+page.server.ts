import { command } from '$lib/action';
import { m } from '$lib/paraglide/messages';
import { loadTemplate } from '$lib/templates/load';
import { workspaceOf } from '$lib/workspace/address';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ template: await loadTemplate(event) });

export const actions: Actions = {
  revoke: command({
    to: ({ params }) => `${workspaceOf(undefined).api}/templates/${params['templateId'] ?? ''}/revoke`,
    says: () => m.templates_revoked_done(),
  }),
};
