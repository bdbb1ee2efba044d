import { defineBoardChange } from '../define-board-change.ts';
import { EditBoard } from '../model.ts';
import { whyNotAmend } from '../rules.ts';

/** Shares one's board with the whole ministry. */
export const shareBoard = defineBoardChange({
  verb: 'share',
  permission: 'board.share',
  input: EditBoard,
  decide: (board, _input, facts) => whyNotAmend(board, facts) ?? { isShared: true },
});
