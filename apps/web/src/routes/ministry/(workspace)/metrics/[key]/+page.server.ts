import { read } from '$lib/api';
import type { MetricPage } from '$lib/metrics/words';
import { queryOf } from '$lib/query';
import { workspaceOf } from '$lib/workspace/address';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  page: await read<MetricPage>(
    event,
    `${workspaceOf(undefined).api}/metrics/${encodeURIComponent(event.params.key)}${queryOf(event.url, 'period', 'at')}`,
  ),
});
