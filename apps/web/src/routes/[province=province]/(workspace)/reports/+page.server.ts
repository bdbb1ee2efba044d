import { command } from '$lib/action';
import { read } from '$lib/api';
import { m } from '$lib/paraglide/messages';
import type { Coverage, Reports } from '$lib/reports/model';
import { workspaceOf } from '$lib/workspace/address';
import { mayDo } from '$lib/workspace/me';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const [reports, coverage, { me }] = await Promise.all([
    read<Reports>(event, `${api}/reports`),
    read<Coverage>(event, `${api}/report-coverage`),
    event.parent(),
  ]);
  return { reports, coverage, mayDelegate: mayDo(me, 'report.delegate') };
};

export const actions: Actions = {
  delegate: command({
    to: ({ params }) => `${workspaceOf(params['province']).api}/report-delegations`,
    says: () => m.reports_delegated(),
    undoes: true,
  }),
  end: command({
    to: ({ params }, form) =>
      `${workspaceOf(params['province']).api}/report-delegations/${String(form.get('delegationId'))}/end`,
    body: () => ({}),
    says: () => m.reports_delegation_ended(),
    undoes: true,
  }),
};
