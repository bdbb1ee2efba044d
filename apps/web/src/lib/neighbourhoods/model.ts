import type { zNeighbourhood, zNeighbourhoodList } from '@mahalleh/steps/model';

/** Everything a neighbourhood's page shows. */
export type Neighbourhood = (typeof zNeighbourhood)['_output'];
/** The three steps of a neighbourhood. */
export type Standing = Neighbourhood['standing'];
/** A page of neighbourhoods. */
export type NeighbourhoodList = (typeof zNeighbourhoodList)['_output'];
/** One neighbourhood in a list. */
export type NeighbourhoodRow = NeighbourhoodList['rows'][number];
/** What keeps a neighbourhood from its next step. */
export type Missing = NonNullable<Standing['missing']>;
