import type { Fields, TemplateElement } from '@mahalleh/templates/document';
import type { Choice } from '../statuses.ts';

/**
 * An element as it is here, in the words of the template. What was added here is one too, under a name of its own.
 * A field that stands in `locals` was changed here into something that the template has no word for: its value is the base's.
 */
export type Held = {
  readonly id: string;
  readonly kind: string;
  /** In use; added here and of no version; left out when it was offered; given up here; or gone with its version. */
  readonly state: 'here' | 'added' | 'left_out' | 'dropped' | 'gone';
  readonly fields: Fields;
  readonly locals: readonly string[];
  /** Fields that can no longer be rewritten, because what they tell of is over. */
  readonly fixed: readonly string[];
  /** Whether it may be given up with its version: nothing has begun. */
  readonly mayGo: boolean;
  /** Its record was there before: it is not the template's to rewrite. */
  readonly isJoined?: boolean;
  /** Over: it stays, and nothing new comes to it. */
  readonly isOver?: boolean;
};

/** Both sides said something else of a field, or of a whole element when `field` is null (then `theirs` is null: it is no more). */
export type Conflict = {
  readonly key: string;
  readonly id: string;
  readonly kind: string;
  readonly field: string | null;
  readonly base: Fields | null;
  readonly mine: Fields;
  readonly theirs: Fields | null;
  readonly decision: Choice | null;
};

/** What the new version says of an element that stays here and was not changed. */
export type Follow = {
  readonly id: string;
  readonly kind: string;
  readonly field: string;
  readonly from: Fields;
  readonly to: Fields;
};

/** Why something stays as it is here, though the versions differ or though it was changed here. */
export const STAY_REASONS = [
  ...['changed', 'local', 'fixed', 'joined', 'needs', 'needed', 'begun', 'own', 'added'],
  // What the rules of the records themselves do not let anybody do, or this person.
  ...['sensitive', 'triaged', 'lead_taken', 'declared', 'formula', 'unit_read', 'additive', 'aimed', 'not_permitted'],
] as const;
/** Something that stays as it is here. */
export type Stay = {
  readonly id: string;
  readonly kind: string;
  readonly field: string | null;
  readonly why: (typeof STAY_REASONS)[number];
  /** Of what would have followed: what is here, and what the version says. */
  readonly from?: Fields;
  readonly to?: Fields;
};

/** An element that does not come by itself, and comes when one says so. */
export type Offer = {
  readonly key: string;
  readonly element: TemplateElement;
  /** Its part was left out, somebody said that it is not wanted, it was given up here and has changed since, or it needs what is not here. */
  readonly why: 'left_out' | 'declined' | 'dropped' | 'needs';
  /** Ids that it cannot be without and that are not here. */
  readonly needs: readonly string[];
  readonly decision: Choice | null;
};

/** What comes of bringing three versions together. */
export type Merged = {
  readonly conflicts: readonly Conflict[];
  readonly follows: readonly Follow[];
  readonly comes: readonly TemplateElement[];
  readonly goes: readonly { readonly id: string; readonly kind: string }[];
  readonly stays: readonly Stay[];
  readonly offers: readonly Offer[];
  /** Everything as it is here afterwards: with it as `mine` and the new version as `base`, the same version changes nothing. */
  readonly after: readonly Held[];
};

/** What was decided, by the key of the conflict or the offer: `elementId.field`, or `elementId`. */
export type Decisions = Readonly<Record<string, Choice>>;

/**
 * Names those of the changes that cannot be made here, and why, by the key of each: `elementId.field`. It is asked with all that
 * would be made at once, and again without those it named, until it names none.
 */
export type Forbids = (would: {
  readonly follows: readonly Follow[];
  readonly comes: readonly TemplateElement[];
  readonly goes: readonly string[];
}) => ReadonlyMap<string, Stay['why']>;

/** The versions that are brought together, and what was decided. */
export type ThreeVersions = {
  readonly base: readonly TemplateElement[];
  readonly mine: readonly Held[];
  readonly theirs: readonly TemplateElement[];
  readonly decisions: Decisions;
  /** What the rules of here forbid; nothing, when it is left out. */
  readonly forbids?: Forbids;
};
