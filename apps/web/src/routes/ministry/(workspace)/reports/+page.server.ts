import { command } from '$lib/action';
import { read } from '$lib/api';
import { m } from '$lib/paraglide/messages';
import type { Submitted } from '$lib/reports/model';
import { remind } from '$lib/reports/remind';
import { workspaceOf } from '$lib/workspace/address';
import { mayDo } from '$lib/workspace/me';
import type { Actions, PageServerLoad } from './$types';

const { api } = workspaceOf(undefined);

export const load: PageServerLoad = async (event) => {
  const [submitted, { me }] = await Promise.all([read<Submitted>(event, `${api}/reports`), event.parent()]);
  return { submitted, mayRemind: mayDo(me, 'report.remind'), maySet: mayDo(me, 'deadline.set') };
};

export const actions: Actions = {
  remind,
  deadlines: command({ to: `${api}/report-deadlines`, says: () => m.reports_deadline_done() }),
};
