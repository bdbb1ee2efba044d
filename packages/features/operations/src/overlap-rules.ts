import { addDays, daysBetween, refuse, type CivilDate, type Refusal } from '@mahalleh/kernel';
import type { Audience } from './choices.ts';
import type { OperationStatus } from './statuses.ts';

/** How strongly two operations overlap: a strong one must be named by who approves. */
export const OVERLAP_DEGREES = ['strong', 'partial', 'slight'] as const;
/** How strongly two operations overlap. */
export type OverlapDegree = (typeof OVERLAP_DEGREES)[number];

/** How two operations are alike in each respect, the most alike first. */
export const OVERLAP_RESPECTS = {
  domain: ['same', 'related'],
  place: ['same', 'near', 'county'],
  time: ['together', 'recent'],
  audience: ['same', 'open', 'other'],
} as const;

/** How two operations are alike. */
export type Likeness = {
  readonly [respect in keyof typeof OVERLAP_RESPECTS]: (typeof OVERLAP_RESPECTS)[respect][number];
};

/** Two points nearer than this are one place, whatever the neighbourhoods are called. Unit: metres. */
export const NEAR_M = 500;

/** How long before its start something like it counts as done recently. Unit: days. */
export const RECENT_DAYS = 90;

/** What each likeness weighs, of nine in all. */
export const OVERLAP_POINTS: { readonly [respect in keyof Likeness]: Readonly<Record<Likeness[respect], number>> } = {
  domain: { same: 2, related: 1 },
  place: { same: 3, near: 3, county: 1 },
  time: { together: 2, recent: 1 },
  audience: { same: 2, open: 1, other: 0 },
};
/** The points from which a degree begins. What is strong lacks one point of nine at the most, and so lies in the same place. */
export const OVERLAP_LEAST = { strong: 8, partial: 7, slight: 6 } as const satisfies Record<OverlapDegree, number>;

/** How strongly two operations that are alike in these respects overlap; undefined when they do not. */
export const degreeOf = ({ domain, place, time, audience }: Likeness): OverlapDegree | undefined => {
  const { domain: d, place: p, time: t, audience: a } = OVERLAP_POINTS;
  const points = d[domain] + p[place] + t[time] + a[audience];
  return OVERLAP_DEGREES.find((degree) => points >= OVERLAP_LEAST[degree]);
};

/** What is known of an operation when it is held against another one. */
export type Held = {
  readonly unitId: string;
  readonly countyId: string | null;
  readonly problemId: string | null;
  readonly domainKey: string;
  readonly audience: Audience | null;
  readonly status: OperationStatus;
  readonly startsOn: CivilDate;
  readonly endsOn: CivilDate;
  /** The day on which it was done; null while it is not. */
  readonly doneOn: CivilDate | null;
};

/** Another operation as it is held against one: its domain is the same or a related one, `distanceM` is null unless both have a point. */
export type Other = Held & { readonly distanceM: number | null };

const placeOf = (own: Held, other: Other): Likeness['place'] | undefined => {
  if (own.unitId === other.unitId) return 'same';
  if (other.distanceM !== null && other.distanceM <= NEAR_M) return 'near';
  return own.countyId !== null && own.countyId === other.countyId ? 'county' : undefined;
};

/** The last day on which it is at work: what still runs after its end runs until today. */
const lastDay = ({ status, endsOn }: Held, today: CivilDate): CivilDate =>
  status === 'running' && endsOn < today ? today : endsOn;

const timeOf = (own: Held, other: Other, today: CivilDate): Likeness['time'] | undefined => {
  if (other.status === 'cancelled') return undefined;
  if (other.doneOn !== null) return other.doneOn >= addDays(own.startsOn, -RECENT_DAYS) ? 'recent' : undefined;
  return other.startsOn <= own.endsOn && lastDay(other, today) >= own.startsOn ? 'together' : undefined;
};

const audienceOf = (own: Held, other: Other): Likeness['audience'] => {
  if (own.problemId !== null && own.problemId === other.problemId) return 'same';
  if (own.audience !== null && own.audience === other.audience) return 'same';
  const isOpen = [own.audience, other.audience].some((audience) => audience === null || audience === 'everyone');
  return isOpen ? 'open' : 'other';
};

/** How many days two operations are at work together. */
export const daysTogether = (own: Held, other: Other, today: CivilDate): number => {
  const from = own.startsOn > other.startsOn ? own.startsOn : other.startsOn;
  const last = lastDay(other, today);
  return Math.max(0, daysBetween(from, last < own.endsOn ? last : own.endsOn) + 1);
};

/** How another operation overlaps with one, or undefined. */
export const overlapOf = (
  own: Held,
  other: Other,
  today: CivilDate,
): (Likeness & { readonly degree: OverlapDegree }) | undefined => {
  const place = placeOf(own, other);
  const time = timeOf(own, other, today);
  if (place === undefined || time === undefined) return undefined;
  const domain = own.domainKey === other.domainKey ? 'same' : 'related';
  const likeness: Likeness = { domain, place, time, audience: audienceOf(own, other) };
  const degree = degreeOf(likeness);
  return degree && { ...likeness, degree };
};

/** Every strong overlap is named by who approves, or the refusal that lists those that are not. */
export const unnotedRefusal = (
  overlaps: readonly { readonly operationId: string; readonly code: string; readonly degree: OverlapDegree }[],
  noted: readonly string[],
): Refusal | undefined => {
  const unnoted = overlaps.filter(({ degree, operationId }) => degree === 'strong' && !noted.includes(operationId));
  return unnoted.length === 0
    ? undefined
    : refuse('operation_overlaps_unnoted', {
        field: 'notedOverlaps',
        detail: { count: unnoted.length, codes: unnoted.map(({ code }) => code).join(' ') },
      });
};

/** A planned operation is approved once, or the refusal. */
export const approvalRefusal = ({
  status,
  approvedAtMs,
}: {
  readonly status: OperationStatus;
  readonly approvedAtMs: number | null;
}): Refusal | undefined => {
  if (status === 'running') return refuse('operation_started', { detail: { status } });
  if (status !== 'planned') return refuse('operation_ended', { detail: { status } });
  return approvedAtMs === null ? undefined : refuse('operation_approved_before');
};
