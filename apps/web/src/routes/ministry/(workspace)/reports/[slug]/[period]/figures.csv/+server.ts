import { read } from '$lib/api';
import { csvFile } from '$lib/csv';
import { queryOf } from '$lib/query';
import { CSV_HEAD, csvRows } from '$lib/reports/csv-rows';
import type { SubmittedReport } from '$lib/reports/model';
import { placeName, workspaceOf } from '$lib/workspace/address';
import type { RequestHandler } from './$types';

/** The figures of a report as a file: stored numbers, one row for each figure and place. */
export const GET: RequestHandler = async (event) => {
  const { locale } = event.locals;
  const workspace = workspaceOf(undefined);
  const report = await read<SubmittedReport>(
    event,
    `${workspace.api}/reports/${event.params.slug}/${event.params.period}${queryOf(event.url, 'version')}`,
  );
  const whole = { key: report.province, name: placeName({ slug: report.province }, locale) };
  return csvFile(
    `report-${report.province}-${report.period}-v${report.version}.csv`,
    CSV_HEAD,
    csvRows(report, whole, locale),
  );
};
