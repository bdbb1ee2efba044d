/** How an adoption stands: followed, or ended with its records left as they are. One that was undone leaves no row. */
export const ADOPTION_STATUSES = ['active', 'ended'] as const;
/** How an adoption stands. */
export type AdoptionStatus = (typeof ADOPTION_STATUSES)[number];

/**
 * What became of an element here: it has a record, it is words or a choice kept with the adoption, it was left out, or given up
 * since. After an upgrade also: it stays as one's own though the version has it no more, or it went with its version.
 */
export const ELEMENT_STATES = ['landed', 'kept', 'left_out', 'dropped', 'own', 'gone'] as const;
/** What became of an element here. */
export type ElementState = (typeof ELEMENT_STATES)[number];

/** How an upgrade stands: being decided, carried out, or laid aside. */
export const UPGRADE_STATUSES = ['open', 'done', 'left'] as const;
/** How an upgrade stands. */
export type UpgradeStatus = (typeof UPGRADE_STATUSES)[number];

/** What one decides at a conflict: what is here stays, or what is new comes. */
export const CHOICES = ['mine', 'theirs'] as const;
/** What one decides at a conflict. */
export type Choice = (typeof CHOICES)[number];
