import { get, post } from '@mahalleh/http';
import { undoAct } from './commands/undo-act.ts';
import { trashList } from './queries/trash.ts';

/** The addresses of taking back. */
export const undoRoutes = [
  post('/undo', undoAct, { example: { commandId: '01980000-0000-7000-8000-000000000001' } }),
  get('/trash', trashList, { example: {} }),
] as const;
