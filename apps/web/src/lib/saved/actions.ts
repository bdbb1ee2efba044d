import { command, type CommandEvent } from '$lib/action';
import { m } from '$lib/paraglide/messages';
import { workspaceOf } from '$lib/workspace/address';

const apiOf = ({ params }: CommandEvent): string => `${workspaceOf(params['province']).api}/views`;
const to =
  (verb: string) =>
  (event: CommandEvent, form: FormData): string =>
    `${apiOf(event)}/${encodeURIComponent(String(form.get('_viewId') ?? ''))}/${verb}`;
const undoes = true;

/** What can be done with the saved views of a list, for the actions of its page. */
export const viewActions = {
  saveView: command({ to: apiOf, says: () => m.saved_done(), undoes }),
  shareView: command({ to: to('share'), says: () => m.saved_share_done(), undoes }),
  unshareView: command({ to: to('unshare'), says: () => m.saved_unshare_done(), undoes }),
  dropView: command({ to: to('drop'), says: () => m.saved_drop_done(), undoes }),
};
