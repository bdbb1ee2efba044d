export { undoAct } from './commands/undo-act.ts';
export { trashList } from './queries/trash.ts';
export { undoReasons } from './reasons.ts';
export { undoRoutes } from './routes.ts';
