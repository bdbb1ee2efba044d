import type { Statement } from '@mahalleh/gate';
import { foldText } from '@mahalleh/kernel';
import { domainsIn, partsIn } from '../document/parts-in.ts';
import type { TemplateDocument } from '../document/template-document.ts';
import type { Arrival } from '../statuses.ts';
import type {
  AdoptersShared,
  Commented,
  Ended,
  ProposalAnswered,
  ProposedShared,
  ResultsShared,
  Signed,
} from './letter-bodies.ts';

/** The words that a search looks through: title, summary, tags and what elements are called. */
const foldedOf = ({ title, summary, tags, elements }: TemplateDocument): string =>
  foldText(
    [
      title,
      summary,
      ...tags,
      ...elements.flatMap(({ fields }) => [fields['title'], fields['titleFa'], fields['titleEn']]),
    ]
      .filter((text) => typeof text === 'string')
      .join('\n')
      .replaceAll('\n', ' '),
  );

/** Keeps a signed version: the first that comes under a digest, and under a number, stays as it came. */
export const keepSigned = (signed: Signed, document: TemplateDocument, arrival: Arrival): Statement[] => [
  {
    sql: 'insert or ignore into templates (digest, template_id, version, province, title, summary, tags_json, setting, size, elements, parts_json, domains_json, is_sample, document_json, seal_json, endorsement_json, arrival, signed_at_ms) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    args: [
      ...[signed.digest, signed.templateId, signed.version, signed.province, document.title, document.summary],
      ...[JSON.stringify(document.tags), document.setting, document.size, document.elements.length],
      ...[JSON.stringify(partsIn(document)), JSON.stringify(domainsIn(document))],
      ...[document.isSample ? 1 : 0, signed.document, JSON.stringify(signed.seal)],
      ...[JSON.stringify(signed.endorsement), arrival, signed.endorsement.signedAtMs],
    ],
  },
  { sql: 'insert or ignore into template_docs (ref, text) values (?, ?)', args: [signed.digest, foldedOf(document)] },
  {
    sql: "insert or ignore into template_elements (element_id, template_id) select json_extract(value, '$.id'), ? from json_each(?, '$.elements')",
    args: [signed.templateId, signed.document],
  },
];

/** Closes the draft of which this document was sent, where it is. */
export const closeDraft = (digest: string): Statement => ({
  sql: "update template_drafts set status = 'signed', revision = revision + 1 where digest = ? and status in ('submitted', 'returned')",
  args: [digest],
});

/** Keeps what reviewers wrote. */
export const keepComments = (digest: string, comments: readonly Commented[]): Statement[] =>
  comments.map(({ id, part, elementId, body, author, office, atMs }) => ({
    sql: 'insert or ignore into template_comments (id, digest, part, element_id, body, author, office, at_ms) values (?, ?, ?, ?, ?, ?, ?, ?)',
    args: [id, digest, part, elementId, body, author, office, atMs],
  }));

/** Keeps how a template ended; it may come before it. */
export const keepEnded = ({ templateId, version, how, province, reason, author, office, atMs }: Ended): Statement[] => [
  {
    sql: 'insert or ignore into template_endings (template_id, version, how, province, reason, author, office, at_ms) select ?, ?, ?, ?, ?, ?, ?, ? where 1',
    args: [templateId, version, how, province, reason, author, office, atMs],
  },
];

/** Keeps how often a version is in use in a county: of what was told, the last turn counts, in whatever order it comes. */
export const keepAdopters = (told: AdoptersShared): Statement[] => [
  {
    sql:
      'insert into template_adopters (template_id, version, province, county, name_fa, name_en, turn, adoptions, overlay_json, at_ms) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)' +
      ' on conflict (template_id, version, province, county) do update set name_fa = excluded.name_fa, name_en = excluded.name_en, turn = excluded.turn, adoptions = excluded.adoptions, overlay_json = excluded.overlay_json, at_ms = excluded.at_ms where excluded.turn > template_adopters.turn',
    args: [
      ...[told.templateId, told.version, told.province, told.county, told.nameFa, told.nameEn],
      ...[told.turn, told.adoptions],
      ...[JSON.stringify(told.overlay), told.atMs],
    ],
  },
];

/** Keeps what came of a version in a province: the lines of the last turn, and no others. */
export const keepResults = ({ templateId, version, province, turn, asOfMs, lines }: ResultsShared): Statement[] => [
  {
    sql: 'delete from template_results where template_id = ? and version = ? and province = ? and turn < ?',
    args: [templateId, version, province, turn],
  },
  ...lines.map((line) => ({
    sql: 'insert into template_results (template_id, version, province, indicator, side, setting, size, n, sum_before, sum_after, sum_squared_change, is_few, turn, as_of_ms) select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? where not exists (select 1 from template_results where template_id = ? and version = ? and province = ? and turn > ?) on conflict do nothing',
    args: [
      ...[templateId, version, province, line.indicator, line.side, line.setting, line.size, line.n],
      ...[line.sumBefore ?? 0, line.sumAfter ?? 0, line.sumSquaredChange ?? 0, Number(line.sumBefore === null)],
      ...[turn, asOfMs],
      ...[templateId, version, province, turn],
    ],
  })),
];

/** Keeps a proposed improvement; its answer may have come before it. */
export const keepProposal = (proposal: ProposedShared): Statement[] => [
  {
    sql: 'insert or ignore into template_proposals (id, template_id, base_version, from_province, to_province, note, changes_json, author, office, at_ms) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    args: [
      ...[proposal.id, proposal.templateId, proposal.baseVersion, proposal.fromProvince, proposal.toProvince],
      ...[proposal.note, JSON.stringify(proposal.changes), proposal.author, proposal.office, proposal.atMs],
    ],
  },
];

/** Keeps the publisher's answer: the first one stays. `publisher`: only the province whose template it is, is heard. */
export const keepAnswer = (answered: ProposalAnswered, publisher: string | null): Statement[] => [
  {
    sql: `update template_proposals set outcome = ?, taken_json = ?, answer = ?, answered_by = ?, answered_at_ms = ? where id = ? and outcome is null${publisher === null ? '' : ' and to_province = ?'}`,
    args: [
      ...[answered.outcome, JSON.stringify(answered.taken), answered.answer, answered.author, answered.atMs],
      answered.id,
      ...(publisher === null ? [] : [publisher]),
    ],
  },
];
