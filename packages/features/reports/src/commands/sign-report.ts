import { sealText, unwrapSealKey } from '@mahalleh/border';
import { sealKeys } from '@mahalleh/border/schema';
import { defineCommand, many, one, sha256 } from '@mahalleh/gate';
import { askProver, ATTEMPT_CONFLICT, countProof, isProven, wrongProof } from '@mahalleh/identity/proof';
import { isRefusal, refuse, type Refusal } from '@mahalleh/kernel';
import { desc, isNull, sql } from 'drizzle-orm';
import { askCells, byGovernor, askCounties, askFormRows, askNotes, askReport, askTexts, splitRows } from '../asks.ts';
import { findingsOf, unexplained } from '../check-rules.ts';
import { cellsText, documentText, REPORT_SEAL } from '../document.ts';
import type { ReportDocument } from '../letters/report-letters.ts';
import { ReportChanged, SignReport } from '../model.ts';
import { signsFor, writableRefusal, type Delegated } from '../rules.ts';
import type { reports } from '../schema.ts';
import type { Section } from '../statuses.ts';
import { changed, subjectOf, turnReport } from './turn.ts';

type Signed = Pick<
  typeof reports.$inferInsert,
  | 'signedAtMs'
  | 'signedBy'
  | 'signatory'
  | 'signatoryTitle'
  | 'onBehalfOf'
  | 'cellsDigest'
  | 'digest'
  | 'signature'
  | 'keyId'
>;
type Decision = { outcome: 'wrong' } | { outcome: 'signed'; set: Signed };

/** Signs a report: the governor, or for the governor who was delegated it, by their password; sealed with the key of the province. */
export const signReport = defineCommand({
  name: 'report.sign',
  permission: 'report.sign',
  input: SignReport,
  output: ReportChanged,
  load: (db, { period, version }, { nowMs }) => ({
    report: askReport(db, period, version),
    rows: askFormRows(db, period, version),
    counties: askCounties(db),
    cells: askCells(db, period, version),
    texts: askTexts(db, period, version),
    notes: askNotes(db, period, version),
    prover: askProver(db, nowMs),
    key: one(
      db
        .select({ keyId: sealKeys.keyId, wrapped: sealKeys.wrappedPrivate })
        .from(sealKeys)
        .where(isNull(sealKeys.toMs))
        .orderBy(desc(sealKeys.fromMs))
        .limit(1),
      'seal_key_missing',
    ),
    delegations: many(
      db.text<Delegated>(
        sql`select p.full_name as "fromName", d.from_on as "fromOn", d.until_on as "untilOn" from delegations d join people p on p.id = d.from_person_id where d.ended_at_ms is null and d.to_person_id = (select person_id from me) and ${byGovernor}`,
      ),
    ),
  }),
  compute: async (state, { period, version, password }, { secretFor, grants, nowMs, today }) => {
    const { prover, key } = state;
    if (!(await isProven(password, prover))) return { outcome: 'wrong' as const };
    const by = signsFor(
      grants.some(({ role }) => role === 'governor'),
      state.delegations,
      today,
    );
    if (isRefusal(by)) return { outcome: 'refused' as const, by };
    const document: ReportDocument = {
      period,
      version,
      cellsDigest: await sha256(cellsText(state.cells)),
      texts: state.texts.map(({ section, body }) => ({ section: section as Section, body })),
      notes: state.notes,
      signatory: { name: prover.fullName, title: prover.jobTitle ?? 'استاندار', onBehalfOf: by.onBehalfOf },
      signedAtMs: nowMs,
    };
    const digest = await sha256(documentText(document));
    const opened = await unwrapSealKey(key.wrapped, await secretFor('seal-key'));
    return { outcome: 'signed' as const, document, digest, signature: await sealText(REPORT_SEAL, digest, opened) };
  },
  decide: (state, { period }, { personId }, computed): Decision | Refusal => {
    if (computed.outcome === 'wrong') return { outcome: 'wrong' };
    const refusal = writableRefusal(state.report.status);
    if (refusal) return refusal;
    if (computed.outcome === 'refused') return computed.by;
    if (!state.texts.some(({ section }) => section === 'summary'))
      return refuse('summary_missing', { field: 'summary' });
    const { now, earlier } = splitRows(state.rows, period);
    const open = unexplained(
      findingsOf(
        now,
        earlier,
        state.counties.map(({ code }) => code),
      ),
      state.notes,
    );
    if (open.length > 0) return refuse('findings_unexplained', { detail: { count: open.length } });
    const { document, digest, signature } = computed;
    return {
      outcome: 'signed',
      set: {
        signedAtMs: document.signedAtMs,
        signedBy: personId,
        signatory: document.signatory.name,
        signatoryTitle: document.signatory.title,
        onBehalfOf: document.signatory.onBehalfOf,
        cellsDigest: document.cellsDigest,
        digest,
        signature,
        keyId: state.key.keyId,
      },
    };
  },
  save: (db, decision, { prover }, input, { nowMs }) => [
    ...countProof(db, prover, decision.outcome === 'signed', nowMs),
    ...(decision.outcome === 'signed' ? [turnReport(db, input, { status: 'signed', ...decision.set })] : []),
  ],
  audit: ({ outcome }, _state, input) => ({ subject: subjectOf(input), unitId: null, fields: [outcome] }),
  answer: (_decision, _state, input) => changed(input),
  failAfterSave: ({ outcome }) => wrongProof(outcome, 'password'),
  recognisedBy: ({ period, version, revision }) => ({ period, version, revision }),
  conflicts: ATTEMPT_CONFLICT,
});
