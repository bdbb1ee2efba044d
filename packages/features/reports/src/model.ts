import { PROVINCES, zCivilDate, zCount, zId, zInput, zNote, zOptional, zRevision } from '@mahalleh/kernel';
import * as z from 'zod';
import { LONGEST_DEADLINE } from './deadlines.ts';
import { reportFigures } from './figure-list.ts';
import { isReportPeriod, type ReportPeriod } from './periods.ts';
import { SECTIONS } from './statuses.ts';

/** A period that is reported on. Shape: `1405-08`, `1405-q3`. Fails: `period_malformed`. */
export const zPeriod = z.string().refine(isReportPeriod, { error: 'period_malformed' }) as unknown as z.ZodType<
  ReportPeriod,
  string
>;
/** A section of a report. */
export const zSection = z.enum(SECTIONS);
/** The key of a figure of the report. Fails: `figure_unknown`. */
export const zFigureKey = z.enum(reportFigures.map(({ key }) => key) as [string, ...string[]], {
  error: 'figure_unknown',
});

const report = { period: zPeriod, version: zCount({ min: 1 }), revision: zRevision };
/** The official code of a county, or nothing for the whole province. Fails: `county_malformed`. */
const zCounty = zOptional(z.string().regex(/^(\d{4})?$/, { error: 'county_malformed' }));

/** Input of `report.write`: the sections as they are to be; one that is left out goes. */
export const WriteReport = zInput({
  ...report,
  summary: zOptional(zNote(8000)),
  achievements: zOptional(zNote(8000)),
  obstacles: zOptional(zNote(8000)),
  requests: zOptional(zNote(8000)),
});

/** Input of `report.annotate`: a note on one figure; without a text the note is taken away. */
export const AnnotateReport = zInput({
  ...report,
  figure: zFigureKey,
  county: zCounty,
  body: zOptional(zNote(2000)),
});

/** Input of `report.sign`. */
export const SignReport = zInput({
  ...report,
  password: z.string({ error: 'required' }).min(1, { error: 'required' }).max(200),
});

/** Input of `report.unsign` and `report.submit`. */
export const TurnReport = zInput(report);

/** Input of `report.supersede`: the figures to be counted again from the records as they are now; all others stay. */
export const SupersedeReport = zInput({
  ...report,
  reason: zNote(2000),
  figures: z.array(zFigureKey, { error: 'required' }).min(1, { error: 'required' }).max(reportFigures.length),
});

const line = { figure: zOptional(zFigureKey), county: zCounty, body: zNote(2000) };

/** Input of `report.comment`. */
export const CommentReport = zInput({ period: zPeriod, version: zCount({ min: 1 }), ...line });

/** Input of `report.delegate`. */
export const DelegateSigning = zInput({
  personId: zId('person'),
  fromOn: zCivilDate,
  untilOn: zCivilDate,
  reason: zNote(500),
});

/** Input of `report.undelegate`. */
export const EndDelegation = zInput({ delegationId: zId('delegation') });

/** A province's report at the ministry. */
const submitted = { province: z.enum(PROVINCES.map(({ slug }) => slug)), ...report };

/** Input of `report.accept`. */
export const AcceptReport = zInput({ ...submitted, body: zOptional(zNote(2000)) });

/** Input of `report.return`: which figures, and why each. */
export const ReturnReport = zInput({
  ...submitted,
  lines: z
    .array(zInput({ figure: zFigureKey, county: zCounty, body: zNote(2000) }), { error: 'required' })
    .min(1, { error: 'lines_missing' })
    .max(100, { error: 'list_too_long' }),
});

/** Input of `report.answer`. */
export const AnswerReport = zInput({
  province: z.enum(PROVINCES.map(({ slug }) => slug)),
  period: zPeriod,
  version: zCount({ min: 1 }),
  ...line,
});

/** Days after the end of a period. */
const zDays = zCount({ min: 1, max: LONGEST_DEADLINE });

/** Input of `deadline.set`. `revision`: that of the deadlines which the editor saw, 0 when none were set yet. */
export const SetReportDeadlines = zInput({ monthDays: zDays, quarterDays: zDays, revision: zCount() });

/** Input of `report.remind`: the provinces whose report of a period is waited for, and the words for them. */
export const RemindReports = zInput({
  period: zPeriod,
  provinces: z
    .array(z.enum(PROVINCES.map(({ slug }) => slug)), { error: 'required' })
    .min(1, { error: 'provinces_missing' })
    .max(PROVINCES.length, { error: 'list_too_long' }),
  body: zNote(2000),
});

/** What setting the deadlines answers. */
export const DeadlinesSet = z.object({ revision: z.int(), monthDays: z.int(), quarterDays: z.int() });

/** What a reminder answers. */
export const Reminded = z.object({ period: z.string(), provinces: z.int() });

/** What a change of a report answers. */
export const ReportChanged = z.object({ period: z.string(), version: z.int(), revision: z.int() });

/** What a change of a delegation answers. */
export const DelegationChanged = z.object({ id: z.string() });
