export { amendBoard } from './commands/amend-board.ts';
export { discardBoard } from './commands/discard-board.ts';
export { pinMoment } from './commands/pin-moment.ts';
export { restoreBoard } from './commands/restore-board.ts';
export { saveBoard } from './commands/save-board.ts';
export { shareBoard } from './commands/share-board.ts';
export { unshareBoard } from './commands/unshare-board.ts';
export { listBoards } from './queries/boards.ts';
