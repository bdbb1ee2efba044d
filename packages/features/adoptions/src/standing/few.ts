import type { ResultLine } from '@mahalleh/templates/letters';
import { FEWEST } from '@mahalleh/templates/lineage';
import type { Alike, Parts } from './alike.ts';

/** Neighbourhoods whose numbers are added up, or would be. */
export type Group = Pick<ResultLine, 'setting' | 'size'> & { readonly treated: Parts; readonly untreated: Parts };

const isEnough = ({ treated, untreated }: Group): boolean => treated.size >= FEWEST && untreated.size >= FEWEST;
const byKind = (a: Alike, b: Alike): number => (`${a.setting} ${a.size}` < `${b.setting} ${b.size}` ? -1 : 1);
const joined = (parts: readonly Parts[]): Parts => new Map(parts.flatMap((one) => [...one]));

/**
 * Kinds of neighbourhoods of which a province has too few by themselves, joined: of each kind as many without the template for
 * every one with it, so that both sides are made up alike. Undefined where that makes not enough either.
 */
const joinedKinds = (few: readonly Alike[]): Group | undefined => {
  const ratio = Math.min(...few.map(({ treated, untreated }) => Math.floor(untreated.size / treated.size)));
  const group: Group = {
    setting: new Set(few.map(({ setting }) => setting)).size === 1 ? (few[0]?.setting ?? 'mixed') : 'mixed',
    size: 'mixed',
    treated: joined(few.map(({ treated }) => treated)),
    untreated: joined(few.map(({ treated, untreated }) => new Map([...untreated].slice(0, ratio * treated.size)))),
  };
  return few.length > 0 && isEnough(group) ? group : undefined;
};

/** What may be added up: kinds that are enough by themselves, the others joined; and what stays here altogether. */
export const groupsToTell = (alike: readonly Alike[]): { readonly told: Group[]; readonly few: Group[] } => {
  const enough = alike.filter(isEnough);
  const small = alike.filter((one) => !isEnough(one)).toSorted(byKind);
  const comparable = small.filter(({ treated, untreated }) => treated.size > 0 && untreated.size >= treated.size);
  const together = joinedKinds(comparable);
  return {
    told: [...enough, ...(together ? [together] : [])],
    few: together ? small.filter((one) => !comparable.includes(one)) : small,
  };
};

/** Of how many neighbourhoods two sums are not the same. */
export const differing = (a: Parts, b: Parts): number => {
  const isOther = (unitId: string): boolean => {
    const [one, other] = [a.get(unitId), b.get(unitId)];
    return !one || !other || one.before !== other.before || one.after !== other.after;
  };
  return [...new Set([...a.keys(), ...b.keys()])].filter(isOther).length;
};

/**
 * Whether these sums would give single neighbourhoods away: they are of too few, or differ in too few from others that were told,
 * so that one taken from the other leaves them. `others`: what was told of the same indicator, whenever and of whatever template.
 */
export const givesAway = (parts: Parts, others: readonly Parts[]): boolean =>
  parts.size < FEWEST || others.map((one) => differing(parts, one)).some((n) => n > 0 && n < FEWEST);

/** What leaves of a group: the sums of both sides. */
export const sumLines = (indicator: string, { setting, size, ...sides }: Group): ResultLine[] =>
  (['treated', 'untreated'] as const).map((side) => {
    const changes = [...sides[side].values()];
    return {
      ...{ indicator, side, setting, size, n: changes.length },
      sumBefore: changes.reduce((sum, { before }) => sum + before, 0),
      sumAfter: changes.reduce((sum, { after }) => sum + after, 0),
      sumSquaredChange: changes.reduce((sum, { before, after }) => sum + (after - before) ** 2, 0),
    };
  });

/** What leaves of neighbourhoods that are too few: how many they are. */
export const fewLines = (indicator: string, { setting, size, ...sides }: Group): ResultLine[] =>
  (['treated', 'untreated'] as const).flatMap((side) =>
    sides[side].size === 0
      ? []
      : [
          {
            ...{ indicator, side, setting, size, n: sides[side].size },
            ...{ sumBefore: null, sumAfter: null, sumSquaredChange: null },
          },
        ],
  );
