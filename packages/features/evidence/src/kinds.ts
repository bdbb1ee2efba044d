/** What evidence can be of. */
export const SUBJECT_KINDS = ['problem', 'task', 'operation'] as const;
/** What evidence can be of. */
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** What a piece of evidence is made of. */
export const EVIDENCE_KINDS = ['photo', 'text'] as const;
/** What a piece of evidence is made of. */
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** The pictures that are accepted, told apart by their content. */
export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
/** The type of an accepted picture. */
export type PhotoType = (typeof PHOTO_TYPES)[number];

/** The largest picture that is accepted. Unit: bytes. */
export const MAX_PHOTO_BYTES = 10 * 1024 * 1024;

/** When a piece of evidence shows its subject: before the work, while it went on, or after it. */
export const EVIDENCE_PHASES = ['before', 'during', 'after'] as const;
/** When a piece of evidence shows its subject. */
export type EvidencePhase = (typeof EVIDENCE_PHASES)[number];
