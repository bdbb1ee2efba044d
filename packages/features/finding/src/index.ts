export { search } from './queries/search.ts';
export { findingReasons } from './reasons.ts';
export { findingRoutes } from './routes.ts';
export { findingUpkeep, FINDING_LEFT } from './upkeep.ts';
