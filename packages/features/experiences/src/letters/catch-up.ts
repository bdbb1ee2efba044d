import type { Statement } from '@mahalleh/gate';
import { endedLetter, repliedLetter, sharedLetter, takenUpLetter } from './experience-letters.ts';

const KINDS = [sharedLetter, repliedLetter, takenUpLetter, endedLetter].map(({ kind }) => kind);

/** Writes to a province everything of experiences that was ever written to others and not to it: it has just come in. Done twice, it is as done once. */
export const catchUp = (province: string, nowMs: number): Statement => ({
  sql:
    'insert into letters_to_provinces (province, number, kind, body_json, written_at_ms)' +
    ' select ?, coalesce((select max(o.number) from letters_to_provinces o where o.province = ?), 0) + row_number() over (order by min(l.written_at_ms), l.kind, l.body_json), l.kind, l.body_json, ?' +
    ' from letters_to_provinces l where l.kind in (select value from json_each(?)) group by l.kind, l.body_json having max(l.province = ?) = 0',
  args: [province, province, nowMs, JSON.stringify(KINDS), province],
});
