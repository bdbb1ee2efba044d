import { defineQuery, many } from '@mahalleh/gate';
import { civilDateOf, Failure, zCount, zInput, zOptional } from '@mahalleh/kernel';
import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { askCounties, byGovernor, askFormRows, splitRows } from '../asks.ts';
import { findingsOf } from '../check-rules.ts';
import { amountsOf } from '../figures.ts';
import { zPeriod } from '../model.ts';
import {
  CountyOutput,
  figuresOut,
  FindingOutput,
  LineOutput,
  NoteOutput,
  ReportFigureOutput,
  TextOutput,
  VersionOutput,
} from '../outputs.ts';
import { shiftPeriod } from '../periods.ts';
import { REPORT_STATUSES } from '../statuses.ts';

type Row = {
  period: string;
  version: number;
  status: (typeof REPORT_STATUSES)[number];
  dueOn: string;
  closedAtMs: number;
  reason: string | null;
  signatory: string | null;
  signatoryTitle: string | null;
  onBehalfOf: string | null;
  signedAtMs: number | null;
  digest: string | null;
  keyId: string | null;
  submittedAtMs: number | null;
  decidedAtMs: number | null;
  revision: number;
};

/** The version that is asked for: a number, or the newest. */
const chosen = (period: string, version: number | undefined) =>
  version === undefined ? sql`(select max(k.version) from closings k where k.period = ${period})` : sql`${version}`;

/** A report: its figures with their counties and past, its words, what must be explained, its thread and its versions. */
export const readReport = defineQuery({
  name: 'report',
  permission: 'report.read',
  input: zInput({ period: zPeriod, version: zOptional(zCount({ min: 1 })) }),
  output: z.object({
    today: z.string(),
    period: z.string(),
    version: z.int(),
    status: z.enum(REPORT_STATUSES),
    dueOn: z.string(),
    closedAtMs: z.int(),
    reason: z.string().nullable(),
    signatory: z
      .object({
        name: z.string(),
        title: z.string(),
        onBehalfOf: z.string().nullable(),
        atMs: z.int(),
        digest: z.string(),
        keyId: z.string(),
      })
      .nullable(),
    submittedAtMs: z.int().nullable(),
    decidedAtMs: z.int().nullable(),
    revision: z.int(),
    counties: z.array(CountyOutput),
    figures: z.array(ReportFigureOutput),
    findings: z.array(FindingOutput),
    texts: z.array(TextOutput),
    notes: z.array(NoteOutput),
    thread: z.array(LineOutput),
    versions: z.array(VersionOutput),
    maySign: z.boolean().describe('Whether the signature has been delegated to whoever asks, for today'),
  }),
  ask: (db, { period, version }, { nowMs }) => {
    const at = chosen(period, version);
    const today = civilDateOf(nowMs);
    return {
      found: many(
        db.text<Row>(
          sql`select r.period, r.version, r.status, r.due_on as "dueOn", k.closed_at_ms as "closedAtMs", k.reason, r.signatory, r.signatory_title as "signatoryTitle", r.on_behalf_of as "onBehalfOf", r.signed_at_ms as "signedAtMs", r.digest, r.key_id as "keyId", r.submitted_at_ms as "submittedAtMs", r.decided_at_ms as "decidedAtMs", r.revision from reports r join closings k on k.period = r.period and k.version = r.version where r.period = ${period} and r.version = ${at}`,
        ),
      ),
      rows: askFormRows(db, period, at),
      counties: askCounties(db),
      texts: many(
        db.text<z.infer<typeof TextOutput>>(
          sql`select section, body from report_texts where period = ${period} and version = ${at}`,
        ),
      ),
      notes: many(
        db.text<z.infer<typeof NoteOutput>>(
          sql`select figure, county, body from report_notes where period = ${period} and version = ${at}`,
        ),
      ),
      thread: many(
        db.text<z.infer<typeof LineOutput>>(
          sql`select id, version, side, kind, figure, county, author, body, at_ms as "atMs" from report_comments where period = ${period} order by at_ms, id`,
        ),
      ),
      versions: many(
        db.text<z.infer<typeof VersionOutput>>(
          sql`select r.version, r.status, k.closed_at_ms as "closedAtMs", k.reason, r.submitted_at_ms as "submittedAtMs" from reports r join closings k on k.period = r.period and k.version = r.version where r.period = ${period} order by r.version desc`,
        ),
      ),
      delegated: many(
        db.text<{ id: string }>(
          sql`select d.id from delegations d where d.ended_at_ms is null and d.to_person_id = (select person_id from me) and d.from_on <= ${today} and d.until_on >= ${today} and ${byGovernor}`,
        ),
      ),
    };
  },
  shape: (got, { period }, { nowMs, grants }) => {
    const [report] = got.found;
    if (!report) throw new Failure('not_found', 'report_unknown');
    const codes = got.counties.map(({ code }) => code);
    const { now, earlier } = splitRows(got.rows, period);
    const past = earlier.map((rows, i) => ({ period: shiftPeriod(period, -(i + 1)), amounts: amountsOf(rows, []) }));
    const { signatory, signatoryTitle, onBehalfOf, signedAtMs, digest, keyId, ...rest } = report;
    return {
      ...rest,
      today: civilDateOf(nowMs),
      signatory:
        signatory === null || signedAtMs === null || digest === null || keyId === null
          ? null
          : { name: signatory, title: signatoryTitle ?? '', onBehalfOf, atMs: signedAtMs, digest, keyId },
      counties: got.counties,
      figures: figuresOut(amountsOf(now, codes), now, past),
      findings: findingsOf(now, earlier, codes),
      texts: got.texts,
      notes: got.notes,
      thread: got.thread,
      versions: got.versions,
      maySign: grants.some(({ role }) => role === 'governor') || got.delegated.length > 0,
    };
  },
});
