import { postToProvinces, type Intake, type LetterKind, type SealedLetter } from '@mahalleh/border';
import type { SqlValue, Statement } from '@mahalleh/gate';
import { FORMAT_VERSION, type TemplateDocument } from '../document/template-document.ts';
import { isSignedWhole, isSubmittedWhole } from './check-letters.ts';
import {
  closeDraft,
  keepAdopters,
  keepAnswer,
  keepComments,
  keepEnded,
  keepProposal,
  keepResults,
  keepSigned,
} from './keep.ts';
import { laterSigned } from './later-format.ts';
import type {
  AdoptersTold,
  ProposalAnswered,
  Proposed,
  ResultsTold,
  Returned,
  Signed,
  Submitted,
  Withdrawn,
} from './letter-bodies.ts';
import {
  adoptersLetter,
  adoptersSharedLetter,
  endedLetter,
  proposalAnsweredLetter,
  proposalOutcomeLetter,
  proposedLetter,
  proposedSharedLetter,
  resultsLetter,
  resultsSharedLetter,
  returnedLetter,
  signedLetter,
  submittedLetter,
  withdrawnLetter,
} from './template-letters.ts';

/** The list of intakes forgets which body is whose; what a kind's schema accepted is what its own intake applies. */
const intake = <Body>(
  letter: LetterKind<string, Body>,
  apply: (letter: SealedLetter, body: Body) => Statement[],
  more: {
    readonly rebuilds?: readonly string[];
    readonly check?: (letter: SealedLetter, body: Body, keys: Readonly<Record<string, string>>) => Promise<boolean>;
    readonly later?: Intake['later'];
  } = {},
): Intake => ({ letter, apply: apply as Intake['apply'], ...(more as Pick<Intake, 'check' | 'later' | 'rebuilds'>) });

/** The document of a letter; its `check` has looked at all of it before. */
const documentOf = (text: string): TemplateDocument => JSON.parse(text) as TemplateDocument;

/** Keeps what a province submits, unless a version of that number is signed already, or the template is another province's. What was returned may come again as it was. */
const keepSubmitted = ({ province }: SealedLetter, told: Submitted): Statement[] => {
  const { title } = documentOf(told.document);
  const { templateId, version, digest, note, author, office, submittedAtMs } = told;
  return [
    {
      sql:
        'insert into template_submissions (digest, template_id, version, province, title, document_json, seal_json, note, author, office, submitted_at_ms, status)' +
        " select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'submitted' where not exists (select 1 from templates where template_id = ? and version = ?) and not exists (select 1 from templates where template_id = ? and province <> ?)" +
        " on conflict (digest) do update set status = 'submitted', seal_json = excluded.seal_json, note = excluded.note, author = excluded.author, office = excluded.office, submitted_at_ms = excluded.submitted_at_ms, decided_by = null, decided_at_ms = null, revision = template_submissions.revision + 1 where template_submissions.status = 'returned' and template_submissions.province = excluded.province",
      args: [
        ...[digest, templateId, version, province, title, told.document, JSON.stringify(told.seal)],
        ...[note, author, office, submittedAtMs, templateId, version, templateId, province],
      ],
    },
  ];
};

/** Keeps a signed version, and closes its draft in the province whose it is. */
const keepSignedHere = (_letter: SealedLetter, signed: Signed): Statement[] => [
  ...keepSigned(signed, documentOf(signed.document), 'letter'),
  ...keepComments(signed.digest, signed.comments),
  closeDraft(signed.digest),
];

const keepReturned = (_letter: SealedLetter, { digest, comments }: Returned): Statement[] => [
  ...keepComments(digest, comments),
  {
    sql: "update template_drafts set status = 'returned', revision = revision + 1 where digest = ? and status = 'submitted'",
    args: [digest],
  },
];

/** An answer travels on to who proposed: known at the nation alone. The proposal is there, because its letter was passed on before. */
const passAnswer = ({ province, sentAtMs }: SealedLetter, told: ProposalAnswered): Statement[] => [
  ...keepAnswer(told, province),
  {
    sql: 'insert into letters_to_provinces (province, number, kind, body_json, written_at_ms) select p.from_province, coalesce((select max(l.number) from letters_to_provinces l where l.province = p.from_province), 0) + 1, ?, ?, ? from template_proposals p where p.id = ? and p.to_province = ? and p.answered_at_ms = ?',
    args: [
      ...[proposalOutcomeLetter.kind, JSON.stringify(proposalOutcomeLetter.body.parse(told)), sentAtMs],
      ...[told.id, province, told.atMs],
    ],
  },
];

/** The statement, where the template is this province's: a province ends its own templates alone. */
const ifTemplateOf = (province: string, templateId: string, { sql, args }: Statement): Statement => ({
  sql: `${sql} and exists (select 1 from templates where template_id = ? and province = ?)`,
  args: [...(args as SqlValue[]), templateId, province],
});

/** How the nation takes in what provinces submit, withdraw, use, propose and answer. The letter's seal says whose it is, never its body. */
export const templateIntakes: readonly Intake[] = [
  intake(submittedLetter, keepSubmitted, { check: isSubmittedWhole }),
  intake(withdrawnLetter, ({ province, sentAtMs }, told: Withdrawn) => {
    const ended = { ...told, province, how: 'withdrawn' as const };
    return [...keepEnded(ended), postToProvinces(endedLetter, ended, sentAtMs, 'all')].map((statement) =>
      ifTemplateOf(province, told.templateId, statement),
    );
  }),
  intake(
    adoptersLetter,
    ({ province, sentAtMs }, told: AdoptersTold) => {
      const shared = adoptersSharedLetter.body.parse({ ...told, province });
      return [...keepAdopters(shared), postToProvinces(adoptersSharedLetter, shared, sentAtMs, 'all')];
    },
    { rebuilds: ['template_adopters'] },
  ),
  intake(
    resultsLetter,
    ({ province, sentAtMs }, told: ResultsTold) => {
      const shared = resultsSharedLetter.body.parse({ ...told, province });
      return [...keepResults(shared), postToProvinces(resultsSharedLetter, shared, sentAtMs, 'all')];
    },
    { rebuilds: ['template_results'] },
  ),
  intake(proposedLetter, ({ province, sentAtMs }, told: Proposed) => {
    const shared = proposedSharedLetter.body.parse({ ...told, fromProvince: province });
    return [...keepProposal(shared), postToProvinces(proposedSharedLetter, shared, sentAtMs, [told.toProvince])];
  }),
  intake(proposalAnsweredLetter, passAnswer),
];

/** How a province takes in what the nation passes on. */
export const templateProvinceIntakes: readonly Intake[] = [
  intake(signedLetter, keepSignedHere, {
    check: isSignedWhole,
    later: { reads: FORMAT_VERSION, of: laterSigned },
  }),
  intake(returnedLetter, keepReturned),
  intake(endedLetter, (_letter, body) => keepEnded(body)),
  intake(adoptersSharedLetter, (_letter, body) => keepAdopters(body)),
  intake(resultsSharedLetter, (_letter, body) => keepResults(body)),
  intake(proposedSharedLetter, (_letter, body) => keepProposal(body)),
  intake(proposalOutcomeLetter, (_letter, body) => keepAnswer(body, null)),
];
