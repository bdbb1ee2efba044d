/** The map of the 31 provinces, apart from the rest: its outlines are only loaded by the pages that draw it. */
export { default as Choropleth } from './figures/Choropleth.svelte';
