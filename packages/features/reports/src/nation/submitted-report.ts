import { textSealHolds } from '@mahalleh/border';
import { defineNationQuery, many, sha256 } from '@mahalleh/gate';
import { Failure, PROVINCES, zCount, zInput, zOptional } from '@mahalleh/kernel';
import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { splitRows } from '../asks.ts';
import { findingsOf } from '../check-rules.ts';
import { cellsText, documentText, REPORT_SEAL } from '../document.ts';
import { dueOn } from '../deadlines.ts';
import { amountsOf } from '../figures.ts';
import { submittedLetter } from '../letters/report-letters.ts';
import { zPeriod } from '../model.ts';
import {
  CountyOutput,
  figuresOut,
  FindingOutput,
  LineOutput,
  NoteOutput,
  ReportFigureOutput,
  TextOutput,
} from '../outputs.ts';
import { shiftPeriod } from '../periods.ts';
import { SUBMITTED_STATUSES } from '../statuses.ts';
import { askDeadlines, askNationalCounties, askNationalRows } from './asks.ts';

type Row = {
  version: number;
  status: (typeof SUBMITTED_STATUSES)[number];
  bodyJson: string;
  submittedAtMs: number;
  receivedAtMs: number;
  epoch: number;
  letterNumber: number;
  decidedAtMs: number | null;
  decidedBy: string | null;
  revision: number;
  closedAtMs: number;
  reason: string | null;
  closedLetter: number;
  publicJwk: string | null;
};
type Cell = Parameters<typeof cellsText>[0][number];

/** What the nation found when it checked a report: the seal of the province over its words, and the digest over its frozen figures. */
const checked = async (row: Row | undefined, cells: readonly Cell[]) => {
  if (!row) return { isSealed: false, isWhole: false };
  const body = submittedLetter.body.parse(JSON.parse(row.bodyJson));
  const isWhole = (await sha256(cellsText(cells))) === body.cellsDigest;
  const digest = await sha256(documentText(body));
  const isSealed =
    row.publicJwk !== null &&
    digest === body.digest &&
    (await textSealHolds(REPORT_SEAL, digest, body.signature, row.publicJwk));
  return { isSealed, isWhole };
};

/** A province's report as the ministry has it: the figures from its frozen cells, its words, the seal checked now, the thread and the versions. */
export const readSubmitted = defineNationQuery({
  name: 'report.submitted',
  permission: 'report.read',
  input: zInput({
    province: z.enum(PROVINCES.map(({ slug }) => slug)),
    period: zPeriod,
    version: zOptional(zCount({ min: 1 })),
  }),
  output: z.object({
    province: z.string(),
    period: z.string(),
    version: z.int(),
    status: z.enum(SUBMITTED_STATUSES),
    dueOn: z.string(),
    closedAtMs: z.int(),
    reason: z.string().nullable(),
    submittedAtMs: z.int(),
    receivedAtMs: z.int(),
    decidedAtMs: z.int().nullable(),
    decidedBy: z.string().nullable(),
    revision: z.int(),
    signatory: z.object({ name: z.string(), title: z.string(), onBehalfOf: z.string().nullable(), atMs: z.int() }),
    seal: z.object({
      keyId: z.string(),
      digest: z.string(),
      isSealed: z.boolean().describe('The signature is that of the province over exactly these words'),
      isWhole: z.boolean().describe('The frozen figures here are those that were signed'),
      letters: z.array(z.object({ kind: z.string(), epoch: z.int(), number: z.int() })),
    }),
    counties: z.array(CountyOutput),
    figures: z.array(ReportFigureOutput),
    findings: z.array(FindingOutput),
    texts: z.array(TextOutput),
    notes: z.array(NoteOutput),
    thread: z.array(LineOutput),
    versions: z.array(
      z.object({
        version: z.int(),
        status: z.enum(SUBMITTED_STATUSES),
        submittedAtMs: z.int(),
        reason: z.string().nullable(),
      }),
    ),
  }),
  ask: (db, { province, period, version }) => {
    const at =
      version === undefined
        ? sql`(select max(s.version) from submitted_reports s where s.province = ${province} and s.period = ${period})`
        : sql`${version}`;
    return {
      found: many(
        db.text<Row>(
          sql`select s.version, s.status, s.body_json as "bodyJson", s.submitted_at_ms as "submittedAtMs", s.received_at_ms as "receivedAtMs", s.epoch, s.letter_number as "letterNumber", s.decided_at_ms as "decidedAtMs", s.decided_by as "decidedBy", s.revision, k.closed_at_ms as "closedAtMs", k.reason, k.letter_number as "closedLetter", (select q.public_jwk from province_keys q where q.province = s.province and q.key_id = json_extract(s.body_json, '$.keyId')) as "publicJwk" from submitted_reports s join national_closings k on k.province = s.province and k.period = s.period and k.version = s.version where s.province = ${province} and s.period = ${period} and s.version = ${at}`,
        ),
      ),
      rows: askNationalRows(db, province, period, at),
      cells: many(
        db.text<Cell & { value: number }>(
          sql`select metric, county, dims, value, as_of_ms as "asOfMs" from national_frozen_cells where province = ${province} and period = ${period} and version = ${at}`,
        ),
      ),
      counties: askNationalCounties(db, province),
      deadlines: askDeadlines(db),
      thread: many(
        db.text<z.infer<typeof LineOutput>>(
          sql`select id, version, side, kind, figure, county, author, body, at_ms as "atMs" from submitted_comments where province = ${province} and period = ${period} order by at_ms, id`,
        ),
      ),
      versions: many(
        db.text<{ version: number; status: Row['status']; submittedAtMs: number; reason: string | null }>(
          sql`select s.version, s.status, s.submitted_at_ms as "submittedAtMs", k.reason from submitted_reports s join national_closings k on k.province = s.province and k.period = s.period and k.version = s.version where s.province = ${province} and s.period = ${period} order by s.version desc`,
        ),
      ),
    };
  },
  compute: ({ found, cells }) => checked(found[0], cells),
  shape: (got, { province, period }, _facts, seal) => {
    const [row] = got.found;
    if (!row) throw new Failure('not_found', 'report_unknown');
    const body = submittedLetter.body.parse(JSON.parse(row.bodyJson));
    const codes = got.counties.map(({ code }) => code);
    const { now, earlier } = splitRows(got.rows, period);
    const past = earlier.map((rows, i) => ({ period: shiftPeriod(period, -(i + 1)), amounts: amountsOf(rows, []) }));
    const { bodyJson: _body, publicJwk: _jwk, epoch, letterNumber, closedLetter, ...rest } = row;
    return {
      ...rest,
      province,
      period,
      dueOn: dueOn(period, got.deadlines),
      signatory: { ...body.signatory, atMs: body.signedAtMs },
      seal: {
        keyId: body.keyId,
        digest: body.digest,
        ...seal,
        letters: [
          { kind: 'period.closed', epoch, number: closedLetter },
          { kind: 'report.submitted', epoch, number: letterNumber },
        ],
      },
      counties: got.counties,
      figures: figuresOut(amountsOf(now, codes), now, past),
      findings: findingsOf(now, earlier, codes),
      texts: body.texts,
      notes: body.notes,
      thread: got.thread,
      versions: got.versions,
    };
  },
});
