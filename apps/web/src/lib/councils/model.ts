import type { zCharter, zCharterList, zCouncil, zCouncilList } from '@mahalleh/councils/model';

/** One council with everything its page shows. */
export type Council = (typeof zCouncil)['_output'];
/** A seat of a council with who holds it. */
export type CouncilSeat = Council['seats'][number];
/** Who holds a seat. */
export type Holder = NonNullable<CouncilSeat['holder']>;
/** A page of councils. */
export type CouncilList = (typeof zCouncilList)['_output'];
/** One council in a list. */
export type CouncilRow = CouncilList['rows'][number];
/** All charters, the committees in use and the sets to choose from. */
export type CharterList = (typeof zCharterList)['_output'];
/** One charter with its seats. */
export type Charter = (typeof zCharter)['_output'];
