export { haveSql } from './have-sql.ts';
export {
  dependentsRefusal,
  isNewMeaning,
  meantRefusal,
  readsFor,
  type Known,
  type Meant,
  type Read,
} from './indicator-rules.ts';
export * from './model.ts';
export { askUnitIndicators, unitIndicatorsFrom } from './queries/neighbourhood-indicators.ts';
export { askTargets, isNotPartOfMine, targetsFrom } from './queries/target-asks.ts';
export { indicatorsReasons } from './reasons.ts';
export { indicatorsRoutes } from './routes.ts';
export { paceOf, type Course, type Pace } from './rules.ts';
export { askSeries, seriesFrom, seriesOf, seriesStatements } from './series-asks.ts';
export { Series, type SeriesPoint } from './series.ts';
export { targetsUpkeep } from './target-upkeep.ts';
