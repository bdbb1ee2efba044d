import type { CivilDate, FieldFault } from '@mahalleh/kernel';
import { nameKey } from '@mahalleh/units/words';
import type { Frequency, MeasureUnit, Population } from './codes.ts';
import type { Doubt } from './doubt-rules.ts';
import { doubtsAbout, type Around } from './measure-rules.ts';
import { keptOf, periodFault, valueFault, whyNotMeasure, type Kept } from './measurement-rules.ts';
import type { Period } from './periods.ts';

/** A row of a file of measurements. */
export type MeasurementImport = {
  readonly indicator: string;
  readonly unitName?: string;
  readonly unitCode?: string;
  readonly countyName?: string;
  readonly period: Period;
  readonly value: number;
  readonly n?: number;
  readonly note?: string;
  readonly why?: string;
};

/** An indicator that rows can name, by title or by key. */
export type KnownIndicator = {
  readonly id: string;
  readonly key: string;
  readonly titleFa: string;
  readonly titleEn: string | null;
  readonly version: number;
  readonly frequency: Frequency;
  readonly population: Population;
  readonly unit: MeasureUnit;
  readonly formula: string | null;
  readonly retiredAtMs: number | null;
};
/** A unit of the actor's that values can be said of. */
export type KnownPlace = {
  readonly id: string;
  readonly kind: string;
  readonly officialCode: string | null;
  readonly nameFa: string;
  readonly countyId: string | null;
  readonly countyName: string | null;
};
/** A standing measurement in one of the periods of the file. */
export type KnownMeasurement = {
  readonly id: string;
  readonly indicatorId: string;
  readonly unitId: string;
  readonly period: Period;
  readonly version: number;
  readonly value: number | null;
  readonly n: number | null;
  readonly isSuppressed: number;
  readonly revision: number;
};
/** A value that a new one is held against. */
export type KnownValue = {
  readonly indicatorId: string;
  readonly unitId: string;
  readonly period: Period;
  readonly value: number | null;
  readonly kind: string;
  readonly countyId: string | null;
};

/** What is known besides the file. */
export type Known = {
  readonly indicators: readonly KnownIndicator[];
  readonly places: readonly KnownPlace[];
  readonly standing: readonly KnownMeasurement[];
  readonly own: readonly KnownValue[];
  readonly peers: readonly KnownValue[];
};

/** What is written for a row: a value as it will be, and the measurement that it corrects. */
export type MeasurementRecord = {
  readonly id: string;
  readonly indicatorId: string;
  readonly version: number;
  readonly unitId: string;
  readonly period: Period;
  readonly kept: Kept;
  readonly note: string | null;
  readonly doubts: readonly Doubt[];
  readonly doubtReason: string | null;
  readonly before: KnownMeasurement | null;
};

/** What becomes of a row. */
export type MeasurementOutcome =
  | {
      readonly line: number;
      readonly status: 'new' | 'changed';
      readonly record: MeasurementRecord;
      readonly fields: readonly string[];
    }
  | { readonly line: number; readonly status: 'unchanged' }
  | { readonly line: number; readonly status: 'rejected'; readonly errors: readonly FieldFault[] };

const PLACES = ['neighbourhood', 'village'];
const fault = (field: string, reason: string, params?: FieldFault['params']): FieldFault => ({
  field,
  reason,
  ...(params && { params }),
});
const isFault = (answer: object): answer is FieldFault => 'reason' in answer;
const keyOf = (...parts: readonly string[]): string => parts.join(' ');

const indicatorOf = (named: string, indicators: readonly KnownIndicator[]): KnownIndicator | FieldFault => {
  const folded = nameKey(named);
  const found = indicators.filter(
    ({ key, titleFa, titleEn }) =>
      key === named.toLowerCase() || nameKey(titleFa) === folded || (titleEn !== null && nameKey(titleEn) === folded),
  );
  const standing = found.filter(({ retiredAtMs }) => retiredAtMs === null);
  const [only, ...more] = standing.length > 0 ? standing : found;
  if (!only) return fault('indicator', 'import_indicator_unknown');
  return more.length === 0 ? only : fault('indicator', 'import_indicator_ambiguous', { count: more.length + 1 });
};

const placeOf = (row: MeasurementImport, places: readonly KnownPlace[]): KnownPlace | FieldFault => {
  if (row.unitCode !== undefined)
    return (
      places.find(({ officialCode }) => officialCode === row.unitCode) ?? fault('unitCode', 'import_place_unknown')
    );
  if (row.unitName === undefined) return fault('unitName', 'import_place_missing');
  const named = nameKey(row.unitName);
  const county = row.countyName === undefined ? undefined : nameKey(row.countyName);
  const all = places.filter(
    (place) => nameKey(place.nameFa) === named && (county === undefined || nameKey(place.countyName ?? '') === county),
  );
  // A neighbourhood goes before a county of its name.
  const below = all.filter(({ kind }) => PLACES.includes(kind));
  const [only, ...more] = below.length > 0 ? below : all;
  if (!only) return fault('unitName', 'import_place_unknown');
  return more.length === 0 ? only : fault('unitName', 'import_place_ambiguous', { count: more.length + 1 });
};

const aroundOf = (known: Known) => {
  const own = Map.groupBy(known.own, ({ indicatorId, unitId }) => keyOf(indicatorId, unitId));
  const peers = Map.groupBy(known.peers, ({ indicatorId, period }) => keyOf(indicatorId, period));
  const places = new Map(known.places.map((place) => [place.id, { ...place, endedOn: null }]));
  return (indicatorId: string, unitId: string, period: Period): Omit<Around, 'standing'> => ({
    places: [places.get(unitId) ?? []].flat(),
    own: own.get(keyOf(indicatorId, unitId)) ?? [],
    peers: peers.get(keyOf(indicatorId, period)) ?? [],
  });
};

/** What becomes of every row. Natural key: indicator, unit and period. What looks odd needs a reason in its row. Pure. */
export const planMeasurements = (
  rows: readonly { line: number; row: MeasurementImport }[],
  known: Known,
  today: CivilDate,
  newId: () => string,
): MeasurementOutcome[] => {
  const around = aroundOf(known);
  const standing = new Map(known.standing.map((one) => [keyOf(one.indicatorId, one.unitId, one.period), one]));
  const said = new Map<string, Period[]>();
  const seen = new Map<string, number>();
  const resolved = rows.map(({ line, row }) => {
    const indicator = indicatorOf(row.indicator, known.indicators);
    const place = placeOf(row, known.places);
    if (!isFault(indicator) && !isFault(place)) {
      const key = keyOf(indicator.id, place.id);
      said.set(key, [...(said.get(key) ?? []), row.period]);
    }
    return { line, row, indicator, place };
  });

  return resolved.map(({ line, row, indicator, place }): MeasurementOutcome => {
    const reject = (...errors: readonly FieldFault[]): MeasurementOutcome => ({ line, status: 'rejected', errors });
    if (isFault(indicator)) return reject(indicator);
    if (isFault(place)) return reject(place);
    const no = whyNotMeasure(indicator);
    if (no) return reject(fault('indicator', no.refused));
    const period = periodFault(indicator, row.period, today);
    if (period) return reject({ field: 'period', ...period });
    const wrong = valueFault(indicator, row);
    if (wrong) return reject(wrong);
    const key = keyOf(indicator.id, place.id, row.period);
    const twice = seen.get(key);
    if (twice !== undefined) return reject(fault('period', 'import_row_twice', { line: twice }));
    seen.set(key, line);
    const before = standing.get(key) ?? null;
    if (before && before.version !== indicator.version) return reject(fault('period', 'measurement_of_old_version'));
    const kept = keptOf(indicator, row);
    const isSame =
      before !== null &&
      before.value === kept.value &&
      before.n === kept.n &&
      (before.isSuppressed === 1) === kept.isSuppressed;
    if (isSame) return { line, status: 'unchanged' };
    const doubts = doubtsAbout(
      { unitId: place.id, period: row.period },
      kept.value,
      around(indicator.id, place.id, row.period),
      said.get(keyOf(indicator.id, place.id)),
    );
    if (doubts.length > 0 && row.why === undefined)
      return reject(...doubts.map((doubt) => ({ field: 'why', ...doubt })));
    return {
      line,
      status: before ? 'changed' : 'new',
      fields: ['value'],
      record: {
        id: before?.id ?? newId(),
        indicatorId: indicator.id,
        version: indicator.version,
        unitId: place.id,
        period: row.period,
        kept,
        note: row.note ?? null,
        doubts,
        doubtReason: doubts.length === 0 ? null : (row.why ?? null),
        before,
      },
    };
  });
};
