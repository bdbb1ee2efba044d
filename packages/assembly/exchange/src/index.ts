export { exchangeReasons } from './reasons.ts';
export { exchangeRoutes } from './routes.ts';
export { IMPORT_KINDS, type ImportKind } from './kinds.ts';
export type { Column, Exchange, Outcome } from './exchange.ts';
