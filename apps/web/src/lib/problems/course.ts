import { civilDateOf, daysBetween, type CivilDate } from '@mahalleh/kernel/time';
import type { Level, ProblemStatus } from '@mahalleh/problems/statuses';
import type { Me } from '../workspace/me.ts';

/** Where a problem stands, as far as its solution goes. */
export type Standing = { readonly status: ProblemStatus; readonly confirmedAtMs: number | null };

/** Whether somebody called it solved and nobody has confirmed it yet. */
export const isAwaiting = ({ status, confirmedAtMs }: Standing): boolean =>
  status === 'solved' && confirmedAtMs === null;

/** A place in the order in English: `1st`. */
export const englishOrdinal = (place: number): string => {
  const endings: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' };
  return `${place}${endings[new Intl.PluralRules('en', { type: 'ordinal' }).select(place)] ?? 'th'}`;
};

/** A station on a problem’s way: when it came there, and how many days it stayed; at the last one up to now, or no number when its way is over. */
export type Station = {
  readonly at: ProblemStatus | 'confirmed';
  readonly atMs: number;
  readonly days: number | undefined;
  readonly isNow: boolean;
};

/** What a way is made of. */
export type Course = Standing & {
  readonly registeredAtMs: number;
  readonly moves: readonly { readonly atMs: number; readonly to: ProblemStatus }[];
};

/** The stations on a problem’s way, newest first. */
export const stationsOf = (problem: Course, nowMs: number): Station[] => {
  const stations = [
    { at: 'registered' as const, atMs: problem.registeredAtMs },
    ...problem.moves.map(({ atMs, to }) => ({ at: to, atMs })),
    ...(problem.confirmedAtMs === null ? [] : [{ at: 'confirmed' as const, atMs: problem.confirmedAtMs }]),
  ];
  const isOver = problem.confirmedAtMs !== null || ['closed', 'merged', 'split'].includes(problem.status);
  return stations
    .map(({ at, atMs }, i) => {
      const next = stations[i + 1]?.atMs ?? (isOver ? undefined : nowMs);
      const days = next === undefined ? undefined : daysBetween(civilDateOf(atMs), civilDateOf(next));
      return { at, atMs, days, isNow: i === stations.length - 1 && !isOver };
    })
    .toReversed();
};

/** The cast is safe: the API sends nothing but days. */
const dayOf = (text: string): CivilDate => text as CivilDate;

/** The days that a level has left to answer; fewer than none when it is late, undefined when nothing is waited for. */
export const daysLeft = ({ levelDueOn }: { readonly levelDueOn: string | null }, nowMs: number): number | undefined =>
  levelDueOn === null ? undefined : daysBetween(civilDateOf(nowMs), dayOf(levelDueOn));

const AT_OR_ABOVE: Readonly<Record<Level, readonly string[]>> = {
  neighbourhood: ['neighbourhood', 'village', 'district', 'city', 'county', 'province'],
  county: ['county', 'province'],
  province: ['province'],
};

/** Whether this person sits at the level where the problem waits, or above it. */
export const isOfLevel = ({ roles }: Pick<Me, 'roles'>, level: Level): boolean =>
  roles.some(({ unitKind }) => unitKind !== null && AT_OR_ABOVE[level].includes(unitKind));

/** Whether this person may confirm: a facilitator only what they reported themselves, nobody what they called solved. */
export const mayConfirm = (
  me: Pick<Me, 'personId' | 'roles' | 'permissions'>,
  problem: Standing & { readonly solvedBy: string | null; readonly registeredBy: string },
): boolean =>
  isAwaiting(problem) &&
  problem.solvedBy !== me.personId &&
  me.permissions.includes('problem.confirm') &&
  (problem.registeredBy === me.personId || me.roles.some(({ role }) => role !== 'facilitator' && role !== 'observer'));
