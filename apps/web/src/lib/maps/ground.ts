import { m } from '$lib/paraglide/messages';
import { nameOf } from '$lib/units/names';
import { shapeOf, type Point } from '@mahalleh/kernel/place';
import type { zGround } from '@mahalleh/steps/model';
import type { Locale } from '@mahalleh/ui';
import type { MapArea, MapKeyEntry, MapMark, MapSign, MapTone } from '@mahalleh/ui/map';

/** What a map of a neighbourhood is drawn on. */
export type Ground = (typeof zGround)['_output'];
type Landmark = Ground['landmarks'][number];

/** Nothing to draw on. */
export const NO_GROUND: Ground = { unit: null, landmarks: [] };

/** The boundary of the neighbourhood, when its passport has one. */
export const areasOf = ({ unit }: Ground, locale: Locale): MapArea[] => {
  const shape = shapeOf(unit?.boundaryGeojson);
  return unit && shape ? [{ id: unit.id, shape, name: nameOf(unit, locale), isMain: true }] : [];
};

/** The neighbourhood's own point, when its passport has one. */
export const middleOf = ({ unit }: Ground): Point | undefined =>
  unit?.latitude != null && unit.longitude != null ? { latitude: unit.latitude, longitude: unit.longitude } : undefined;

const SIGNS: readonly { is: (one: Landmark) => boolean; sign: MapSign; tone: MapTone; word: () => string }[] = [
  { is: ({ isHouse }) => isHouse, sign: 'hexagon', tone: 'accent', word: m.maps_house },
  { is: ({ isLead }) => isLead, sign: 'triangle', tone: 'accent', word: m.maps_lead },
  { is: ({ is }) => is === 'base', sign: 'triangle', tone: 'ink', word: m.maps_base },
  { is: () => true, sign: 'square', tone: 'ink', word: m.maps_capacity },
];
const signOf = (one: Landmark) => SIGNS.find(({ is }) => is(one));

/** The places by which people find their way, each with the sign of what it is; links when it is said what addresses begin with. */
export const landmarksOf = ({ landmarks }: Ground, path?: string): MapMark[] =>
  landmarks.map((one) => {
    const found = signOf(one);
    return {
      id: one.id,
      point: { latitude: one.latitude, longitude: one.longitude },
      name: one.name,
      detail: found?.word(),
      sign: found?.sign,
      tone: found?.tone,
      href: path === undefined ? undefined : `${path}/${one.is === 'base' ? 'bases' : 'capacities'}/${one.id}`,
    };
  });

/** What the signs of these landmarks mean. */
export const keyOf = ({ landmarks }: Ground): MapKeyEntry[] =>
  SIGNS.filter((entry) => landmarks.some((one) => signOf(one) === entry)).map(({ sign, tone, word }) => ({
    sign,
    tone,
    label: word(),
  }));
