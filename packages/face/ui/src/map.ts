/** Maps, apart from the rest: the outlines of the provinces are only loaded by the pages that draw them, the sketch map by those that have one. */
export { default as Choropleth } from './figures/Choropleth.svelte';
export { default as SketchMap } from './map/SketchMap.svelte';
export type { MapArea, MapCircle, MapContent, MapKeyEntry, MapMark, MapRange, MapSign, MapTone } from './map/marks.ts';
export { default as MapKey } from './map/MapKey.svelte';
export { default as PointField } from './map/PointField.svelte';
export { lengthText } from './map/scale-bar.ts';
export { signPath } from './map/marks.ts';
