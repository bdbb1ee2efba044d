import { read } from '$lib/api';
import { csvFile } from '$lib/csv';
import type { Plan } from '$lib/plan/model';
import { PLAN_HEAD, planRows } from '$lib/plan/plan-csv';
import { workspaceOf } from '$lib/workspace/address';
import type { RequestHandler } from './$types';

/** The plan of a neighbourhood as a file: one row for each task. */
export const GET: RequestHandler = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const ended = event.url.searchParams.get('ended') === 'true' ? '?ended=true' : '';
  const plan = await read<Plan>(event, `${api}/neighbourhoods/${event.params.unitId}/plan${ended}`);
  return csvFile('plan.csv', PLAN_HEAD, planRows(plan));
};
