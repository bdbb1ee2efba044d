export * from './model.ts';
export * from './rules.ts';
export { agenciesReasons } from './reasons.ts';
export { agenciesRoutes } from './routes.ts';
export { agencies, bases } from './schema.ts';
export { isAgencyInSight, isMyBase } from './scope.ts';
export { activeBases, activeShare, baseCount, marks, metrics } from './metrics.ts';
