export * from './model.ts';
export * from './rules.ts';
export { unitsReasons } from './reasons.ts';
export { unitsRoutes } from './routes.ts';
export { periods, unitMemberships, units, unitSuccessions } from './schema.ts';
export { nameHolds } from './name-search.ts';
export { metrics, marks, neighbourhoodCount } from './metrics.ts';
export { amendPassport } from './commands/amend-passport.ts';
