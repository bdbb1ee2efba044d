import type { Statement } from '@mahalleh/gate';
import type { LetterKind } from './define-letter.ts';

/**
 * The statement that puts an event letter on its way, in the batch of its change: its number is the next one of its kind.
 * Fails: ZodError when the body is not what the kind declares.
 */
export const postLetter = <Body>(letter: LetterKind<string, Body>, body: Body, nowMs: number): Statement => ({
  sql: 'insert into letters_out (kind, epoch, number, body_json, written_at_ms) select ?, b.epoch, coalesce((select max(number) from letters_out l where l.kind = ? and l.epoch = b.epoch), 0) + 1, ?, ? from border_state b',
  args: [letter.kind, letter.kind, JSON.stringify(letter.body.parse(body)), nowMs],
});
