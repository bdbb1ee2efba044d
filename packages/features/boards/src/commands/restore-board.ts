import { defineBoardChange } from '../define-board-change.ts';
import { EditBoard } from '../model.ts';
import { whyNotRestore } from '../rules.ts';

/** Brings a discarded board back as it was. */
export const restoreBoard = defineBoardChange({
  verb: 'restore',
  permission: null,
  input: EditBoard,
  decide: (board, _input, facts) => whyNotRestore(board, facts) ?? { discardedAtMs: null },
});
