import { defineBoardChange } from '../define-board-change.ts';
import { EditBoard } from '../model.ts';
import { whyNotAmend } from '../rules.ts';

/** Keeps a board to oneself again. */
export const unshareBoard = defineBoardChange({
  verb: 'unshare',
  permission: null,
  input: EditBoard,
  decide: (board, _input, facts) => whyNotAmend(board, facts) ?? { isShared: false },
});
