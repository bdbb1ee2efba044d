import { defineBoardChange } from '../define-board-change.ts';
import { AmendBoard } from '../model.ts';
import { whyNotAmend } from '../rules.ts';

/** Calls a board otherwise, or keeps another page in its place. */
export const amendBoard = defineBoardChange({
  verb: 'amend',
  permission: null,
  input: AmendBoard,
  decide: (board, { name, path }, facts) =>
    whyNotAmend(board, facts) ?? { ...(name === undefined ? {} : { name }), ...(path === undefined ? {} : { path }) },
});
