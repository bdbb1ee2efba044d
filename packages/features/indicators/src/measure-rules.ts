import { refuse, type CivilDate, type FieldFault, type Refusal } from '@mahalleh/kernel';
import { doubtsOf, type Doubt } from './doubt-rules.ts';
import { keptOf, periodFault, valueFault, whyNotMeasure, type Kept, type Measured } from './measurement-rules.ts';
import type { Period } from './periods.ts';

/** One value that somebody says. */
export type Entry = {
  readonly unitId: string;
  readonly period: Period;
  readonly value: number;
  readonly n?: number | undefined;
  readonly note?: string | undefined;
  readonly why?: string | undefined;
};

type Place = {
  readonly id: string;
  readonly kind: string;
  readonly countyId: string | null;
  readonly endedOn: string | null;
};
type Standing = { readonly unitId: string; readonly period: Period; readonly value: number | null };
type Peer = Standing & { readonly kind: string; readonly countyId: string | null };

/** What is known of the units that values are said of, and of what stands beside them. */
export type Around = {
  readonly places: readonly Place[];
  readonly own: readonly Standing[];
  readonly standing: readonly Standing[];
  readonly peers: readonly Peer[];
};

/** A value as it is written: kept as its unit allows, with what was asked about it and why it stands. */
export type Written = Entry & {
  readonly kept: Kept;
  readonly doubts: readonly Doubt[];
  readonly doubtReason: string | null;
};

/** With fewer peers than this in the county, those of the whole province are looked at. */
const FEWEST_IN_COUNTY = 8;

const peersOf = (place: Place, period: Period, peers: readonly Peer[]): number[] => {
  const alike = peers.filter((peer) => peer.period === period && peer.kind === place.kind && peer.unitId !== place.id);
  const near = alike.filter(({ countyId }) => countyId === place.countyId);
  return (near.length >= FEWEST_IN_COUNTY ? near : alike).flatMap(({ value }) => (value === null ? [] : [value]));
};

/** What looks odd about a value, held against what its unit and others have. */
export const doubtsAbout = (
  entry: Pick<Entry, 'unitId' | 'period'>,
  value: number | null,
  { places, own, peers }: Omit<Around, 'standing'>,
  alsoSaid: readonly Period[] = [],
): Doubt[] => {
  const place = places.find(({ id }) => id === entry.unitId);
  const mine = own.filter(({ unitId, period }) => unitId === entry.unitId && period !== entry.period);
  const before = [...mine.map(({ period }) => period), ...alsoSaid].filter((period) => period < entry.period);
  return doubtsOf(value, entry.period, {
    own: mine.flatMap((one) => (one.value === null ? [] : [one.value])),
    peers: place ? peersOf(place, entry.period, peers) : [],
    lastBefore: before.toSorted().at(-1),
  });
};

const entryFaults = (of: Measured, entry: Entry, { places, standing }: Around, today: CivilDate): FieldFault[] => {
  const place = places.find(({ id }) => id === entry.unitId);
  if (!place) return [{ field: 'unitId', reason: 'unit_unknown' }];
  if (place.endedOn !== null) return [{ field: 'unitId', reason: 'target_unit_ended' }];
  const period = periodFault(of, entry.period, today);
  if (period) return [{ field: 'period', ...period }];
  if (standing.some((one) => one.unitId === entry.unitId && one.period === entry.period))
    return [{ field: 'value', reason: 'measurement_there' }];
  const value = valueFault(of, entry);
  return value ? [value] : [];
};

const named = (faults: readonly FieldFault[], i: number): FieldFault[] =>
  faults.map((fault) => ({ ...fault, field: `values.${i}.${fault.field}` }));

/**
 * What becomes of values that somebody says: all are written, or none is. What cannot be is refused value by value; what
 * looks odd is asked about, and is written once a reason says why it stands all the same.
 */
export const writtenOf = (
  of: Measured,
  { values, why }: { readonly values: readonly Entry[]; readonly why?: string | undefined },
  around: Around,
  today: CivilDate,
): readonly Written[] | Refusal => {
  const no = whyNotMeasure(of);
  if (no) return no;
  const twice = values.flatMap(({ unitId, period }, i): FieldFault[] =>
    values.findIndex((other) => other.unitId === unitId && other.period === period) < i
      ? [{ field: `values.${i}.value`, reason: 'measurement_twice' }]
      : [],
  );
  const faults = [...values.flatMap((entry, i) => named(entryFaults(of, entry, around, today), i)), ...twice];
  if (faults.length > 0) return refuse('measurements_wrong', { faults, detail: { count: faults.length } });
  const written = values.map((entry): Written => {
    const kept = keptOf(of, entry);
    const said = values.flatMap(({ unitId, period }) => (unitId === entry.unitId ? [period] : []));
    const doubts = doubtsAbout(entry, kept.value, around, said);
    return { ...entry, kept, doubts, doubtReason: doubts.length === 0 ? null : (entry.why ?? why ?? null) };
  });
  const asked = written.flatMap(({ doubts, doubtReason }, i) =>
    doubtReason === null
      ? named(
          doubts.map((doubt) => ({ field: 'why', ...doubt })),
          i,
        )
      : [],
  );
  return asked.length > 0
    ? refuse('measurements_doubted', { faults: asked, detail: { count: asked.length } })
    : written;
};
