/** What the bars of a chart are made of, without a component: places, days and the line they lie on. */
export { placeAfter, type Grip, type Place } from './gantt/places.ts';
export type { GanttEditing, GanttLink, GanttRow } from './gantt/rows.ts';
export { scaleOf, xOf, ZOOMS, type Day, type Scale, type Zoom } from './gantt/scale.ts';
