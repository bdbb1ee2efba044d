/** Where a problem stands. */
export const PROBLEM_STATUSES = ['registered', 'triaged', 'started', 'solved', 'closed', 'merged'] as const;
/** Where a problem stands. */
export type ProblemStatus = (typeof PROBLEM_STATUSES)[number];

/** Whether a problem is of the whole neighbourhood or of one point in it. */
export const PLACE_KINDS = ['whole', 'point'] as const;
/** Whether a problem is of the whole neighbourhood or of one point in it. */
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** Why a problem was closed without being solved here. A national list. */
export const CLOSE_REASONS = ['solved_elsewhere', 'duplicate', 'out_of_scope', 'not_feasible', 'withdrawn'] as const;
/** Why a problem was closed without being solved here. */
export type CloseReason = (typeof CLOSE_REASONS)[number];
