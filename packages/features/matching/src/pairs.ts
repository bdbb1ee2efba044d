import { hoursOf, isBookable, limitOf, spansOn } from '@mahalleh/capacity/model';
import type { Answers } from '@mahalleh/gate';
import { addDays, DAY_MINUTES, metresBetween, msOf, weekdayFrom, type CivilDate } from '@mahalleh/kernel';
import { leadOf, lineOf } from '@mahalleh/responsibility/rules';
import { AHEAD_DAYS, type askDomains, type askPairs, type CapacityRow, type ProblemRow } from './match-asks.ts';
import type { PairFacts } from './rules.ts';

/** What pairs are made of, as it was asked for. */
export type PairAnswers = Answers<ReturnType<typeof askPairs> & { domains: ReturnType<typeof askDomains> }>;

/** A capacity held against a problem. */
export type Pair = {
  readonly problem: ProblemRow;
  readonly capacity: CapacityRow;
  readonly facts: PairFacts;
  readonly isUsed: boolean;
};

const MINUTE_MS = 60_000;
/** So much of a day must be left for it to count as free. Unit: minutes, of one piece. */
const LEFT_MIN = 60;

type Booked = { readonly fromMs: number; readonly toMs: number; readonly units: number };

/** Whether pieces of it are booked, as of places and equipment: an institution or a skill is open or not, a fund is an amount. */
const isPieces = (kind: CapacityRow['kind']): boolean => kind !== 'fund' && isBookable(kind);

/** The weekdays on which something still has time within the days ahead. Shape: bit n for weekday n, Saturday 0. */
export const freeDaysOf = (
  capacity: Pick<
    CapacityRow,
    'kind' | 'quantity' | 'amountRial' | 'hoursJson' | 'exceptionsJson' | 'isClosedOnHolidays'
  >,
  booked: readonly Booked[],
  today: CivilDate,
): number => {
  const hours = hoursOf({ ...capacity, isClosedOnHolidays: capacity.isClosedOnHolidays === 1 });
  // What cannot be booked piece by piece is free as long as it is open.
  const pieces = isPieces(capacity.kind) ? limitOf(capacity) : 1;
  return Array.from({ length: AHEAD_DAYS }, (_, n) => addDays(today, n)).reduce((days, date) => {
    const [from, to] = [msOf(date), msOf(date) + DAY_MINUTES * MINUTE_MS];
    const open = spansOn(hours, date).reduce((sum, [start, end]) => sum + end - start, 0);
    const taken = booked.reduce((sum, { fromMs, toMs, units }) => {
      const overlap = Math.min(to, toMs) - Math.max(from, fromMs);
      return sum + (overlap > 0 ? (units * overlap) / MINUTE_MS : 0);
    }, 0);
    return open * pieces - taken >= LEFT_MIN ? days | (1 << weekdayFrom(date)) : days;
  }, 0);
};

const domainOf = (problem: ProblemRow, capacity: CapacityRow): PairFacts['domain'] | undefined => {
  if (capacity.domainKey === problem.domainKey) return 'same';
  if (capacity.nationalKey === problem.nationalKey) return 'related';
  return capacity.domainKey === null || capacity.kind === 'place' ? 'general' : undefined;
};

const distanceOf = (problem: ProblemRow, { latitude, longitude }: CapacityRow): number | null =>
  problem.latitude === null || problem.longitude === null || latitude === null || longitude === null
    ? null
    : metresBetween({ latitude: problem.latitude, longitude: problem.longitude }, { latitude, longitude });

/** Every problem with every capacity that can serve it. */
export const pairsOf = (got: PairAnswers, today: CivilDate): Pair[] => {
  const lines = Map.groupBy(got.lines, ({ unitId }) => unitId);
  const bookings = Map.groupBy(got.bookings, ({ capacityId }) => capacityId);
  const solved = new Map(got.solved.map((row) => [`${row.capacityId} ${row.nationalKey}`, row.n]));
  const promised = Map.groupBy(got.promised, ({ capacityId }) => capacityId);
  const free = new Map(
    got.capacities.map((capacity) => [
      capacity.capacityId,
      freeDaysOf(capacity, bookings.get(capacity.capacityId) ?? [], today),
    ]),
  );

  const dutyOf = (problem: ProblemRow, { agencyId }: CapacityRow): PairFacts['duty'] => {
    if (agencyId === null) return null;
    const places = (lines.get(problem.unitId) ?? []).map(({ aboveId }) => aboveId);
    const domains = lineOf(got.domains, problem.domainKey);
    if (leadOf(got.duties, places, domains)?.agencyId === agencyId) return 'lead';
    const takesPart = got.duties.some(
      (duty) =>
        duty.agencyId === agencyId &&
        duty.role === 'partner' &&
        places.includes(duty.unitId) &&
        domains.includes(duty.domainKey),
    );
    return takesPart ? 'partner' : null;
  };

  const placeOf = (problem: ProblemRow, capacity: CapacityRow): PairFacts['place'] => {
    if (capacity.unitId === problem.unitId) return 'same';
    if ((lines.get(problem.unitId) ?? []).some(({ aboveId }) => aboveId === capacity.unitId)) return 'above';
    return capacity.countyId !== null && capacity.countyId === problem.countyId ? 'county' : 'far';
  };

  return got.problems.flatMap((problem) =>
    got.capacities.flatMap((capacity): Pair[] => {
      const domain = domainOf(problem, capacity);
      if (domain === undefined) return [];
      const uses = promised.get(capacity.capacityId) ?? [];
      const elsewhere = uses.filter(({ problemId }) => problemId !== problem.problemId);
      return [
        {
          problem,
          capacity,
          isUsed: elsewhere.length < uses.length,
          facts: {
            domain,
            nationalKey: problem.nationalKey,
            kind: capacity.kind,
            place: placeOf(problem, capacity),
            distanceM: distanceOf(problem, capacity),
            hasHours: capacity.kind !== 'fund' && capacity.hoursJson !== null,
            freeDays: free.get(capacity.capacityId) ?? 0,
            solved: solved.get(`${capacity.capacityId} ${problem.nationalKey}`) ?? 0,
            duty: dutyOf(problem, capacity),
            available:
              capacity.kind === 'fund'
                ? capacity.amountRial === null
                  ? null
                  : Math.max(0, capacity.amountRial - capacity.earmarkedRial)
                : capacity.quantity,
            peopleAffected: problem.peopleAffected,
            promised: elsewhere.reduce((sum, { n }) => sum + n, 0),
          },
        },
      ];
    }),
  );
};
