import type { UnitDetail, UnitList } from '@mahalleh/units/model';

/** A unit with its place, passport and history. */
export type UnitPage = (typeof UnitDetail)['_output'];
/** A page of units. */
export type UnitRows = (typeof UnitList)['_output'];
/** One unit in a list. */
export type UnitRow = UnitRows['rows'][number];
