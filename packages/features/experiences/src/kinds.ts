/** What a post is: something that was tried, or something that is suggested. */
export const EXPERIENCE_KINDS = ['experience', 'suggestion'] as const;
/** What a post is. */
export type ExperienceKind = (typeof EXPERIENCE_KINDS)[number];

/** The sections of a post, in order: what was tried (what the matter is), what came of it (what is suggested), what others should know. */
export const SECTIONS = ['tried', 'outcome', 'advice'] as const;
/** A section of a post. */
export type Section = (typeof SECTIONS)[number];

/** How a post can end: its own province withdraws it, or the ministry hides it. */
export const ENDINGS = ['withdrawn', 'hidden'] as const;
/** How a post ended. */
export type Ending = (typeof ENDINGS)[number];

/** Who writes: a province by its slug, or the ministry under this name. */
export const MINISTRY = 'ministry';

/** The most operations, notes and figures that a post rests on. */
export const MOST = { operations: 6, notes: 12, figures: 6 } as const;
