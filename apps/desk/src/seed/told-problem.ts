import type { ProblemStatus } from '@mahalleh/problems/model';

/** How far a problem of the sample is; `awaiting` is called solved and not confirmed. */
export type SampleStatus = Exclude<ProblemStatus, 'merged' | 'split'> | 'awaiting';

/** A problem of the sample: what is left out is drawn. */
export type ToldProblem = {
  readonly status: SampleStatus;
  /** The title of one of the texts. */
  readonly title?: string;
  /** Its place in the experts' order, and about where residents put it. */
  readonly experts?: number;
  readonly residents?: number;
  readonly voters?: number;
  readonly supporters?: number;
  /** Taken to the county: how many days from today its time to answer ends, and what was answered. */
  readonly escalated?: { readonly dueIn: number; readonly reason: string; readonly answer?: string };
};

/** A plan's line as a told problem. */
export const toldProblem = (line: SampleStatus | ToldProblem): ToldProblem =>
  typeof line === 'string' ? { status: line } : line;
