import { read } from '$lib/api';
import { csvFile } from '$lib/csv';
import { queryOf } from '$lib/query';
import { CSV_HEAD, csvRows } from '$lib/reports/csv-rows';
import type { Report } from '$lib/reports/model';
import { placeName, workspaceOf } from '$lib/workspace/address';
import type { RequestHandler } from './$types';

/** The figures of a report as a file: stored numbers, one row for each figure and place. */
export const GET: RequestHandler = async (event) => {
  const { locale } = event.locals;
  const workspace = workspaceOf(event.params.province);
  const report = await read<Report>(
    event,
    `${workspace.api}/reports/${event.params.period}${queryOf(event.url, 'version')}`,
  );
  const whole = { key: workspace.slug, name: placeName(workspace, locale) };
  return csvFile(
    `report-${workspace.slug}-${report.period}-v${report.version}.csv`,
    CSV_HEAD,
    csvRows(report, whole, locale),
  );
};
