import type { IndicatorChoices, ShareProposal, TargetDetail, TargetItem, TargetList } from '@mahalleh/indicators/model';

/** A page of targets. */
export type Targets = (typeof TargetList)['_output'];
/** One target in a list. */
export type TargetRow = TargetItem;
/** One target with its plan and history. */
export type Target = TargetDetail;
/** A proposal for sharing a target out. */
export type Shares = ShareProposal;
/** The indicators that a target can be set on. */
export type Choices = (typeof IndicatorChoices)['_output'];
