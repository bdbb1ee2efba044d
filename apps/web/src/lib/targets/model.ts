import type { TargetDetail, TargetItem, TargetList } from '@mahalleh/indicators/model';

/** A page of targets. */
export type Targets = (typeof TargetList)['_output'];
/** One target in a list. */
export type TargetRow = TargetItem;
/** One target with its history. */
export type Target = TargetDetail;
