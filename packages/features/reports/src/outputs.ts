import { metricsRead } from '@mahalleh/metric';
import * as z from 'zod';
import { FINDING_KINDS } from './check-rules.ts';
import { reportFigures } from './figure-list.ts';
import type { amountsOf } from './figures.ts';
import { CALL_KINDS, REPORT_STATUSES, SECTIONS, SUBMITTED_STATUSES, TALK_KINDS } from './statuses.ts';

const Bilingual = z.object({ fa: z.string(), en: z.string() });
const AmountOutput = z.object({
  value: z.number().nullable().describe('null: nothing to divide by'),
  of: z.number().nullable(),
  over: z.number().nullable(),
});

/** One figure of a report: the province and its counties now, the province in earlier periods, and what it rests on. */
export const ReportFigureOutput = z.object({
  key: z.string(),
  title: Bilingual,
  unit: z.enum(['share', 'count', 'rial']),
  nature: z.enum(['stock', 'flow']),
  better: z.enum(['more', 'less']).nullable(),
  metrics: z.array(z.string()).describe('Stored names of the metrics that it follows from'),
  asOfMs: z.int().nullable().describe('The instant of the records it was counted from (UTC milliseconds)'),
  whole: AmountOutput,
  counties: z.array(AmountOutput.extend({ county: z.string() })),
  before: z.array(AmountOutput.extend({ period: z.string() })).describe('The periods before, the last one first'),
});

/** What must be explained before signing. */
export const FindingOutput = z.object({
  kind: z.enum(FINDING_KINDS),
  figure: z.string(),
  county: z.string(),
  now: z.number(),
  before: z.number(),
});

/** The words of a report. */
export const TextOutput = z.object({ section: z.enum(SECTIONS), body: z.string() });
/** A note on a figure. */
export const NoteOutput = z.object({ figure: z.string(), county: z.string(), body: z.string() });
/** A county with its names. */
export const CountyOutput = z.object({ code: z.string(), nameFa: z.string(), nameEn: z.string().nullable() });
/** A line of the thread. */
export const LineOutput = z.object({
  id: z.string(),
  version: z.int(),
  side: z.enum(['province', 'ministry']),
  kind: z.enum(TALK_KINDS),
  figure: z.string().nullable(),
  county: z.string().nullable(),
  author: z.string(),
  body: z.string(),
  atMs: z.int(),
});

/** A report's place among the versions of its period. */
export const VersionOutput = z.object({
  version: z.int(),
  status: z.enum(REPORT_STATUSES),
  closedAtMs: z.int(),
  reason: z.string().nullable(),
  submittedAtMs: z.int().nullable(),
});

/** A report in the list of its province. */
export const ReportRowOutput = z.object({
  period: z.string(),
  version: z.int(),
  status: z.enum(REPORT_STATUSES),
  dueOn: z.string(),
  submittedAtMs: z.int().nullable(),
  firstSubmittedAtMs: z.int().nullable(),
});

/** A delegation of the signature. */
export const DelegationOutput = z.object({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  fromOn: z.string(),
  untilOn: z.string(),
  reason: z.string(),
  endedAtMs: z.int().nullable(),
});

/** A report that calls those who write and sign it. */
export const CallOutput = z.object({
  period: z.string(),
  version: z.int(),
  kind: z.enum(CALL_KINDS),
  status: z.enum(REPORT_STATUSES),
  dueOn: z.string(),
  calledAtMs: z.int().describe('Since when it calls for this reason (UTC milliseconds)'),
  reminder: z
    .object({ author: z.string(), body: z.string(), atMs: z.int() })
    .nullable()
    .describe('How the ministry has reminded of it last'),
});

/** A report in the ministry's overview. */
export const SubmittedRowOutput = z.object({
  province: z.string(),
  period: z.string(),
  version: z.int(),
  status: z.enum(SUBMITTED_STATUSES).nullable().describe('null: closed by the province, not submitted'),
  dueOn: z.string(),
  firstSubmittedAtMs: z.int().nullable(),
  decidedAtMs: z.int().nullable(),
  counties: z.int(),
  countiesHeard: z.int().describe('Counties with at least one thing recorded in the period'),
  isWaitedFor: z.boolean().describe('It has not come, or was returned and not answered by a new version'),
  remindedOn: z.string().nullable().describe('The last day on which the ministry reminded of it'),
});

/** How many days reports have. */
export const DeadlinesOutput = z.object({
  revision: z.int().describe('0: never set, the first ones hold'),
  monthDays: z.int(),
  quarterDays: z.int(),
  setAtMs: z.int().nullable().describe('They hold for periods that end after it (UTC milliseconds)'),
});

/** Which counties recorded anything in the last periods. */
export const CoverageOutput = z.object({
  periods: z.array(
    z.object({ period: z.string(), heard: z.int().describe('Counties with at least one thing recorded in it') }),
  ),
  counties: z.array(
    CountyOutput.extend({
      heardIn: z.array(z.string()).describe('The periods in which the county recorded anything'),
      lastHeard: z.string().nullable().describe('null: in none of these periods'),
    }),
  ),
});

type Row = Parameters<typeof amountsOf>[0][number] & { readonly period: string; readonly asOfMs: number };

/** The figures of the form with their past, as they go out. */
export const figuresOut = (
  amounts: ReturnType<typeof amountsOf>,
  now: readonly Row[],
  past: readonly { readonly period: string; readonly amounts: ReturnType<typeof amountsOf> }[],
): z.infer<typeof ReportFigureOutput>[] =>
  reportFigures.map(({ key, title, unit, nature, better, ...read }, i) => {
    const metrics = metricsRead([read]);
    const instants = now.filter(({ metric }) => metrics.includes(metric)).map(({ asOfMs }) => asOfMs);
    const amount = amounts[i];
    return {
      key,
      title: { ...title },
      unit,
      nature,
      better: better ?? null,
      metrics,
      asOfMs: instants.length === 0 ? null : Math.min(...instants),
      whole: amount?.whole ?? { value: null, of: null, over: null },
      counties: [...(amount?.counties ?? [])],
      before: past.map(({ period, amounts: earlier }) => ({
        period,
        ...(earlier[i]?.whole ?? { value: null, of: null, over: null }),
      })),
    };
  });
