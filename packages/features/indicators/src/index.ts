export { haveSql } from './have-sql.ts';
export * from './model.ts';
export { targetFields, targetItem } from './queries/target-fields.ts';
export { indicatorsReasons } from './reasons.ts';
export { indicatorsRoutes } from './routes.ts';
export { paceOf, type Course, type Pace } from './rules.ts';
