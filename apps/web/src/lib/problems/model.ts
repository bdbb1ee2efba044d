import type { ProblemBoard, ProblemCounts, ProblemDetail, ProblemItem, ProblemList } from '@mahalleh/problems/model';

/** A page of problems. */
export type Problems = (typeof ProblemList)['_output'];
/** How many problems there are of each status and domain. */
export type Counts = (typeof ProblemCounts)['_output'];
/** One problem in a list. */
export type ProblemRow = ProblemItem;
/** One problem with everything on its page. */
export type Problem = ProblemDetail;
/** The problems in the columns of their course. */
export type Board = (typeof ProblemBoard)['_output'];
