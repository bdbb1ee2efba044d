import type { CapacityDetail, CapacityItem, CapacityList } from '@mahalleh/capacity/model';

/** A page of capacities. */
export type Capacities = (typeof CapacityList)['_output'];
/** One capacity in a list. */
export type CapacityRow = CapacityItem;
/** One capacity with everything on its page. */
export type Capacity = CapacityDetail;
