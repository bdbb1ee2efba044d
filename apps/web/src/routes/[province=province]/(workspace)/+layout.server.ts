import { readIfAllowed } from '$lib/api';
import { noticesOf } from '$lib/lookin/notices';
import { readCurrent } from '$lib/lookin/read';
import type { Calls } from '$lib/reports/model';
import { workspaceOf } from '$lib/workspace/address';
import { readMe } from '$lib/workspace/read-me';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
  const workspace = workspaceOf(event.params.province);
  // Asked anew with every page, so that nobody goes on reading who looked in a while ago.
  void event.url.pathname;
  const [me, current, calls] = await Promise.all([
    readMe(event, workspace),
    readCurrent(event, workspace),
    readIfAllowed<Calls>(event, `${workspace.api}/report-calls`),
  ]);
  return { workspace, me, notices: noticesOf(workspace, me, current, event.locals.locale), calls };
};
