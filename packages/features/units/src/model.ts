/** The kinds of unit, from the top. */
export const UNIT_KINDS = ['province', 'county', 'district', 'city', 'neighbourhood', 'village'] as const;
/** A kind of unit. */
export type UnitKind = (typeof UNIT_KINDS)[number];

/** The ways in which one unit becomes another, or the same under another name or parent. */
export const SUCCESSION_KINDS = ['rename', 'split', 'merge', 'move'] as const;
/** A way in which a unit changed. */
export type SuccessionKind = (typeof SUCCESSION_KINDS)[number];
