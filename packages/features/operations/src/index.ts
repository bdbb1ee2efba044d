export { metrics } from './metrics.ts';
export * from './model.ts';
export { operationsReasons } from './reasons.ts';
export { operationsRoutes } from './routes.ts';
export { operationStanding, RISK_DAYS, taskStanding } from './rules.ts';
