import { refuse, type CivilDate, type Refusal } from '@mahalleh/kernel';
import type { UnitKind } from './model.ts';

/** Which kinds may lie directly under which. A district is a county's (bakhsh) or a large city's (mantaqe). */
export const MAY_LIE_UNDER: Readonly<Record<UnitKind, readonly UnitKind[]>> = {
  province: [],
  county: ['province'],
  district: ['county', 'city'],
  city: ['district', 'county'],
  neighbourhood: ['city', 'district', 'county'],
  village: ['district', 'county'],
};

/** What a rule knows of a place in the tree. `above`: the kinds from the unit itself up. */
export type Place = { readonly kind: UnitKind; readonly above: readonly UnitKind[]; readonly endedOn: string | null };

/** Whether units of these kinds (a unit and all below it) may come to lie under this place: no city within a city. */
export const placeUnder = (kind: UnitKind, below: readonly UnitKind[], parent: Place): Refusal | undefined => {
  if (parent.endedOn !== null) return refuse('unit_ended', { field: 'parentId' });
  const isNested = [kind, ...below].includes('city') && parent.above.includes('city');
  const isVillageInCity = kind === 'village' && parent.above.includes('city');
  if (!MAY_LIE_UNDER[kind].includes(parent.kind) || isNested || isVillageInCity)
    return refuse('unit_parent_unfit', { field: 'parentId', detail: { kind, parent: parent.kind } });
  return undefined;
};

/** A change is dated when it happened: not in the future, not before the unit's last own change of place. */
export const dated = (
  onDate: CivilDate | string,
  today: CivilDate | string,
  notBefore: string,
  field = 'onDate',
): Refusal | undefined => {
  if (onDate > today) return refuse('date_in_future', { field });
  if (onDate < notBefore) return refuse('unit_date_too_early', { field, detail: { earliest: notBefore } });
  return undefined;
};

/** What a move must know. */
export type Moving = {
  readonly unit: { id: string; kind: UnitKind; parentId: string | null; endedOn: string | null; lastPlacedOn: string };
  readonly belowIds: ReadonlySet<string>;
  readonly belowKinds: readonly UnitKind[];
  readonly parent: Place & { id: string; fromOn: string };
};

/** Whether a unit may move there on that day: never below itself, and to a parent that was there. */
export const move = (
  { unit, belowIds, belowKinds, parent }: Moving,
  onDate: string,
  today: string,
): Refusal | undefined => {
  if (unit.endedOn !== null) return refuse('unit_ended', { field: 'unitId' });
  if (parent.id === unit.id || belowIds.has(parent.id)) return refuse('unit_below_itself', { field: 'parentId' });
  if (parent.id === unit.parentId) return refuse('unit_already_there', { field: 'parentId' });
  const notBefore = unit.lastPlacedOn > parent.fromOn ? unit.lastPlacedOn : parent.fromOn;
  return placeUnder(unit.kind, belowKinds, parent) ?? dated(onDate, today, notBefore);
};

/** The units directly below one, as a split hands them on. */
export type HandingOn = { readonly livingChildIds: readonly string[]; readonly parts: readonly (readonly string[])[] };

/** Whether every living child goes to exactly one part, and nobody else's child to any. */
export const handOn = ({ livingChildIds, parts }: HandingOn): Refusal | undefined => {
  const living = new Set(livingChildIds);
  const given = parts.flat();
  const foreign = given.filter((id) => !living.has(id)).length;
  if (foreign > 0) return refuse('split_child_foreign', { field: 'into', detail: { count: foreign } });
  if (new Set(given).size !== given.length) return refuse('split_child_twice', { field: 'into' });
  const left = living.size - given.length;
  return left > 0 ? refuse('split_child_left', { field: 'into', detail: { count: left } }) : undefined;
};

/** One of the units of a merge. */
export type Merging = {
  readonly id: string;
  readonly kind: UnitKind;
  readonly parentId: string | null;
  readonly endedOn: string | null;
};

/** Whether these units may become one: living, distinct, of one kind and one parent, and not the province. */
export const merge = (merging: readonly Merging[]): Refusal | undefined => {
  const [first, ...rest] = merging;
  if (!first || new Set(merging.map(({ id }) => id)).size !== merging.length)
    return refuse('merge_same_twice', { field: 'others' });
  if (merging.some(({ endedOn }) => endedOn !== null)) return refuse('unit_ended', { field: 'others' });
  if (rest.some(({ kind }) => kind !== first.kind)) return refuse('merge_kinds_differ', { field: 'others' });
  if (rest.some(({ parentId }) => parentId !== first.parentId))
    return refuse('merge_parents_differ', { field: 'others' });
  return first.kind === 'province' ? refuse('province_stays') : undefined;
};

/** Whether a unit may be ended with nothing in its place. */
export const retire = (unit: {
  kind: UnitKind;
  endedOn: string | null;
  livingChildren: number;
}): Refusal | undefined => {
  if (unit.kind === 'province') return refuse('province_stays');
  if (unit.endedOn !== null) return refuse('unit_ended', { field: 'unitId' });
  return unit.livingChildren > 0
    ? refuse('unit_has_living_below', { detail: { count: unit.livingChildren } })
    : undefined;
};

/** A point is given whole or not at all. */
export const point = (latitude: number | undefined, longitude: number | undefined): Refusal | undefined =>
  (latitude === undefined) === (longitude === undefined)
    ? undefined
    : refuse('point_incomplete', { field: latitude === undefined ? 'latitude' : 'longitude' });

/** Whether a place is town or country: the setting by which neighbourhoods are counted. */
export const settingOf = (kind: UnitKind): 'urban' | 'rural' | undefined =>
  kind === 'neighbourhood' ? 'urban' : kind === 'village' ? 'rural' : undefined;
