/** Where a version is on its way: written, at the ministry, sent back, or signed. */
export const DRAFT_STATUSES = ['drafting', 'submitted', 'returned', 'signed'] as const;
/** Where a version is on its way. */
export type DraftStatus = (typeof DRAFT_STATUSES)[number];

/** Where a submitted document stands at the ministry. */
export const SUBMISSION_STATUSES = ['submitted', 'returned', 'signed'] as const;
/** Where a submitted document stands. */
export type SubmissionStatus = (typeof SUBMISSION_STATUSES)[number];

/** How a template or a version ended: its province withdrew it, or the ministry revoked it. */
export const TEMPLATE_ENDINGS = ['withdrawn', 'revoked'] as const;
/** How a template ended. */
export type TemplateEnding = (typeof TEMPLATE_ENDINGS)[number];

/** How a signed version came here: by the nation's letter, or as a file. */
export const ARRIVALS = ['letter', 'file'] as const;
/** How a signed version came here. */
export type Arrival = (typeof ARRIVALS)[number];

/** What became of a proposed improvement. */
export const PROPOSAL_OUTCOMES = ['accepted', 'partly', 'declined'] as const;
/** What became of a proposed improvement. */
export type ProposalOutcome = (typeof PROPOSAL_OUTCOMES)[number];

/** Who writes for the ministry: this name stands where a province's slug does. */
export const MINISTRY = 'ministry';
