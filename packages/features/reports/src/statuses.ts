/** Where a report stands in its province. */
export const REPORT_STATUSES = ['draft', 'signed', 'submitted', 'returned', 'accepted', 'superseded'] as const;
/** One of them. */
export type ReportStatus = (typeof REPORT_STATUSES)[number];

/** Where a report stands at the ministry. */
export const SUBMITTED_STATUSES = ['submitted', 'returned', 'accepted', 'superseded'] as const;
/** One of them. */
export type SubmittedStatus = (typeof SUBMITTED_STATUSES)[number];

/** Who speaks in the thread of a report. */
export type Side = 'province' | 'ministry';

/** What a line of the thread is: words, or words with which a figure or the whole report was returned or accepted, or a report that has not come was asked for. */
export const TALK_KINDS = ['comment', 'return', 'accept', 'remind'] as const;
/** One of them. */
export type TalkKind = (typeof TALK_KINDS)[number];

/** The sections of a report, in order. */
export const SECTIONS = ['summary', 'achievements', 'obstacles', 'requests'] as const;
/** One of them. */
export type Section = (typeof SECTIONS)[number];

/** Why a report calls those who write and sign it, the least pressing first. */
export const CALL_KINDS = ['due_soon', 'reminded', 'due_today', 'late', 'returned'] as const;
/** One of them. */
export type CallKind = (typeof CALL_KINDS)[number];
