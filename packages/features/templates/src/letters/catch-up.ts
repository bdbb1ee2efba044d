import type { Statement } from '@mahalleh/gate';
import { adoptersSharedLetter, endedLetter, resultsSharedLetter, signedLetter } from './template-letters.ts';

/** Writes to a province what stands in a national table and was not written to it. `body`: SQL of the letter; `same`: SQL that finds it among `l`. */
const caughtUp = (
  kind: string,
  { from, body, order, same }: { from: string; body: string; order: string; same: string },
  province: string,
  nowMs: number,
): Statement => ({
  sql: `insert into letters_to_provinces (province, number, kind, body_json, written_at_ms) select ?, coalesce((select max(o.number) from letters_to_provinces o where o.province = ?), 0) + row_number() over (order by ${order}), ?, ${body}, ? from ${from} where not exists (select 1 from letters_to_provinces l where l.province = ? and l.kind = ? and ${same})`,
  args: [province, province, kind, nowMs, province, kind],
});

const told = (path: string): string => `json_extract(l.body_json, '$.${path}')`;
const isSame = (...names: readonly (readonly [string, string])[]): string =>
  names.map(([path, column]) => `${told(path)} = ${column}`).join(' and ');
const VERSION = [
  ['templateId', 't.template_id'],
  ['version', 't.version'],
] as const;

/** A version as every province but its own is told: reviewers' comments are for the province whose it is. */
const SIGNED = {
  from: 'templates t',
  body: "json_object('templateId', t.template_id, 'version', t.version, 'digest', t.digest, 'document', t.document_json, 'seal', json(t.seal_json), 'province', t.province, 'endorsement', json(t.endorsement_json), 'comments', json('[]'))",
  order: 't.signed_at_ms, t.digest',
  same: isSame(['digest', 't.digest']),
};
const ENDED = {
  from: 'template_endings t',
  body: "json_object('templateId', t.template_id, 'version', t.version, 'reason', t.reason, 'author', t.author, 'office', t.office, 'atMs', t.at_ms, 'province', t.province, 'how', t.how)",
  order: 't.at_ms, t.template_id, t.version, t.how',
  same: isSame(...VERSION, ['how', 't.how']),
};
const ADOPTERS = {
  from: 'template_adopters t',
  body: "json_object('templateId', t.template_id, 'version', t.version, 'county', t.county, 'nameFa', t.name_fa, 'nameEn', t.name_en, 'turn', t.turn, 'adoptions', t.adoptions, 'overlay', json(t.overlay_json), 'atMs', t.at_ms, 'province', t.province)",
  order: 't.at_ms, t.template_id, t.version, t.province, t.county',
  same: isSame(...VERSION, ['province', 't.province'], ['county', 't.county'], ['turn', 't.turn']),
};
const RESULTS = {
  from: "(select r.template_id, r.version, r.province, r.turn, r.as_of_ms, json_group_array(json_object('indicator', r.indicator, 'side', r.side, 'setting', r.setting, 'size', r.size, 'n', r.n, 'sumBefore', iif(r.is_few, null, r.sum_before), 'sumAfter', iif(r.is_few, null, r.sum_after), 'sumSquaredChange', iif(r.is_few, null, r.sum_squared_change))) as lines from template_results r group by r.template_id, r.version, r.province, r.turn, r.as_of_ms) t",
  body: "json_object('templateId', t.template_id, 'version', t.version, 'turn', t.turn, 'asOfMs', t.as_of_ms, 'lines', json(t.lines), 'province', t.province)",
  order: 't.as_of_ms, t.template_id, t.version, t.province',
  same: isSame(...VERSION, ['province', 't.province'], ['turn', 't.turn']),
};

/** Writes to a province everything of templates that other provinces have and it was never told: it has just come in. Done twice, it is as done once. */
export const catchUpTemplates = (province: string, nowMs: number): Statement[] => [
  caughtUp(signedLetter.kind, SIGNED, province, nowMs),
  caughtUp(endedLetter.kind, ENDED, province, nowMs),
  caughtUp(adoptersSharedLetter.kind, ADOPTERS, province, nowMs),
  caughtUp(resultsSharedLetter.kind, RESULTS, province, nowMs),
];
