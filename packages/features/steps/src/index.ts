export { councilShare, marks, metrics, neighbourhoodsByLack, neighbourhoodsByStep } from './metrics.ts';
export * from './model.ts';
export { stepsReasons } from './reasons.ts';
export { stepsRoutes } from './routes.ts';
export { CONDITIONS, LACKS, STEP_OF_LACK, stepOf, type Lack, type Standing, type StepCounts } from './rules.ts';
export { readCounts, stepsSql, type CountsRow } from './rules-sql.ts';
export { conditionSentence, lackSentence } from './sentence.ts';
