import { get, post } from '@mahalleh/http';
import { amendBoard } from './commands/amend-board.ts';
import { discardBoard } from './commands/discard-board.ts';
import { pinMoment } from './commands/pin-moment.ts';
import { restoreBoard } from './commands/restore-board.ts';
import { saveBoard } from './commands/save-board.ts';
import { shareBoard } from './commands/share-board.ts';
import { unshareBoard } from './commands/unshare-board.ts';
import { listBoards } from './queries/boards.ts';

const EDIT = { boardId: '01980000-0000-7000-8000-000000000001', revision: 1 };
const PAGE = '/ministry/provinces/qom?figure=steering_councils';

/** The addresses of boards and pinned moments, of the ministry alone. */
export const boardsRoutes = [
  get('/boards', listBoards, { example: {} }),
  post('/boards', saveBoard, { status: 201, example: { name: 'Councils of Qom', path: PAGE } }),
  post('/boards/{boardId}/amend', amendBoard, { example: { ...EDIT, name: 'Steering councils of Qom' } }),
  post('/boards/{boardId}/share', shareBoard, { example: EDIT }),
  post('/boards/{boardId}/unshare', unshareBoard, { example: EDIT }),
  post('/boards/{boardId}/discard', discardBoard, { example: EDIT }),
  post('/boards/{boardId}/restore', restoreBoard, { example: EDIT }),
  post('/moments', pinMoment, { status: 201, example: { path: PAGE } }),
] as const;
