/** What a neighbourhood can have to solve a problem with. Volunteers are not among them yet. */
export const CAPACITY_KINDS = ['institution', 'place', 'equipment', 'skill'] as const;
/** What a neighbourhood can have to solve a problem with. */
export type CapacityKind = (typeof CAPACITY_KINDS)[number];

/** Why a capacity is no longer in the bank. */
export const WITHDRAW_REASONS = ['no_longer_there', 'no_longer_available', 'registered_twice', 'registered_by_mistake'] as const;
/** Why a capacity is no longer in the bank. */
export type WithdrawReason = (typeof WITHDRAW_REASONS)[number];
