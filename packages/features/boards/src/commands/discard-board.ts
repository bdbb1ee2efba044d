import { defineBoardChange } from '../define-board-change.ts';
import { EditBoard } from '../model.ts';
import { whyNotDiscard } from '../rules.ts';

/** Puts a board away: one's own, or one that is shared where one may share. */
export const discardBoard = defineBoardChange({
  verb: 'discard',
  permission: null,
  input: EditBoard,
  decide: (board, _input, facts) => whyNotDiscard(board, facts) ?? { discardedAtMs: facts.nowMs },
});
