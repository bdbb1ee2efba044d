import type {
  IndicatorDefinition,
  IndicatorDetail,
  IndicatorItem,
  IndicatorList,
  IndicatorSeries,
  IndicatorUnits,
  MeasurementShown,
  UnitIndicator,
  UnitIndicators,
} from '@mahalleh/indicators/model';

/** How an indicator is defined. */
export type Definition = IndicatorDefinition;
/** The indicators of the province. */
export type Indicators = IndicatorList;
/** One indicator in the list. */
export type IndicatorRow = IndicatorItem;
/** One indicator with its versions. */
export type Indicator = IndicatorDetail;
/** The units of an indicator in one period. */
export type Units = IndicatorUnits;
/** One unit in that table. */
export type UnitRow = IndicatorUnits['rows'][number];
/** The series of an indicator in one unit. */
export type Series = IndicatorSeries;
/** One point of a series. */
export type Point = IndicatorSeries['points'][number];
/** One measurement with its corrections. */
export type Measurement = MeasurementShown;
/** The indicators of a neighbourhood's page. */
export type OfUnit = (typeof UnitIndicators)['_output'];
/** One of them. */
export type OfUnitRow = UnitIndicator;
