import { read, type CallEvent } from '$lib/api';
import { queryOf } from '$lib/query';
import { workspaceOf } from '$lib/workspace/address';
import type { Highlights, Report } from './model';

/** What a governor's document and slides are made of: the report in its version, and what is told besides its figures. */
export const readDocument = async (event: CallEvent): Promise<{ report: Report; highlights: Highlights }> => {
  const { api } = workspaceOf(event.params?.['province']);
  const period = event.params?.['period'] ?? '';
  const [report, highlights] = await Promise.all([
    read<Report>(event, `${api}/reports/${period}${queryOf(event.url, 'version')}`),
    read<Highlights>(event, `${api}/reports/${period}/highlights`),
  ]);
  return { report, highlights };
};
