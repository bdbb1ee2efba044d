import type { NationApi, ProvinceApi } from '@mahalleh/api/client';

/** The list of reports of a province. */
export type Reports = ProvinceApi['GET /reports']['output'];
/** One report as its province sees it. */
export type Report = ProvinceApi['GET /reports/{period}']['output'];
/** The ministry's overview of all reports. */
export type Submitted = NationApi['GET /reports']['output'];
/** One report as the ministry sees it. */
export type SubmittedReport = NationApi['GET /reports/{province}/{period}']['output'];
/** A figure of a report, with its counties and its past. */
export type ReportFigure = Report['figures'][number];
/** What a figure comes to. */
export type Amount = ReportFigure['whole'];
/** A county with its names. */
export type County = Report['counties'][number];
/** A line of the thread. */
export type Line = Report['thread'][number];
/** A figure that must be explained. */
export type Finding = Report['findings'][number];
/** A note on a figure. */
export type Note = Report['notes'][number];
/** What a governor's document shows besides the figures. */
export type Highlights = ProvinceApi['GET /reports/{period}/highlights']['output'];
/** The reports that call whoever writes and signs them. */
export type Calls = ProvinceApi['GET /report-calls']['output'];
/** One of them. */
export type Call = Calls['calls'][number];
/** Which counties recorded anything in the last months. */
export type Coverage = ProvinceApi['GET /report-coverage']['output'];
/** A report in the ministry's overview. */
export type SubmittedRow = Submitted['rows'][number];
/** How a province reports. */
export type Reporting = NationApi['GET /reporting/{province}']['output'];
