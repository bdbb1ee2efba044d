import { grants, type Role } from '@mahalleh/access';
import { refuse, type Refusal } from '@mahalleh/kernel';

/** The most boards that one person keeps. */
export const MOST_BOARDS = 60;
/** The most moments that one person pins in a day: each is a copy. */
export const MOST_PINS = 20;
/** A day. Unit: milliseconds. */
export const DAY_MS = 86_400_000;

type Board = { readonly ownerId: string; readonly isShared: boolean; readonly discardedAtMs: number | null };
type Asking = { readonly personId: string; readonly grants: readonly { readonly role: Role }[] };

/** Why a board may not be changed by this person, or undefined: it is its owner's. What is not shared is not even there for others. */
export const whyNotAmend = (board: Board, { personId }: Asking): Refusal | undefined => {
  if (board.discardedAtMs !== null) return refuse('board_unknown');
  if (board.ownerId === personId) return undefined;
  return refuse(board.isShared ? 'board_of_other' : 'board_unknown');
};

/** As `whyNotAmend`; but what is shared may be discarded by whoever may share. */
export const whyNotDiscard = (board: Board, asking: Asking): Refusal | undefined => {
  const mayShare = asking.grants.some(({ role }) => grants(role, 'board.share'));
  return board.discardedAtMs === null && board.isShared && mayShare ? undefined : whyNotAmend(board, asking);
};

/** Why a board cannot come back, or undefined: it was discarded, and its owner or whoever may share what is shared wants it. */
export const whyNotRestore = (board: Board, asking: Asking): Refusal | undefined =>
  whyNotDiscard({ ...board, discardedAtMs: null }, asking) ??
  (board.discardedAtMs === null ? refuse('board_is_there') : undefined);
