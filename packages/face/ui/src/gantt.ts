/** Bars on a Jalali calendar, apart from the rest: only loaded by the pages that draw a plan. */
export { default as Gantt } from './gantt/Gantt.svelte';
export { default as MiniBar } from './gantt/MiniBar.svelte';
